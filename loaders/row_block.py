"""Rows of a sheet that come as rows alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from loaders.raw_sheet import Row


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Some rows, as they came."""

    whole: list[Row]

    def rows(self) -> list[Row]:
        """Give them."""
        return self.whole

    def columns(self, width: int, wanted: Collection[int]) -> None:
        """Give none."""

    def parts(self, size: int) -> Iterator[RowBlock]:
        """Cut the block into smaller ones."""
        return (RowBlock(self.whole[at : at + size]) for at in range(0, len(self.whole), size))
