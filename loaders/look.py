"""What a sheet looks like beside its values: what is hidden, what is merged, and the zeros that a format puts first."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

_Format = TypeVar("_Format", bound=Hashable)

# Colours, languages and conditions; then zeros alone. "@" after the last section is for text.
_ZEROS = re.compile(r"(?:\[[^\]]*\])*(0{2,15})(?:_.|\*.)*(?:;.*)?", re.DOTALL)


class Area(NamedTuple):
    """Cells that are merged into one; rows and columns counted from 0, the last included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Digits(NamedTuple):
    """Rows of a column, the last included, whose whole numbers show at least this many digits."""

    first_row: int
    last_row: int
    digits: int


@dataclass(slots=True)
class Look:
    """Rows and columns are those of the sheet, counted from 0. hidden_columns: first and last of each run.

    is_1904: days are counted from 1904, as they once were on a Mac.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    digits: dict[int, list[Digits]] = field(default_factory=dict)
    is_1904: bool = False

    def is_hidden_column(self, column: int) -> bool:
        """Tell whether nobody sees the column."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def note_merged(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Note what is more than one cell."""
        if (first_row, first_column) != (last_row, last_column):
            self.merged.append(Area(first_row, first_column, last_row, last_column))

    def note_digits(self, row: int, column: int, digits: int) -> None:
        """Note a cell; cells are given from the top of each column down."""
        runs = self.digits.setdefault(column, [])
        if runs and runs[-1].digits == digits and runs[-1].last_row == row - 1:
            runs[-1] = runs[-1]._replace(last_row=row)
        else:
            runs.append(Digits(row, row, digits))


def styles_of(format_of: Sequence[_Format], digits_of: Mapping[_Format, int]) -> dict[int, int]:
    """Map the number of each cell style that shows leading zeros to how many digits it shows.

    format_of: each style's number format, in the order of the styles. digits_of: what `leading_zeros` says of a format.
    """
    return {style: digits for style, key in enumerate(format_of) if (digits := digits_of.get(key, 0))}


def leading_zeros(number_format: str) -> int:
    """Tell how many digits a number format always shows: "00000" → 5. 0 where it does no such thing."""
    match = _ZEROS.fullmatch(number_format)
    return len(match[1]) if match else 0
