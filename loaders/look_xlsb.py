"""What the records of an xlsb say of its sheets' look: hidden rows and columns, merged cells, leading zeros."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from loaders.look import Look, leading_zeros

_FORMAT, _XF, _CELL_STYLES, _END_OF_CELL_STYLES = 44, 47, 617, 618
_ROW, _COLUMN, _MERGED = 0, 60, 176
_ROW_FLAGS, _COLUMN_FLAGS, _AREA = struct.Struct("<I7xB"), struct.Struct("<II8xH"), struct.Struct("<IIII")
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x1
_FORMAT_TEXT_START = 6  # after its number and the length of the text


def zero_styles(records: Iterable[tuple[int, bytes]]) -> dict[int, int]:
    """Map the number of each cell style that shows leading zeros to how many digits it shows."""
    digits: dict[int, int] = {}
    formats: list[int] = []
    is_in_cells = False
    for kind, content in records:
        if kind == _FORMAT:
            text = content[_FORMAT_TEXT_START:].decode("utf-16-le", "replace")
            digits[int.from_bytes(content[:2], "little")] = leading_zeros(text)
        elif kind in (_CELL_STYLES, _END_OF_CELL_STYLES):
            is_in_cells = kind == _CELL_STYLES
        elif kind == _XF and is_in_cells:
            formats.append(int.from_bytes(content[2:4], "little"))
    return {style: shown for style, number in enumerate(formats) if (shown := digits.get(number, 0))}


class LookXlsb:
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
        elif kind == _COLUMN and len(content) >= _COLUMN_FLAGS.size:
            first, last, flags = _COLUMN_FLAGS.unpack_from(content)
            if flags & _HIDDEN_COLUMN:
                self._look.hidden_columns.append((first, last))
        elif kind == _MERGED and len(content) >= _AREA.size:
            first_row, last_row, first_column, last_column = _AREA.unpack_from(content)
            self._look.note_merged(first_row, first_column, last_row, last_column)

    def note_cell(self, content: bytes, row: int, column: int) -> None:
        """Note the style of a cell."""
        if self._styles and (digits := self._styles.get(int.from_bytes(content[4:7], "little"))):
            self._look.note_digits(row, column, digits)
