"""A ledger file's sheets to what is handed on: cells, agency vouchers, months."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.parsed_file import COST_CELL_COLUMNS, VOUCHER_COLUMNS
from bemanning.domain.vocabulary import AmountMeasure, Source
from loaders.frames import may_overflow, summed
from loaders.ledger import LedgerPart
from loaders.outcome import Outcome
from loaders.period_parser import counted_month
from loaders.periods import PERIOD_13
from loaders.reading import Reading
from loaders.repeated_rows import SheetRows, refuse_copies
from loaders.subtotals import refuse_subtotals
from loaders.turned_sign import warn_of_turned_sign

_IS_ACTUAL = pl.col("measure") == AmountMeasure.ACTUAL.value
_AMOUNT = "amount_ore"
_OF_BALANCE = ("month", "account", "measure", _AMOUNT)


def finish_ledger(parts: Sequence[LedgerPart], reading: Reading) -> Outcome | None:
    """Sum the sheets' rows. None where a sum would pass all bounds, or period 13 comes without its December."""
    rows = pl.concat([part.rows for part in parts])
    if may_overflow(rows, [_AMOUNT]):
        reading.faults.add(FaultCode.AMOUNT_TOO_LARGE, column="amount", value="")
        return None
    rows = _count_period_13(rows, reading)
    refuse_subtotals(rows.filter(_IS_ACTUAL), reading)
    refuse_copies([SheetRows(part.sheet, part.rows, [_AMOUNT]) for part in parts], reading)
    if reading.faults:
        return None
    rows = _without_empty_months(rows, {month for part in parts for month in part.months}, reading)
    # A budget of zero says nothing, and a zero outcome is the budget's row, not a voucher.
    rows = rows.filter(_IS_ACTUAL | (pl.col(_AMOUNT) != 0))
    is_agency = pl.col("account").is_in(sorted(reading.agency_accounts))
    warn_of_turned_sign(rows.filter(_IS_ACTUAL), is_agency, reading)
    vouchers = rows.filter(_IS_ACTUAL & is_agency & (pl.col(_AMOUNT) != 0))
    cells = summed([_per_account(rows) if reading.is_balance else rows], COST_CELL_COLUMNS, [_AMOUNT])
    return Outcome(
        source=Source.LEDGER,
        profile=parts[0].profile,
        cells=cells,
        counted=cells.filter(_IS_ACTUAL),
        number=_AMOUNT,
        vouchers=summed([vouchers], VOUCHER_COLUMNS, [_AMOUNT]),
    )


def _per_account(rows: pl.DataFrame) -> pl.DataFrame:
    """Leave out what a balance list may divide its accounts by."""
    return rows.with_columns(pl.lit("").alias(name) for name in COST_CELL_COLUMNS if name not in _OF_BALANCE)


def _count_period_13(rows: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Count period 13 with December, and say what it amounts to."""
    if not any(month.endswith(f"-{PERIOD_13}") for month in _months(rows)):
        return rows
    is_13 = pl.col("month").str.ends_with(f"-{PERIOD_13}")
    sums = rows.filter(is_13 & _IS_ACTUAL).group_by("month").agg(pl.col(_AMOUNT).sum()).sort("month")
    for month, amount in sums.iter_rows():
        reading.warnings.add(FaultCode.PERIOD_13, month=counted_month(month), amount=kr_text(amount))
    # Counted with December and stored as it: alone, it would replace the December that is loaded.
    booked = _months(rows.filter(_IS_ACTUAL))
    for month in sums["month"].to_list():
        if counted_month(month) not in booked:
            reading.faults.add(FaultCode.PERIOD_13_ALONE, month=counted_month(month))
    return rows.with_columns(
        pl.when(is_13).then(pl.col("month").str.slice(0, 5) + "12").otherwise(pl.col("month")).alias("month")
    )


def _without_empty_months(rows: pl.DataFrame, columns: set[str], reading: Reading) -> pl.DataFrame:
    """Leave out months whose outcome is not there yet: a zero would be taken for a month without cost.

    That is a month with a budget but no outcome other than zero, and in a wide file (whose month columns are
    `columns`) one whose column is blank, or zero and after the last month with an outcome.
    """
    outcome = rows.filter(_IS_ACTUAL)
    booked, known = _months(outcome.filter(pl.col(_AMOUNT) != 0)), _months(outcome)
    planned = _months(rows.filter(~_IS_ACTUAL & (pl.col(_AMOUNT) != 0)))
    months = {counted_month(month) for month in columns}
    blank = months - known
    later = {month for month in months if month > max(booked, default="")}
    empty = ((planned & known) - booked) | blank | (later - booked)
    if empty:
        reading.warnings.add(FaultCode.MONTH_EMPTY, months=", ".join(sorted(empty)))
    return rows.filter(~(_IS_ACTUAL & pl.col("month").is_in(sorted(empty))))


def _months(rows: pl.DataFrame) -> set[str]:
    return set(rows["month"].unique().to_list())
