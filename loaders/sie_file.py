"""A SIE file's books to cells: which records make them, which accounts are left out, and what is to be said of it."""

from __future__ import annotations

import re

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import WITHOUT_ANSVAR, AmountMeasure
from loaders.frames import Values, lay_out
from loaders.ledger import ROW_COLUMNS, LedgerPart
from loaders.ledger_file import finish_ledger
from loaders.outcome import Outcome
from loaders.period_parser import counted_month
from loaders.personal import shown
from loaders.reading import Reading
from loaders.refusal import refusal
from loaders.sie_balances import balance_rows
from loaders.sie_books import SieBooks
from loaders.sie_dimensions import Dimensions, ObjectColumns, columns_of_rows
from loaders.sie_line import LineError
from loaders.sie_results import check_results
from loaders.sie_values import month_in

_KRONOR = ("", "SEK")
_LONGEST_YEAR = 18
_VOUCHERS, _BALANCES_BY_UNIT, _BALANCES, _YEAR_ALONE = "4", "3", "2", "1"
# 4E and 4I are what the specification calls type 4 for export and for import; some programs write it so.
_KIND = re.compile(r"([1-4])[EI]?", re.IGNORECASE)
_IS_ACTUAL = pl.col("measure") == AmountMeasure.ACTUAL.value


def finish_sie(books: SieBooks, reading: Reading) -> Outcome | None:
    """Choose, check and sum. None where there are faults: the reading has them."""
    kind = _kind(books)
    if books.currency not in _KRONOR:
        raise refusal(FaultCode.SIE_CURRENCY, currency=shown(books.currency))
    if kind == _YEAR_ALONE and not reading.is_balance:
        raise refusal(FaultCode.SIE_YEAR_ALONE if books.kind or books.results else FaultCode.SIE_NO_MONTHS, kind=kind)
    rows = _year_rows(books, reading) if kind == _YEAR_ALONE else _rows(books, kind, reading)
    if reading.faults:
        return None
    rows = _without_balance_accounts(rows, books, reading)
    if rows.filter(_IS_ACTUAL).is_empty():
        raise refusal(FaultCode.SIE_NO_MONTHS, kind=kind)
    _warn_of_years(rows, books, reading)
    check_results(rows.filter(_IS_ACTUAL), books, reading)
    if not reading.is_balance:
        rows = _with_ansvar(rows, reading)
    reading.rows += len(rows)
    months = () if kind == _VOUCHERS else tuple(sorted(set(rows.filter(_IS_ACTUAL)["month"])))
    profile = f"{books.form}:{shown(books.program)}" if books.program else books.form
    return finish_ledger([LedgerPart(rows, profile, months)], reading)


def _kind(books: SieBooks) -> str:
    """Give the type that is said, or else the one that the records are of."""
    if books.kind:
        said = _KIND.fullmatch(books.kind)
        if said is None:
            raise refusal(FaultCode.SIE_NO_MONTHS, kind=shown(books.kind))
        return said[1]
    if books.entries.amounts:
        return _VOUCHERS
    if any(balance.objects for balance in books.balances):
        return _BALANCES_BY_UNIT
    return _BALANCES if books.balances else _YEAR_ALONE


def _rows(books: SieBooks, kind: str, reading: Reading) -> pl.DataFrame:
    """Lay out the records that the type is about; vouchers and balances of the same file are the same money."""
    columns = ObjectColumns(Dimensions.of(books.dimensions, reading), reading)
    balances = books.balances
    if kind == _BALANCES:  # a program that reads this type is to let balances of objects by (section 11, #PSALDO)
        balances = [balance for balance in balances if not balance.objects]
    if kind != _VOUCHERS:
        return balance_rows(balances, columns, reading.faults)
    budget = [balance for balance in balances if balance.measure is AmountMeasure.BUDGET]
    entries = books.entries
    values: dict[str, Values] = {
        **columns_of_rows(entries.objects, books.objects, columns),
        "month": entries.months,
        "account": entries.accounts,
        "voucher": entries.vouchers,
        "amount_ore": entries.amounts,
        "measure": AmountMeasure.ACTUAL.value,
    }
    outcome = lay_out(values, ROW_COLUMNS, ["amount_ore"])
    return pl.concat([outcome, balance_rows(budget, columns, reading.faults)])


def _year_rows(books: SieBooks, reading: Reading) -> pl.DataFrame:
    """Lay out the year's results as the year's last month, for a balance list that says what months it sums."""
    span = _booked_months(books)
    if span is None or not books.results:
        raise refusal(FaultCode.SIE_RESULTS_MISSING)
    reading.span = str(span[0]), str(span[1])
    accounts, amounts = zip(*books.results.items(), strict=True)
    values = {
        "month": reading.span[1],
        "account": accounts,
        "amount_ore": amounts,
        "measure": AmountMeasure.ACTUAL.value,
    }
    return lay_out(values, ROW_COLUMNS, ["amount_ore"])


def _booked_months(books: SieBooks) -> tuple[Month, Month] | None:
    """Give the first and the last month that the year's results are of; None where no such year can be meant."""
    if books.year is None:
        return None
    try:
        first, last = map(Month.parse, books.year)
        until = Month.parse(month_in(books.until)) if books.until else last
    except (LineError, ValueError):
        return None
    last = min(last, until)
    return (first, last) if 0 <= last.index - first.index < _LONGEST_YEAR else None


def _without_balance_accounts(rows: pl.DataFrame, books: SieBooks, reading: Reading) -> pl.DataFrame:
    """Leave out what the region owns and owes: it is no cost, but as unmapped it would drown what is."""
    accounts = [account for account in set(rows["account"]) if books.is_balance_account(account)]
    is_balance = pl.col("account").is_in(sorted(accounts))
    left = rows.filter(is_balance & _IS_ACTUAL)
    if not left.is_empty():
        amount = kr_text(int(left["amount_ore"].sum()))
        reading.warnings.add(FaultCode.SIE_BALANCE_ACCOUNTS, count=left["account"].n_unique(), amount=amount)
    return rows.filter(~is_balance)


def _with_ansvar(rows: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Let what is booked on no unit be seen as a unit of its own: the file says that it has none, as no cell does."""
    lacks = pl.col("ansvar") == ""
    without = rows.filter(lacks & _IS_ACTUAL)
    if not without.is_empty():
        amount = kr_text(int(without["amount_ore"].sum()))
        reading.warnings.add(FaultCode.SIE_WITHOUT_ANSVAR, count=len(without), amount=amount, unit=WITHOUT_ANSVAR)
    return rows.with_columns(pl.when(lacks).then(pl.lit(WITHOUT_ANSVAR)).otherwise(pl.col("ansvar")).alias("ansvar"))


def _warn_of_years(rows: pl.DataFrame, books: SieBooks, reading: Reading) -> None:
    if books.other_years:
        reading.warnings.add(FaultCode.SIE_OTHER_YEARS, count=books.other_years)
    months = {counted_month(month) for month in set(rows["month"])}
    if books.year is not None:
        outside = sorted(month for month in months if not books.year[0] <= month <= books.year[1])
        if outside:
            reading.warnings.add(FaultCode.SIE_OUTSIDE_YEAR, months=", ".join(outside))
