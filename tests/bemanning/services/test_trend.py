"""The trend's values agree with plain loops; its lines, gaps and levels are what the screen and the files say."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, Profession, TrendMeasure
from bemanning.kpi.registry import MeasureKey
from bemanning.services.trend import trend
from tests.builders.figures import figures_from, mappings_for
from tests.builders.trends import GAP, figures, trend_of
from tests.oracles import naive
from tests.oracles.naive import Fact, World

PARENT_OF = {"HS": "R", "ST": "R", "A1": "HS", "A2": "HS", "S1": "ST"}
SCOPE_OF = {"A1": "HSV", "A2": "HSV", "S1": "STAB"}
# 2015 and half of 2016, so that months lie before, inside and after the year that all is compared with.
MONTHS = naive.window((2016, 6), 20)
PROFESSIONS = {"doctor", "nurse", "other", "unmapped"}
KINDS = ["own", "agency", "overtime", "hours:own", "hours:external"]
FACTS = st.lists(
    st.builds(
        Fact, month=st.sampled_from(MONTHS), unit=st.sampled_from(sorted(SCOPE_OF)),
        profession=st.sampled_from(sorted(PROFESSIONS)), kind=st.sampled_from(KINDS),
        amount=st.integers(-(10**9), 10**9),
    ),
    max_size=50,
)  # fmt: skip
ABSENT = st.sets(st.tuples(st.sampled_from(["HSV", "STAB"]), st.sampled_from(MONTHS)), max_size=2)
CHOICES = st.tuples(st.sampled_from(TrendMeasure), st.sampled_from(Definition), st.sampled_from([*Profession, None]))


def expected_key(measure: TrendMeasure, definition: Definition) -> str:
    return f"share_of_{definition}" if measure is TrendMeasure.SHARE else measure.value


@given(FACTS, ABSENT, st.sampled_from(["R", "HS", "A1"]), CHOICES)
def test_every_measure_agrees_with_the_naive_one(
    facts: list[Fact],
    absent: set[tuple[str, naive.Month]],
    node: str,
    choice: tuple[TrendMeasure, Definition, Profession | None],
) -> None:
    measure, definition, profession = choice
    every = {(scope, month) for scope in ("HSV", "STAB") for month in MONTHS}
    loaded = frozenset(every - absent | {("HSV", MONTHS[0]), ("HSV", MONTHS[-1])})
    cost = World(tuple(facts), PARENT_OF, loaded, SCOPE_OF)
    hours = replace(cost, facts=tuple(
        replace(fact, kind=fact.kind.removeprefix("hours:")) for fact in facts if fact.kind.startswith("hours:")
    ))  # fmt: skip
    asked = Selection(
        month=Month(*MONTHS[-1]), node=node, profession=profession, definition=definition, measure=measure
    )
    found = trend(figures_from(facts, loaded=loaded, mappings=mappings_for(cost)), asked)
    professions = {profession.value} if profession else PROFESSIONS
    key = expected_key(measure, definition)
    if key == "share_deviation" and definition is Definition.OWN:
        key = "own_share_deviation"

    def naively(months: list[naive.Month]) -> Fraction | None:
        return naive.measured((cost, hours), node, professions, key, months)

    (line,) = found.lines
    assert [point.month for point in line.points] == [Month(*month) for month in MONTHS]
    for point, month in zip(line.points, MONTHS, strict=True):
        assert point.monthly.number == naively([month])
        assert point.r12.number == naively(naive.window(month))
        made_of = "external" if found.amount_unit == "centihours" else "agency"
        world = hours if found.amount_unit == "centihours" else cost
        assert point.came_in.number == naive.total(world, node, professions, {made_of}, [month])
        before = (month[0] - 1, month[1])
        assert point.fell_out.number == naive.total(world, node, professions, {made_of}, [before])
    assert line.now == line.points[-1].r12


def test_a_line_ends_with_the_selected_month_and_says_how_it_has_moved() -> None:
    (line,) = trend_of(month=Month(2017, 12), measure=TrendMeasure.AGENCY_COST).lines
    assert line.points[-1].month == Month(2017, 12)
    assert line.now == Value.of(14_400_000)
    assert (line.change_on_year, line.change_on_baseline) == (Value.of(1_200_000), Value.of(2_400_000))
    last = line.points[-1]
    assert (last.came_in, last.fell_out) == (Value.of(1_200_000), Value.of(1_100_000))


def test_a_month_that_is_not_loaded_is_missing_for_those_it_belongs_to_and_in_every_window_over_it() -> None:
    selected, pv, med = trend_of(node="HS", compared=("PV", "MED")).lines
    by_month = {point.month: point for point in pv.points}
    assert by_month[GAP].monthly == Value(None, MissingReason.MONTHS_NOT_LOADED, (GAP,))
    assert by_month[Month(2018, 12)].r12.missing_months == (GAP,)
    assert (selected.now.number, pv.now.number) == (None, None)
    assert all(point.monthly.number is not None for point in med.points)
    assert med.now.number == Fraction(100 * 13, 73)


def test_what_is_compared_comes_after_the_selection_itself_and_once() -> None:
    compared = ("PV", Profession.NURSE, "MED", Profession.DOCTOR)
    found = trend_of(compared=compared)
    assert [(line.node.code, line.profession) for line in found.lines] == [
        ("MED", Profession.DOCTOR),
        ("PV", Profession.DOCTOR),
        ("MED", Profession.NURSE),
    ]
    assert found.compared == compared


@pytest.mark.parametrize(
    ("selection", "target"),
    [
        ({}, Value.of(2)),
        ({"profession": Profession.NURSE}, Value.of(2)),
        ({"profession": Profession.OTHER}, None),
        ({"profession": None}, None),
        ({"definition": Definition.OWN}, None),
        ({"measure": TrendMeasure.HOURS_SHARE}, None),
    ],
)
def test_the_target_stands_only_where_it_applies(selection: dict[str, object], target: Value | None) -> None:
    assert trend_of(**selection).lines[0].target_pct == target


def test_a_deviations_level_is_nothing_and_other_measures_have_2015s() -> None:
    assert trend_of(measure=TrendMeasure.COST_DEVIATION).lines[0].baseline == Value.of(0)
    assert trend_of(measure=TrendMeasure.AGENCY_COST).lines[0].baseline == Value.of(12_000_000)
    assert trend_of(measure=TrendMeasure.PRICE_PER_HOUR).lines[0].baseline == Value.of(125_000)


def test_the_deviation_of_the_share_is_of_the_share_that_is_chosen() -> None:
    own = trend_of(measure=TrendMeasure.SHARE_DEVIATION, definition=Definition.OWN)
    assert own.measure.key is MeasureKey.SHARE_DEVIATION
    assert own.lines[0].now == Value.of(Fraction(100 * 13, 60) - Fraction(100 * 10, 60))


def test_an_unknown_node_is_refused_compared_or_selected() -> None:
    for asked in (Selection(node="nej"), Selection(compared=("nej",))):
        with pytest.raises(UserError):
            trend(figures(), asked)
