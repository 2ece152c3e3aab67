"""Template files to fill in by hand, for those whose systems give no export."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bemanning.domain.month import FIRST_YEAR, LAST_YEAR
from bemanning.domain.vocabulary import Source
from bemanning.export.exported_file import ExportedFile
from bemanning.export.page import Page
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import HOURS, Styles
from bemanning.presentation.texts import templates as texts
from bemanning.presentation.texts.templates import TemplateColumn

# Rows that lists, checks and formats reach: a year of a large unit by hand, and then some.
ROOM = 5_000
_FORMATS = {"month": "0", "code": "@", "word": "@", "amount": HOURS, "hours": HOURS, "count": "0"}
_HELP_WIDTHS = (18, 64, 20, 16)


def load_template(source: Source, made_at: datetime) -> ExportedFile:
    """Write an empty file of the source, with headings that are recognised, and a sheet that says how to fill it in."""
    buffer, title = BytesIO(), texts.TITLES[source]
    workbook = new_workbook(buffer, title, texts.SUBJECT, made_at)
    styles = Styles(workbook)
    data, guide = workbook.add_worksheet(texts.SHEET), workbook.add_worksheet(texts.HELP_SHEET)
    for sheet in (data, guide):
        set_up_print(sheet, title, texts.PRINTED.format(title=title))
    _write_data_sheet(data, styles, texts.COLUMNS[source])
    _write_help(guide, styles, source)
    workbook.close()
    return ExportedFile(texts.FILE_NAMES[source], buffer.getvalue())


def _write_data_sheet(sheet: Worksheet, styles: Styles, columns: tuple[TemplateColumn, ...]) -> None:
    # Cells to fill in are seen by their lines.
    sheet.hide_gridlines(0)
    sheet.set_row(0, 24)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, styles.get("plain", _FORMATS[column.kind]))
        sheet.write_string(0, at, column.heading, styles.get("heading" if column.required else "optional"))
        sheet.data_validation(1, at, ROOM, at, _check(at, column))
    # Codes are text that looks like numbers, on purpose.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(ROOM, len(columns) - 1)}"})
    sheet.freeze_panes(1, 0)


def _check(at: int, column: TemplateColumn) -> dict[str, Any]:
    """Say while typing what the column takes; Excel refuses what can't be read."""
    shown = {"input_title": column.heading, "input_message": column.meaning, "error_title": column.heading}
    cell = xl_rowcol_to_cell(1, at)
    checks: dict[str, dict[str, Any]] = {
        "month": {"validate": "custom", "value": _is_month(cell), "error_message": texts.MONTH_WRONG},
        "word": {"validate": "list", "source": list(column.words), "error_message": texts.WORD_WRONG},
        "code": {"validate": "any"},
    }
    number = {"validate": "custom", "value": f"=ISNUMBER({cell})", "error_message": texts.NUMBER_WRONG}
    return {**shown, **checks.get(column.kind, number)}


def _is_month(cell: str) -> str:
    first, last = f"{FIRST_YEAR}01", f"{LAST_YEAR}12"
    return (
        f"=AND(ISNUMBER({cell}),{cell}=INT({cell}),{cell}>={first},{cell}<={last},"
        f"MOD({cell},100)>=1,MOD({cell},100)<=12)"
    )


def _write_help(sheet: Worksheet, styles: Styles, source: Source) -> None:
    page = Page(sheet, styles, _HELP_WIDTHS)
    page.title(texts.TITLES[source])
    page.across(texts.LEADS[source], "wrapped")
    page.section(texts.STEPS_TITLE)
    for number, step in enumerate(texts.STEPS, start=1):
        page.across(f"{number}. {step}", "wrapped")
    page.section(texts.COLUMNS_TITLE)
    page.headings(texts.COLUMN_HEADINGS)
    for column in texts.COLUMNS[source]:
        words = " ".join((column.meaning, *_word_list(column)))
        cells = (column.heading, words, column.example, texts.MUST if column.required else texts.MAY)
        page.fit(cells)
        for at, text in enumerate(cells):
            page.put(at, text, "cell_text")
        page.row += 1


def _word_list(column: TemplateColumn) -> list[str]:
    return [f"Välj {', '.join(column.words[:-1])} eller {column.words[-1]}."] if column.words else []
