"""Debit and credit in a column each: the outcome is what is left of debit once credit is taken from it."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser
from loaders.header import HALVES
from loaders.reading import SheetReading
from loaders.table import Column, Role, Table

# Sums of credit are read with the sign turned; they are told as the sheet writes them.
WRITTEN_OTHERWISE = {HALVES[1]: -1}


def half_columns(reading: SheetReading, scale: int) -> list[Column]:
    """Give the columns of debit and credit, credit with its sign turned; none where the outcome has its own column."""
    header = reading.header
    if not header.has_halves:
        return []
    signed = zip(HALVES, (scale, -scale), strict=True)
    return [Column(half, header.index_of[half], Role.AMOUNT, AmountParser(half, factor)) for half, factor in signed]


def take_halves(reading: SheetReading, table: Table, halves: Sequence[Column], scale: int) -> None:
    """Make the outcome of debit and credit, and say what they sum to. Where both are blank, so is the outcome.

    Where credit sums to less than zero, its amounts may be meant to be added as they stand: that is refused.
    """
    if not halves:
        return
    debit, credit = (table.values.series(half.name, pl.Int64) for half in halves)
    terms = pl.DataFrame({"debit": debit, "credit": credit})
    is_blank = pl.all_horizontal(pl.all().is_null())
    outcome = terms.select(ore=pl.when(~is_blank).then(pl.sum_horizontal(pl.all())))
    table.values[AmountMeasure.ACTUAL] = outcome["ore"].to_list()
    sign = 1 if scale > 0 else -1
    written = [sign * int(debit.sum()), -sign * int(credit.sum())]
    headings = [reading.header.text(half.index) for half in halves]
    if written[1] < 0:
        heading, amount = headings[1], kr_text(written[1])
        reading.fault(FaultCode.CREDIT_NEGATIVE, halves[1].index, heading=heading, amount=amount)
    amounts = {"debit": kr_text(written[0]), "credit": kr_text(written[1])}
    reading.warn(FaultCode.AMOUNT_OF_HALVES, heading=headings[0], text=headings[1], **amounts)
