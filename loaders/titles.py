"""What stands above the header: the unit of the amounts, a year for bare month names, a period for the whole file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bemanning.domain.month import FIRST_YEAR, LAST_YEAR
from loaders.named_units import named_units
from loaders.periods import Period, read_period
from loaders.raw_sheet import Cell, Row
from loaders.unit_words import KRONOR, either

_IN_KRONOR = re.compile(rf"\b(?:valuta|currency)[\s:=(]{{1,3}}{either(*KRONOR)}\b", re.IGNORECASE)
# A cell that says what the next one is, or whether what it says itself is so.
_LABEL = re.compile(
    r"(?:belopp|amounts?|enhet|unit|sort|skala|skalfaktor|valuta|currency|in?)(?: in?)?:?", re.IGNORECASE
)
_ANSWER = re.compile(r"ja|nej|yes|no|x|sant|falskt|true|false", re.IGNORECASE)
# What says too little alone: "Anslag" or "Enhet" before it, or a comma after it, is another thing.
_SHORT = re.compile(r"1[ .]?000[ .]?(?:000)? ?(?:kr|kronor|sek)|tusentals?|(?:1 ?)?000-tals?", re.IGNORECASE)
_PERIOD_WORD = re.compile(r"\b(?:period|redovisningsperiod|bokföringsperiod|månad|avser)\b[\s:]*(.*)", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:–|-|till|t\.?o\.?m\.?)\s+|(?<=\d{6})\s*[–-]\s*(?=\d{6})", re.IGNORECASE)
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CUMULATIVE = re.compile(r"\b(?:ackumuler\w+|year[- ]to[- ]date|ytd|rullande (?:12|tolv)|R ?12)\b", re.IGNORECASE)
_THROUGH = re.compile(
    r"(?:^|[^\W\d_][:,]? )(?:t ?\. ?o ?\. ?m ?\.?|till och med|through)(?: period| månad)?:? ", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})(?=\d{2}(?!\d))")


@dataclass(frozen=True, slots=True)
class Titles:
    """The rows above the header, as text cells in order."""

    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def units(self) -> set[str]:
        """Every unit of money that is named; see `named_units`."""
        return named_units(text for row in self.rows for text in _unit_texts(row))

    @property
    def is_in_kronor(self) -> bool:
        """Whether it is said that the currency is kronor, by which nothing is said of thousands."""
        return any(_IN_KRONOR.search(" ".join(row)) for row in self.rows)

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
    def is_through(self) -> bool:
        """Whether a month is said to be the last of several, the first of which is not named."""
        return any(_THROUGH.search(text) for text in self._texts())

    @property
    def is_cumulative(self) -> bool:
        """Whether it is said that amounts are sums of months: since the year began, or of the last twelve."""
        return any(_CUMULATIVE.search(text) for text in self._texts())

    def _texts(self) -> list[str]:
        return [text for row in self.rows for text in row]


def titles_of(rows: list[Row]) -> Titles:
    """Keep the filled cells of the title rows."""
    return Titles(tuple(tuple(_text(cell) for cell in row if _text(cell)) for row in rows))


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


def _unit_texts(row: tuple[str, ...]) -> list[str]:
    """Write each cell with the one beside it, where neither is understood alone."""
    texts = []
    for before, text, after in zip(("", *row), row, (*row[1:], ""), strict=False):
        if _LABEL.fullmatch(before):
            texts.append(f"{before} {text}")
        elif _SHORT.fullmatch(text) and before not in {"", text}:
            texts.append(f"{before}: {text}")
        elif _ANSWER.fullmatch(after) or (_SHORT.fullmatch(text) and after not in {"", text}):
            texts.append(f"{text}: {after}")
        else:
            texts.append(text)
    return texts


def _periods(text: str) -> list[Period]:
    """Read a month, or both ends of a range: two different ends are no one month."""
    return [period for part in _RANGE.split(text) if (period := read_period(part.strip()))]
