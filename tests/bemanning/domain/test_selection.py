from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession

WHOLE = Selection(
    Month(2018, 12), "PV", Profession.DOCTOR, Definition.OWN, OrganisationView.THEN, compared=("MED", Profession.NURSE)
)


def test_alone_compares_nothing_and_keeps_the_rest() -> None:
    assert WHOLE.alone() == Selection(Month(2018, 12), "PV", Profession.DOCTOR, Definition.OWN, OrganisationView.THEN)


def test_goals_have_nodes_and_professions_of_their_own() -> None:
    assert WHOLE.of_goals() == Selection(Month(2018, 12), view=OrganisationView.THEN)
