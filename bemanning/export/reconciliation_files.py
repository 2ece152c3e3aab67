"""Avstämning as a workbook, a sheet for each table, or a CSV file with the tables beneath each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from bemanning.export.comment_block import comment_lines, write_comment_sheet
from bemanning.export.csv_text import MEDIA_TYPE, csv_bytes
from bemanning.export.exported_file import ExportedFile
from bemanning.export.file_table import Cell, FileTable, text_lines
from bemanning.export.page import Page
from bemanning.export.reconciliation_rows import facts, file_name, tables, title
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.made_text import made_text
from bemanning.presentation.texts import reconciliation as texts
from bemanning.services.comments import Comments
from bemanning.services.reconciliation import Reconciliation

SHEET_NAMES = (texts.OWN, texts.BOUGHT, "Leverantörer")
# The text columns before the figures; the figures; the judgement, and why something is missing.
_FIRST_WIDTHS, _FIGURE_WIDTH, _LAST_WIDTH = (30, 14), 18, 38


def reconciliation_csv(answer: Reconciliation, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write each table under its title, then the facts about them all, then the comments."""
    lines = comment_lines(comments)
    content = csv_bytes([*text_lines(tables(answer)), *facts(answer, made_at), *([[], *lines] if lines else [])])
    return ExportedFile(file_name(answer, made_at, "csv"), content, MEDIA_TYPE)


def reconciliation_workbook(answer: Reconciliation, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the workbook: the same answer and moment give the same bytes. What is missing is an empty, yellow cell."""
    buffer = BytesIO()
    workbook = new_workbook(buffer, title(answer), answer.selection.path[-1].name, made_at)
    styles = Styles(workbook)
    about = facts(answer, made_at)
    for name, table in zip(SHEET_NAMES, tables(answer), strict=True):
        _write_sheet(workbook.add_worksheet(name), styles, table, about)
    write_comment_sheet(workbook, styles, comments)
    for sheet in workbook.worksheets():
        set_up_print(
            sheet, title(answer), f"{answer.selection.path[-1].name}, framtaget {made_text(answer.selection, made_at)}"
        )
    workbook.close()
    return ExportedFile(file_name(answer, made_at, "xlsx"), buffer.getvalue())


def _write_sheet(sheet: Worksheet, styles: Styles, table: FileTable, about: Sequence[tuple[str, str]]) -> None:
    last = len(table.headings) - max(table.formats) - 1
    first = _FIRST_WIDTHS[: min(table.formats)]
    page = Page(sheet, styles, (*first, *[_FIGURE_WIDTH] * len(table.formats), *[_LAST_WIDTH] * last))
    page.title(table.title)
    for label, text in about:
        page.put(0, label, "label")
        page.put(1, text, "plain")
        page.row += 1
    page.row += 1
    sheet.repeat_rows(page.row)
    page.headings(table.headings, frozenset(table.formats), height=36)
    sheet.freeze_panes(page.row, len(first))
    for row in table.rows:
        _write_row(page, row, table, is_sum=row[1] == texts.TOTAL)


def _write_row(page: Page, row: Sequence[Cell], table: FileTable, *, is_sum: bool) -> None:
    style = "strong" if is_sum else "cell"
    for column, cell in enumerate(row):
        if cell is None:
            page.sheet.write_blank(page.row, column, None, page.styles.get("blank"))
        else:
            page.put(column, cell, style, table.formats.get(column, ""))
    page.row += 1
