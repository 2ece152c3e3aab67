"""What stands above the header: the unit of the amounts, a year for bare month names, a period for the whole file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bemanning.domain.month import FIRST_YEAR, LAST_YEAR
from loaders.periods import Period, read_period
from loaders.raw_sheet import Cell, Row
from loaders.unit_words import KRONOR, LARGE, MILLIONS, THOUSANDS, either

_KRONOR = either(*KRONOR)
# These say nothing else, wherever they stand; an amount has its number before it: "poster över 500 tkr".
_LARGE_UNITS = (
    rf"(?:{either(*LARGE)}|1[ \u00a0]?000-tals?(?: {_KRONOR})?|tusentals?(?: {_KRONOR})?"
    rf"|tusen {_KRONOR}|miljoner {_KRONOR}|{_KRONOR} (?:thousands|millions)|(?:thousands|millions) of {_KRONOR})"
)
_UNIT_WORDS = rf"{_LARGE_UNITS}|tusen|miljoner|thousands|millions|{_KRONOR}|öre"
_UNIT = re.compile(
    rf"\b(?:in?|belopp|enhet|valuta)[\s:=(]{{1,3}}(?:in?\s+)?({_UNIT_WORDS})\b|\(({_UNIT_WORDS})\)"
    rf"|\b(?:in?|enhet)[\s:=(]{{1,3}}(1[ \u00a0]?000 ?{_KRONOR})\b"
    rf"|(?<![\d'’])(?<!\d\s)\b({_LARGE_UNITS})\b|(?<!\d)(['’]000s?(?: {_KRONOR})?|000-tals?(?: {_KRONOR})?)\b",
    re.IGNORECASE,
)
# The beginnings of the words for a million and a thousand kronor; any other is kronor, but for öre.
_MILLION = re.compile(rf"{either(*MILLIONS)}|.*(?:miljon|million)")
_THOUSAND = re.compile(rf"{either(*THOUSANDS)}|.*(?:000|tusen|thousand)")
_PERIOD_WORD = re.compile(r"\b(?:period|redovisningsperiod|bokföringsperiod|månad|avser)\b[\s:]*(.*)", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:–|-|till|t\.?o\.?m\.?)\s+|(?<=\d{6})\s*[–-]\s*(?=\d{6})", re.IGNORECASE)
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CUMULATIVE = re.compile(r"\b(?:ackumuler\w+|year[- ]to[- ]date|ytd|rullande (?:12|tolv))\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})(?=\d{2}(?!\d))")


@dataclass(frozen=True, slots=True)
class Titles:
    """The rows above the header, as text cells in order."""

    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def units(self) -> set[str]:
        """Every unit of money that is named."""
        return {match[match.lastindex or 0].lower() for text in self._texts() for match in _UNIT.finditer(text)}

    @property
    def year(self) -> int | None:
        """The one year that is named, dates of printing apart. None: no year, or several."""
        years = {
            int(match[1] or match[2]) for text in self._texts() for match in _YEAR.finditer(_FULL_DATE.sub(" ", text))
        }
        known = {year for year in years if FIRST_YEAR <= year <= LAST_YEAR}
        return known.pop() if len(known) == 1 else None

    @property
    def period(self) -> Period | None:
        """The one month that a title calls the period, in the same cell as that word or the next. None otherwise."""
        periods = self._named_periods()
        period = periods.pop() if len(periods) == 1 else None
        return period if period and period.year else None

    @property
    def span(self) -> tuple[Period, Period] | None:
        """The first and the last month of the one range that titles call the period. None: none, or unclear."""
        periods = self._named_periods()
        if len(periods) != len(("first", "last")) or not all(period.year for period in periods):
            return None
        first, last = sorted(periods, key=Period.month_text)
        return first, last

    def _named_periods(self) -> set[Period]:
        return {period for row in self.rows for text in _period_texts(row) for period in _periods(text)}

    @property
    def is_cumulative(self) -> bool:
        """Whether it is said that amounts are sums of months: since the year began, or of the last twelve."""
        return any(_CUMULATIVE.search(text) for text in self._texts())

    def _texts(self) -> list[str]:
        return [text for row in self.rows for text in row]


def titles_of(rows: list[Row]) -> Titles:
    """Keep the filled cells of the title rows."""
    return Titles(tuple(tuple(_text(cell) for cell in row if _text(cell)) for row in rows))


def scale_of(units: set[str]) -> int | None:
    """Give kronor per unit; kronor where nothing is said. None where what is said contradicts itself, or is öre."""
    scales = {_scale_of(unit) for unit in units} or {1}
    return scales.pop() if len(scales) == 1 else None


def _scale_of(unit: str) -> int | None:
    if unit == "öre":
        return None
    if _MILLION.match(unit):
        return 1_000_000
    return 1_000 if _THOUSAND.match(unit) else 1


def unit_name(units: set[str]) -> str:
    """Give the unit as one of domain.profile's UNITS; kr where nothing is said, or what is said contradicts itself."""
    return {1_000: "tkr", 1_000_000: "mkr"}.get(scale_of(units) or 1, "kr")


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _period_texts(row: tuple[str, ...]) -> list[str]:
    texts = []
    for position, text in enumerate(row):
        if match := _PERIOD_WORD.search(text):
            texts.append(match[1] or " ".join(row[position + 1 : position + 2]))
    return texts


def _periods(text: str) -> list[Period]:
    """Read a month, or both ends of a range: two different ends are no one month."""
    return [period for part in _RANGE.split(text) if (period := read_period(part.strip()))]
