"""Debit and credit in a column each: the outcome is what is left of debit once credit is taken from it."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser, written_sign
from loaders.header import HALVES, MEASURES, meaning_of
from loaders.reading import SheetReading
from loaders.table import Column, Role, Table
from loaders.telling_columns import unread


def half_columns(reading: SheetReading, scale: int) -> list[Column]:
    """Give the columns of debit and credit, credit with its sign turned; none where the outcome has its own column."""
    header = reading.header
    if not header.has_halves:
        return []
    debit, credit = (AmountParser(half, sign * scale) for half, sign in zip(HALVES, (1, -1), strict=True))
    credit.decimal_marks = debit.decimal_marks  # what either proves to be decimal is so in both
    parsers = zip(HALVES, (debit, credit), strict=True)
    return [Column(half, header.index_of[half], Role.AMOUNT, parser) for half, parser in parsers]


def take_halves(reading: SheetReading, table: Table, halves: Sequence[Column]) -> None:
    """Make the outcome of debit and credit, and say what they sum to. The table must be without faults.

    Where both are blank, so is the outcome. Where credit sums to less than zero, its amounts may be meant to be added
    as they stand: that is refused.
    """
    if not halves:
        return
    ore = pl.DataFrame({half.name: table.values.series(half.name, pl.Int64) for half in halves})
    is_blank = pl.all_horizontal(pl.all().is_null())
    outcome = ore.select(pl.when(~is_blank).then(pl.sum_horizontal(pl.all())))
    table.values[AmountMeasure.ACTUAL] = outcome.to_series().to_list()
    written = [written_sign(half) * int(ore[half.name].sum()) for half in halves]
    (debit, credit), (debit_heading, heading) = map(kr_text, written), _headings(reading, halves)
    if written[1] < 0:
        reading.fault(FaultCode.CREDIT_NEGATIVE, halves[1].index, heading=heading, amount=credit)
    reading.warn(FaultCode.AMOUNT_OF_HALVES, heading=debit_heading, text=heading, debit=debit, credit=credit)


def rounding_of(columns: Sequence[Column]) -> dict[str, int]:
    """Give what each column's amounts are rounded to, see `AmountParser`; öre in either half are öre in both."""
    parsers = {column.name: column.parser for column in columns}
    units = {name: parser.rounding_ore for name, parser in parsers.items() if isinstance(parser, AmountParser)}
    if all(half in units for half in HALVES):
        units |= dict.fromkeys(HALVES, min(units[half] for half in HALVES))
    return units


def refuse_half_amounts(reading: SheetReading) -> None:
    """Note amounts that are the debit or the credit alone, the other half being left unread."""
    header = reading.header
    table = reading.file.headings.columns[header.source]

    def half_at(index: int) -> str | None:
        meaning = meaning_of(header.text(index), table)
        return meaning.column if meaning and meaning.column in HALVES else None

    amounts = [header.index_of[measure] for measure in MEASURES if measure in header.index_of]
    read = {half: index for index in amounts if (half := half_at(index))}
    left = {half: index for index in unread(reading) if (half := half_at(index))}
    for half, other in (HALVES, HALVES[::-1]):
        if half in read and other in left:
            heading, text = header.text(read[half]), header.text(left[other])
            reading.fault(FaultCode.AMOUNT_HALF, read[half], heading=heading, text=text)


def _headings(reading: SheetReading, halves: Sequence[Column]) -> list[str]:
    return [reading.header.text(half.index) for half in halves]
