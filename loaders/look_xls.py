"""What the records of an xls say of its sheets' look: hidden rows and columns, merged cells, leading zeros."""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct

from loaders.look import Look, styles_of, zeros_shown
from loaders.look_records import Hidden

_FORMAT, _XF = 0x41E, 0xE0
_HIDDEN = Hidden(0x208, Struct("<H10xH"), 0x20, 0x7D, Struct("<HH4xH"), 0x1)
_MERGED, _MULRK = 0xE5, 0xBD
_AREA = Struct("<HHHH")
# In a record of several numbers, each has its style before its four bytes; they lie from the fifth byte on.
_NUMBERS_START, _NUMBER_BYTES = 4, 6
_WIDE = 1


def zero_styles(globals_: Iterable[tuple[int, bytes]]) -> dict[int, str]:
    """Map the number of each cell style that adds to its numbers to what it shows."""
    masks: dict[int, str] = {}
    formats: list[int] = []
    for kind, content in globals_:
        if kind == _FORMAT:
            masks[int.from_bytes(content[:2], "little")] = zeros_shown(_text(content[2:]))
        elif kind == _XF:
            formats.append(int.from_bytes(content[2:4], "little"))
    return styles_of(formats, masks)


def _text(content: bytes) -> str:
    """Read a text: its length in characters, whether each is two bytes, the characters."""
    is_wide = content[2:3] != b"" and content[2] & _WIDE
    return content[3:].decode("utf-16-le" if is_wide else "latin-1", "replace")


class LookXls:
    """Is told of a sheet's records."""

    def __init__(self, look: Look, styles: dict[int, str]) -> None:
        """`look` is what to fill; `styles` as `zero_styles` gives."""
        self._look, self._styles = look, styles

    def note(self, kind: int, content: bytes) -> None:
        """Note what a record that is no cell says; one that is cut short says nothing."""
        _HIDDEN.note(self._look, kind, content)
        if kind == _MERGED:
            for start in range(2, len(content) - _AREA.size + 1, _AREA.size):
                first_row, last_row, first_column, last_column = _AREA.unpack_from(content, start)
                self._look.note_merged(first_row, first_column, last_row, last_column)

    def note_cell(self, kind: int, content: bytes, row: int, column: int) -> None:
        """Note the style of a cell, or of each in a record of several."""
        if not self._styles:
            return
        last = len(content) - 2 if kind == _MULRK else _NUMBERS_START + 1
        for place, start in enumerate(range(_NUMBERS_START, last, _NUMBER_BYTES)):
            if mask := self._styles.get(int.from_bytes(content[start : start + 2], "little")):
                self._look.note_digits(row, column + place, mask)
