"""Översikt as a workbook or a CSV file: what is seen, as of the selected month."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from bemanning.export.comment_block import comment_lines, write_comment_sheet
from bemanning.export.csv_text import MEDIA_TYPE, csv_bytes
from bemanning.export.exported_file import ExportedFile, dated
from bemanning.export.file_table import text_lines, write_table
from bemanning.export.overview_tables import cards_table, movers_table, shares_table, worst_table
from bemanning.export.page import Page
from bemanning.export.selection_facts import Fact, selection_facts, shown_months
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.file_names import history_stem
from bemanning.presentation.made_text import made_text
from bemanning.presentation.numbers import month_text
from bemanning.presentation.sentences import headline
from bemanning.presentation.texts import overview_files as texts
from bemanning.presentation.texts.overview import TITLE
from bemanning.services.comments import Comments
from bemanning.services.overview import Overview

_WIDTHS = (18, 34, 24, *[15] * 9, 40)
_SHARE_WIDTHS = (14, 20, 20, 20, 14)


def overview_csv(overview: Overview, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write each table under its title, then what they are about, then the comments."""
    tables = (cards_table(overview), worst_table(overview), movers_table(overview), shares_table(overview, comments))
    lines = comment_lines(comments)
    content = csv_bytes([*text_lines(tables), *_facts(overview, made_at), *([[], *lines] if lines else [])])
    return ExportedFile(_file_name(overview, made_at, "csv"), content, MEDIA_TYPE)


def overview_workbook(overview: Overview, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the workbook: the same answer and moment give the same bytes."""
    buffer = BytesIO()
    region, title = overview.selection.path[-1].name, _title(overview)
    workbook = new_workbook(buffer, title, region, made_at)
    styles = Styles(workbook)
    _write_first(workbook, styles, overview, made_at)
    _write_shares(workbook, styles, overview, comments)
    write_comment_sheet(workbook, styles, comments)
    for sheet in workbook.worksheets():
        set_up_print(sheet, title, f"{region}, framtaget {made_text(overview.selection, made_at)}")
    workbook.close()
    return ExportedFile(_file_name(overview, made_at, "xlsx"), buffer.getvalue())


def _write_first(workbook: Workbook, styles: Styles, overview: Overview, made_at: datetime) -> None:
    page = Page(workbook.add_worksheet(TITLE), styles, _WIDTHS)
    page.title(_title(overview))
    for label, text in _facts(overview, made_at):
        page.put(0, label, "label")
        page.put(1, text, "plain")
        page.row += 1
    for table in (cards_table(overview), worst_table(overview), movers_table(overview)):
        page.section(table.title)
        write_table(page, table, heading_height=52)


def _write_shares(workbook: Workbook, styles: Styles, overview: Overview, comments: Comments) -> None:
    table = shares_table(overview, comments)
    page = Page(workbook.add_worksheet(texts.SHARES_SHEET), styles, _SHARE_WIDTHS)
    page.title(table.title)
    write_table(page, table, heading_height=22)
    page.sheet.freeze_panes(3, 1)


def _facts(overview: Overview, made_at: datetime) -> list[Fact]:
    facts = selection_facts(overview.selection, made_at)
    return [*facts, shown_months(overview.selection), ("I korthet", headline(overview))]


def _title(overview: Overview) -> str:
    selection = overview.selection
    return f"{TITLE}: {selection.node.name} till och med {month_text(selection.month, long=True)}"


def _file_name(overview: Overview, made_at: datetime, extension: str) -> str:
    return dated(history_stem("oversikt", overview.selection), made_at, extension)
