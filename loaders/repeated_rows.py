"""The same rows twice in one file: a sheet that was copied, or an export that was appended to itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import polars as pl

from bemanning.domain.faults import FaultCode
from loaders.reading import Reading

# Fewer different rows may be alike without being copies.
_FEWEST_ROWS = 10


def refuse_copies(parts: Sequence[pl.DataFrame], reading: Reading) -> None:
    """Note sheets that are copies of one another, and a sheet whose second half is a copy of its first."""
    for one, other in combinations(parts, 2):
        if len(one) and one.equals(other):
            reading.faults.add(FaultCode.SHEETS_ALIKE, count=len(one))
    for part in parts:
        half = len(part) // 2
        if len(part) % 2 or not part[:half].equals(part[half:]):
            continue
        if part[:half].n_unique() >= _FEWEST_ROWS:
            reading.faults.add(FaultCode.ROWS_TWICE, count=half)
