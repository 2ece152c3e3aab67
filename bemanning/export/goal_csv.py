"""Måluppfyllelse as CSV: the goals and the cost against 2015, in true numbers."""

from __future__ import annotations

from datetime import datetime

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.value import Value
from bemanning.export.comment_block import comment_lines
from bemanning.export.csv_text import MEDIA_TYPE, csv_bytes
from bemanning.export.exported_file import ExportedFile, dated
from bemanning.export.file_table import Cell, FileTable, text_lines
from bemanning.presentation.file_names import selection_stem
from bemanning.presentation.goal_table import PrintedGoal, cost_headings, explanation, goal_rows, table_title
from bemanning.presentation.goal_words import DATA_STATUS_WORDS, DEFINITION_WORDS, VIEW_WORDS
from bemanning.presentation.made_text import made_text
from bemanning.presentation.numbers import month_text, months_text
from bemanning.presentation.texts import goals as texts
from bemanning.services.comments import Comments
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalTable

_UNITS = {
    GoalMeasure.SHARE_OF_TOTAL_R12: "%",
    GoalMeasure.AGENCY_COST: "kr",
    GoalMeasure.WORKED_WEEKS: "veckor",
    GoalMeasure.MANUAL: "antal",
    GoalMeasure.UNDEFINED: "",
}
_GOAL_HEADINGS = (
    texts.GOAL, texts.OUTCOME, texts.TARGET, texts.DEVIATION, texts.UNIT_OF_MEASURE, texts.STATUS, texts.PERIOD,
    texts.DEADLINE, texts.NODE, texts.DEFINITION,
)  # fmt: skip


def goal_csv(table: GoalTable, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the goals and the cost table, then what they are about, then the comments."""
    goals = zip(goal_rows(table), table.outcomes, strict=True)
    tables = (
        FileTable(texts.GOALS_TITLE, _GOAL_HEADINGS, tuple(_goal(printed, outcome) for printed, outcome in goals), {}),
        FileTable(texts.COST_TITLE, _cost_headings(table), tuple(_cost(row) for row in table.cost_rows), {}),
    )
    lines = comment_lines(comments)
    content = csv_bytes([*text_lines(tables), *_facts(table, made_at), *([[], *lines] if lines else [])])
    stem = selection_stem("maluppfyllelse", table.selection, has_profession=False)
    return ExportedFile(dated(stem, made_at, "csv"), content, MEDIA_TYPE)


def _goal(printed: PrintedGoal, outcome: GoalOutcome) -> tuple[Cell, ...]:
    measure = outcome.goal.measure
    numbers = (_in_unit(measure, value) for value in (outcome.outcome, outcome.target, outcome.deviation))
    return (
        printed.name, *numbers, _UNITS[measure], printed.status_text, printed.period, printed.deadline, printed.node,
        explanation(printed),
    )  # fmt: skip


def _in_unit(measure: GoalMeasure, value: Value) -> Cell:
    return _kr(value) if measure is GoalMeasure.AGENCY_COST else value.number


def _cost_headings(table: GoalTable) -> tuple[str, ...]:
    """Give the printed headings, in kronor where they were in millions; the percentages say what they are."""
    name, *others = cost_headings(table)
    return name.replace(" i mkr", " i kr"), *others


def _cost(row: CostRow) -> tuple[Cell, ...]:
    amounts = (row.baseline_ore, row.previous_ore, row.current_ore, row.change_ore)
    return (
        row.goal.name, *(_kr(amount) for amount in amounts), row.change_pct.number, _kr(row.deviation_ore),
        row.deviation_pct.number,
    )  # fmt: skip


def _kr(amount: Value) -> Cell:
    return None if amount.number is None else amount.number / ORE_PER_KR


def _facts(table: GoalTable, made_at: datetime) -> list[tuple[str, str]]:
    selection, months = table.selection, table.months
    return [
        ("", table_title(table)),
        ("Region", selection.path[-1].name),
        ("Urval", f"{selection.node.name} ({selection.node.code})"),
        ("Månad", month_text(selection.month, long=True)),
        ("Summerade månader", months_text(months[0], months[-1])),
        ("Hyrandel räknas som", DEFINITION_WORDS[selection.definition]),
        ("Organisation", VIEW_WORDS[selection.view]),
        ("Uppgifterna är", DATA_STATUS_WORDS[table.data_status]),
        ("Framtaget", made_text(selection, made_at)),
    ]
