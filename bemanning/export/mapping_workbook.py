"""The mapping workbook, to be filled in and read back: current rows, what is unmapped, lists and instructions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bemanning.domain.mapping import MappingSet
from bemanning.domain.mapping_sheets import (
    COST_KIND_WORDS,
    DIRECTION_WORDS,
    GOAL_MEASURE_WORDS,
    NODE_KIND_WORDS,
    PROFESSION_WORDS,
    REQUIRED_COLUMNS,
    SHEETS,
    YES_WORDS,
)
from bemanning.export.exported_file import ExportedFile
from bemanning.export.mapping_unmapped import UNMAPPED_HEADING, RowToFill, rows_to_fill
from bemanning.export.page import Page
from bemanning.export.workbook_setup import new_workbook, set_up_print, swedish_time
from bemanning.export.workbook_styles import Styles
from bemanning.presentation.mapping_help import README_PARTS, README_SHEET, README_TITLE, heading_note
from bemanning.presentation.mapping_rows import Content, Row, sheet_rows
from bemanning.presentation.numbers import date_text
from bemanning.services.unmapped import Unmapped

_YES_OR_NO = (YES_WORDS[0], "nej")
_CHOICES: dict[str, Sequence[str]] = {
    "Kostnadsslag": tuple(COST_KIND_WORDS),
    "Yrkesgrupp": tuple(PROFESSION_WORDS),
    "Nivå": tuple(NODE_KIND_WORDS),
    "Riktning": tuple(DIRECTION_WORDS),
    "Mått": tuple(GOAL_MEASURE_WORDS),
    "Förvald": _YES_OR_NO,
    "2015 års nivå": _YES_OR_NO,
    "I kostnadstabellen": _YES_OR_NO,
    "Varav": _YES_OR_NO,
}
_WIDTHS = {
    "Benämning": 44, "Namn": 44, "Kostnadsslag": 18, "Yrkesgrupp": 20, "Leverantör": 36, "Skrivs i exporten": 36,
    "Nyckel": 28, "Mål": 54, "Definition": 60, "Källa": 50, "Varför ej utvärderbart": 50, "Händelse": 44, "Värde": 36,
}  # fmt: skip
# Columns of numbers. All others are text cells, or Excel would turn a typed 0401 into 401 and 2018-12 into a date.
_NUMBERS = frozenset({"Målvärde", "Ordning", "Utfall"})
_NARROW, _UNMAPPED_WIDTH = 16, 22
# Rows below the last that lists and text format reach, so that rows can be added.
_ROOM = 500


def mapping_workbook(mappings: MappingSet, unmapped: Unmapped, made_at: datetime) -> ExportedFile:
    """Write the workbook that loaders.mapping_workbook reads back: equal where nothing is unmapped.

    A table that the set lacks (None) gets no sheet, for a sheet replaces its table when it is read.
    """
    buffer = BytesIO()
    workbook = new_workbook(buffer, README_TITLE, "Mappning", made_at)
    styles = Styles(workbook)
    _write_readme(workbook.add_worksheet(README_SHEET), styles)
    to_fill = rows_to_fill(mappings, unmapped)
    for name, rows in sheet_rows(mappings).items():
        sheet = MappingSheet(workbook, styles, name)
        sheet.write(rows, to_fill.get(name, []))
    for sheet in workbook.worksheets():
        set_up_print(sheet, README_TITLE, f"Framtaget {date_text(made_at)}")
    workbook.close()
    return ExportedFile(f"mappning_{swedish_time(made_at).date().isoformat()}.xlsx", buffer.getvalue())


def _write_readme(sheet: Worksheet, styles: Styles) -> None:
    page = Page(sheet, styles, (120,))
    page.title(README_TITLE)
    for heading, texts in README_PARTS:
        page.section(heading)
        for text in texts:
            page.fit([text])
            page.put(0, text, "wrapped")
            page.row += 1


class MappingSheet:
    """One sheet of the format: headings with notes, rows, rows to fill, lists."""

    def __init__(self, workbook: Workbook, styles: Styles, name: str) -> None:
        """Add the sheet to the workbook."""
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._styles, self._name, self._headings = styles, name, SHEETS[name]

    def write(self, rows: Sequence[Row], to_fill: Sequence[RowToFill]) -> None:
        """Write everything."""
        self._write_headings()
        for row, contents in enumerate(rows, start=1):
            for column, content in enumerate(contents):
                self._put(row, column, content, "plain")
        if to_fill:
            self._write_unmapped(len(rows) + 1, to_fill)
        last_row = len(rows) + len(to_fill) + _ROOM
        self._add_lists(last_row)
        # Codes are text that looks like numbers, on purpose.
        everything = f"A1:{xl_rowcol_to_cell(last_row, len(self._headings) - 1)}"
        self._sheet.ignore_errors({"number_stored_as_text": everything})
        self._sheet.freeze_panes(1, 1)

    def _write_headings(self) -> None:
        self._sheet.set_row(0, 24)
        self._sheet.repeat_rows(0)
        for column, heading in enumerate(self._headings):
            width = _WIDTHS.get(heading, _NARROW)
            as_text = "" if heading in _NUMBERS else "@"
            self._sheet.set_column(column, column, width, self._styles.get("plain", as_text))
            required = heading in REQUIRED_COLUMNS[self._name]
            self._sheet.write_string(0, column, heading, self._styles.get("heading" if required else "optional"))
            note = heading_note(self._name, heading)
            if note:
                self._sheet.write_comment(0, column, note, {"author": "Bemanning", "x_scale": 2})

    def _write_unmapped(self, first: int, to_fill: Sequence[RowToFill]) -> None:
        column = len(self._headings)
        self._sheet.set_column(column, column, _UNMAPPED_WIDTH)
        self._sheet.write_string(0, column, UNMAPPED_HEADING, self._styles.get("number_heading"))
        for row, unmapped in enumerate(to_fill, start=first):
            for blank in range(1, column):
                self._put(row, blank, None, "to_fill")
            self._put(row, 0, unmapped.code, "to_fill")
            style = self._styles.get("to_fill", unmapped.number_format)
            self._sheet.write_number(row, column, float(unmapped.amount), style)

    def _put(self, row: int, column: int, content: Content, style: str) -> None:
        if isinstance(content, int | Decimal):
            self._sheet.write_number(row, column, content, self._styles.get(style))
        elif content:
            self._sheet.write_string(row, column, content, self._styles.get(style, "@"))
        elif style != "plain":
            self._sheet.write_blank(row, column, None, self._styles.get(style, "@"))

    def _add_lists(self, last_row: int) -> None:
        for column, heading in enumerate(self._headings):
            if heading in _CHOICES:
                self._sheet.data_validation(1, column, last_row, column, {
                    "validate": "list", "source": list(_CHOICES[heading]), "error_title": heading,
                    "error_message": "Välj ett ord i listan.",
                })  # fmt: skip
