"""The sheet Måluppfyllelse: what the board reads, every figure a formula that leads to Underlag."""

from __future__ import annotations

from datetime import datetime

from xlsxwriter.worksheet import Worksheet

from bemanning.export.cost_table import write_cost_table
from bemanning.export.goals_table import write_goals
from bemanning.export.page import Page
from bemanning.export.sums_plan import SumCells
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.goal_table import table_title
from bemanning.presentation.goal_words import DATA_STATUS_WORDS, DEFINITION_WORDS, VIEW_WORDS
from bemanning.presentation.made_text import made_text
from bemanning.presentation.numbers import month_text, months_text
from bemanning.presentation.unmapped_note import unmapped_note
from bemanning.services.goal_attainment import GoalTable

SHEET_NAME = "Måluppfyllelse"
_WIDTHS = (44, 17, 17, 24, 18, 22, 17, 20)
# The facts stand in two columns of label and text.
_LEFT, _RIGHT = (0, 1), (4, 5)


def write_board_sheet(sheet: Worksheet, styles: Styles, table: GoalTable, sums: SumCells, made_at: datetime) -> None:
    """Write title, facts, cost table and goals."""
    page = Page(sheet, styles, _WIDTHS)
    page.title(table_title(table))
    sheet.freeze_panes(1, 1)
    _write_facts(page, table, made_at)
    if note := unmapped_note(table.unmapped):
        page.across(note, "note")
    write_cost_table(page, table, sums)
    write_goals(page, table, sums)
    sheet.print_area(0, 0, page.row, len(_WIDTHS) - 1)


def _facts(table: GoalTable, made_at: datetime) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    selection, months = table.selection, table.months
    return (
        (("Region", selection.path[-1].name), ("Hyrandel räknas som", DEFINITION_WORDS[selection.definition])),
        (("Urval", f"{selection.node.name} ({selection.node.code})"), ("Organisation", VIEW_WORDS[selection.view])),
        (("Månad", month_text(selection.month, long=True)), ("Uppgifterna är", DATA_STATUS_WORDS[table.data_status])),
        (("Summerade månader", months_text(months[0], months[-1])), ("Framtaget", made_text(selection, made_at))),
    )


def _write_facts(page: Page, table: GoalTable, made_at: datetime) -> None:
    for pair in _facts(table, made_at):
        page.sheet.set_row(page.row, 18)
        for (label_column, text_column), (label, text) in zip((_LEFT, _RIGHT), pair, strict=True):
            page.put(label_column, label, "label")
            page.put(text_column, text, "fact")
        page.row += 1
