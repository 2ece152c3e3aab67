from datetime import date

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession

DAY = date(2019, 1, 31)
WHOLE = Selection(
    Month(2018, 12), "PV", Profession.DOCTOR, Definition.OWN, OrganisationView.THEN, compared=("MED", Profession.NURSE),
    known_on=DAY,
)  # fmt: skip


def test_alone_compares_nothing_and_keeps_the_rest() -> None:
    alone = Selection(Month(2018, 12), "PV", Profession.DOCTOR, Definition.OWN, OrganisationView.THEN, known_on=DAY)
    assert WHOLE.alone() == alone


def test_goals_have_nodes_and_professions_of_their_own() -> None:
    assert WHOLE.of_goals() == Selection(Month(2018, 12), view=OrganisationView.THEN, known_on=DAY)
