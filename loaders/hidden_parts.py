"""What nobody sees in Excel is read all the same, and said: how many rows, which columns, and what they amount to."""

from __future__ import annotations

from collections.abc import Sequence

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import hours_text, kr_text
from bemanning.domain.rounding import rounded_units
from loaders.amounts import written_sign
from loaders.hours import TICKS_PER_CENTIHOUR
from loaders.reading import SheetReading
from loaders.table import Column, Table


def warn_of_hidden(
    reading: SheetReading, table: Table, columns: Sequence[Column], besides: Sequence[Column] = ()
) -> None:
    """Warn of hidden rows and columns that were read.

    columns: those of amounts that make up the control total. besides: other amounts, which may be hidden too.
    """
    look = reading.sheet.look
    places = [place for place, row in enumerate(table.rows) if row in look.hidden_rows] if look.hidden_rows else []
    if places:
        sums = [sum(table.values[column.name][place] or 0 for place in places) for column in columns]
        reading.warn(FaultCode.HIDDEN_ROWS_READ, count=len(places), amount=_amount(sum(sums), columns))
    for column in [*columns, *besides]:
        if look.is_hidden_column(reading.sheet_column(column.index)):
            total = written_sign(column) * sum(value or 0 for value in table.values[column.name])
            heading = reading.header.text(column.index)
            reading.warn(FaultCode.HIDDEN_COLUMN_READ, heading=heading, amount=_amount(total, columns))


def _amount(total: int, columns: Sequence[Column]) -> str:
    if any(column.name == "hours" for column in columns):
        return f"{hours_text(rounded_units(total, 0, per=TICKS_PER_CENTIHOUR))} timmar"
    return f"{kr_text(total)} kr"
