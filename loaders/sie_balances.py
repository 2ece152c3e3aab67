"""Balances per month (#PSALDO, #PBUDGET) to rows: an account's total and its division by unit are the same money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from bemanning.domain.faults import FaultCode
from loaders.fault_log import FaultLog
from loaders.frames import lay_out
from loaders.ledger import ROW_COLUMNS
from loaders.sie_books import Balance
from loaders.sie_dimensions import ANSVAR, ObjectColumns

# Measure, month and account.
_Place = tuple[str, str, str]


@dataclass(slots=True)
class _Divided:
    """What is known of one place: its total, and the part of each unit."""

    total: int | None = None
    units: dict[str, int] = field(default_factory=dict)


def balance_rows(balances: Sequence[Balance], columns: ObjectColumns, faults: FaultLog) -> pl.DataFrame:
    """Give rows per unit, and one without unit for what the units leave of the total; see `ROW_COLUMNS`.

    Balances of other dimensions divide the same totals once more, and are let by.
    """
    places: dict[_Place, _Divided] = {}
    combined: list[tuple[Balance, str]] = []
    for balance in balances:
        unit = columns.read(balance.objects, balance.line, 1).get(ANSVAR, "")
        if len(balance.objects) > 1 and unit:
            combined.append((balance, unit))
        elif unit or not balance.objects:
            _put(balance, unit, places.setdefault(_place(balance), _Divided()), faults)
    for balance, unit in combined:
        if unit not in places.get(_place(balance), _Divided()).units:
            faults.add(FaultCode.SIE_LINE, line=balance.line, reason="sie_combined")
    lacking = sum(divided.total is None and sum(divided.units.values()) != 0 for divided in places.values())
    if lacking:
        faults.add(FaultCode.SIE_TOTALS_MISSING, count=lacking)
    return _laid_out(places)


def _place(balance: Balance) -> _Place:
    return balance.measure.value, balance.month, balance.account


def _put(balance: Balance, unit: str, divided: _Divided, faults: FaultLog) -> None:
    if unit in divided.units if unit else divided.total is not None:
        faults.add(FaultCode.SIE_LINE, line=balance.line, reason="sie_twice")
    elif unit:
        divided.units[unit] = balance.amount_ore
    else:
        divided.total = balance.amount_ore


def _laid_out(places: Mapping[_Place, _Divided]) -> pl.DataFrame:
    rows = [(*place, unit, amount) for place, divided in places.items() for unit, amount in _parts(divided)]
    names = ("measure", "month", "account", ANSVAR, "amount_ore")
    values = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())
    return lay_out(values, ROW_COLUMNS, ["amount_ore"])


def _parts(divided: _Divided) -> Iterator[tuple[str, int]]:
    yield from divided.units.items()
    rest = (divided.total or 0) - sum(divided.units.values())
    if rest or not divided.units:
        yield "", rest
