"""Columns that no heading table knows are left unread; one that seems to hold amounts is named, for it may matter."""

from __future__ import annotations

from bemanning.domain.faults import FaultCode
from loaders.number_text import read_number, tidy
from loaders.raw_sheet import Cell
from loaders.reading import SheetReading
from loaders.spans import is_span


def warn_of_ignored_amounts(reading: SheetReading) -> None:
    """Warn of each unknown column where a number with decimals stands in the first rows.

    Among months as columns a whole number will do: it may be a month whose heading is misspelt.
    """
    rows = reading.first_rows()
    first_month = min((month.index for month in reading.header.months), default=None)
    for index in reading.header.unknown:
        is_number = _is_amount if first_month is None or index < first_month else _is_any_number
        if is_span(reading.header.text(index)) or any(index < len(row) and is_number(row[index]) for row in rows):
            reading.warn(FaultCode.COLUMN_IGNORED, heading=reading.header.text(index))


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str):
        number = read_number(tidy(cell))
        return number is not None and number.decimal_mark != ""
    return isinstance(cell, float) and not cell.is_integer()


def _is_any_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return read_number(tidy(cell)) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)
