"""What shows that rows between commas are whole: that no comma within a number was taken for one between columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.raw_sheet import Row
from loaders.table import Column

# With a point, or within quotes: then a comma between columns is no decimal comma.
_OWN_DECIMALS = re.compile(r"[-\u2212]?[0-9 \u00a0\u202f]+[.,][0-9]{1,2}")
_TWO_DIGITS = re.compile(r"[0-9]{2}")
# So many different codes, or fewer, in so many rows or more; öre would be more, and would now and then be none.
_MOST_CODES, _FEWEST_CODED = 10, 30
# One row may be so by chance: a comma in a text.
_FEWEST_ROWS = 2

Splits = Callable[[Row], list[int]]


class WholeRows:
    """Learns from the rows that have all their keys how the file is written; it is so in all of it.

    - An amount in a column with decimals of its own is not split.
    - Rows that end in a blank, where a number can't have been split, keep their last cells: what is no longer than
      they are is whole; beyond the header's width only where every row is as long.
    - A column of few codes, all of two digits and never "00", is not decimals.
    """

    def __init__(self, keys: Sequence[Column], width: int) -> None:
        """`keys` are the columns that are filled on every row of rows that are `width` cells wide."""
        self._keys, self._width = keys, width
        self._padded_to = 0
        self._own: set[int] = set()

    def learn(self, chunk: Sequence[Row], amounts: Sequence[int], splits: Splits) -> None:
        """Take in what rows show. `splits` finds where a row's numbers may have been split."""
        rows = [row for row in chunk if self._has_keys(row)]
        as_wide = [row for row in rows if len(row) == self._width]
        self._own.update(place for place in amounts if place + 1 < self._width and _is_own(as_wide, place))
        ends = {len(row) for row in rows} if all(map(self._ends_in_blank, rows)) else {self._width}
        whole = [len(row) for row in rows if _is_blank(row[-1]) and len(row) in ends and not splits(row)]
        if len(ends) == 1 and len(whole) >= _FEWEST_ROWS:
            self._padded_to = max(self._padded_to, *whole)

    def _ends_in_blank(self, row: Row) -> bool:
        return len(row) > self._width and all(map(_is_blank, row[self._width :]))

    def has_own(self, place: int) -> bool:
        """Tell whether the column beside an amount is known to be one of its own."""
        return place in self._own or self._padded_to >= self._width

    def is_whole(self, row: Row, place: int) -> bool:
        """Tell whether the row's amount is known to be whole, though it seems split."""
        if len(row) > self._width:
            return len(row) <= self._padded_to
        is_there = self.has_own(place) and len(row) == self._width and self._has_keys(row)
        return is_there or self.has_keys_in_place(row, place)

    def has_keys_in_place(self, row: Row, place: int) -> bool:
        """Tell whether a key that stands after an amount would be lost or no month, if the amount had been split."""
        if any(not _is_blank(cell) for cell in row[self._width :]):
            return False
        after = [column for column in self._keys if column.index > place]
        return self._has_keys(row) and any(not _is_key(column, row, column.index + 1) for column in after)

    def _has_keys(self, row: Row) -> bool:
        return all(_is_key(column, row, column.index) for column in self._keys)


def _is_key(column: Column, row: Row, index: int) -> bool:
    if index >= len(row) or _is_blank(row[index]):
        return False
    is_month = column.name == "month" and column.year_index is None
    return not is_month or isinstance(column.parser["", row[index]], str)


def _is_own(rows: Sequence[Row], place: int) -> bool:
    if any(_OWN_DECIMALS.fullmatch(str(row[place]).strip()) for row in rows):
        return True
    after = [str(row[place + 1]).strip() for row in rows]
    codes = set(after) - {""}
    return (
        sum(map(bool, after)) >= _FEWEST_CODED
        and len(codes) <= _MOST_CODES
        and "00" not in codes
        and all(map(_TWO_DIGITS.fullmatch, codes))
    )


def _is_blank(cell: object) -> bool:
    return not str(cell).strip()
