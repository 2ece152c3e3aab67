"""Write one table as an xlsx file whose bytes are the same every time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

SYNTHETIC = "SYNTETISKA DATA"
# Any fixed moment will do: the file's properties would otherwise carry the clock and change the bytes.
_CREATED = datetime(2019, 1, 15, 8, 0, 0, tzinfo=UTC).replace(tzinfo=None)
_TITLE_SIZE, _DEFAULT_WIDTH, _LINE_HEIGHT = 13, 14, 15

Cell = str | int | float
Style = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, its width, and its cells' number format or whether their text wraps."""

    heading: str
    width: int = _DEFAULT_WIDTH
    number_format: str = ""
    wraps: bool = False

    def style(self) -> Style:
        """Give the cells' format as xlsxwriter names it; empty for plain cells."""
        number = (("num_format", self.number_format),) if self.number_format else ()
        return (*number, ("text_wrap", True), ("valign", "top")) if self.wraps else number


@dataclass(frozen=True, slots=True)
class Table:
    """What one sheet holds: title rows (a blank one is a blank row), the heading row, then the rows."""

    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    titles: Sequence[str] = ()


def write_table(path: Path, table: Table) -> None:
    """Write an export file with one sheet that says that its data are synthetic."""
    write_book(path, {SYNTHETIC: table})


def write_book(path: Path, tables: dict[str, Table]) -> None:
    """Write one sheet per table. Text is written as text whatever it looks like; "" leaves the cell blank."""
    # Strings as strings: a code such as 0412 must keep its zero and a text that begins with = is no formula.
    book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"title": SYNTHETIC, "comments": f"{SYNTHETIC}: demoregionen", "created": _CREATED})
    bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
    large = book.add_format({"bold": True, "font_size": _TITLE_SIZE})
    # In the order met, not as a set: a set of text has another order in each process.
    styles = dict.fromkeys(column.style() for table in tables.values() for column in table.columns)
    formats = {style: book.add_format(dict(style)) for style in styles}
    for name, table in tables.items():
        _write_sheet(book.add_worksheet(name), table, (bold, large), formats)
    book.close()


def _write_sheet(sheet: Worksheet, table: Table, heads: tuple[Format, Format], formats: dict[Style, Format]) -> None:
    bold, large = heads
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width, formats[column.style()])
    for row, title in enumerate(table.titles):
        sheet.write_string(row, 0, title, large)
    head = len(table.titles)
    for place, column in enumerate(table.columns):
        sheet.write_string(head, place, column.heading, bold)
    sheet.freeze_panes(head + 1, 0)
    _write_rows(sheet, table, head + 1)


def _write_rows(sheet: Worksheet, table: Table, first: int) -> None:
    write_text, write_number = sheet.write_string, sheet.write_number
    wrapping = {place: column.width for place, column in enumerate(table.columns) if column.wraps}
    for row, cells in enumerate(table.rows, start=first):
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    write_text(row, place, cell)
            else:
                write_number(row, place, cell)
        if wrapping:
            # Not every program fits the height to wrapped text when it opens a file.
            lines = max(len(str(cells[place])) // width + 1 for place, width in wrapping.items())
            sheet.set_row(row, _LINE_HEIGHT * lines)
