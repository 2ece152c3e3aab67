"""What the records of an xlsb say of its sheets' look: hidden rows and columns, merged cells, leading zeros."""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct

from loaders.look import Look, styles_of, zeros_shown
from loaders.look_records import Hidden

_FORMAT, _XF, _CELL_STYLES, _END_OF_CELL_STYLES = 44, 47, 617, 618
_HIDDEN = Hidden(0, Struct("<I7xB"), 0x10, 60, Struct("<II8xH"), 0x1)
_MERGED = 176
_AREA = Struct("<IIII")
_FORMAT_TEXT_START = 6  # after its number and the length of the text


def zero_styles(records: Iterable[tuple[int, bytes]]) -> dict[int, str]:
    """Map the number of each cell style that adds to its numbers to what it shows."""
    masks: dict[int, str] = {}
    formats: list[int] = []
    is_in_cells = False
    for kind, content in records:
        if kind == _FORMAT:
            text = content[_FORMAT_TEXT_START:].decode("utf-16-le", "replace")
            masks[int.from_bytes(content[:2], "little")] = zeros_shown(text)
        elif kind in (_CELL_STYLES, _END_OF_CELL_STYLES):
            is_in_cells = kind == _CELL_STYLES
        elif kind == _XF and is_in_cells:
            formats.append(int.from_bytes(content[2:4], "little"))
    return styles_of(formats, masks)


class LookXlsb:
    """Is told of a sheet's records."""

    def __init__(self, look: Look, styles: dict[int, str]) -> None:
        """`look` is what to fill; `styles` as `zero_styles` gives."""
        self._look, self._styles = look, styles

    def note(self, kind: int, content: bytes) -> None:
        """Note what a record that is no cell says; one that is cut short says nothing."""
        _HIDDEN.note(self._look, kind, content)
        if kind == _MERGED and len(content) >= _AREA.size:
            first_row, last_row, first_column, last_column = _AREA.unpack_from(content)
            self._look.note_merged(first_row, first_column, last_row, last_column)

    def note_cell(self, content: bytes, row: int, column: int) -> None:
        """Note the style of a cell."""
        if self._styles and (mask := self._styles.get(int.from_bytes(content[4:7], "little"))):
            self._look.note_digits(row, column, mask)
