"""How a row of a plainly written sheet is written, as one pattern: most sheets have thousands of rows alike.

A pattern takes a whole row or nothing. So where every row of a sheet is taken, there is nothing in it but what the
patterns have groups for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.raw_sheet import column_number

ROW_END = b"</row>"
_TAGS_OF_ROW = 2
# LibreOffice says of every row that it is not hidden.
_HIDDEN = rb"hidden=[\"'](?!0|false)"
_BLANK_ROWS = rb"\s*(?:<row(?:(?!\s" + _HIDDEN + rb")[^>])*/>\s*)*"
_ROW = rb'<row r="([1-9][0-9]{0,6})"((?: [^>]*)?)(?<!/)>'
_BEGINNING = re.compile(_BLANK_ROWS + _ROW)
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"((?: [st]="\w+")*)'
    rb'(?:( ?/>)|>(?:<f>[^<]*</f>)?(?:(<v>)[^<]+</v>|(<is><t>|<is><t xml:space="preserve">)[^<]+</t></is>)</c>)'
)
HIDDEN = re.compile(_HIDDEN)
_STYLE, _TYPE = re.compile(rb' s="([0-9]{1,5})"'), re.compile(rb' t="(\w+)"')
# How the value is written, by the type of the cell.
_VALUE_TYPES = (b"", b"n", b"s", b"str")
_INLINE_TYPE = b"inlineStr"


@dataclass(frozen=True, slots=True)
class Written:
    """How a filled cell is written: its column, its type ("" for none), its style (None for none).

    is_kept: whether the blanks at the ends of its text are part of it.
    """

    column: int
    type: bytes
    style: int | None
    is_kept: bool


@dataclass(frozen=True, slots=True)
class RowShape:
    """How a row is written. The groups are its number, its attributes and the values of its filled cells, in order.

    pattern: takes a row but for its end. within: finds such rows with their ends, each of so many tags (0: it varies).
    """

    pattern: re.Pattern[bytes]
    within: re.Pattern[bytes]
    tags: int
    cells: tuple[Written, ...]


def shape_of(row: bytes) -> RowShape | None:
    """Make the pattern of a row (as far as its end) and of all that are written like it. None where it is not plain."""
    beginning = _BEGINNING.match(row)
    if beginning is None:
        return None
    parts, cells, last = [_ROW], [], -1
    place = beginning.end()
    while place < len(row):
        cell = _CELL.match(row, place)
        if cell is None or cell[2] != beginning[1]:
            return None
        place = cell.end()
        written = _written(cell)
        if written is None or written.column <= last:
            return None
        last = written.column
        parts.append(_pattern(cell))
        if not cell[4]:
            cells.append(written)
    pattern = b"".join(parts)
    tags = 0 if b"<f>" in row else row.count(b"<", beginning.start(1)) + _TAGS_OF_ROW
    return RowShape(re.compile(_BLANK_ROWS + pattern), re.compile(pattern + ROW_END), tags, tuple(cells))


def _written(cell: re.Match[bytes]) -> Written | None:
    styles, types = _STYLE.findall(cell[3]), _TYPE.findall(cell[3])
    if len(styles) > 1 or len(types) > 1 or cell[3].count(b"=") != len(styles) + len(types):
        return None
    kind = types[0] if types else b""
    is_known = cell[4] or (kind in _VALUE_TYPES if cell[5] else kind == _INLINE_TYPE)
    column = column_number(cell[1].decode())
    is_kept = cell[6] is None or b"preserve" in cell[6]
    return Written(column, kind, int(styles[0]) if styles else None, is_kept) if is_known else None


def _pattern(cell: re.Match[bytes]) -> bytes:
    beginning = rb'<c r="' + cell[1] + rb'\1"' + re.escape(cell[3])
    if cell[4]:
        return beginning + cell[4]
    formula = rb"(?:<f>[^<]*</f>)?" if b"<f>" in cell[0] else b""
    value = rb"<v>([^<]+)</v>" if cell[5] else re.escape(cell[6]) + rb"([^<]+)</t></is>"
    return beginning + rb">" + formula + value + rb"</c>"
