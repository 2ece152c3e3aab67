"""A balance list's balances before and after its change: read only to prove that the change is what lies between."""

from __future__ import annotations

from collections.abc import Sequence

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import ORE_PER_KR, kr_text
from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser
from loaders.header import BALANCES, HALVES
from loaders.reading import SheetReading
from loaders.table import Column, Role, Table

# What is rounded by half a unit each: the opening balance, the change and the closing balance.
_ROUNDED = 3


def balance_columns(reading: SheetReading, scale: int) -> list[Column]:
    """Give the columns of both balances; none where a list has not both, or is no balance list."""
    index_of = reading.header.index_of
    if not all(name in index_of for name in BALANCES):
        return []
    return [Column(name, index_of[name], Role.AMOUNT, AmountParser(name, scale)) for name in BALANCES]


def check_changes(reading: SheetReading, table: Table, balances: Sequence[Column], unit: int) -> None:
    """Check on every row that opening balance and change make the closing balance, and say which column was read.

    unit: what amounts are whole numbers of, 0 where they have öre; thousands may stray by what rounding makes.
    """
    if not balances:
        return
    header = reading.header
    changes = HALVES if header.has_halves else (AmountMeasure.ACTUAL,)
    named = {name: header.text(header.index_of[name]) for name in (*BALANCES, *changes)}
    change_heading = " − ".join(named[name] for name in changes)
    opening, closing = (table.values[name] for name in BALANCES)
    allowed = _ROUNDED * unit // 2 if unit > ORE_PER_KR else 0
    for row, before, change, after in zip(table.rows, opening, table.values["actual"], closing, strict=True):
        counted = (before or 0) + (change or 0)
        if abs(counted - (after or 0)) > allowed:
            amounts = {"opening": before, "change": change, "counted": counted, "closing": after}
            reading.file.faults.add(
                FaultCode.BALANCE_CHANGE,
                sheet=reading.sheet.name,
                at=(row, reading.sheet_column(header.index_of["closing"])),
                **{name: kr_text(ore or 0) for name, ore in amounts.items()},
            )
    reading.warn(FaultCode.BALANCE_COLUMN, heading=change_heading, opening=named["opening"], closing=named["closing"])
