"""Builds the goal table of services.goal_attainment from the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from bemanning.domain.goal import Direction, Goal, GoalMeasure
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Definition, MonthStatus, OrganisationView, Source
from bemanning.kpi.panel import Panel
from bemanning.services.figures import Figures
from bemanning.services.goal_attainment import (
    CostRow,
    GoalOutcome,
    GoalStatus,
    GoalTable,
    MonthAmount,
    SumBehind,
)
from bemanning.services.node_figures import NodeFigures, node_figures
from bemanning.services.resolved import resolve
from bemanning.services.unmapped import Unmapped
from bemanning.store import LoadRecord

_NOT_DEFINED = Value(None, MissingReason.NOT_DEFINED)


def goal_table(figures: Figures, loads: Iterable[LoadRecord], unmapped: Unmapped, selection: Selection) -> GoalTable:
    """Answer the screen. Goals name their own nodes, so the selection chooses the month and the organisation view.

    loads: the loads that may be sources; those that are current for a month the table sums are named in it.
    """
    resolved = resolve(figures, selection)
    month, view = resolved.month, resolved.view
    goals = [goal for goal in figures.goals_for(month) if goal.node in figures.organisation.by_code]
    rows = tuple(_cost_row(figures, goal, month, view) for goal in goals if goal.in_cost_table)
    outcomes = tuple(_outcome(figures, goal, goals, month, view) for goal in goals if not goal.in_cost_table)
    used = _used(figures, rows, outcomes, view)
    return GoalTable(
        selection=resolved,
        months=month.year_to_date(),
        baseline_year=BASELINE_YEAR,
        cost_rows=rows,
        outcomes=outcomes,
        nodes=tuple(figures.organisation.by_code[code] for code in dict.fromkeys(goal.node for goal in goals)),
        hours_per_week=figures.settings.hours_per_week,
        unmapped=unmapped,
        data_status=_data_status(figures, used),
        source_loads=tuple(load for load in loads if _is_source(load, used)),
    )


# A month, "2018-12", of one source and scope that a figure of the table is summed from.
Used = tuple[Source, str, str]


def _used(
    figures: Figures, rows: Iterable[CostRow], outcomes: Iterable[GoalOutcome], view: OrganisationView
) -> frozenset[Used]:
    parts: list[CostRow | GoalOutcome] = [*rows, *outcomes]
    return frozenset(each for part in parts for each in _used_by(part, figures.scopes_of(part.goal.node, view)))


def _used_by(part: CostRow | GoalOutcome, scopes: frozenset[str]) -> Iterator[Used]:
    for behind in part.sums:
        source = Source.HEROMA if behind.label == "external_hours" else Source.LEDGER
        months = [str(amount.month) for amount in behind.months]
        yield from ((source, scope, month) for scope in scopes for month in months)


def _is_source(load: LoadRecord, used: frozenset[Used]) -> bool:
    return any((load.source, load.scope, month) in used for month in load.current_months)


def _data_status(figures: Figures, used: frozenset[Used]) -> MonthStatus:
    """Give the weakest status of the months used: preliminary, open, or closed where every one of them is."""
    found = {row.status for row in figures.current_months if (row.source, row.scope, str(row.month)) in used}
    for status in (MonthStatus.PRELIMINARY, MonthStatus.OPEN):
        if status in found:
            return status
    return MonthStatus.CLOSED if found else MonthStatus.MISSING


def _in_year(months: Iterable[Month], year: int) -> tuple[Month, ...]:
    """Give the same months of another year."""
    return tuple(Month(year, month.number) for month in months)


def _cost_row(figures: Figures, goal: Goal, month: Month, view: OrganisationView) -> CostRow:
    node = node_figures(figures, goal.node, goal.profession, view)
    current = month.year_to_date()
    years = (_in_year(current, BASELINE_YEAR), _in_year(current, month.year - 1), current)
    baseline_ore, previous_ore, current_ore = (node.agency_cost(months) for months in years)
    return CostRow(
        goal=goal,
        baseline_ore=baseline_ore,
        previous_ore=previous_ore,
        current_ore=current_ore,
        change_ore=current_ore.minus(previous_ore),
        change_pct=current_ore.relative_to(previous_ore),
        deviation_ore=current_ore.minus(baseline_ore),
        deviation_pct=current_ore.relative_to(baseline_ore),
        is_sum=goal.profession is None,
        sums=(_behind(node, "agency", node.agency, tuple(dict.fromkeys(m for months in years for m in months))),),
    )


def _behind(node: NodeFigures, label: str, panel: Panel, months: Iterable[Month]) -> SumBehind:
    unit = "centihours" if label == "external_hours" else "ore"
    return SumBehind(label, unit, tuple(MonthAmount(*pair) for pair in node.amounts(panel, months)))


def _outcome(figures: Figures, goal: Goal, goals: list[Goal], month: Month, view: OrganisationView) -> GoalOutcome:
    at = min(goal.deadline, month)
    outcome, target, sums = _MEASURED[goal.measure](node_figures(figures, goal.node, goal.profession, view), goal, at)
    deviation = outcome.minus(target)
    return GoalOutcome(
        goal=goal,
        status=_status(goal, deviation, is_ongoing=month < goal.deadline),
        evaluated_at=at,
        outcome=outcome,
        target=target,
        deviation=deviation,
        sums=sums,
        instead=_instead(goal, goals),
    )


Measured = tuple[Value, Value, tuple[SumBehind, ...]]


def _share(node: NodeFigures, goal: Goal, at: Month) -> Measured:
    # The national goal is always judged by share_of_total, whatever the setting says (DOMAIN, Definitions).
    window = at.window()
    sums = (_behind(node, "agency", node.agency, window), _behind(node, "own", node.own, window))
    return node.share(Definition.TOTAL, at), _target(goal), sums


def _cost(node: NodeFigures, goal: Goal, at: Month) -> Measured:
    months = at.year_to_date()
    baseline = _in_year(months, BASELINE_YEAR)
    target = node.agency_cost(baseline) if goal.target_is_baseline else _target(goal, ORE_PER_KR)
    shown = (*baseline, *months) if goal.target_is_baseline else months
    return node.agency_cost(months), target, (_behind(node, "agency", node.agency, dict.fromkeys(shown)),)


def _weeks(node: NodeFigures, goal: Goal, at: Month) -> Measured:
    months = at.year_to_date()
    sums = (_behind(node, "external_hours", node.external_hours, months),)
    return node.worked_weeks(months), _target(goal), sums


def _manual(_node: NodeFigures, goal: Goal, _at: Month) -> Measured:
    entered = goal.manual_outcome
    outcome = Value(None, MissingReason.NOT_ENTERED) if entered is None else Value.of(Fraction(entered))
    return outcome, _target(goal), ()


def _undefined(_node: NodeFigures, _goal: Goal, _at: Month) -> Measured:
    return _NOT_DEFINED, _NOT_DEFINED, ()


_MEASURED: dict[GoalMeasure, Callable[[NodeFigures, Goal, Month], Measured]] = {
    GoalMeasure.SHARE_OF_TOTAL_R12: _share,
    GoalMeasure.AGENCY_COST: _cost,
    GoalMeasure.WORKED_WEEKS: _weeks,
    GoalMeasure.MANUAL: _manual,
    GoalMeasure.UNDEFINED: _undefined,
}


def _target(goal: Goal, scale: int = 1) -> Value:
    return _NOT_DEFINED if goal.target is None else Value.of(scale * Fraction(goal.target))


def _status(goal: Goal, deviation: Value, *, is_ongoing: bool) -> GoalStatus:
    if goal.measure is GoalMeasure.UNDEFINED:
        return GoalStatus.NOT_EVALUABLE
    if deviation.number is None:
        return GoalStatus.MISSING
    if is_ongoing:
        return GoalStatus.ONGOING
    met = {
        Direction.AT_MOST: deviation.number <= 0,
        Direction.BELOW: deviation.number < 0,
        Direction.AT_LEAST: deviation.number >= 0,
    }
    return GoalStatus.MET if met[goal.direction] else GoalStatus.NOT_MET


def _instead(goal: Goal, goals: list[Goal]) -> tuple[str, ...]:
    """Name the national indicator's goals beside a goal that no measure was decided for."""
    if goal.measure is not GoalMeasure.UNDEFINED:
        return ()
    return tuple(
        other.key
        for other in goals
        if other.measure is GoalMeasure.SHARE_OF_TOTAL_R12 and other.deadline >= goal.deadline
    )
