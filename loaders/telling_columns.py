"""Columns that say what an amount beside them is: debit or credit, or in another currency.

They are not read into any figure. But where they contradict that a cost is positive and in kronor, amounts that look
sound would be summed wrong: then the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from loaders.header import MEASURES
from loaders.raw_sheet import Cell
from loaders.reading import SheetReading
from loaders.table import Column, Role, Table
from loaders.unit_words import KRONOR, LARGE, either

_LOOKED_AT_ROWS = 200
_SIDE, _CURRENCY = "side", "currency"
_OTHER, _DEBIT, _CREDIT = "other", "debit", "credit"
_KRONOR = "SEK"
# Under a heading that says nothing of debit and credit, they may mean anything.
_SIGNS = {"+": _DEBIT, **dict.fromkeys(("-", "\u2212", "\u2013"), _CREDIT)}
_WORDS: dict[str, dict[str, str]] = {
    _SIDE: dict.fromkeys(("d", "deb", "debet", "debit", "dr", "s", "soll"), _DEBIT)
    | dict.fromkeys(("k", "kred", "kredit", "credit", "c", "cr", "h", "haben"), _CREDIT),
    _CURRENCY: {
        code.casefold(): code
        for code in (_KRONOR, "EUR", "USD", "GBP", "NOK", "DKK", "CHF", "ISK", "PLN", "CAD", "AUD", "JPY")
    },
}
_TELLS_SIDE = re.compile(r"debet|debit|[ck]redit|tecken|sign|^d\W*[kc]$|^\+\W*[-\u2212]$", re.IGNORECASE)
_HALVES = tuple(
    re.compile(rf"(?:belopp )?(?:{word})(?:belopp| belopp| kr)?", re.IGNORECASE)
    for word in ("deb|debet|debit", "kred|kredit|credit")
)
_IN_CURRENCY = re.compile(
    r"(?:valuta|currency).*(?:belopp|amount)|(?:belopp|amount).*(?:valuta|currency)", re.IGNORECASE
)
_IN_KRONOR = re.compile(rf"(?<![^\W_]){either(*KRONOR, *LARGE)}(?![^\W_])", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:valuta|currency|(?:belopp|amounts?|utfall) in?)[\W_]*(EUR|euro|USD|GBP|NOK|DKK)\b", re.IGNORECASE
)


class _Known(dict[Cell, str]):
    """Cell → what its word means, "" for a blank, "other" for any other word."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = {"": "", **words}

    def __missing__(self, cell: Cell) -> str:
        meaning = self[cell] = self._words.get(str(cell).strip().casefold(), _OTHER)
        return meaning


def telling_columns(reading: SheetReading) -> list[Column]:
    """Give the columns to read besides the others: at most one that tells sides, and one that tells currencies."""
    start = reading.header.row + 1
    rows = list(islice(reading.sheet.open_rows(), start, start + _LOOKED_AT_ROWS))
    found: dict[str, Column] = {}
    for index in _unread(reading):
        cells = {row[index] for row in rows if index < len(row)}
        for name, words in _WORDS.items():
            tells_side = name == _SIDE and _TELLS_SIDE.search(reading.header.text(index))
            known = _Known(words | _SIGNS if tells_side else words)
            meanings = {known[cell] for cell in cells} - {""}
            if name not in found and meanings and _OTHER not in meanings:
                found[name] = Column(name, index, Role.TEXT, known)
    return list(found.values())


def _unread(reading: SheetReading) -> Iterator[int]:
    header = reading.header
    read = {*header.index_of.values(), *header.personal, *(month.index for month in header.months)}
    return (index for index, cell in enumerate(header.cells) if cell != "" and index not in read)


def refuse_contradicted(
    reading: SheetReading, table: Table, telling: Sequence[Column], amounts: Sequence[Column]
) -> None:
    """Note columns that say that amounts are credit though they stand without a sign, or not in kronor."""
    for column in telling:
        words = table.values.different(column.name) - {""}
        if _OTHER in words:
            continue
        if column.name == _SIDE:
            _refuse_credit(reading, table, column, amounts)
        elif (foreign := sorted(words - {_KRONOR})) and not _says_kronor(reading):
            heading = reading.header.text(column.index)
            reading.fault(FaultCode.AMOUNT_CURRENCY, column.index, heading=heading, value=", ".join(foreign))


def refuse_currency_in_title(reading: SheetReading) -> None:
    """Note a title that says that amounts are in another currency."""
    for row in reading.titles.rows:
        match = _TITLE.search(" ".join(row))
        if match and not _is_unit_said(reading):
            reading.fault(FaultCode.AMOUNT_CURRENCY, heading=match[0], value=match[1])


def refuse_half_amounts(reading: SheetReading) -> None:
    """Note amounts that are the debit or the credit alone, the other half being left unread."""
    header = reading.header
    amounts = [header.index_of[measure] for measure in MEASURES if measure in header.index_of]
    for read, other in (_HALVES, _HALVES[::-1]):
        halves = [index for index in amounts if read.fullmatch(header.text(index))]
        left = [header.text(index) for index in _unread(reading) if other.fullmatch(header.text(index))]
        if halves and left:
            reading.fault(FaultCode.AMOUNT_HALF, halves[0], heading=header.text(halves[0]), text=left[0])


def _refuse_credit(reading: SheetReading, table: Table, column: Column, amounts: Sequence[Column]) -> None:
    """Where credit is positive as a whole; under a heading that may mean something else, where nothing is negative."""
    heading = reading.header.text(column.index)
    is_credit = table.values.series(column.name, pl.String) == _CREDIT
    sums = [table.values.series(amount.name, pl.Int64) for amount in amounts]
    credit_ore = sum(int(ore.filter(is_credit).sum()) for ore in sums)
    is_unsigned = all(int(ore.min() or 0) >= 0 for ore in sums)  # type: ignore[arg-type]
    is_told = _DEBIT in table.values.different(column.name) and is_unsigned
    if credit_ore > 0 and (is_told or _TELLS_SIDE.search(heading)):
        count, amount = int(is_credit.sum()), kr_text(credit_ore)
        reading.fault(FaultCode.AMOUNT_CREDIT, column.index, heading=heading, count=count, amount=amount)


def _says_kronor(reading: SheetReading) -> bool:
    texts = [reading.header.text(index) for index, cell in enumerate(reading.header.cells) if cell != ""]
    is_named = any(_IN_CURRENCY.search(text) or _IN_KRONOR.search(text) for text in texts)
    return is_named or bool(reading.titles.units) or _is_unit_said(reading)


def _is_unit_said(reading: SheetReading) -> bool:
    return bool(reading.file.layout and reading.file.layout.unit)
