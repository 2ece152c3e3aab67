"""The same rows twice in one file: a sheet that was copied and perhaps changed, or an export appended to itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from bemanning.domain.faults import FaultCode
from loaders.reading import Reading

# Fewer different rows may be alike without being copies.
_FEWEST_ROWS = 10
# A sheet's name, and the different keys of its rows.
_Keys = tuple[str | None, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet's name and rows. numbers: the columns that the others are the keys of."""

    name: str | None
    rows: pl.DataFrame
    numbers: Sequence[str]


def refuse_copies(sheets: Sequence[SheetRows], reading: Reading) -> None:
    """Note sheets that speak of the same, unless a person has said which to read, and one that says all of it twice."""
    if len(sheets) > 1 and not (reading.layout and reading.layout.sheets):
        keys = [(sheet.name, sheet.rows.drop(sheet.numbers).unique()) for sheet in sheets]
        for one, other in combinations(keys, 2):
            _refuse_overlap(one, other, reading)
    for sheet in sheets:
        half = len(sheet.rows) // 2
        if len(sheet.rows) % 2 or not sheet.rows[:half].equals(sheet.rows[half:]):
            continue
        if sheet.rows[:half].n_unique() >= _FEWEST_ROWS:
            reading.faults.add(FaultCode.ROWS_TWICE, sheet=sheet.name, count=half)


def _refuse_overlap(one: _Keys, other: _Keys, reading: Reading) -> None:
    """Note two sheets where half of what the smaller speaks of stands in the other too."""
    (name, keys), (other_name, other_keys) = one, other
    shared = len(keys.join(other_keys, on=keys.columns, how="semi"))
    if shared and 2 * shared >= min(len(keys), len(other_keys)):
        reading.faults.add(FaultCode.SHEETS_ALIKE, sheets=f"{name}, {other_name}", count=shared)
