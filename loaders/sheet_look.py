"""What a worksheet's XML says of its look: hidden rows and columns, merged cells, styles that show leading zeros."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.look import Look
from loaders.raw_sheet import column_number

_TAG = rb"<(?:\w+:)?"
_ROW_OR_COLUMN = re.compile(_TAG + rb"(?:row|col)(?=\s)[^>]*\shidden=[\"'](?:1|true)[\"'][^>]*>")
_MERGED = re.compile(_TAG + rb"mergeCell\s+ref=[\"']([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_ROW_NUMBER = re.compile(rb"\sr=[\"']([0-9]{1,7})[\"']")
_FIRST, _LAST = re.compile(rb"\smin=[\"']([0-9]{1,7})[\"']"), re.compile(rb"\smax=[\"']([0-9]{1,7})[\"']")


class LookScanner:
    """Looks through a worksheet, blocks of whole rows at a time."""

    def __init__(self, look: Look, zero_styles: Mapping[int, str]) -> None:
        """`look` is what to fill. zero_styles: number of a cell style → how it shows whole numbers."""
        self._look, self._masks = look, {str(style).encode(): mask for style, mask in zero_styles.items()}
        # Cells of such a style, with something in them: style, column, row.
        numbers = b"|".join(self._masks)
        self._zeros = re.compile(
            _TAG
            + rb"c(?=\s[^>]*?\bs=[\"']("
            + numbers
            + rb")[\"'])(?=\s[^>]*?\br=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'])"
            rb"[^>]*(?<!/)>"
        )

    def scan(self, block: bytes) -> None:
        """Note what the block says. What most blocks lack is looked for the cheap way first."""
        if b"hidden=" in block:
            for match in _ROW_OR_COLUMN.finditer(block):
                self._note_hidden(match[0])
        if b"mergeCell" in block:
            for area in _merged(block):
                self._look.note_merged(*area)
        self.scan_cells(block)

    def scan_cells(self, block: bytes) -> None:
        """Note what the cells of a block of plain rows say: none of those is hidden."""
        if self._masks:
            for style, column, row in self._zeros.findall(block):
                self._look.note_digits(int(row) - 1, column_number(column.decode()), self._masks[style])

    def _note_hidden(self, element: bytes) -> None:
        first, last = _FIRST.search(element), _LAST.search(element)
        if first and last:
            self._look.hidden_columns.append((int(first[1]) - 1, int(last[1]) - 1))
        elif row := _ROW_NUMBER.search(element):
            self._look.hidden_rows.add(int(row[1]) - 1)


def _merged(block: bytes) -> Iterator[tuple[int, int, int, int]]:
    for first_column, first_row, last_column, last_row in _MERGED.findall(block):
        first, last = column_number(first_column.decode()), column_number(last_column.decode())
        yield int(first_row) - 1, first, int(last_row) - 1, last
