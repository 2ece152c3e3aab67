from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession
from bemanning.services.figures import Figures
from bemanning.services.node_figures import NodeFigures
from tests.builders.figures import figures_from, mappings_for
from tests.oracles import naive
from tests.oracles.naive import Fact, World

PARENT_OF = {"HS": "R", "ST": "R", "A": "HS", "B": "HS", "A1": "A", "A2": "A", "B1": "B", "S1": "ST"}
SCOPE_OF = {"A1": "HSV", "A2": "HSV", "B1": "HSV", "S1": "STAB"}
# A year and a half, so that windows begin before, inside and at the end of what is loaded.
MONTHS = [*naive.window((2016, 6), 18)]
PROFESSIONS = {"doctor", "nurse", "other"}

FACTS = st.lists(
    st.builds(
        Fact,
        month=st.sampled_from(MONTHS),
        unit=st.sampled_from(sorted(SCOPE_OF)),
        profession=st.sampled_from([*sorted(PROFESSIONS), "unmapped"]),
        kind=st.sampled_from(["own", "agency", "overtime", "other", "unmapped", "hours:own", "hours:external"]),
        amount=st.integers(-(10**9), 10**9),
    ),
    max_size=60,
)
ABSENT = st.sets(st.tuples(st.sampled_from(["HSV", "STAB"]), st.sampled_from(MONTHS)), max_size=2)
NODES = st.sampled_from(["R", "HS", "A", "A1", "S1"])


def world_of(facts: list[Fact], absent: set[tuple[str, naive.Month]]) -> World:
    every = {(scope, month) for scope in ("HSV", "STAB") for month in MONTHS}
    # The ends stay loaded for one scope each, so that every world spans the same months.
    loaded = every - absent | {("HSV", MONTHS[0]), ("HSV", MONTHS[-1])}
    return World(tuple(facts), PARENT_OF, frozenset(loaded), SCOPE_OF)


def figures(world: World, mappings: MappingSet | None = None) -> Figures:
    return figures_from(world.facts, loaded=world.loaded, mappings=mappings or mappings_for(world))


def gaps_of(value: Value) -> dict[str, list[naive.Month]]:
    codes = {"Hälso- och sjukvård": "HSV", "Stab": "STAB"}
    return {codes[gap.scope_name]: [(month.year, month.number) for month in gap.months] for gap in value.gaps}


def words(profession: Profession | None) -> set[str]:
    return {profession.value} if profession else {*PROFESSIONS, "unmapped"}


def as_hours(world: World) -> World:
    """The same world with its hours only, named as the oracle names them."""
    hours = tuple(
        replace(fact, kind=fact.kind.removeprefix("hours:")) for fact in world.facts if fact.kind.startswith("hours:")
    )
    return replace(world, facts=hours)


@given(
    FACTS,
    ABSENT,
    st.tuples(NODES, st.sampled_from([*Profession, None]), st.sampled_from(MONTHS), st.sampled_from(Definition)),
)
def test_share_agrees_with_the_naive_one(
    facts: list[Fact],
    absent: set[tuple[str, naive.Month]],
    asked: tuple[str, Profession | None, naive.Month, Definition],
) -> None:
    node, profession, last, definition = asked
    world = world_of(facts, absent)
    value = NodeFigures(figures(world), node, profession, OrganisationView.TODAY).share(definition, Month(*last))
    assert value.number == naive.share_pct(world, node, words(profession), last, definition.value)
    expected_missing = [Month(*month) for month in naive.missing(world, node, naive.window(last))]
    assert list(value.missing_months) == expected_missing
    assert gaps_of(value) == naive.gaps(world, node, naive.window(last))


@given(FACTS, ABSENT, NODES, st.sampled_from([*Profession, None]), st.sampled_from(MONTHS))
def test_cost_hours_and_weeks_agree_with_the_naive_ones(
    facts: list[Fact],
    absent: set[tuple[str, naive.Month]],
    node: str,
    profession: Profession | None,
    last: naive.Month,
) -> None:
    world, month = world_of(facts, absent), Month(*last)
    found, months = NodeFigures(figures(world), node, profession, OrganisationView.TODAY), naive.window(last)
    assert found.agency_cost(month.window()).number == naive.total(world, node, words(profession), {"agency"}, months)
    assert found.own_cost(month.window()).number == naive.total(
        world, node, words(profession), {"own", "overtime"}, months
    )
    assert found.hours_share(month).number == naive.hours_share_pct(as_hours(world), node, words(profession), last)
    assert found.worked_weeks(month.window()).number == naive.weeks(as_hours(world), node, words(profession), months)
    assert found.external_centihours([month]).number == naive.total(
        as_hours(world), node, words(profession), {"external"}, [last]
    )


@given(FACTS, NODES, st.sampled_from(Definition))
def test_the_series_is_the_share_of_each_month(facts: list[Fact], node: str, definition: Definition) -> None:
    found = NodeFigures(figures(world_of(facts, set())), node, None, OrganisationView.TODAY)
    series = found.share_series(definition)
    for month, number in zip(series.months, series.numbers, strict=True):
        exact = found.share(definition, month).number
        assert number == (None if exact is None else float(exact)) or abs(number - float(exact)) < 1e-9  # type: ignore[operator, arg-type]  # None is equal to None, tried first


@given(FACTS, st.sampled_from(MONTHS))
def test_parents_are_the_sum_of_their_children(facts: list[Fact], month: naive.Month) -> None:
    found = figures(world_of(facts, set()))
    tree = found.tree(OrganisationView.TODAY, found.latest)

    def cost(node: str) -> Fraction:
        number = NodeFigures(found, node, None, OrganisationView.TODAY).agency_cost([Month(*month)]).number
        assert number is not None
        return number

    for parent, children in tree.children_of.items():
        assert cost(parent) == sum(cost(child) for child in children)


@settings(max_examples=30)  # each is every month under four trees
@given(FACTS, st.sampled_from([*Profession, None]))
def test_the_region_is_the_same_under_any_tree(facts: list[Fact], profession: Profession | None) -> None:
    world = world_of(facts, set())
    moved = replace(
        mappings_for(world),
        edges=(
            *(edge for edge in mappings_for(world).edges or () if edge.child not in {"A", "B1"}),
            Edge("A", "HS", valid_to=Month(2015, 12)),
            Edge("A", "ST", valid_from=Month(2016, 1)),  # and B1 has no place at all
        ),
        scopes=None,
    )
    loaded = [("ALLA", month) for month in MONTHS]
    other = figures_from(facts, loaded=loaded, mappings=moved)
    for month in map(Month, *zip(*MONTHS, strict=True)):
        totals = {
            NodeFigures(each, "R", profession, view).agency_cost([month]).number
            for each in (figures(world), other)
            for view in OrganisationView
        }
        assert len(totals) == 1


def test_a_clinic_that_moves_counts_where_it_was_and_where_it_is() -> None:
    facts = [Fact(month, "A1", "doctor", "agency", 100) for month in MONTHS]
    world = world_of(facts, set())
    edges = tuple(edge for edge in mappings_for(world).edges or () if edge.child != "A")
    moved = (Edge("A", "HS", valid_to=Month(2015, 12)), Edge("A", "B", valid_from=Month(2016, 1)))
    found = figures(world, replace(mappings_for(world), edges=edges + moved))
    month = Month(2015, 6)
    assert NodeFigures(found, "B", None, OrganisationView.TODAY).agency_cost([month]) == Value.of(100)
    assert NodeFigures(found, "B", None, OrganisationView.THEN).agency_cost([month]) == Value.of(0)
    assert NodeFigures(found, "B", None, OrganisationView.THEN).agency_cost([Month(2016, 1)]) == Value.of(100)


def test_a_node_without_units_has_no_figures_and_says_so() -> None:
    world = world_of([Fact(MONTHS[0], "A1", "doctor", "agency", 100)], set())
    edges = (*(mappings_for(world).edges or ()), Edge("TOM", "HS"))
    found = figures(world, replace(mappings_for(world), edges=edges))
    value = NodeFigures(found, "TOM", None, OrganisationView.TODAY).agency_cost([Month(*MONTHS[0])])
    assert value == Value(None, MissingReason.NOT_IN_ORGANISATION, (Month(*MONTHS[0]),))


def test_zero_over_zero_is_missing_and_says_so() -> None:
    found = NodeFigures(figures(world_of([], set())), "HS", None, OrganisationView.TODAY)
    value = found.share(Definition.TOTAL, Month(*MONTHS[-1]))
    assert value == Value(None, MissingReason.ZERO_DENOMINATOR)


def test_a_month_is_known_by_the_scope_that_its_unit_had_then() -> None:
    # A1 moves from the staff's file to health care's in 2016; 2015 is loaded for health care alone.
    world = world_of([Fact(month, "A1", "doctor", "agency", 100) for month in MONTHS], set())
    edges = tuple(edge for edge in mappings_for(world).edges or () if edge.child != "A1")
    moved = (Edge("A1", "ST", valid_to=Month(2015, 12)), Edge("A1", "A", valid_from=Month(2016, 1)))
    mappings = replace(mappings_for(world), edges=edges + moved)
    loaded = [("HSV", month) for month in MONTHS] + [("STAB", month) for month in MONTHS if month[0] == 2016]
    found = figures_from(world.facts, loaded=loaded, mappings=mappings)
    cost = NodeFigures(found, "A1", None, OrganisationView.TODAY).agency_cost(Month(2016, 2).window(3))
    assert cost == Value(None, MissingReason.MONTHS_NOT_LOADED, (Month(2015, 12),))
    late = figures_from(world.facts, loaded=[*loaded, ("STAB", (2015, 12))], mappings=mappings)
    assert NodeFigures(late, "A1", None, OrganisationView.TODAY).agency_cost(Month(2016, 2).window(3)) == Value.of(300)
