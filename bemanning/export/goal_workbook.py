"""Måluppfyllelse as an Excel workbook that a controller can trace cell by cell and a board can read."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from bemanning.export import board_sheet, sources_sheet, sums_sheet
from bemanning.export.board_sheet import write_board_sheet
from bemanning.export.comment_block import write_comment_sheet
from bemanning.export.exported_file import ExportedFile, dated
from bemanning.export.sources_sheet import write_sources_sheet
from bemanning.export.sums_plan import write_sums
from bemanning.export.sums_sheet import SumsSheet
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.file_names import selection_stem
from bemanning.presentation.goal_table import table_title
from bemanning.presentation.made_text import made_text
from bemanning.presentation.workbook_notes import SUMS_NOTES
from bemanning.services.comments import Comments
from bemanning.services.goal_attainment import GoalTable


def goal_workbook(table: GoalTable, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the workbook: the same table and moment give the same bytes.

    Every figure is a formula with its value beside it, led from monthly sums in kronor and hours. What is missing
    says so in words, before and after a recalculation. Raises ValueError where the sums behind do not add up.
    """
    buffer, title = BytesIO(), table_title(table)
    workbook = new_workbook(buffer, title, table.selection.path[-1].name, made_at)
    styles = Styles(workbook)
    board, sums, sources = (
        workbook.add_worksheet(name)
        for name in (board_sheet.SHEET_NAME, sums_sheet.SHEET_NAME, sources_sheet.SHEET_NAME)
    )
    cells = write_sums(SumsSheet(workbook, sums, styles, title), table, SUMS_NOTES)
    write_board_sheet(board, styles, table, cells, made_at)
    write_sources_sheet(sources, styles, table)
    write_comment_sheet(workbook, styles, comments)
    for sheet in workbook.worksheets():
        set_up_print(sheet, title, f"{table.selection.path[-1].name}, framtaget {made_text(table.selection, made_at)}")
    workbook.close()
    stem = selection_stem("maluppfyllelse", table.selection, has_profession=False)
    return ExportedFile(dated(stem, made_at, "xlsx"), buffer.getvalue())
