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
    shape, texts = (len(units), len(months)), [str(month) for month in months]
    # Positions on the axes: an Enum's physical numbers are just those.
    placed = cube.select(
        *key,
        pl.col("ansvar").cast(pl.Enum(units)).to_physical().cast(pl.Int64).alias("row"),
        pl.col("month").cast(pl.Enum(texts)).to_physical().cast(pl.Int64).alias("column"),
        amount,
    )
    parts = placed.partition_by(key, as_dict=True)
    return {(first, second): _array(part, amount, shape) for (first, second), part in parts.items()}


def _array(placed: pl.DataFrame, amount: str, shape: tuple[int, int]) -> IntArray:
    """Add each row's amount in its place. A place may come more than once."""
    flat = np.zeros(shape[0] * shape[1], dtype=np.int64)
    at = placed["row"].to_numpy() * shape[1] + placed["column"].to_numpy()
    np.add.at(flat, at, placed[amount].to_numpy())
    return flat.reshape(shape)


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
