"""The goals on the board's sheet: figures, and under each goal in words what it measures or why it can't be."""

from __future__ import annotations

from collections.abc import Collection

from bemanning.export.goal_cells import STATUS, Shown, goal_cells, repeated
from bemanning.export.page import Page
from bemanning.export.sums_plan import SumCells
from bemanning.presentation.goal_table import PrintedGoal, explanation, goal_rows
from bemanning.presentation.goal_words import STATUS_WORDS
from bemanning.services.goal_attainment import GoalOutcome, GoalStatus, GoalTable

_HEADINGS = ("Mål", "Utfall", "Målvärde", "Avvikelse", "Status", "Period", "Senast", "Enhet")
_COLOURED = {GoalStatus.MET: "met", GoalStatus.NOT_MET: "not_met"}


def write_goals(page: Page, table: GoalTable, sums: SumCells) -> None:
    """Write every goal. Nothing where there are none."""
    if not table.outcomes:
        return
    page.section("Övriga mål")
    page.headings(_HEADINGS, frozenset({1, 2, 3}))
    first = page.row
    printed = {goal.key: goal for goal in goal_rows(table)}
    rows = _rows_of_goals(table, first)
    cells = {outcome.goal.key: goal_cells(outcome, rows[outcome.goal.key], sums) for outcome in table.outcomes}
    for outcome in table.outcomes:
        _write_goal(page, printed[outcome.goal.key], cells[outcome.goal.key])
        for key in _offered(outcome, printed):
            _write_offered(page, printed[key], repeated(cells[key], rows[key]))
    _colour_statuses(page, first)


def _offered(outcome: GoalOutcome, known: Collection[str]) -> list[str]:
    return [key for key in outcome.instead if key in known]


def _rows_of_goals(table: GoalTable, first: int) -> dict[str, int]:
    """Tell beforehand on which row each goal will stand: a formula may lead to a goal further down."""
    keys = {outcome.goal.key for outcome in table.outcomes}
    rows: dict[str, int] = {}
    for outcome in table.outcomes:
        rows[outcome.goal.key] = first
        first += 2 + len(_offered(outcome, keys))
    return rows


def _write_goal(page: Page, goal: PrintedGoal, cells: dict[int, Shown]) -> None:
    page.fit([goal.name, "", "", "", "", goal.period, goal.deadline, goal.node])
    page.put(0, goal.name, "goal")
    _put_figures(page, cells, "goal_number")
    for column, text in enumerate((goal.period, goal.deadline, goal.node), start=STATUS + 1):
        page.put(column, text, "goal_text")
    page.row += 1
    page.across(explanation(goal), "small")


def _write_offered(page: Page, goal: PrintedGoal, cells: dict[int, Shown]) -> None:
    page.fit(["", "", "", "", "", goal.period])
    page.put(0, f"I stället: {goal.name}", "offered")
    _put_figures(page, cells, "offered_number")
    for column, text in enumerate((goal.period, goal.deadline, goal.node), start=STATUS + 1):
        page.put(column, text, "offered_text")
    page.row += 1


def _put_figures(page: Page, cells: dict[int, Shown], style: str) -> None:
    for column, shown in cells.items():
        own_style = style.replace("number", "text") if column == STATUS else style
        page.put(column, shown.content, own_style, shown.number_format)


def _colour_statuses(page: Page, first: int) -> None:
    for status, style in _COLOURED.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{STATUS_WORDS[status]}"',
            "format": page.styles.get(style),
        }
        page.sheet.conditional_format(first, STATUS, page.row, STATUS, rule)
