"""One goal's four figures on the board's sheet: outcome, target, deviation and status, formulas where possible."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from bemanning.domain.goal import Goal, GoalMeasure
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.value import Value
from bemanning.export import formulas
from bemanning.export.formulas import MISSING_TEXT, Formula
from bemanning.export.sums_plan import HOURS_PER_WEEK, SumCells
from bemanning.export.workbook_styles import MKR_UNIT, PERCENT_UNIT, POINTS_UNIT, WEEKS_UNIT, number_format
from bemanning.presentation.goal_words import STATUS_WORDS, direction_word
from bemanning.presentation.numbers import MISSING
from bemanning.services.goal_attainment import GoalOutcome, GoalStatus

_COLUMNS = OUTCOME, TARGET, DEVIATION, STATUS = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class MeasureCells:
    """How a measure stands in cells.

    divisor: from the service's unit to the cell's. unit and deviation_unit: as number formats write them.
    decimals: always shown (None: one where the number has any). verdict_decimals: what lies beyond is noise.
    """

    divisor: int
    unit: str
    deviation_unit: str
    decimals: int | None
    verdict_decimals: int


MEASURE_CELLS = {
    GoalMeasure.SHARE_OF_TOTAL_R12: MeasureCells(100, PERCENT_UNIT, POINTS_UNIT, 1, 12),
    GoalMeasure.AGENCY_COST: MeasureCells(ORE_PER_KR, MKR_UNIT, MKR_UNIT, 1, 2),
    GoalMeasure.WORKED_WEEKS: MeasureCells(1, WEEKS_UNIT, WEEKS_UNIT, None, 6),
    GoalMeasure.MANUAL: MeasureCells(1, "", "", None, 6),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows: a formula, a number, or words; and its number format."""

    content: Formula | Fraction | str
    number_format: str = ""


def goal_cells(outcome: GoalOutcome, row: int, sums: SumCells) -> dict[int, Shown]:
    """Give the goal's four cells by column, as they stand on a row."""
    if outcome.status is GoalStatus.NOT_EVALUABLE:
        words = (MISSING, "inte definierat", MISSING, STATUS_WORDS[outcome.status])
        return {column: Shown(text) for column, text in zip(_COLUMNS, words, strict=True)}
    goal, cells = outcome.goal, MEASURE_CELLS[outcome.goal.measure]
    at, target = xl_rowcol_to_cell(row, OUTCOME), xl_rowcol_to_cell(row, TARGET)
    target_decimals = cells.decimals if goal.measure is GoalMeasure.AGENCY_COST else None
    word = direction_word(goal)
    return {
        OUTCOME: Shown(_outcome(outcome, sums), number_format(_decimals(outcome.outcome, cells.decimals), cells.unit)),
        TARGET: Shown(
            _target(outcome, sums), number_format(_decimals(outcome.target, target_decimals), cells.unit, word=word)
        ),
        DEVIATION: Shown(
            _deviation(outcome, at, target),
            number_format(_decimals(outcome.deviation, cells.decimals), cells.deviation_unit, plus=True),
        ),
        STATUS: Shown(_status(outcome, at, target)),
    }


def _decimals(value: Value, fixed: int | None) -> int:
    if fixed is not None:
        return fixed
    return 0 if value.number is None or value.number.denominator == 1 else 1


def repeated(shown: dict[int, Shown], row: int) -> dict[int, Shown]:
    """Give the cells of another row that show the same four figures, led from the row where they stand."""
    return {
        column: Shown(Formula(f"={xl_rowcol_to_cell(row, column)}", _value(cell.content)), cell.number_format)
        for column, cell in shown.items()
    }


def _value(content: Formula | Fraction | str) -> Fraction | str | None:
    return content.value if isinstance(content, Formula) else content


def _scaled(goal: Goal, value: Value) -> Fraction | None:
    return None if value.number is None else value.number / MEASURE_CELLS[goal.measure].divisor


def _outcome(outcome: GoalOutcome, sums: SumCells) -> Formula | Fraction | str:
    goal, value = outcome.goal, _scaled(outcome.goal, outcome.outcome)
    behind = {label: cell.address for label, cell in sums.labels.get(goal.key, {}).items()}
    if goal.measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return Formula(formulas.share_of_total(behind["agency"], behind["own"]), value)
    if goal.measure is GoalMeasure.AGENCY_COST:
        return formulas.reference(sums.labels[goal.key]["agency"])
    if goal.measure is GoalMeasure.WORKED_WEEKS:
        return Formula(formulas.weeks(behind["external_hours"], HOURS_PER_WEEK), value)
    return MISSING_TEXT if value is None else value


def _target(outcome: GoalOutcome, sums: SumCells) -> Formula | Fraction | str:
    if outcome.goal.key in sums.baselines:
        return formulas.reference(sums.baselines[outcome.goal.key])
    value = _scaled(outcome.goal, outcome.target)
    return MISSING_TEXT if value is None else value


def _deviation(outcome: GoalOutcome, at: str, target: str) -> Formula:
    if outcome.goal.measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return Formula(formulas.difference_pp(at, target), outcome.deviation.number)
    return Formula(formulas.difference(at, target), _scaled(outcome.goal, outcome.deviation))


def _status(outcome: GoalOutcome, at: str, target: str) -> Formula | str:
    if outcome.status is GoalStatus.ONGOING:
        return STATUS_WORDS[outcome.status]
    words = (STATUS_WORDS[GoalStatus.MET], STATUS_WORDS[GoalStatus.NOT_MET])
    decimals = MEASURE_CELLS[outcome.goal.measure].verdict_decimals
    text = formulas.verdict(at, target, outcome.goal.direction, decimals, words)
    return Formula(text, STATUS_WORDS[outcome.status])
