"""Columns that say what an amount beside them is: debit or credit, or in a currency. They are read into no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser
from loaders.header import HALVES, meaning_of
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
# Under a heading that says nothing of debit and credit, they may mean anything.
_HEADED_SIDES = (
    dict.fromkeys(("s", "soll"), DEBIT)
    | dict.fromkeys(("c", "h", "haben"), CREDIT)
    | {"+": PLUS}
    | dict.fromkeys(("-", "\u2212", "\u2013"), MINUS)
)
_SIDE_HEADING = re.compile(
    r"debet|debit(?!or)|[ck]redit(?!or|\w*not|\w*fakt)"
    r"|^(?:d\W*[kc]|s\W*h|soll\W*haben|tecken|sign|\+\W*[-\u2212])(?:\W*(?:kod|typ|code|indicator))?$",
    re.IGNORECASE,
)
_CURRENCY_HEADING = re.compile(r"^\w*(?:valuta|currency)\W*(?:kod|code)?$", re.IGNORECASE)
_CURRENCY_CODE = re.compile(r"[A-Za-z]{3}")


class Tells(StrEnum):
    """What a column tells of the amounts in its rows. HALF: the debit or the credit of them, in öre as text."""

    SIDE = "side"
    CURRENCY = "currency"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Telling:
    """A column that tells. is_headed: its heading says so; otherwise only its words do."""

    tells: Tells
    column: Column
    is_headed: bool


class _Words(dict[Cell, str]):
    """Cell → what its word means, "" for a blank, "other" for any other word."""

    def __init__(self, words: Mapping[str, str], *, is_any_currency: bool = False) -> None:
        super().__init__()
        self._words, self._is_any_currency = {"": "", **words}, is_any_currency

    def __missing__(self, cell: Cell) -> str:
        word = str(cell).strip().casefold()
        is_currency = self._is_any_currency and word not in self._words and _CURRENCY_CODE.fullmatch(word)
        meaning = self[cell] = word.upper() if is_currency else self._words.get(word, OTHER)
        return meaning


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
_CURRENCY_WORDS = {code.casefold(): code for code in (*CURRENCIES, *map(str.upper, LARGE))} | dict.fromkeys(KRONOR, SEK)


def telling_columns(reading: SheetReading, scale: int) -> list[Telling]:
    """Give the columns to read besides the others. scale: as the amounts are read by, see `AmountParser`."""
    return [*_halves_beside(reading, scale), *_worded(reading)]


def unread(reading: SheetReading) -> Iterator[int]:
    """Give the positions of the headings that nothing is read from."""
    header = reading.header
    read = {*header.index_of.values(), *header.personal, *(month.index for month in header.months)}
    return (index for index, cell in enumerate(header.cells) if cell != "" and index not in read)


def _halves_beside(reading: SheetReading, scale: int) -> list[Telling]:
    """Find debit and credit that are left for the outcome beside them, which they then can contradict."""
    header = reading.header
    table = reading.file.headings.columns[header.source]
    if header.is_wide or AmountMeasure.ACTUAL not in header.index_of:
        return []
    place = {meaning.column: index for index in unread(reading) if (meaning := meaning_of(header.text(index), table))}
    if not all(half in place for half in HALVES):
        return []
    return [_telling(Tells.HALF, half, place[half], _Ore(scale)) for half in HALVES]


def _worded(reading: SheetReading) -> Iterator[Telling]:
    """Find the columns that tell by their heading, or by every word of their first rows."""
    rows = reading.first_rows()
    for index in unread(reading):
        heading = reading.header.text(index)
        words = {str(row[index]).strip().casefold() for row in rows if index < len(row)} - {""}
        if _SIDE_HEADING.search(heading):
            yield _telling(Tells.SIDE, str(index), index, _Words(_SIDES | _HEADED_SIDES))
        elif _CURRENCY_HEADING.search(heading):
            yield _telling(Tells.CURRENCY, str(index), index, _Words(_CURRENCY_WORDS, is_any_currency=True))
        elif words and words <= _SIDES.keys():
            yield _telling(Tells.SIDE, str(index), index, _Words(_SIDES), is_headed=False)
        elif words and words <= _CURRENCY_WORDS.keys():
            yield _telling(Tells.CURRENCY, str(index), index, _Words(_CURRENCY_WORDS), is_headed=False)


def _telling(tells: Tells, name: str, index: int, parser: Parser, *, is_headed: bool = True) -> Telling:
    return Telling(tells, Column(f"{tells} {name}", index, Role.TEXT, parser), is_headed)
