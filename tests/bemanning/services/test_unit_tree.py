from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.selection import Selection
from bemanning.domain.targets import NATIONAL_TARGET_PCT
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession
from bemanning.services.figures import Figures
from bemanning.services.node_figures import NodeFigures
from bemanning.services.outliers import find_outliers
from bemanning.services.unit_tree import unit_tree
from bemanning.services.unit_tree_row import TreeRow
from tests.builders import answers, unit_trees
from tests.builders.figures import figures_from, mappings_for
from tests.oracles import naive
from tests.oracles.naive import Fact, World

PARENT_OF = {"HS": "R", "ST": "R", "A": "HS", "B": "HS", "A1": "A", "A2": "A", "B1": "B", "S1": "ST"}
SCOPE_OF = {"A1": "HSV", "A2": "HSV", "B1": "HSV", "S1": "STAB"}
MONTHS = naive.window((2016, 6), 26)
FACTS = st.lists(
    st.builds(
        Fact,
        month=st.sampled_from(MONTHS),
        unit=st.sampled_from(sorted(SCOPE_OF)),
        profession=st.sampled_from(["doctor", "nurse", "other", "unmapped"]),
        kind=st.sampled_from(["own", "agency", "overtime", "other"]),
        amount=st.integers(-(10**9), 10**9),
    ),
    max_size=40,
)
ABSENT = st.sets(st.tuples(st.sampled_from(["HSV", "STAB"]), st.sampled_from(MONTHS[1:-1])), max_size=2)


def world_of(facts: list[Fact], absent: set[tuple[str, naive.Month]]) -> World:
    loaded = {(scope, month) for scope in ("HSV", "STAB") for month in MONTHS} - absent
    return World(tuple(facts), PARENT_OF, frozenset(loaded), SCOPE_OF)


def moving(world: World, month: Month) -> Figures:
    """The world's figures, where B moves from health care to the staff after a month."""
    edges = [edge for edge in mappings_for(world).edges or () if edge.child != "B"]
    moves = (Edge("B", "HS", valid_to=month), Edge("B", "ST", valid_from=month.plus(1)))
    mappings = replace(mappings_for(world), edges=(*edges, *moves))
    return figures_from(world.facts, loaded=world.loaded, mappings=mappings)


ASKED = st.builds(
    Selection,
    month=st.sampled_from([Month(*MONTHS[-1]).plus(1), *(Month(*month) for month in MONTHS)]),
    node=st.sampled_from(["R", "HS", "A", "B1"]),
    profession=st.sampled_from([*Profession, None]),
    definition=st.sampled_from(Definition),
    view=st.sampled_from(OrganisationView),
)


@given(FACTS, ABSENT, ASKED, st.sampled_from(MONTHS[:-1]))
def test_every_row_is_what_one_node_alone_gives(
    facts: list[Fact], absent: set[tuple[str, naive.Month]], asked: Selection, moved: naive.Month
) -> None:
    figures = moving(world_of(facts, absent), Month(*moved))
    assert asked.month is not None
    assert asked.definition is not None
    month, year_ago, definition = asked.month, asked.month.plus(-12), asked.definition
    for row in unit_tree(figures, (), asked).rows:
        node = NodeFigures(figures, row.node.code, asked.profession, asked.view)
        share, cost = node.share(definition, month), node.agency_cost(month.window())
        assert row.share == share
        assert row.agency_cost_ore == cost
        assert row.own_cost_ore == node.own_cost(month.window())
        assert row.change_on_year_pp == share.minus(node.share(definition, year_ago))
        assert row.change_on_year_ore == cost.minus(node.agency_cost(year_ago.window()))
        assert row.cost_deviation_ore == cost.minus(node.agency_cost(Month(2015, 12).window()))
        series = node.share_series(definition)
        kept = [number for at, number in zip(series.months, series.numbers, strict=True) if at <= month]
        assert list(row.history.numbers) == kept
        if asked.profession in {Profession.DOCTOR, Profession.NURSE}:
            assert row.over_target_pp == node.share(Definition.TOTAL, month).minus(Value(NATIONAL_TARGET_PCT))
        else:
            assert row.over_target_pp is None


@given(FACTS, ABSENT, st.sampled_from(OrganisationView))
def test_costs_agree_with_the_naive_ones_and_parents_with_their_children(
    facts: list[Fact], absent: set[tuple[str, naive.Month]], view: OrganisationView
) -> None:
    world = world_of(facts, absent)
    figures = figures_from(world.facts, loaded=world.loaded, mappings=mappings_for(world))
    rows = unit_tree(figures, (), Selection(Month(*MONTHS[-1]), "R", view=view)).rows
    costs = {row.node.code: row.agency_cost_ore.number for row in rows}
    every = {"doctor", "nurse", "other", "unmapped"}
    for code, cost in costs.items():
        assert cost == naive.total(world, code, every, {"agency"}, naive.window(MONTHS[-1]))
        parts = [costs[row.node.code] for row in rows if row.parent == code]
        if parts and cost is not None:
            assert cost == sum(part for part in parts if part is not None)


def test_rows_stand_in_tree_order_with_their_loads() -> None:
    world = world_of([], set())
    figures = figures_from(world.facts, loaded=world.loaded, mappings=mappings_for(world))
    tree = unit_tree(figures, [answers.load(1)], Selection(Month(2018, 3), "HS"))
    found = [(row.node.code, row.parent, row.depth, row.child_count) for row in tree.rows]
    assert found == [
        ("HS", None, 0, 2), ("A", "HS", 1, 2), ("A1", "A", 2, 0), ("A2", "A", 2, 0), ("B", "HS", 1, 1),
        ("B1", "B", 2, 0),
    ]  # fmt: skip
    assert [load.id for load in tree.source_loads] == [1]
    assert unit_tree(figures, [answers.load(1)], Selection(Month(2017, 3), "HS")).source_loads == ()


def test_a_unit_that_is_gone_says_so_and_an_unknown_node_is_refused() -> None:
    world = world_of([], set())
    figures = figures_from(world.facts, loaded=world.loaded, mappings=mappings_for(world))
    with pytest.raises(UserError):
        unit_tree(figures, (), Selection(node="X"))
    extra = replace(mappings_for(world), nodes=(*(mappings_for(world).nodes or ()), replace(figures.root, code="E")))
    empty = figures_from(world.facts, loaded=world.loaded, mappings=extra)
    (row,) = unit_tree(empty, (), Selection(Month(*MONTHS[-1]), "E")).rows
    assert row.share.reason is MissingReason.NOT_IN_ORGANISATION


class TestOutliers:
    """Who stands out, of rows (code, parent, agency and own cost, change on a year, children)."""

    @staticmethod
    def row(code: str, parent: str | None, sums: tuple[int, int], change: int = 0, children: int = 0) -> TreeRow:
        agency, own = sums
        share = Value.of(Fraction(100 * agency, agency + own)) if agency + own else answers.MISSING_MARCH
        return unit_trees.tree_row(
            code, code, parent, 0 if parent is None else 1, share=share, agency_cost_ore=Value.of(agency),
            own_cost_ore=Value.of(own), change_on_year_ore=Value.of(change), child_count=children,
        )  # fmt: skip

    def rows(self) -> list[TreeRow]:
        return [
            self.row("R", None, (60, 240), 99, 2),
            self.row("A", "R", (50, 50), 9, 2),
            self.row("A1", "A", (45, 5), 20),
            self.row("A2", "A", (5, 45), -30),
            self.row("B", "R", (10, 190), 5, 2),
            self.row("B1", "B", (9, 91), -4),
            self.row("B2", "B", (1, 99), 3),
        ]

    @pytest.mark.parametrize(
        ("definition", "siblings"),
        [(Definition.TOTAL, [Fraction(10), Fraction(1)]), (Definition.OWN, [Fraction(100, 9), Fraction(100, 99)])],
    )
    def test_the_largest_excess_comes_first_once_a_branch(
        self, definition: Definition, siblings: list[Fraction]
    ) -> None:
        found = find_outliers(self.rows(), unit_trees.row_sums(self.rows()), definition)
        # A1 exceeds by 45 - 50·10 % = 40; A, above it, by 50 - 100·5 % = 45 and tells the same story.
        assert [(high.row.node.code, high.parent.node.code, int(high.excess_ore)) for high in found.highest] == [
            ("A", "R", 45), ("B1", "B", 8),
        ]  # fmt: skip
        assert found.highest[1].siblings_share_pct == siblings[1]
        assert [row.node.code for row in found.movers] == ["A2", "A1", "B1"]

    @pytest.mark.parametrize(
        "siblings",
        [
            [("A", 1, 1)],
            [("A", 1, 1), ("B", 0, 0)],
            [("A", 0, 0), ("B", 0, 0)],
            [("A", 1, 9), ("B", 1, 9)],
            [("A", 1, 1), ("B", -5, 4)],
        ],
        ids=["alone", "others missing", "all missing", "all alike", "others negative"],
    )
    def test_nobody_stands_out_among(self, siblings: list[tuple[str, int, int]]) -> None:
        rows = [
            self.row("R", None, (1, 1), children=2),
            *(self.row(code, "R", (agency, own)) for code, agency, own in siblings),
        ]
        assert find_outliers(rows, unit_trees.row_sums(rows), Definition.TOTAL).highest == ()

    def test_a_quotient_of_corrections_hides_nobody(self) -> None:
        siblings = (self.row("A", "R", (30, 70)), self.row("B", "R", (-8, -2)), self.row("C", "R", (8, 102)))
        rows = [self.row("R", None, (1, 1), children=3), *siblings]
        (high,) = find_outliers(rows, unit_trees.row_sums(rows), Definition.TOTAL).highest
        assert (high.row.node.code, high.siblings_share_pct, high.excess_ore) == ("A", Fraction(0), Fraction(30))

    def test_no_share_of_own_without_own_cost_among_siblings(self) -> None:
        rows = [self.row("R", None, (1, 1), children=2), self.row("A", "R", (9, -1)), self.row("B", "R", (1, 0))]
        assert find_outliers(rows, unit_trees.row_sums(rows), Definition.OWN).highest == ()

    def test_no_more_than_are_read_at_a_glance(self) -> None:
        groups = [(f"G{at}", at) for at in range(5)]
        rows = [self.row("R", None, (1, 1), children=5)]
        for code, at in groups:
            parts = [self.row(f"{code}a", code, (5 + at, 5)), self.row(f"{code}b", code, (1, 9))]
            rows += [self.row(code, "R", (0, 0), children=2), *parts]
        assert len(find_outliers(rows, unit_trees.row_sums(rows), Definition.TOTAL).highest) == 3
