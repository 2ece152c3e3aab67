"""Lays out the sheet Underlag: first the cost table's years, then the months behind each goal."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.month import Month
from bemanning.export.formulas import Cell
from bemanning.export.sums_lines import Line, amounts_by_month, blank_where_unplaced, checked, labels_of, make_line
from bemanning.export.sums_sheet import SumsSheet
from bemanning.presentation.goal_words import baseline_name, window
from bemanning.presentation.numbers import months_text
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalTable

# The name, in formulas, of the cell with the hours that make a week.
HOURS_PER_WEEK = "timmar_per_vecka"


@dataclass(frozen=True, slots=True)
class SumCells:
    """Where the sums stand. years: goal key → baseline, previous and current year.

    labels: goal key → label → the outcome's sum. baselines: goal key → its target's sum.
    """

    years: dict[str, tuple[Cell, Cell, Cell]]
    labels: dict[str, dict[str, Cell]]
    baselines: dict[str, Cell]


def write_sums(sheet: SumsSheet, table: GoalTable, notes: tuple[str, ...]) -> SumCells:
    """Write the whole sheet and give the places of its sums. Raises ValueError for sums that do not add up."""
    for note in notes:
        sheet.text(note, "text")
    if any(outcome.goal.measure is GoalMeasure.WORKED_WEEKS for outcome in table.outcomes):
        sheet.assumption("Timmar per hyrvecka (antagande)", HOURS_PER_WEEK, table.hours_per_week)
    cells = SumCells({}, {}, {})
    if table.cost_rows:
        _write_cost_rows(sheet, table, cells)
    for outcome in table.outcomes:
        _write_goal(sheet, outcome, table.baseline_year, cells)
    return cells


def _year_lines(table: GoalTable, row: CostRow) -> tuple[Line, Line, Line]:
    amounts = amounts_by_month(row.sums, "agency")
    this_year = table.selection.month.year
    baseline, previous, current = (
        checked(make_line(row.goal, "agency", str(year), _in_year(table.months, year), amounts), value)
        for year, value in (
            (table.baseline_year, row.baseline_ore),
            (this_year - 1, row.previous_ore),
            (this_year, row.current_ore),
        )
    )
    return baseline, previous, current


def _in_year(months: tuple[Month, ...], year: int) -> tuple[Month, ...]:
    return tuple(Month(year, month.number) for month in months)


def _write_cost_rows(sheet: SumsSheet, table: GoalTable, cells: SumCells) -> None:
    lines = {row.goal.key: _year_lines(table, row) for row in table.cost_rows}
    tops = [lines[row.goal.key] for row in table.cost_rows if not row.goal.is_part and not row.is_sum]
    sheet.heading(lines[table.cost_rows[0].goal.key][0], with_years=False)
    # The sum row follows from rows that must stand on the sheet before it, wherever the table has it.
    for row in sorted(table.cost_rows, key=lambda row: row.is_sum):
        baseline, previous, current = (
            sheet.add(line, parts=[top[step] for top in tops] if row.is_sum else ())
            for step, line in enumerate(lines[row.goal.key])
        )
        cells.years[row.goal.key] = (baseline, previous, current)


def _write_goal(sheet: SumsSheet, outcome: GoalOutcome, baseline_year: int, cells: SumCells) -> None:
    goal, labels = outcome.goal, labels_of(outcome.goal.measure)
    if not labels:
        return
    is_share = goal.measure is GoalMeasure.SHARE_OF_TOTAL_R12
    months = window(goal, outcome.evaluated_at)
    period = "rullande 12" if is_share else months_text(months[0], months[-1])
    keep = checked if goal.measure is GoalMeasure.AGENCY_COST else blank_where_unplaced
    lines = [
        keep(make_line(goal, label, period, months, amounts_by_month(outcome.sums, label)), outcome.outcome)
        for label in labels
    ]
    sheet.heading(lines[0], with_years=is_share)
    cells.labels[goal.key] = {line.label: sheet.add(line) for line in lines}
    if goal.target_is_baseline and goal.measure is GoalMeasure.AGENCY_COST:
        same_months = _in_year(months, baseline_year)
        name = baseline_name(goal.measure, baseline_year)
        baseline = make_line(goal, "agency", name, same_months, amounts_by_month(outcome.sums, "agency"))
        cells.baselines[goal.key] = sheet.add(checked(baseline, outcome.target))
