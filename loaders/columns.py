"""Columns of a table by name, each in the parts that it was read in: series where that was quicker, otherwise lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

Part = list[Any] | pl.Series


class Columns:
    """Name → values. A column that is asked for by its name is made a list, which then is the column."""

    def __init__(self, names: Iterable[str]) -> None:
        """Begin with blank columns."""
        self._parts: dict[str, list[Part]] = {name: [] for name in names}

    def __getitem__(self, name: str) -> list[Any]:
        """Give a column's values."""
        parts = self._parts[name]
        if len(parts) != 1 or not isinstance(parts[0], list):
            parts[:] = [[value for part in parts for value in _listed(part)]]
        return _listed(parts[0])

    def __setitem__(self, name: str, values: list[Any]) -> None:
        """Let a column be these values."""
        self._parts[name] = [values]

    def __iter__(self) -> Iterator[str]:
        """Give the names."""
        return iter(self._parts)

    def get(self, name: str) -> list[Any] | None:
        """Give a column's values; None where there is no such column."""
        return self[name] if name in self._parts else None

    def extend(self, name: str, part: Part) -> None:
        """Add values to a column. Blanks of a series are null."""
        self._parts[name].append(part)

    def series(self, name: str, dtype: type[pl.DataType]) -> pl.Series:
        """Give a column's values as one series."""
        parts = [pl.Series(name, part, dtype) for part in self._parts[name]]
        return pl.concat(parts) if parts else pl.Series(name, [], dtype)

    def different(self, name: str) -> set[Any]:
        """Give a column's different values."""
        each = (part.unique().to_list() if isinstance(part, pl.Series) else part for part in self._parts[name])
        return set().union(*each)

    def has_blanks(self, name: str) -> bool:
        """Tell whether any value of a column is None."""
        return any(part.null_count() > 0 if isinstance(part, pl.Series) else None in part for part in self._parts[name])


def _listed(part: Part) -> list[Any]:
    return part.to_list() if isinstance(part, pl.Series) else part
