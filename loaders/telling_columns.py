"""Columns that say what an amount beside them is: debit, in a currency, a budget. They are read into no figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser
from loaders.header import HALVES, heading_text, meaning_of
from loaders.raw_sheet import Cell
from loaders.reading import SheetReading
from loaders.table import Column, Parser, Role
from loaders.unit_words import KRONOR, LARGE

# What a word that tells nothing is read as, and those that tell which side an amount stands on.
OTHER, DEBIT, CREDIT = "other", "debit", "credit"
PLUS, MINUS = "plus", "minus"
SEK = "SEK"
CURRENCIES = (SEK, "EUR", "USD", "GBP", "NOK", "DKK", "CHF", "ISK", "PLN", "CAD", "AUD", "JPY")
_SIDES = dict.fromkeys(("d", "deb", "debet", "debit", "dr"), DEBIT) | dict.fromkeys(
    ("k", "kred", "kredit", "credit", "cr"), CREDIT
)
# What follows means something else, or anything, unless the heading says that it tells sides.
_SIGNS = dict.fromkeys(("+", "plus"), PLUS) | dict.fromkeys(("-", "\u2212", "\u2013", "minus"), MINUS)
_LETTERS = dict.fromkeys(("s", "soll"), DEBIT) | dict.fromkeys(("c", "h", "haben"), CREDIT)
_POSTING_KEYS = {"40": DEBIT, "50": CREDIT}  # of SAP
_KIND = r"(?:\W*(?:kod|typ|code|indicator))?$"
_SIDE_HEADINGS: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (rf"^$|^(?:sign|minus|\+\W*[-\u2212]){_KIND}", _SIGNS),
        (rf"^(?:d\W*c|s\W*h|soll\W*haben|shkzg|ind|indikator){_KIND}", _SIDES | _LETTERS),
        (
            r"debet|debit(?!or)|[ck]redit(?!or|\w*not|\w*fakt)" + rf"|^(?:d\W*k|deb\W*kre|tecken|tkn){_KIND}",
            _SIDES | _SIGNS | _POSTING_KEYS,
        ),
    )
)
OUTCOME, PLANNED = "outcome", "planned"
_MEASURES = dict.fromkeys(
    ("utfall", "utf", "utfall_v", "utfall period", "actual", "actuals", "outcome", "redovisat", "bokfört"), OUTCOME
) | dict.fromkeys(
    ("budget", "bud", "bu", "budget_v", "plan", "planerat", "prognos", "prog", "forecast", "helårsprognos", "avvikelse",
     "diff", "differens", "ack", "utfall ack", "ack utfall", "ackumulerat", "ytd"), PLANNED
)  # fmt: skip
# What a row's own text says of it, among any other texts: a balance, or a sum that has all codes of a detail row.
_NO_OUTCOME = re.compile(
    r"(?:ingående|utgående|ing\.?|utg\.?) ?(?:saldo|balans)|(?:summa|totalt?|delsumma) (?:konto|ansvar|kst|enhet)\b.*"
)
_CURRENCY_HEADING = re.compile(r"^\w*(?:valuta|currency)\W*(?:kod|code)?$", re.IGNORECASE)
_CURRENCY_CODE = re.compile(r"[A-Za-z]{3}")


class Tells(StrEnum):
    """What a column tells of the amounts in its rows.

    HALF: the debit or the credit of them, in öre as text. MEASURE: whether they are the outcome at all.
    """

    SIDE = "side"
    CURRENCY = "currency"
    HALF = "half"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Telling:
    """A column that tells. is_headed: its heading says so; otherwise only its words do."""

    tells: Tells
    column: Column
    is_headed: bool


class _Words(dict[Cell, str]):
    """Cell → what its word means, "" for a blank. headed: what to ask of a word that is not known, in small letters."""

    def __init__(self, words: Mapping[str, str], headed: Callable[[str], str] = lambda _: OTHER) -> None:
        super().__init__()
        self._words, self._headed = {"": "", **words}, headed

    def __missing__(self, cell: Cell) -> str:
        word = _word(cell)
        meaning = self[cell] = self._words[word] if word in self._words else self._headed(word)
        return meaning


def _word(cell: Cell) -> str:
    """Write a word in small letters; one of letters without what ends it, "K." and "Debet (D)"."""
    text = heading_text(cell).casefold()
    return re.sub(r"(?<=\w)(?:\W*\(\w*\)|\W+)$", "", text)


def _begun_side(word: str) -> str:
    """Tell a longer word for a side by how it begins: "Kreditering", "Debetpost"."""
    if word.startswith("deb"):
        return DEBIT
    return CREDIT if word.startswith(("kre", "cre")) else OTHER


def _no_outcome(word: str) -> str:
    return PLANNED if _NO_OUTCOME.fullmatch(word) else OTHER


def _any_currency(word: str) -> str:
    return word.upper() if _CURRENCY_CODE.fullmatch(word) else OTHER


class _Ore(dict[Cell, str]):
    """Cell → öre as text, "" for what is no certain amount."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self._amounts = AmountParser("amount", scale)

    def __missing__(self, cell: Cell) -> str:
        outcome = self._amounts[cell]
        text = self[cell] = str(outcome) if isinstance(outcome, int) else ""
        return text


# Thousands of kronor are no more kronor than euro are.
_CURRENCY_WORDS = {code.casefold(): code for code in (*CURRENCIES, *map(str.upper, LARGE))} | dict.fromkeys(
    (*KRONOR, "skr"), SEK
)

_SILENT = {Tells.SIDE: _SIDES, Tells.CURRENCY: _CURRENCY_WORDS, Tells.MEASURE: _MEASURES}


def telling_columns(reading: SheetReading, scale: int) -> list[Telling]:
    """Give the columns to read besides the others. scale: as the amounts are read by, see `AmountParser`."""
    return [*_halves_beside(reading, scale), *_worded(reading)]


def unread(reading: SheetReading) -> Iterator[int]:
    """Give the positions of the headings that nothing is read from."""
    header = reading.header
    return (index for index in _unread(reading) if header.cells[index] != "")


def _unread(reading: SheetReading) -> Iterator[int]:
    header = reading.header
    read = {*header.index_of.values(), *header.personal, *(month.index for month in header.months)}
    return (index for index in range(len(header.cells)) if index not in read)


def _halves_beside(reading: SheetReading, scale: int) -> list[Telling]:
    """Find debit and credit that are left for the outcome beside them, which they then can contradict."""
    header = reading.header
    table = reading.file.headings.columns[header.source]
    if header.is_wide or AmountMeasure.ACTUAL not in header.index_of:
        return []
    place = {meaning.column: index for index in unread(reading) if (meaning := meaning_of(header.text(index), table))}
    if not all(half in place for half in HALVES):
        return []
    return [_telling(Tells.HALF, place[half], _Ore(scale)) for half in HALVES]


def _worded(reading: SheetReading) -> Iterator[Telling]:
    """Find the columns that tell by their heading, or by every word of their first rows; some have no heading.

    Free text is looked at too, but for what says that a row is no outcome; nothing of it is kept.
    """
    words = _first_words(reading)
    for index in (*_unread(reading), *reading.header.personal):
        if any(map(_NO_OUTCOME.fullmatch, words[index])):
            yield _telling(Tells.MEASURE, index, _Words({}, _no_outcome))
    for index in _unread(reading):
        heading, there = reading.header.text(index), words[index]
        sides = next((sides for pattern, sides in _SIDE_HEADINGS if pattern.search(heading)), None)
        if sides is not None and (heading or (there and there <= sides.keys())):
            yield _telling(Tells.SIDE, index, _Words(sides, _begun_side))
        elif _CURRENCY_HEADING.search(heading):
            yield _telling(Tells.CURRENCY, index, _Words(_CURRENCY_WORDS, _any_currency))
        elif tells := next((each for each, known in _SILENT.items() if there and there <= known.keys()), None):
            yield _telling(tells, index, _Words(_SILENT[tells]), is_headed=False)


def _first_words(reading: SheetReading) -> defaultdict[int, set[str]]:
    """Give the words of each column's first rows."""
    words: defaultdict[int, set[str]] = defaultdict(set)
    for row in reading.first_rows():
        for index, cell in enumerate(row):
            if cell != "":
                words[index].add(_word(cell))
    return words


def _telling(tells: Tells, index: int, parser: Parser, *, is_headed: bool = True) -> Telling:
    return Telling(tells, Column(f"{tells} {index}", index, Role.TEXT, parser), is_headed)
