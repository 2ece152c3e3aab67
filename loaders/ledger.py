"""A ledger export to cost cells: long, with a period on every row, or wide, with months as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import COST_CELL_COLUMNS
from bemanning.domain.vocabulary import AmountMeasure
from loaders.amounts import AmountParser, written_sign
from loaders.codes import CodeParser, TextParser
from loaders.codes_with_names import split_names
from loaders.control_sums import Checked, check_sum_rows, check_total_column
from loaders.currencies import refuse_currencies, refuse_currency_in_title
from loaders.frames import Values, lay_out
from loaders.garbled_texts import warn_of_garbled
from loaders.halves import half_columns, refuse_half_amounts, rounding_of, take_halves
from loaders.header import MEASURES
from loaders.hidden_parts import warn_of_hidden
from loaders.ignored_columns import warn_of_ignored_amounts
from loaders.ledger_months import WideMonth, long_period, took_year, warn_of_title_year, wide_months
from loaders.opening_closing import balance_columns, check_changes
from loaders.planned_amounts import refuse_planned, refuse_planned_title
from loaders.reading import SheetReading
from loaders.table import Column, Role, Table
from loaders.telling_columns import Telling, telling_columns
from loaders.units_elsewhere import refuse_other_units
from loaders.unsigned_credit import refuse_unsigned_credit
from loaders.wide_years import check_years, year_columns

# What a row of the ledger is laid out as, before it is summed.
ROW_COLUMNS = (*COST_CELL_COLUMNS[:-1], "voucher", "amount_ore")
_TEXTS = ("activity", "project", "counterparty", "supplier", "voucher")


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """What one sheet gave: rows (ROW_COLUMNS), a name of its layout, and the months that a wide one has columns for."""

    rows: pl.DataFrame
    profile: str
    months: tuple[str, ...] = ()
    sheet: str | None = None


def read_ledger(reading: SheetReading) -> LedgerPart | None:
    """Read one sheet. None where its header already tells that it can't be understood: the faults say why."""
    warn_of_ignored_amounts(reading)
    if reading.titles.is_cumulative and not {"cumulative", "closing"} & reading.header.index_of.keys():
        reading.fault(FaultCode.AMOUNT_CUMULATIVE)
        return None
    refuse_currency_in_title(reading)
    refuse_half_amounts(reading)
    refuse_planned_title(reading)
    return _read_wide(reading) if reading.header.is_wide else _read_long(reading)


def _read_long(reading: SheetReading) -> LedgerPart | None:
    period = long_period(reading)
    if period is None:
        return None
    index_of = reading.header.index_of
    scale = reading.scale()
    parsers = {measure: AmountParser(measure, scale) for measure in MEASURES if measure in index_of}
    amounts = [Column(measure, index_of[measure], Role.AMOUNT, parser) for measure, parser in parsers.items()]
    months = [period] if isinstance(period, Column) else []
    halves = half_columns(reading, scale)
    balances = balance_columns(reading, scale)
    keys = _key_columns(reading)
    telling = telling_columns(reading, scale)
    table = reading.read_table([*months, *keys, *amounts, *halves, *balances, *(each.column for each in telling)])
    warn_of_garbled(reading, keys)
    refuse_other_units(reading, table)
    warn_of_title_year(reading, was_taken=any(took_year(column) for column in months))
    reading.warn_of_blanks(table, [column.name for column in (*amounts, *halves)])
    outcomes, others = _apart(amounts, [AmountMeasure.ACTUAL])
    _refuse_contradicted(reading, table, telling, outcomes)
    if not reading.file.faults:
        take_halves(reading, table, halves)
    if reading.file.faults:
        return None
    split_names(reading, table, reading.header.ledger_keys)
    warn_of_hidden(reading, table, [*outcomes, *halves], others)
    checked = _to_check(reading, table, [*amounts, *halves, *balances])
    check_sum_rows(checked)
    check_changes(reading, table, balances, min(checked.units[column.name] for column in (*amounts, *halves)))
    month: Values = table.values.series("month", pl.String) if isinstance(period, Column) else period
    measures = [measure for measure in MEASURES if measure in table.values]
    parts = [_rows(table, month, measure, measure) for measure in measures]
    profile = _profile(reading, "ledger-long", [*amounts, *halves])
    return LedgerPart(pl.concat(parts), profile, sheet=reading.sheet.name)


def _read_wide(reading: SheetReading) -> LedgerPart | None:
    months = wide_months(reading)
    if not months:
        return None
    scale = reading.scale()
    parser = AmountParser("amount", scale)
    amounts = [Column(month.name, month.index, Role.AMOUNT, parser) for month in months]
    total = reading.header.index_of.get("total")
    totals = [] if total is None else [Column("total", total, Role.AMOUNT, parser)]
    keys = _key_columns(reading)
    telling = telling_columns(reading, scale)
    table = reading.read_table([*year_columns(reading), *keys, *amounts, *totals, *(each.column for each in telling)])
    warn_of_garbled(reading, keys)
    named = [month.name for month in months if month.measure is AmountMeasure.ACTUAL]
    outcomes, others = _apart(amounts, named)
    _refuse_contradicted(reading, table, telling, outcomes)
    refuse_other_units(reading, table)
    if not reading.file.faults:
        check_years(reading, table, months)
    if reading.file.faults:
        return None
    split_names(reading, table, reading.header.ledger_keys)
    warn_of_hidden(reading, table, outcomes, others)
    checked = _to_check(reading, table, [*amounts, *totals])
    check_sum_rows(checked)
    if totals:
        check_total_column(checked, named, "total")
    years = table.values.get("year")
    parts = [_rows(table, month.on_rows(years), month.measure, month.name) for month in months]
    profile = _profile(reading, "ledger-wide", [])
    return LedgerPart(pl.concat(parts), profile, _months_of(months, years), reading.sheet.name)


def _refuse_contradicted(
    reading: SheetReading, table: Table, telling: Sequence[Telling], outcomes: Sequence[Column]
) -> None:
    """Hold the outcome against what columns beside it say, once every amount has been understood."""
    refuse_currencies(reading, table, telling)
    if table.captions:
        refuse_currency_in_title(reading, table.captions)
    if not reading.file.faults:
        refuse_planned(reading, table, telling, outcomes)
        refuse_unsigned_credit(reading, table, telling, outcomes)


def _to_check(reading: SheetReading, table: Table, columns: list[Column]) -> Checked:
    signs = {column.name: written_sign(column) for column in columns}
    return reading.to_check(table, columns, reading.header.ledger_keys, rounding_of(columns), signs)


def _months_of(months: Sequence[WideMonth], years: Sequence[str] | None) -> tuple[str, ...]:
    """Name the months that there are columns of outcome for."""
    outcomes = [month for month in months if month.measure is AmountMeasure.ACTUAL]
    if years is None:
        return tuple(month.month for month in outcomes)
    return tuple(sorted({text for month in outcomes for text in month.on_rows(sorted(set(years)))}))


def _apart(amounts: Sequence[Column], outcomes: Sequence[str]) -> tuple[list[Column], list[Column]]:
    """Set the columns of outcome apart from the others."""
    return (
        [column for column in amounts if column.name in outcomes],
        [column for column in amounts if column.name not in outcomes],
    )


def _key_columns(reading: SheetReading) -> list[Column]:
    index_of = reading.header.index_of
    keys = [Column(name, index_of[name], Role.KEY, CodeParser(name)) for name in reading.header.ledger_keys]
    return keys + [Column(name, index_of[name], Role.TEXT, TextParser()) for name in _TEXTS if name in index_of]


def _rows(table: Table, month: Values, measure: AmountMeasure, amounts: str) -> pl.DataFrame:
    named = [name for name in table.values if name in ROW_COLUMNS and name != "month"]
    texts = {name: table.values.series(name, pl.String) for name in named}
    ore = table.values.series(amounts, pl.Int64)
    values: Mapping[str, Values] = {**texts, "month": month, "measure": measure.value, "amount_ore": ore}
    return lay_out(values, ROW_COLUMNS, ["amount_ore"]).drop_nulls("amount_ore")


def _profile(reading: SheetReading, form: str, amounts: list[Column]) -> str:
    """Name the layout by what it was recognised by, the same from month to month."""
    keys = [reading.header.text(reading.header.index_of[name]) for name in reading.header.ledger_keys]
    return f"{form}:{'/'.join([*keys, *(reading.header.text(column.index) for column in amounts)])}"
