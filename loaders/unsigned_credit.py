"""Credit that stands without a sign: it would be summed as cost, so the file is refused."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.vocabulary import AmountMeasure
from loaders.reading import SheetReading
from loaders.table import Column, Table
from loaders.telling_columns import CREDIT, DEBIT, MINUS, OTHER, PLUS, Telling, Tells


def refuse_unsigned_credit(
    reading: SheetReading, table: Table, telling: Sequence[Telling], outcomes: Sequence[Column]
) -> None:
    """Note each column by which amounts are credit though they stand without a sign. The table must be without faults.

    outcomes: the columns of the outcome, which alone is summed as cost.
    """
    if not outcomes or not {each.tells for each in telling} & {Tells.SIDE, Tells.HALF}:
        return
    ore = pl.DataFrame({column.name: table.values.series(column.name, pl.Int64) for column in outcomes})
    for each in telling:
        if each.tells is Tells.SIDE and (is_credit := _unsigned(table, each, ore)) is not None:
            _refuse(reading, each, is_credit, ore)
    _refuse_beside(reading, table, telling, ore)


def _unsigned(table: Table, telling: Telling, ore: pl.DataFrame) -> pl.Series | None:
    """Give the rows that are credit, where their amounts can't be; None where nothing is wrong.

    A heading tells that credit is positive as a whole. Without one it takes both words, and no sign on what is credit.
    """
    words = table.values.series(telling.column.name, pl.String)
    sides = _signs_as_sides(words)
    if OTHER in sides and not telling.is_headed:
        return None
    is_credit, is_debit = sides == CREDIT, sides == DEBIT
    credit_ore, debit_ore = (_total(ore.filter(rows)) for rows in (is_credit, is_debit))
    if telling.is_headed and credit_ore > 0:
        return is_credit
    is_told = credit_ore * debit_ore > 0 and _have_one_sign(ore.filter(is_credit))
    return is_credit if is_told else None


def _have_one_sign(ore: pl.DataFrame) -> bool:
    amounts = [amount for column in ore.iter_columns() for amount in column.drop_nulls()]
    return bool(min(amounts) >= 0 or max(amounts) <= 0)


def _signs_as_sides(words: pl.Series) -> pl.Series:
    """Take plus and minus for sides, where nothing else stands there and not every row has the minus of a blank."""
    different = set(words.unique())
    if different == {MINUS} or not different <= {PLUS, MINUS, ""}:
        return words.replace([PLUS, MINUS], ["", ""])
    return words.replace([PLUS, MINUS], [DEBIT, CREDIT])


def _refuse_beside(reading: SheetReading, table: Table, telling: Sequence[Telling], ore: pl.DataFrame) -> None:
    """Note credit beside an outcome that repeats it without its sign."""
    halves = [each for each in telling if each.tells is Tells.HALF]
    if not halves:
        return
    texts = (table.values.series(each.column.name, pl.String) for each in halves)
    debit, credit = (text.cast(pl.Int64, strict=False) for text in texts)
    outcome = ore[AmountMeasure.ACTUAL]
    is_repeated = (debit.fill_null(0) == 0) & (credit > 0) & (outcome == credit)
    if is_repeated.any():
        _refuse(reading, halves[1], is_repeated, ore)


def _refuse(reading: SheetReading, telling: Telling, is_credit: pl.Series, ore: pl.DataFrame) -> None:
    place = telling.column.index
    amount = kr_text(abs(_total(ore.filter(is_credit))))
    heading = reading.header.text(place)
    reading.fault(FaultCode.AMOUNT_CREDIT, place, heading=heading, count=int(is_credit.sum()), amount=amount)


def _total(ore: pl.DataFrame) -> int:
    return sum(int(column.sum()) for column in ore.iter_columns())
