"""A trend as an Excel workbook: true numbers month by month, with what they are about above them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from bemanning.domain.value import Value
from bemanning.export.comment_block import numbers_on, write_comment_sheet
from bemanning.export.exported_file import ExportedFile
from bemanning.export.page import Page
from bemanning.export.trend_facts import trend_facts, trend_file_name, trend_title
from bemanning.export.trend_numbers import format_of, in_print_unit
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.made_text import made_text
from bemanning.presentation.measures import UNIT_WORDS
from bemanning.presentation.missing import reason_text
from bemanning.presentation.texts import comments as texts
from bemanning.presentation.trend_table import trend_headings, trend_values
from bemanning.presentation.trend_words import missing_notes
from bemanning.services.comments import Comments
from bemanning.services.trend import Trend

SHEET_NAME = "Trend"
_FIRST_WIDTH, _NUMBER_WIDTH = 18, 22
# Facts run over as many columns as they need, however few the table has.
_LEAST_COLUMNS = 5


def trend_workbook(trend: Trend, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the workbook: the same trend and moment give the same bytes. What is missing is an empty, yellow cell.

    Comments stand on a sheet of their own, their numbers beside their months.
    """
    buffer, title = BytesIO(), trend_title(trend)
    workbook = new_workbook(buffer, title, trend.selection.path[-1].name, made_at)
    sheet, styles = workbook.add_worksheet(SHEET_NAME), Styles(workbook)
    headings = [*trend_headings(trend), *([texts.COLUMN] if comments.own else [])]
    columns = max(len(headings), _LEAST_COLUMNS)
    page = Page(sheet, styles, [_FIRST_WIDTH, *[_NUMBER_WIDTH] * (columns - 1)])
    page.title(title)
    _write_facts(page, trend, made_at)
    _write_table(page, trend, comments)
    for note in missing_notes(trend):
        page.across(note, "note")
    write_comment_sheet(workbook, styles, comments)
    for each in workbook.worksheets():
        set_up_print(each, title, f"{trend.selection.path[-1].name}, framtaget {made_text(trend.selection, made_at)}")
    workbook.close()
    return ExportedFile(trend_file_name(trend, made_at, "xlsx"), buffer.getvalue())


def _write_facts(page: Page, trend: Trend, made_at: datetime) -> None:
    style = page.styles.get("wrapped")
    for label, text in trend_facts(trend, made_at):
        page.fit(["", text.ljust(1)[: len(text) // 3 + 1]], least=18)
        page.put(0, label, "label")
        page.sheet.merge_range(page.row, 1, page.row, len(page.widths) - 1, "", style)
        page.sheet.write_string(page.row, 1, text, style)
        page.row += 1
    page.row += 1


def _write_table(page: Page, trend: Trend, comments: Comments) -> None:
    unit, headings = UNIT_WORDS[trend.measure.unit], trend_headings(trend)
    titles = [headings[0], *(f"{heading} ({unit})" for heading in headings[1:])]
    height = 22 if len(trend.lines) == 1 else 54
    page.headings([*titles, *([texts.COLUMN] if comments.own else [])], frozenset(range(1, len(titles))), height)
    page.sheet.freeze_panes(page.row, 1)
    for point, values in zip(trend.lines[0].points, trend_values(trend), strict=True):
        page.put(0, str(point.month), "cell")
        for column, value in enumerate(values, start=1):
            _write_value(page, column, value, trend.measure.unit)
        if comments.own:
            page.put(1 + len(values), numbers_on(point.month, comments), "cell", "@")
        page.row += 1


def _write_value(page: Page, column: int, value: Value, unit: str) -> None:
    number = in_print_unit(unit, value.number)
    if number is not None:
        page.put(column, number, "cell", format_of(unit))
        return
    page.sheet.write_blank(page.row, column, None, page.styles.get("blank"))
    page.sheet.write_comment(page.row, column, reason_text(value))
