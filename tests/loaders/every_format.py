"""One small sheet, with what it looks like, written in every format that is read."""
# ruff: noqa: E501 -- a row of markup stays on one line

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import xlsxwriter

from tests.loaders import ods_files as o
from tests.loaders import xls_files as x
from tests.loaders import xlsb_files as b

SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
ZEROS = "00000"


@dataclass(frozen=True)
class Zeros:
    """A whole number in a cell whose number format is 00000."""

    number: int

    def __str__(self) -> str:
        return f"{self.number:05d}"


Cell = str | float | Zeros | None
Area = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(frozen=True)
class Sheet:
    """Rows and columns are counted from 0. A cell None is not written."""

    rows: Sequence[Sequence[Cell]]
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[Area] = field(default=())
    is_1904: bool = False

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)

    def spans(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns the cell reaches over."""
        for first_row, first_column, last_row, last_column in self.merged:
            if (first_row, first_column) == (row, column):
                return last_row - first_row + 1, last_column - first_column + 1
        return 1, 1

    def is_covered(self, row: int, column: int) -> bool:
        return any(
            first_row <= row <= last_row and first_column <= column <= last_column and (first_row, first_column) != (row, column)
            for first_row, first_column, last_row, last_column in self.merged
        )  # fmt: skip


def written(form: str, folder: Path, sheet: Sheet) -> Path:
    path = folder / f"fil.{form}"
    _WRITERS[form](path, sheet)
    return path


def _number(cell: Cell) -> float:
    assert isinstance(cell, Zeros | int | float)
    return cell.number if isinstance(cell, Zeros) else cell


def _xlsx(path: Path, sheet: Sheet) -> None:
    with xlsxwriter.Workbook(path, {"date_1904": sheet.is_1904}) as book:
        zeros, plain = book.add_format({"num_format": ZEROS}), book.add_format()
        page = book.add_worksheet("Blad1")
        for area in sheet.merged:
            page.merge_range(*area, "")
        for row, cells in enumerate(sheet.rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    page.write_string(row, column, cell)
                elif cell is not None:
                    page.write_number(row, column, _number(cell), zeros if isinstance(cell, Zeros) else plain)
        for row in sheet.hidden_rows:
            page.set_row(row, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column, column, None, None, {"hidden": True})


def _xls(path: Path, sheet: Sheet) -> None:
    formats = x.record(0x41E, struct.pack("<HHB", 164, len(ZEROS), 0) + ZEROS.encode())
    styles = b"".join(x.record(0xE0, struct.pack("<HH", 0, number) + bytes(16)) for number in (0, 164))
    records = [x.record(0x7D, struct.pack("<HHHHHH", column, column, 0, 0, 1, 0)) for column in sheet.hidden_columns]
    records += [x.record(0x208, struct.pack("<HHHHHHHH", row, 0, 9, 0, 0, 0, 0x20, 0)) for row in sheet.hidden_rows]
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                records.append(x.label(row, column, cell))
            elif cell is not None:
                place = struct.pack("<HHH", row, column, isinstance(cell, Zeros))
                records.append(x.record(x.NUMBER, place + struct.pack("<d", _number(cell))))
    areas = b"".join(struct.pack("<HHHH", area[0], area[2], area[1], area[3]) for area in sheet.merged)
    records.append(x.record(0xE5, struct.pack("<H", len(sheet.merged)) + areas))
    days = x.record(0x22, struct.pack("<H", sheet.is_1904))
    path.write_bytes(x.xls({"Blad1": x.sheet(*records)}, days + formats + styles))


def _xlsb(path: Path, sheet: Sheet) -> None:
    columns = b"".join(b.record(60, struct.pack("<IIIIH", column, column, 0, 0, 1)) for column in sheet.hidden_columns)
    data = b""
    for row, cells in enumerate(sheet.rows):
        hidden = 0x10 if row in sheet.hidden_rows else 0
        data += b.record(b.ROW, struct.pack("<IIHBBBI", row, 0, 300, 0, hidden, 0, 0))
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                data += b.cell(column, b.TEXT, b.wide(cell))
            elif cell is not None:
                data += b.cell(column, b.REAL, struct.pack("<d", _number(cell)), style=isinstance(cell, Zeros))
    areas = b"".join(b.record(176, struct.pack("<IIII", area[0], area[2], area[1], area[3])) for area in sheet.merged)
    content = (
        b.record(b.BEGIN_SHEET) + b.record(390) + columns + b.record(391)
        + b.record(b.DIMENSION, bytes(16)) + b.record(b.BEGIN_DATA) + data + b.record(b.END_DATA)
        + areas + b.record(b.END_SHEET)
    )  # fmt: skip
    styles = b"".join(b.record(47, struct.pack("<HHHHHHI", 0, number, 0, 0, 0, 0, 0)) for number in (0, 164))
    formats = b.record(44, struct.pack("<H", 164) + b.wide(ZEROS))
    parts = b.record(278) + formats + b.record(617, struct.pack("<I", 2)) + styles + b.record(618) + b.record(279)
    b.xlsb(path, {"Blad1": content}, more={"xl/styles.bin": parts}, is_1904=sheet.is_1904)


def _ods(path: Path, sheet: Sheet) -> None:
    def cell(row: int, column: int) -> str:
        value = sheet.rows[row][column] if column < len(sheet.rows[row]) else None
        if sheet.is_covered(row, column):
            return "<table:covered-table-cell/>"
        rows, columns = sheet.spans(row, column)
        spans = f'table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
        kind = 'office:value-type="string"'
        if isinstance(value, Zeros | int | float):
            kind = f'office:value-type="float" office:value="{_number(value)}"'
        return o.cell(
            "" if value is None else f"<text:p>{value}</text:p>", f"{kind if value is not None else ''} {spans}"
        )

    hidden = 'table:visibility="collapse"'
    columns = "".join(
        f"<table:table-column {hidden if column in sheet.hidden_columns else ''}/>" for column in range(sheet.width)
    )
    rows = [
        o.row(*(cell(row, column) for column in range(sheet.width)), attributes=hidden if row in sheet.hidden_rows else "")
        for row in range(len(sheet.rows))
    ]  # fmt: skip
    null_date = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    o.ods(path, null_date if sheet.is_1904 else "", o.table(columns, *rows))


def _xml(path: Path, sheet: Sheet) -> None:
    def cell(row: int, column: int, value: Cell) -> str:
        if value is None or sheet.is_covered(row, column):
            return ""
        rows, columns = sheet.spans(row, column)
        style = 'ss:StyleID="z"' if isinstance(value, Zeros) else ""
        kind, words = ("String", escape(value)) if isinstance(value, str) else ("Number", _number(value))
        return (
            f'<Cell ss:Index="{column + 1}" ss:MergeDown="{rows - 1}" ss:MergeAcross="{columns - 1}" {style}>'
            f'<Data ss:Type="{kind}">{words}</Data></Cell>'
        )

    columns = "".join(f'<Column ss:Index="{column + 1}" ss:Hidden="1"/>' for column in sheet.hidden_columns)
    hidden = 'ss:Hidden="1"'
    rows = "".join(
        f"<Row {hidden if row in sheet.hidden_rows else ''}>"
        f"{''.join(cell(row, column, value) for column, value in enumerate(cells))}</Row>"
        for row, cells in enumerate(sheet.rows)
    )
    days = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">'
        f'{days if sheet.is_1904 else ""}<Styles><Style ss:ID="z"><NumberFormat ss:Format="{ZEROS}"/></Style></Styles>'
        f'<Worksheet ss:Name="Blad1"><Table>{columns}{rows}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )


def _html(path: Path, sheet: Sheet) -> None:
    def cell(row: int, column: int) -> str:
        value = sheet.rows[row][column] if column < len(sheet.rows[row]) else None
        if sheet.is_covered(row, column):
            return ""
        rows, columns = sheet.spans(row, column)
        shown = "" if value is None else escape(str(value))
        exact = f'x:num="{_number(value)}"' if isinstance(value, Zeros | int | float) else ""
        return f'<td rowspan="{rows}" colspan="{columns}" {exact}>{shown}</td>'

    hidden = 'style="display: none"'
    columns = "".join(f"<col {hidden if column in sheet.hidden_columns else ''}>" for column in range(sheet.width))
    rows = "".join(
        f"<tr {hidden if row in sheet.hidden_rows else ''}>{''.join(cell(row, column) for column in range(sheet.width))}</tr>"
        for row in range(len(sheet.rows))
    )
    path.write_text(f"<html><meta charset=utf-8><table>{columns}{rows}</table></html>", encoding="utf-8")


def _csv(path: Path, sheet: Sheet) -> None:
    """As Excel saves it: what is merged or hidden is a cell like any other."""
    lines = [";".join("" if cell is None else _quoted(str(cell)) for cell in row) for row in sheet.rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return f'"{text}"' if ";" in text or "\n" in text else text


_WRITERS: Mapping[str, Callable[[Path, Sheet], None]] = {
    "xlsx": _xlsx, "xls": _xls, "xlsb": _xlsb, "ods": _ods, "xml": _xml, "html": _html, "csv": _csv,
}  # fmt: skip
FORMS = tuple(_WRITERS)
