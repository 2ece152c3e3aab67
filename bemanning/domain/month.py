"""The accounting month, the unit of time that everything here is counted in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MONTHS_IN_YEAR = 12
# A ledger of a Swedish region holds no month outside this range; a period outside it is a misread cell.
FIRST_YEAR, LAST_YEAR = 1990, 2099
# The year before the first month is looked at too, and the year before that: months with nothing in them.
_MARGIN_YEARS = 5
_EARLIEST_YEAR, _LATEST_YEAR = FIRST_YEAR - _MARGIN_YEARS, LAST_YEAR + _MARGIN_YEARS

# All there are.
_MONTHS_KEPT = (_LATEST_YEAR - _EARLIEST_YEAR + 1) * MONTHS_IN_YEAR

_TEXT = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month, 2018-12. Raises ValueError for a month that does not exist."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a month that does not exist."""
        if not (_EARLIEST_YEAR <= self.year <= _LATEST_YEAR and 1 <= self.number <= MONTHS_IN_YEAR):
            message = f"no such month: {self.year}-{self.number}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read "2018-12", the one way that months are written inside.

        Raises ValueError for anything else, and for a month that no ledger holds.
        """
        match = _TEXT.fullmatch(text)
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            message = f"not a month on the form 2018-12: {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def from_index(cls, index: int) -> Month:
        """Turn back what `index` gave. The same month is the same object: every window counts through them."""
        return _at(index)

    @property
    def index(self) -> int:
        """Months since year 0, so that months can be subtracted and used as positions."""
        return self.year * MONTHS_IN_YEAR + self.number - 1

    def plus(self, months: int) -> Month:
        """Give the month this many months later (earlier where negative)."""
        return Month.from_index(self.index + months)

    def window(self, length: int = MONTHS_IN_YEAR) -> tuple[Month, ...]:
        """Give the `length` months that end with this one, oldest first."""
        return tuple(self.plus(step) for step in range(1 - length, 1))

    def year_to_date(self) -> tuple[Month, ...]:
        """Give January to this month of the same year."""
        return self.window(self.number)

    def __str__(self) -> str:
        """Write the month as `parse` reads it."""
        return f"{self.year:04d}-{self.number:02d}"


@lru_cache(_MONTHS_KEPT)
def _at(index: int) -> Month:
    return Month(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1)


# What "from" and "to" mean when a table leaves them blank.
ALWAYS_FROM, ALWAYS_TO = Month(FIRST_YEAR, 1), Month(LAST_YEAR, MONTHS_IN_YEAR)


def month_range(first: Month, last: Month) -> Iterator[Month]:
    """Give every month from first to last, both included."""
    return (Month.from_index(index) for index in range(first.index, last.index + 1))
