"""Goal tables from the published report's underlying amounts, any month of 2018, with months left out on demand."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from bemanning.domain.goal import Direction, Goal, GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, MonthStatus, NodeKind, OrganisationView, Profession, Source
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalStatus, GoalTable, MonthAmount, SumBehind
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.unmapped import Unmapped
from bemanning.store import LoadRecord

GOLDEN: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "golden" / "maluppfyllelse_2018.json").read_text("utf-8")
)
MADE_AT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
REGION = Node("R", "Region Demo & Co", NodeKind.REGION)
HEALTH_CARE = Node("HS", "Hälso- och sjukvård", NodeKind.DIVISION)
YEAR_END, THIRD_QUARTER = Month(2018, 12), Month(2018, 9)
_UNDERLYING_KR = {**GOLDEN["underlying_kr"], **GOLDEN["totals_kr"]}
_PROFESSIONS = {"lak": Profession.DOCTOR, "pv": Profession.DOCTOR, "os": Profession.DOCTOR,
                "ssk": Profession.NURSE, "ovr": Profession.OTHER, "sum": None}  # fmt: skip
_NODES = {"pv": "PV", "os": "OS"}
_NODE_NAMES = {"PV": "Primärvården", "OS": "Östersunds sjukhus"}
# Own cost per month that puts the share of December 2018 at 16.7 % and 3.7 %.
_OWN_ORE = {Profession.DOCTOR: 4_520_000_000, Profession.NURSE: 4_951_000_000}
_AGENCY_KEY = {Profession.DOCTOR: "lak", Profession.NURSE: "ssk"}
CENTIHOURS_A_MONTH = 203_333

Missing = Collection[Month]


def goal(key: str, measure: GoalMeasure, **fields: Any) -> Goal:
    """A goal with defaults that a test does not care about."""
    return Goal(
        **{"key": key, "name": f"Målet {key}", "measure": measure, "node": "HS", "deadline": YEAR_END, **fields}
    )


SHARE = GoalMeasure.SHARE_OF_TOTAL_R12
GOALS = (
    goal("ssk_andel", SHARE, profession=Profession.NURSE, target=Decimal(2), name="Oberoende, sjuksköterskor"),
    goal("lak_andel", SHARE, profession=Profession.DOCTOR, target=Decimal(2), name="Oberoende, läkare"),
    goal("strategiskt", GoalMeasure.UNDEFINED, undefined_reason="Oberoende definierades aldrig."),
    goal("ssk_kv3", SHARE, profession=Profession.NURSE, target=Decimal("3.5"), deadline=THIRD_QUARTER),
    goal("veckor", GoalMeasure.WORKED_WEEKS, profession=Profession.DOCTOR, node="PV", direction=Direction.BELOW,
         target=Decimal(700)),
    goal("kostnad", GoalMeasure.AGENCY_COST, target_is_baseline=True, deadline=THIRD_QUARTER),
    goal("tak", GoalMeasure.AGENCY_COST, direction=Direction.BELOW, target=Decimal(150_000_000)),
    goal("st", GoalMeasure.MANUAL, direction=Direction.AT_LEAST, target=Decimal(60), manual_outcome=Decimal(49),
         definition_text="=1+1", source_text="+SUM(A1)"),
    goal("ej_inmatat", GoalMeasure.MANUAL, target=Decimal(5)),
)  # fmt: skip


def year_amounts(key: str, year: int, missing: Missing = ()) -> list[MonthAmount]:
    """Split a year's amount over its months, to the öre, with a correction that makes January negative."""
    total_ore = _UNDERLYING_KR[key][str(year)] * 100
    part = total_ore // 10
    ore = [-7_50, *[part] * 10, total_ore - 10 * part + 7_50]
    months = [Month(year, number) for number in range(1, 13)]
    return [MonthAmount(month, None if month in missing else each) for month, each in zip(months, ore, strict=True)]


def total(amounts: Sequence[MonthAmount], unit: Fraction | int = 1) -> Value:
    missing = tuple(part.month for part in amounts if part.amount is None)
    if missing:
        return Value(None, MissingReason.MONTHS_NOT_LOADED, missing)
    return Value.of(sum(part.amount or 0 for part in amounts) / Fraction(unit))


def cost_row(key: str, name: str, month: Month, missing: Missing = ()) -> CostRow:
    row_goal = goal(
        key, GoalMeasure.AGENCY_COST, name=name, node=_NODES.get(key, "HS"), profession=_PROFESSIONS[key],
        target_is_baseline=True, in_cost_table=True, is_part=key in _NODES,
    )  # fmt: skip
    years = [year_amounts(key, year, missing)[: month.number] for year in (2015, 2017, 2018)]
    baseline, previous, current = (total(year) for year in years)
    sums = (SumBehind("agency", "ore", tuple(part for year in years for part in year)),)
    return replace(cost_row_of(row_goal, baseline, previous, current), is_sum=key == "sum", sums=sums)


def cost_row_of(row_goal: Goal, baseline: Value, previous: Value, current: Value) -> CostRow:
    """A row of three figures, without the months behind them."""
    return CostRow(
        goal=row_goal,
        baseline_ore=baseline,
        previous_ore=previous,
        current_ore=current,
        change_ore=current.minus(previous),
        change_pct=current.relative_to(previous),
        deviation_ore=current.minus(baseline),
        deviation_pct=current.relative_to(baseline),
        is_sum=False,
        sums=(),
    )


def outcome_of(each: Goal, month: Month, missing: Missing = ()) -> GoalOutcome:
    at = min(month, each.deadline)
    measured = {SHARE: _share, GoalMeasure.AGENCY_COST: _cost, GoalMeasure.WORKED_WEEKS: _weeks}
    outcome, target, sums = measured.get(each.measure, _entered)(each, at, missing)
    deviation = outcome.minus(target)
    instead = ("ssk_andel", "lak_andel", "okänt") if each.measure is GoalMeasure.UNDEFINED else ()
    return GoalOutcome(each, _status(each, deviation, month), at, outcome, target, deviation, sums, instead)


Measured = tuple[Value, Value, tuple[SumBehind, ...]]


def _share(each: Goal, at: Month, missing: Missing) -> Measured:
    assert each.profession is not None
    key = _AGENCY_KEY[each.profession]
    months = at.window()
    agency = [part for year in (2017, 2018) for part in year_amounts(key, year, missing) if part.month in months]
    own = [MonthAmount(month, None if month in missing else _OWN_ORE[each.profession]) for month in months]
    above, beside = total(agency), total(own)
    if above.number is None or beside.number is None:
        share = above
    else:
        share = Value(100 * above.number / (above.number + beside.number))
    return share, _target(each), (SumBehind("agency", "ore", tuple(agency)), SumBehind("own", "ore", tuple(own)))


def _cost(each: Goal, at: Month, missing: Missing) -> Measured:
    now, baseline = (year_amounts("sum", year, missing)[: at.number] for year in (2018, 2015))
    if not each.target_is_baseline:
        return total(now), Value.of(100 * Fraction(each.target or 0)), (SumBehind("agency", "ore", tuple(now)),)
    return total(now), total(baseline), (SumBehind("agency", "ore", (*baseline, *now)),)


def _weeks(each: Goal, at: Month, missing: Missing) -> Measured:
    hours = [MonthAmount(month, None if month in missing else CENTIHOURS_A_MONTH) for month in at.year_to_date()]
    return total(hours, 100 * 40), _target(each), (SumBehind("external_hours", "centihours", tuple(hours)),)


def _entered(each: Goal, _at: Month, _missing: Missing) -> Measured:
    if each.measure is GoalMeasure.UNDEFINED:
        return Value(None, MissingReason.NOT_DEFINED), Value(None, MissingReason.NOT_DEFINED), ()
    entered = each.manual_outcome
    outcome = Value(None, MissingReason.NOT_ENTERED) if entered is None else Value.of(Fraction(entered))
    return outcome, _target(each), ()


def _target(each: Goal) -> Value:
    return Value.of(Fraction(each.target or 0))


def _status(each: Goal, deviation: Value, month: Month) -> GoalStatus:
    if each.measure is GoalMeasure.UNDEFINED:
        return GoalStatus.NOT_EVALUABLE
    if deviation.number is None:
        return GoalStatus.MISSING
    if month < each.deadline:
        return GoalStatus.ONGOING
    met = {
        Direction.AT_MOST: deviation.number <= 0,
        Direction.BELOW: deviation.number < 0,
        Direction.AT_LEAST: deviation.number >= 0,
    }
    return GoalStatus.MET if met[each.direction] else GoalStatus.NOT_MET


def load(number: int, **fields: Any) -> LoadRecord:
    months = tuple(str(Month(2018, each)) for each in range(1, 13))
    return LoadRecord(**{
        "id": number, "source": Source.LEDGER, "scope": "hs", "file_name": f"=fil {number}.xlsx", "sha256": "ab" * 32,
        "content_hash": "cd" * 32, "profile": "verifikationer", "profile_version": 1, "months": months, "rows": 48_211,
        "total": -98_765_432_155, "actor_name": "@Karin Ek", "actor_role": "controller",
        "loaded_at": datetime(2019, 1, 14, 8, 12, tzinfo=UTC), "current_months": months, **fields,
    })  # fmt: skip


def goal_table(month: int = 12, missing: Missing = (), **changes: object) -> GoalTable:
    """The whole table, as the service would answer it."""
    at = Month(2018, month)
    selection = ResolvedSelection(
        month=at,
        node=HEALTH_CARE,
        path=(HEALTH_CARE, REGION),
        definition=Definition.TOTAL,
        view=OrganisationView.TODAY,
        profession=None,
        earliest_month=at,
        latest_month=at,
        is_preliminary=False,
    )
    table = GoalTable(
        selection=selection,
        months=at.year_to_date(),
        baseline_year=2015,
        cost_rows=tuple(cost_row(row["key"], row["cells"][0], at, missing) for row in GOLDEN["printed"]),
        outcomes=tuple(outcome_of(each, at, missing) for each in GOALS),
        nodes=(HEALTH_CARE, *(Node(code, name, NodeKind.AREA) for code, name in _NODE_NAMES.items())),
        hours_per_week=Fraction(40),
        data_status=MonthStatus.CLOSED,
        unmapped=Unmapped(()),
        source_loads=(load(1), load(2, source=Source.HEROMA, total=24_400_000, profile="heroma")),
    )
    return replace(table, **changes)  # type: ignore[arg-type]  # the builder takes any field
