"""What a sheet looks like beside its values: what is hidden, what is merged, and what a format adds to a number."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

_Format = TypeVar("_Format", bound=Hashable)

# Colours, languages and conditions; then zeros and what is shown between them. "@" after the last section is for text.
_ASIDE, _SHOWN = r"(?:\[[^\]]*\])*", r"0|[- ()]|\\.|\"[^\"]*\""
_ZEROS = re.compile(rf"{_ASIDE}((?:{_SHOWN})+)(?:_.|\*.)*(?:;.*)?", re.DOTALL)
_LITERAL = re.compile(r'\\(.)|"([^"]*)"', re.DOTALL)
# Thousands, as they are typed in Swedish: no part of a number.
_THOUSANDS = re.compile(r"0(?:[ \u00a0]000)+")
_MOST_DIGITS = 15
_FEWEST_ZEROS = 2


class Area(NamedTuple):
    """Cells that are merged into one; rows and columns counted from 0, the last included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Digits(NamedTuple):
    """Rows of a column, the last included, whose whole numbers show as `mask` says; see `zeros_shown`."""

    first_row: int
    last_row: int
    mask: str


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

    def note_digits(self, row: int, column: int, mask: str) -> None:
        """Note a cell; cells are given from the top of each column down."""
        runs = self.digits.setdefault(column, [])
        if runs and runs[-1].mask == mask and runs[-1].last_row == row - 1:
            runs[-1] = runs[-1]._replace(last_row=row)
        else:
            runs.append(Digits(row, row, mask))


def styles_of(format_of: Sequence[_Format], mask_of: Mapping[_Format, str]) -> dict[int, str]:
    """Map the number of each cell style that adds to its numbers to what it shows.

    format_of: each style's number format, in the order of the styles. mask_of: what `zeros_shown` says of a format.
    """
    return {style: mask for style, key in enumerate(format_of) if (mask := mask_of.get(key, ""))}


def zeros_shown(number_format: str) -> str:
    """Tell how a number format shows whole numbers that it puts zeros first in: "00000", "000-00". "" for any other.

    A zero stands for a digit, everything else for itself.
    """
    match = _ZEROS.fullmatch(number_format)
    if match is None:
        return ""
    literals = _LITERAL.findall(match[1])
    mask = _LITERAL.sub(lambda literal: literal[1] or literal[2] or "", match[1])
    has_own_zero = any("0" in "".join(literal) for literal in literals)  # which digit would be whose?
    if has_own_zero or not _FEWEST_ZEROS <= mask.count("0") <= _MOST_DIGITS or _THOUSANDS.fullmatch(mask):
        return ""
    return mask.strip()
