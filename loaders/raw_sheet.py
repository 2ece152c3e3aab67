"""A sheet as it stands in the file: raw cells with their true row and column, before anything is understood."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Protocol

import polars as pl

from loaders.look import Look


class Truth(Enum):
    """TRUE and FALSE as cells hold them: apart from 1 and 0, which they would equal as keys of a cache."""

    TRUE = "SANT"
    FALSE = "FALSKT"

    def __str__(self) -> str:
        """Write as Excel shows it."""
        return self.value


# A blank cell is "". Whole numbers may come as floats: the file format knows no other number.
Cell = str | int | float | bool | Truth | date | datetime | time | timedelta
Row = list[Cell]

LETTERS = 26
# What a sheet has room for: A1 to XFD1048576.
SHEET_ROWS, SHEET_COLUMNS = 1_048_576, 16_384


class Block(Protocol):
    """Some rows of a sheet, one after the other."""

    def rows(self) -> list[Row]:
        """Give the cells row by row."""
        ...

    def columns(self, width: int, wanted: Collection[int]) -> dict[int, pl.Series] | None:
        """Give some columns of text cells, by their position in the row. None: each row is to be looked at."""
        ...

    def parts(self, size: int) -> Iterator[Block]:
        """Cut the block into smaller ones, of so many rows."""
        ...


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet, or the one table of a text file (name None).

    open_rows: gives the rows from the first of the sheet, as often as asked.
    first_column: what the first cell of each row is the column of, counted from 0.
    flaws: (row, column), counted from 0, of cells that show nothing though something stands there: an error value
        ("#N/A"), or "" for a formula that was saved without its value. None: somewhere on the sheet.
    ragged: rows may be longer than the header because a separator slipped in, which a spreadsheet can't have.
    has_commas: a comma stands between its columns, so that a decimal comma may have been taken for one.
    look: what is hidden and merged.
    open_blocks: gives the rows from one on (counted from 0), so many at a time. None: there are rows alone.
    """

    name: str | None
    open_rows: Callable[[], Iterator[Row]]
    first_column: int = 0
    flaws: dict[tuple[int, int] | None, str] = field(default_factory=dict)
    is_hidden: bool = False
    ragged: bool = False
    has_commas: bool = False
    look: Look = field(default_factory=Look)
    open_blocks: Callable[[int, int], Iterator[Block]] | None = None


def column_letters(column: int) -> str:
    """Write a column counted from 0 as a spreadsheet does: 0 → "A", 26 → "AA"."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Turn back what `column_letters` wrote."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """Name a cell, both counted from 0: (6, 1) → "B7"."""
    return f"{column_letters(column)}{row + 1}"
