from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession, Span, TrendMeasure
from bemanning.presentation.address import read_address, selection_query, write_query
from tests.builders import answers

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
SELECTIONS = st.builds(
    Selection,
    month=st.none() | st.builds(Month, st.integers(1990, 2099), st.integers(1, 12)),
    node=st.none() | TYPED,
    profession=st.none() | st.sampled_from(Profession),
    definition=st.none() | st.sampled_from(Definition),
    view=st.sampled_from(OrganisationView),
    measure=st.none() | st.sampled_from(TrendMeasure),
    compared=st.lists(TYPED | st.sampled_from(Profession), max_size=6).map(tuple),
    known_on=st.none() | st.dates(max_value=date(9998, 12, 31)),
    span=st.sampled_from(Span),
)


@given(SELECTIONS)
def test_every_selection_survives_the_address(selection: Selection) -> None:
    address = read_address("?" + write_query(selection))
    assert (address.selection, address.problems) == (selection, ())


@given(st.text())
def test_no_address_is_an_error(query: str) -> None:
    problems = read_address(query).problems
    assert all(problem.endswith(".") for problem in problems)


def test_what_no_database_takes_is_left_out() -> None:
    assert read_address("?enhet=P%00V&forslag=%00").selection.node == "PV"
    assert read_address("?enhet=P%00V&forslag=%00").words == (("forslag", ""),)


def test_words_that_mean_nothing_are_problems_in_swedish() -> None:
    address = read_address("?manad=igår&yrkesgrupp=präst&andel=hel&organisation=sen&kand=igår&tid=evig")
    assert address.selection == Selection()
    assert address.problems == (
        "Månaden ”igår” kan inte läsas. Skriv den som 2018-12.",
        "Yrkesgruppen ”präst” finns inte. Välj lakare, ssk eller ovrig.",
        "Hyrandel av ”hel” finns inte. Välj total eller egen.",
        "Organisationen ”sen” finns inte. Välj idag eller da.",
        "Dagen ”igår” kan inte läsas. Skriv den som 2019-01-31.",
        "Tiden ”evig” finns inte. Välj 5-ar eller alla.",
    )


def test_more_than_can_be_compared_is_a_problem() -> None:
    address = read_address("&".join(f"jamfor={number}" for number in range(7)))
    assert address.selection.compared == ()
    assert address.problems == ("Högst 6 kan jämföras på en gång, men adressen har 7.",)


def test_a_link_of_an_answer_holds_every_choice() -> None:
    usual = "manad=2018-12&enhet=HS&andel=total&organisation=idag"
    assert selection_query(answers.resolved()) == usual
    assert selection_query(answers.resolved(span=Span.ALL)) == f"{usual}&tid=alla"
