"""Columns that no heading table knows are left unread; one that seems to hold amounts is named, for it may matter."""

from __future__ import annotations

from itertools import islice

from bemanning.domain.faults import FaultCode
from loaders.number_text import read_number, tidy
from loaders.raw_sheet import Cell
from loaders.reading import SheetReading
from loaders.spans import is_span

_LOOKED_AT_ROWS = 200


def warn_of_ignored_amounts(reading: SheetReading) -> None:
    """Warn of each unknown column where a number with decimals stands in the first rows."""
    start = reading.header.row + 1
    rows = list(islice(reading.sheet.open_rows(), start, start + _LOOKED_AT_ROWS))
    for index in reading.header.unknown:
        if is_span(reading.header.text(index)) or any(index < len(row) and _is_amount(row[index]) for row in rows):
            reading.warn(FaultCode.COLUMN_IGNORED, heading=reading.header.text(index))


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str):
        number = read_number(tidy(cell))
        return number is not None and number.decimal_mark != ""
    return isinstance(cell, float) and not cell.is_integer()
