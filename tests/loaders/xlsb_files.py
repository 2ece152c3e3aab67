"""A small writer of xlsb, for tests: nothing on a machine without Excel writes one."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

ROW, BLANK, ERROR, BOOL, REAL, TEXT = 0, 1, 3, 4, 5, 6
FORMULA_TEXT, FORMULA_NUMBER, FORMULA_BOOL, FORMULA_ERROR = 8, 9, 10, 11
BEGIN_SHEET, END_SHEET, BEGIN_DATA, END_DATA = 129, 130, 145, 146
SHEET, DIMENSION = 156, 148
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATE_FORMAT = 14  # built in: day, month, year
_EPOCH = date(1899, 12, 30)

Cell = str | float | bool | date | None
Rows = Sequence[Sequence[Cell]]


def record(kind: int, content: bytes = b"") -> bytes:
    kind_bytes = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    length, length_bytes = len(content), b""
    while length > 127:
        length_bytes += bytes([length & 127 | 128])
        length >>= 7
    return kind_bytes + length_bytes + bytes([length]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(column: int, kind: int, value: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


def sheet(rows: Rows) -> bytes:
    data = b"".join(row_header(number) + _cells(row) for number, row in enumerate(rows))
    return (
        record(BEGIN_SHEET)
        + record(DIMENSION, bytes(16))
        + record(BEGIN_DATA)
        + data
        + record(END_DATA)
        + record(END_SHEET)
    )


def row_header(number: int) -> bytes:
    return record(ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))


def _cells(row: Sequence[Cell]) -> bytes:
    return b"".join(_cell(column, value) for column, value in enumerate(row) if value is not None)


def _cell(column: int, value: Cell) -> bytes:
    if isinstance(value, bool):
        return cell(column, BOOL, bytes([value]))
    if isinstance(value, str):
        return cell(column, TEXT, wide(value))
    if isinstance(value, date):
        assert not isinstance(value, datetime)
        return cell(column, REAL, struct.pack("<d", (value - _EPOCH).days), style=1)
    return cell(column, REAL, struct.pack("<d", value))


def xlsb(
    path: Path,
    sheets: Mapping[str, bytes],
    *,
    hidden: Sequence[str] = (),
    more: Mapping[str, bytes] = {},
    is_1904: bool = False,
) -> Path:
    bundle = b"".join(
        record(SHEET, struct.pack("<II", name in hidden, number) + wide(f"rId{number}") + wide(name))
        for number, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONSHIPS}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_RELATIONSHIPS}/officeDocument" Target="xl/workbook.bin"/>'
        ),
        "xl/workbook.bin": record(131)
        + record(153, struct.pack("<III", is_1904, 0, 0))
        + record(143)
        + bundle
        + record(144)
        + record(132),
        "xl/_rels/workbook.bin.rels": _relations(relations),
        "xl/styles.bin": _styles(),
        **{f"xl/worksheets/sheet{number}.bin": content for number, content in enumerate(sheets.values(), 1)},
        **more,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _relations(inside: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{namespace}">{inside}</Relationships>'.encode()


def _styles() -> bytes:
    """Two cell formats: none, and a date."""
    formats = b"".join(record(47, struct.pack("<HHHHHHI", 0, number, 0, 0, 0, 0, 0)) for number in (0, _DATE_FORMAT))
    return record(278) + record(617, struct.pack("<I", 2)) + formats + record(618) + record(279)
