"""What the records of an xls say of its sheets' look: hidden rows and columns, merged cells, leading zeros."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from loaders.look import Look, leading_zeros

_FORMAT, _XF = 0x41E, 0xE0
_ROW, _COLINFO, _MERGED, _MULRK = 0x208, 0x7D, 0xE5, 0xBD
_ROW_FLAGS, _COLUMN_FLAGS, _AREA = struct.Struct("<H10xH"), struct.Struct("<HH4xH"), struct.Struct("<HHHH")
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x1
# In a record of several numbers, each has its style before its four bytes; they lie from the fifth byte on.
_NUMBERS_START, _NUMBER_BYTES = 4, 6
_WIDE = 1


def zero_styles(globals_: Iterable[tuple[int, bytes]]) -> dict[int, int]:
    """Map the number of each cell style that shows leading zeros to how many digits it shows."""
    digits: dict[int, int] = {}
    formats: list[int] = []
    for kind, content in globals_:
        if kind == _FORMAT:
            digits[int.from_bytes(content[:2], "little")] = leading_zeros(_text(content[2:]))
        elif kind == _XF:
            formats.append(int.from_bytes(content[2:4], "little"))
    return {style: shown for style, number in enumerate(formats) if (shown := digits.get(number, 0))}


def _text(content: bytes) -> str:
    """Read a text: its length in characters, whether each is two bytes, the characters."""
    is_wide = content[2:3] != b"" and content[2] & _WIDE
    return content[3:].decode("utf-16-le" if is_wide else "latin-1", "replace")


class LookXls:
    """Is told of a sheet's records."""

    def __init__(self, look: Look, styles: dict[int, int]) -> None:
        """`look` is what to fill; `styles` as `zero_styles` gives."""
        self._look, self._styles = look, styles

    def note(self, kind: int, content: bytes) -> None:
        """Note what a record that is no cell says; one that is cut short says nothing."""
        if kind == _ROW and len(content) >= _ROW_FLAGS.size:
            row, flags = _ROW_FLAGS.unpack_from(content)
            if flags & _HIDDEN_ROW:
                self._look.hidden_rows.add(row)
        elif kind == _COLINFO and len(content) >= _COLUMN_FLAGS.size:
            first, last, flags = _COLUMN_FLAGS.unpack_from(content)
            if flags & _HIDDEN_COLUMN:
                self._look.hidden_columns.append((first, last))
        elif kind == _MERGED:
            for start in range(2, len(content) - _AREA.size + 1, _AREA.size):
                first_row, last_row, first_column, last_column = _AREA.unpack_from(content, start)
                self._look.note_merged(first_row, first_column, last_row, last_column)

    def note_cell(self, kind: int, content: bytes, row: int, column: int) -> None:
        """Note the style of a cell, or of each in a record of several."""
        if not self._styles:
            return
        last = len(content) - 2 if kind == _MULRK else _NUMBERS_START + 1
        for place, start in enumerate(range(_NUMBERS_START, last, _NUMBER_BYTES)):
            if digits := self._styles.get(int.from_bytes(content[start : start + 2], "little")):
                self._look.note_digits(row, column + place, digits)
