"""What a source's reader came to, before it is packed."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bemanning.domain.vocabulary import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """counted: the cells that make up the control total, by their column `number`."""

    source: Source
    profile: str
    cells: pl.DataFrame
    counted: pl.DataFrame
    number: str
    vouchers: pl.DataFrame
