"""A cube's rows as arrays, which is what every sum over units and months is made of."""

from __future__ import annotations

import numpy as np
import polars as pl

from bemanning.domain.month import Month
from bemanning.kpi.panel import IntArray


def spread(
    cube: pl.DataFrame, key: tuple[str, str], amount: str, units: tuple[str, ...], months: tuple[Month, ...]
) -> dict[tuple[str, str], IntArray]:
    """Spread a cube's rows (month, ansvar, the key's columns, the amount) into one units × months array per key."""
    row_of = {unit: position for position, unit in enumerate(units)}
    column_of = {str(month): position for position, month in enumerate(months)}
    arrays: dict[tuple[str, str], IntArray] = {}
    for first, second, unit, month, value in cube.select(*key, "ansvar", "month", amount).iter_rows():
        array = arrays.setdefault((first, second), np.zeros((len(units), len(months)), dtype=np.int64))
        array[row_of[unit], column_of[month]] += value
    return arrays
