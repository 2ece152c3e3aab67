"""The published cost table and every kind of goal, from facts."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from bemanning.domain.goal import Direction, Goal, GoalMeasure
from bemanning.domain.mapping import MappingSet, Setting
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, Profession
from bemanning.services.default_goals import default_goals
from bemanning.services.goal_attainment import GoalStatus, GoalTable
from bemanning.services.goal_table import goal_table
from bemanning.services.unmapped import Unmapped
from tests.builders.figures import figures_from, mappings_for
from tests.oracles.naive import Fact, World, window

PUBLISHED = json.loads((Path(__file__).parents[2] / "golden" / "maluppfyllelse_2018.json").read_text("utf-8"))
PARENT_OF = {"HS": "R", "PV": "HS", "OS": "HS", "1": "PV", "2": "OS"}
SCOPES = {"1": "HSV", "2": "HSV"}
MONTHS = window((2018, 12), 48)
ROWS = {"pv": ("1", "doctor"), "os": ("2", "doctor"), "ssk": ("2", "nurse"), "ovr": ("1", "other")}
DECEMBER, SEPTEMBER = Month(2018, 12), Month(2018, 9)


def spread(amount: int, year: int) -> list[tuple[tuple[int, int], int]]:
    """Split a year's öre over its months, unevenly, to the öre."""
    part = amount // 13
    return [((year, number), part + (amount - 12 * part if number == 7 else 0)) for number in range(1, 13)]


def published_facts() -> list[Fact]:
    return [
        Fact(month, *ROWS[key], "agency", amount)
        for key, years in PUBLISHED["underlying_kr"].items()
        for year, kr in years.items()
        for month, amount in spread(100 * kr, int(year))
    ]


def goal(key: str, measure: GoalMeasure, **fields: object) -> Goal:
    values: dict[str, object] = {"key": key, "name": key, "measure": measure, "node": "HS", "deadline": DECEMBER}
    return Goal(**(values | fields))  # type: ignore[arg-type]  # the builder takes any field


def cost_goal(key: str, node: str, profession: Profession | None, position: int) -> Goal:
    return goal(
        key,
        GoalMeasure.AGENCY_COST,
        node=node,
        profession=profession,
        position=position,
        target_is_baseline=True,
        in_cost_table=True,
    )


COST_GOALS = (
    cost_goal("sum", "HS", None, 6),
    cost_goal("lak", "HS", Profession.DOCTOR, 1),
    cost_goal("pv", "PV", Profession.DOCTOR, 2),
    cost_goal("os", "OS", Profession.DOCTOR, 3),
    cost_goal("ssk", "HS", Profession.NURSE, 4),
    cost_goal("ovr", "HS", Profession.OTHER, 5),
)


def table(
    facts: list[Fact],
    goals: tuple[Goal, ...],
    month: Month = DECEMBER,
    absent: tuple[tuple[int, int], ...] = (),
    settings: tuple[Setting, ...] = (),
) -> GoalTable:
    world = World(tuple(facts), PARENT_OF, frozenset(), SCOPES)
    mappings = replace(mappings_for(world), goals=goals, settings=settings)
    loaded = [("HSV", each) for each in MONTHS if each not in absent]
    return goal_table(figures_from(facts, loaded=loaded, mappings=mappings), (), Unmapped(()), Selection(month))


def test_the_published_amounts_come_out_to_the_ore() -> None:
    rows = {row.goal.key: row for row in table(published_facts(), COST_GOALS).cost_rows}
    assert list(rows) == ["lak", "pv", "os", "ssk", "ovr", "sum"]
    expected = PUBLISHED["underlying_kr"] | PUBLISHED["totals_kr"]
    for key, row in rows.items():
        found = (row.baseline_ore, row.previous_ore, row.current_ore)
        assert [value.number for value in found] == [100 * expected[key][year] for year in ("2015", "2017", "2018")]
        assert row.change_ore == row.current_ore.minus(row.previous_ore)
        assert row.deviation_pct.number == Fraction(
            100 * (expected[key]["2018"] - expected[key]["2015"]), expected[key]["2015"]
        )
    assert [key for key, row in rows.items() if row.is_sum] == ["sum"]


def test_part_of_a_year_is_compared_with_the_same_months() -> None:
    facts = published_facts()
    (row,) = table(facts, COST_GOALS[:1], SEPTEMBER).cost_rows
    for value, year in ((row.baseline_ore, 2015), (row.previous_ore, 2017), (row.current_ore, 2018)):
        assert value.number == sum(fact.amount for fact in facts if fact.month[0] == year and fact.month[1] <= 9)


def test_a_missing_month_leaves_its_year_without_a_sum() -> None:
    (row,) = table(published_facts(), COST_GOALS[:1], absent=((2017, 3),)).cost_rows
    assert row.previous_ore == Value(None, MissingReason.MONTHS_NOT_LOADED, (Month(2017, 3),))
    assert row.change_pct == row.change_ore == row.previous_ore
    assert row.deviation_ore.number is not None
    assert [part.month for part in row.sums[0].months if part.amount is None] == [Month(2017, 3)]


def share_facts(agency: int, own: int) -> list[Fact]:
    return [
        fact
        for month in window((2018, 12))
        for fact in (Fact(month, "1", "nurse", "agency", agency), Fact(month, "1", "nurse", "own", own))
    ]


NATIONAL = goal("nat", GoalMeasure.SHARE_OF_TOTAL_R12, profession=Profession.NURSE, target=Decimal(2))


@pytest.mark.parametrize(
    ("agency", "own", "status", "deviation"),
    [
        (2, 98, GoalStatus.MET, Fraction(0)),
        (3, 97, GoalStatus.NOT_MET, Fraction(1)),
        (1, 99, GoalStatus.MET, Fraction(-1)),
        (0, 0, GoalStatus.MISSING, None),
    ],
)
def test_the_national_goal_is_at_most(agency: int, own: int, status: GoalStatus, deviation: Fraction | None) -> None:
    # The setting is share_of_own; the national goal is judged by share_of_total all the same.
    settings = (Setting("definition", Definition.OWN.value),)
    (outcome,) = table(share_facts(agency, own), (NATIONAL,), settings=settings).outcomes
    assert (outcome.status, outcome.deviation.number) == (status, deviation)
    assert [behind.label for behind in outcome.sums] == ["agency", "own"]


def test_before_its_deadline_a_goal_is_ongoing_and_after_it_is_judged_at_it() -> None:
    early, late = replace(NATIONAL, deadline=Month(2019, 6)), replace(NATIONAL, deadline=SEPTEMBER)
    found = {outcome.goal.deadline: outcome for outcome in table(share_facts(1, 99), (early, late)).outcomes}
    assert (found[Month(2019, 6)].status, found[Month(2019, 6)].evaluated_at) == (GoalStatus.ONGOING, DECEMBER)
    assert (found[SEPTEMBER].status, found[SEPTEMBER].evaluated_at) == (GoalStatus.MET, SEPTEMBER)


WEEKS = goal(
    "veckor", GoalMeasure.WORKED_WEEKS, profession=Profession.DOCTOR, target=Decimal(585), direction=Direction.BELOW
)


@pytest.mark.parametrize(("centihours", "status"), [(585 * 4000, GoalStatus.NOT_MET), (585 * 4000 - 1, GoalStatus.MET)])
def test_below_is_below(centihours: int, status: GoalStatus) -> None:
    facts = [Fact((2018, 9), "1", "doctor", "hours:external", centihours)]
    (outcome,) = table(facts, (replace(WEEKS, deadline=SEPTEMBER),)).outcomes
    assert (outcome.status, outcome.outcome.number) == (status, Fraction(centihours, 4000))
    assert (outcome.sums[0].label, outcome.sums[0].unit, len(outcome.sums[0].months)) == (
        "external_hours",
        "centihours",
        9,
    )


@pytest.mark.parametrize(
    ("entered", "status", "reason"),
    [
        (Decimal(49), GoalStatus.NOT_MET, None),
        (Decimal(60), GoalStatus.MET, None),
        (None, GoalStatus.MISSING, MissingReason.NOT_ENTERED),
    ],
)
def test_a_count_is_entered_by_hand(entered: Decimal | None, status: GoalStatus, reason: MissingReason | None) -> None:
    manual = goal("st", GoalMeasure.MANUAL, target=Decimal(60), direction=Direction.AT_LEAST, manual_outcome=entered)
    (outcome,) = table(share_facts(1, 1), (manual,)).outcomes
    assert (outcome.status, outcome.outcome.reason) == (status, reason)


def test_an_undefined_goal_is_not_evaluated_and_points_to_the_national_ones() -> None:
    undefined = goal("oberoende", GoalMeasure.UNDEFINED, undefined_reason="Oberoende definierades aldrig.")
    quarter = replace(NATIONAL, key="kvartal", deadline=SEPTEMBER)
    found = {outcome.goal.key: outcome for outcome in table(share_facts(1, 1), (undefined, NATIONAL, quarter)).outcomes}
    outcome = found["oberoende"]
    assert (outcome.status, outcome.outcome.reason) == (GoalStatus.NOT_EVALUABLE, MissingReason.NOT_DEFINED)
    assert outcome.instead == ("nat",)
    assert found["nat"].instead == ()


def test_cost_against_a_number_and_against_2015() -> None:
    fixed = goal("fast", GoalMeasure.AGENCY_COST, target=Decimal("134060000.00"))
    baseline = goal("2015", GoalMeasure.AGENCY_COST, target_is_baseline=True, deadline=SEPTEMBER)
    found = {outcome.goal.key: outcome for outcome in table(published_facts(), (fixed, baseline)).outcomes}
    assert (found["fast"].status, found["fast"].deviation.number) == (GoalStatus.MET, Fraction(0))
    assert len(found["fast"].sums[0].months) == 12
    assert found["2015"].evaluated_at == SEPTEMBER
    assert len(found["2015"].sums[0].months) == 18


def test_a_region_without_goals_of_its_own_gets_the_national_ones() -> None:
    found = table(published_facts(), ())
    assert [row.goal.key for row in found.cost_rows] == [
        "kostnad-doctor",
        "kostnad-nurse",
        "kostnad-other",
        "kostnad-summa",
    ]
    assert [outcome.goal.target for outcome in found.outcomes] == [Decimal(2), Decimal(2)]
    assert all(each.node == "R" for each in default_goals("R", DECEMBER))


def test_a_goal_for_a_node_that_is_gone_is_left_out() -> None:
    assert table(share_facts(1, 1), (replace(NATIONAL, node="BORTA"),)).outcomes == ()


def test_no_mappings_at_all_is_no_error() -> None:
    figures = figures_from(share_facts(1, 1), loaded=[("ALLA", month) for month in MONTHS], mappings=MappingSet())
    assert goal_table(figures, (), Unmapped(()), Selection()).cost_rows[-1].current_ore == Value.of(12)
