"""Period cells to months: 201801, "2018-01", "jan-18", "Januari 2018", dates, serial dates; 201813 is period 13."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bemanning.domain.month import FIRST_YEAR, LAST_YEAR, MONTHS_IN_YEAR
from loaders.raw_sheet import Cell

PERIOD_13 = 13
# Month names by their first three letters, Swedish and English.
_NUMBER_OF = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAME = (
    r"(jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:usti|ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BREAK = r"[-/. ]"
# Two-digit years below this are in this century: no ledger that is loaded here is older than FIRST_YEAR.
_CENTURY_BREAK = FIRST_YEAR % 100
# A date that lost its format is a number of five digits, where a period has six.
_SERIAL_ZERO = date(1899, 12, 30)
_FIRST_SERIAL = (date(FIRST_YEAR, 1, 1) - _SERIAL_ZERO).days
_LAST_SERIAL = (date(LAST_YEAR, 12, 31) - _SERIAL_ZERO).days
_DAYS_TO_1904 = 1462
_YEAR_DIGITS = 4

# Digits are those of ASCII: int() takes others too, and a ledger has none.
_FLAGS = re.IGNORECASE | re.ASCII
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
# After a point, one digit may be what a decimal number has left of two: 2018.10 is 2018.1. Some systems write 2018/001.
_YEAR_MONTH = re.compile(rf"(\d{{4}}){_BREAK}?[MP]?(\d{{2}})|(\d{{4}})(?:[-/ MP])(\d)|(\d{{4}}){_BREAK}0(\d\d)", _FLAGS)
_MONTH_YEAR = re.compile(r"0?(\d{1,2})[-/.](\d{4})", re.ASCII)
_NAME_YEAR = re.compile(rf"{_NAME}[-/ '’]{{0,3}}(\d{{4}}|\d{{2}})", _FLAGS)
_YEAR_NAME = re.compile(rf"(\d{{4}}){_BREAK}{{0,2}}{_NAME}", _FLAGS)
_NAME_ALONE = re.compile(_NAME, _FLAGS)
_NUMBER_ALONE = re.compile(r"\d{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """What a cell says: a month number 1–13, and its year unless that stands elsewhere."""

    number: int
    year: int | None

    def month_text(self) -> str:
        """Write as months are written inside; period 13 becomes "2018-13", to be counted with December and shown."""
        return f"{self.year:04d}-{self.number:02d}"


def read_period(cell: Cell) -> Period | None:
    """Read a cell. None: it does not say a period, or one that does not exist."""
    if isinstance(cell, date):  # a datetime is a date too
        return _checked(cell.month, cell.year, MONTHS_IN_YEAR)
    if isinstance(cell, str):
        return _read_text(" ".join(cell.split()))
    if (
        isinstance(cell, bool)
        or not isinstance(cell, int | float)
        or not math.isfinite(cell)
        or float(cell) != int(cell)
    ):
        return None
    if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        day = _SERIAL_ZERO + timedelta(days=int(cell))
        return _checked(day.month, day.year, MONTHS_IN_YEAR)
    return _read_text(str(int(cell)))


def from_1904(cell: Cell) -> Cell:
    """Turn the number of a day that is counted from 1904 into the usual one; any other cell is given back."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    return cell + _DAYS_TO_1904 if _FIRST_SERIAL <= cell + _DAYS_TO_1904 <= _LAST_SERIAL else cell


def _read_text(text: str) -> Period | None:
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = (
        (
            _YEAR_MONTH,
            lambda match: _checked(int(match[2] or match[4] or match[6]), int(match[1] or match[3] or match[5])),
        ),
        (_DATE, _from_date),
        (_MONTH_YEAR, lambda match: _checked(int(match[1]), int(match[2]))),
        (_NAME_YEAR, lambda match: _checked(_named(match[1]), _full_year(match[2]))),
        (_YEAR_NAME, lambda match: _checked(_named(match[2]), int(match[1]))),
        (_NAME_ALONE, lambda match: _checked(_named(match[1]), None)),
        (_NUMBER_ALONE, lambda match: _checked(int(match[0]), None)),
    )
    for pattern, read in readers:
        if match := pattern.fullmatch(text):
            return read(match)
    return None


def _checked(number: int, year: int | None, last: int = PERIOD_13) -> Period | None:
    is_year = year is None or FIRST_YEAR <= year <= LAST_YEAR
    return Period(number, year) if is_year and 1 <= number <= last else None


def _from_date(match: re.Match[str]) -> Period | None:
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return _checked(day.month, day.year)


def _named(name: str) -> int:
    return _NUMBER_OF[name[:3].lower()]


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == _YEAR_DIGITS:
        return year
    return year + (1900 if year >= _CENTURY_BREAK else 2000)
