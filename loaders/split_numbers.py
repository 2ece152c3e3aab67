"""Numbers whose decimal comma was taken for the comma between columns: "5,00" in two cells, and an amount of 5."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from loaders.raw_sheet import Row
from loaders.table import Column, Role

_WHOLE = r"[-\u2212]?[0-9][0-9 \u00a0\u202f]*"
# What may follow the comma: two decimals, or the last three digits of an amount in English.
_REST = r"[0-9]{2}|[0-9]{3}(?:\.[0-9]{1,2})?"
# Numbers are not written so, decimals are.
_DECIMALS = r"0[0-9]"
_WHOLE_CELL, _REST_CELL, _DECIMALS_CELL = map(re.compile, (_WHOLE, _REST, _DECIMALS))


class SplitNumbers:
    """Finds the numbers that a comma has split, in a text whose columns stand between commas.

    A row is longer by what was split, which doesn't show where its last columns are blank. So a row with more cells
    than the header tells, if only by blanks; and in any row, decimals that are no number where no code stands.
    """

    def __init__(self, columns: Sequence[Column], width: int) -> None:
        """`columns` are those that are read of rows that are `width` cells wide."""
        codes = {column.index for column in columns if column.role is not Role.AMOUNT}
        self._width = width
        self._amounts = [column.index for column in columns if column.role is Role.AMOUNT]
        self._uncoded = [index for index in self._amounts if index + 1 not in codes and index + 1 < width]
        self.looked_at = {index + 1 for index in self._uncoded}

    def may_be_in(self, cells: dict[int, pl.Series]) -> bool:
        """Tell whether a row may have one, where every row is as wide as the header. `looked_at` are given too."""
        decimals, whole = f"^(?:{_DECIMALS})$", f"^(?:{_WHOLE})$"
        return any(
            (cells[index + 1].str.contains(decimals) & cells[index].str.contains(whole)).any()
            for index in self._uncoded
        )

    def within(self, chunk: Sequence[Row]) -> dict[int, int]:
        """Give index → position of the first amount that was split, in rows that have one."""
        found = {index: self._first(row) for index, row in enumerate(chunk)}
        return {index: position for index, position in found.items() if position is not None}

    def _first(self, row: Row) -> int | None:
        is_longer = len(row) > self._width
        places, rest = (self._amounts, _REST_CELL) if is_longer else (self._uncoded, _DECIMALS_CELL)
        return next((place for place in places if place + 1 < len(row) and _is_split(row, place, rest)), None)


def _is_split(row: Row, place: int, rest: re.Pattern[str]) -> bool:
    after, whole = str(row[place + 1]).strip(), str(row[place]).strip()
    return bool(rest.fullmatch(after) and _WHOLE_CELL.fullmatch(whole))
