"""A cube's rows as arrays, which is what every sum over units and months is made of."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl

from bemanning.domain.month import Month
from bemanning.kpi.panel import IntArray

# The key → units × months.
Arrays = dict[tuple[str, str], IntArray]


def spread(
    cube: pl.DataFrame, key: tuple[str, str], amount: str, units: tuple[str, ...], months: tuple[Month, ...]
) -> Arrays:
    """Spread a cube's rows (month, ansvar, the key's columns, the amount) into one units × months array per key."""
    row_of = {unit: position for position, unit in enumerate(units)}
    column_of = {str(month): position for position, month in enumerate(months)}
    arrays: Arrays = {}
    for first, second, unit, month, value in cube.select(*key, "ansvar", "month", amount).iter_rows():
        array = arrays.setdefault((first, second), np.zeros((len(units), len(months)), dtype=np.int64))
        array[row_of[unit], column_of[month]] += value
    return arrays


def summed(one: Mapping[tuple[str, str], IntArray], other: Mapping[tuple[str, str], IntArray]) -> Arrays:
    """Add two sets of arrays over the same units and months, key by key."""
    return {key: sum(arrays[key] for arrays in (one, other) if key in arrays) for key in {*one, *other}}  # type: ignore[misc]  # at least one has the key


def realigned(arrays: Mapping[tuple[str, str], IntArray], units: tuple[str, ...], new_units: tuple[str, ...]) -> Arrays:
    """Give the arrays over other units: a unit's row follows it, a unit that is new has zeros.

    A unit that is left out must have nothing but zeros.
    """
    row_of = {unit: position for position, unit in enumerate(units)}
    kept = [(row_of[unit], position) for position, unit in enumerate(new_units) if unit in row_of]
    old_rows, new_rows = [pair[0] for pair in kept], [pair[1] for pair in kept]
    moved: Arrays = {}
    for key, array in arrays.items():
        moved[key] = np.zeros((len(new_units), array.shape[1]), dtype=np.int64)
        moved[key][new_rows] = array[old_rows]
    return moved
