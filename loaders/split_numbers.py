"""Numbers whose decimal comma was taken for the comma between columns: "5,00" in two cells, and an amount of 5."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from loaders.raw_sheet import Row
from loaders.table import Column, Role
from loaders.whole_rows import WholeRows

_WHOLE = r"[-\u2212]?[0-9][0-9 \u00a0\u202f]*"
# Numbers are not written so, decimals are.
_DECIMALS = r"0[0-9]"
_WHOLE_CELL, _DECIMALS_CELL = re.compile(_WHOLE), re.compile(_DECIMALS)
# What may follow the comma: decimals, with noise even, or three digits of an amount in English after its first three.
_REST_CELL, _GROUP_CELL = re.compile(r"[0-9]{1,2}|0[0-9]+|[0-9]{10,}"), re.compile(r"[0-9]{3}(?:\.[0-9]{1,2})?")
_FIRST_GROUP = re.compile(r"[-\u2212]?[0-9]{1,3}")


class SplitNumbers:
    """Finds the numbers that a comma has split, in a text whose columns stand between commas.

    A row is longer by what was split, which doesn't show where its last columns are blank. So a row with more cells
    than the header tells, if only by blanks; and in any row, decimals that are no number where no code stands.

    Neither tells where the file shows otherwise; see `WholeRows`. What can't be known is refused: an amount and a code
    of two digits that end a row may as well be one amount, where the file has nothing in its last column.
    """

    def __init__(self, columns: Sequence[Column], width: int) -> None:
        """`columns` are those that are read of rows that are `width` cells wide."""
        codes = {column.index for column in columns if column.role is not Role.AMOUNT}
        self._width = width
        self._amounts = [column.index for column in columns if column.role is Role.AMOUNT]
        self._uncoded = [index for index in self._amounts if index + 1 not in codes and index + 1 < width]
        self._whole = WholeRows([column for column in columns if column.role is Role.KEY], width)
        self.looked_at = {index + 1 for index in self._uncoded}

    def may_be_in(self, cells: dict[int, pl.Series]) -> bool:
        """Tell whether a row may have one, where every row is as wide as the header. `looked_at` are given too."""
        decimals, whole = f"^(?:{_DECIMALS})$", f"^(?:{_WHOLE})$"
        return any(
            (cells[index + 1].str.contains(decimals) & cells[index].str.contains(whole)).any()
            for index in self._uncoded
            if not self._whole.has_own(index)
        )

    def within(self, chunk: Sequence[Row]) -> dict[int, int]:
        """Give index → position of the first amount that was split, in rows that have one."""
        suspects = [index for index, row in enumerate(chunk) if self._places(row)]
        if not suspects:
            return {}
        self._whole.learn(chunk, self._amounts, self._splits)
        found = {index: self._first(chunk[index]) for index in suspects}
        return {index: position for index, position in found.items() if position is not None}

    def _places(self, row: Row) -> list[int]:
        """Find where a number seems split, by the row alone."""
        if len(row) > self._width:
            return self._splits(row)
        return [place for place in self._uncoded if place + 1 < len(row) and _is_split(row, place, _DECIMALS_CELL)]

    def _first(self, row: Row) -> int | None:
        return next((place for place in self._places(row) if not self._whole.is_whole(row, place)), None)

    def _splits(self, row: Row) -> list[int]:
        """Find where a number may have been split, in a row that may have been longer."""
        places = (place for place in self._amounts if place + 1 < len(row))
        may_be = (place for place in places if _is_split(row, place, _REST_CELL) or _is_grouped(row, place))
        return [place for place in may_be if not self._whole.has_keys_in_place(row, place)]


def _is_split(row: Row, place: int, rest: re.Pattern[str]) -> bool:
    after, whole = str(row[place + 1]).strip(), str(row[place]).strip()
    return bool(rest.fullmatch(after) and _WHOLE_CELL.fullmatch(whole))


def _is_grouped(row: Row, place: int) -> bool:
    after, whole = str(row[place + 1]).strip(), str(row[place]).strip()
    return bool(_GROUP_CELL.fullmatch(after) and _FIRST_GROUP.fullmatch(whole))
