"""Amounts in another currency than kronor: nothing can be summed of them, so the file is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bemanning.domain.faults import FaultCode
from bemanning.domain.vocabulary import AmountMeasure
from loaders.header import HALVES
from loaders.raw_sheet import Row
from loaders.reading import SheetReading
from loaders.table import Table
from loaders.telling_columns import CURRENCIES, OTHER, SEK, Telling, Tells, unread
from loaders.titles import titles_of
from loaders.unit_words import KRONOR, LARGE, either

_IN_CURRENCY = re.compile(
    r"(?:valuta|currency).*(?:bel|amount)|(?:belopp|amount).*(?:valuta|currency)"
    r"|\b(?:val|curr|trans\w*)\W*(?:bel|amount|amt)",
    re.IGNORECASE,
)
# The kronor beside an amount that then is the currency's own.
_AT_HOME = re.compile(
    r"(?:huvud|redovisnings|bokförings|lokal|bas|koncern|företags)\w*\W*valuta"
    r"|(?:local|company|reporting|home|group|base)\b.*currency",
    re.IGNORECASE,
)
_IN_KRONOR = re.compile(rf"(?<![^\W_]){either(*KRONOR, *LARGE)}(?![^\W_])", re.IGNORECASE)
_FOREIGN = "|".join(code for code in CURRENCIES if code != SEK)
_TITLE = re.compile(
    r"\b(?:valuta|currency|(?:belopp|amounts?|utfall)(?: in?)?)[\W_]*"
    rf"(?:(?:tusen|thousands?|miljoner|millions?)(?: of)? )?([tkm]?(?:{_FOREIGN}|euro))\b",
    re.IGNORECASE,
)


def refuse_currencies(reading: SheetReading, table: Table, telling: Sequence[Telling]) -> None:
    """Note each column by which amounts are not in kronor, where nothing else says that they are.

    A person who sets the unit says so, of this file or, in a profile, of all that have such a column.
    """
    for each in telling:
        words = table.values.different(each.column.name) if each.tells is Tells.CURRENCY else set()
        foreign = sorted(words - {"", SEK, OTHER})
        if not foreign or (OTHER in words and not each.is_headed) or _says_kronor(reading):
            continue
        if not _is_unit_said(reading):
            heading = reading.header.text(each.column.index)
            reading.fault(FaultCode.AMOUNT_CURRENCY, each.column.index, heading=heading, value=", ".join(foreign))
        _show(reading, foreign)


def refuse_currency_in_title(reading: SheetReading, captions: Sequence[Row] = ()) -> None:
    """Note a title, a sheet's name or one of the captions that says that amounts are in another currency."""
    rows = titles_of(list(captions)).rows if captions else (*reading.titles.rows, (reading.sheet.name or "",))
    for row in rows:
        match = _TITLE.search(" ".join(row))
        if match and not _is_unit_said(reading):
            reading.fault(FaultCode.AMOUNT_CURRENCY, heading=match[0], value=match[1])
        if match:
            _show(reading, [match[1].upper()])


def _says_kronor(reading: SheetReading) -> bool:
    """Tell whether titles, or the headings of the outcome, name kronor, or one beside them has the currency's own."""
    header = reading.header
    beside = [header.text(index) for index in unread(reading)]
    is_beside = any(_IN_CURRENCY.search(text) and not _AT_HOME.search(text) for text in beside)
    is_named = any(_IN_KRONOR.search(header.text(index)) for index in _outcomes(reading))
    return is_beside or is_named or reading.titles.is_in_kronor or bool(reading.titles.units)


def _outcomes(reading: SheetReading) -> Iterator[int]:
    header = reading.header
    yield from (header.index_of[name] for name in (AmountMeasure.ACTUAL, *HALVES) if name in header.index_of)
    yield from (month.index for month in header.months)


def _is_unit_said(reading: SheetReading) -> bool:
    """Tell whether a person has set the unit in view of the currency."""
    layout = reading.file.layout
    if layout is None or not layout.unit:
        return False
    return reading.file.is_corrected or any(word.isupper() for word in layout.overruled.split(", "))


def _show(reading: SheetReading, currencies: Sequence[str]) -> None:
    """Let the currencies be seen beside the units: what a person then sets goes before them."""
    seen = reading.file.seen
    reading.file.seen = seen and replace(seen, units=tuple(sorted({*seen.units, *currencies})))
