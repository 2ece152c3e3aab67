"""The records of a SIE 4 file that stand by themselves: what it is, its dimensions and accounts, and its balances."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import AmountMeasure
from loaders.sie_books import Balance, SieBooks
from loaders.sie_line import LineError, read_balance, read_fields, read_objects, read_row
from loaders.sie_values import Amounts, Codes, Months, month_in
from loaders.sie_voucher import VoucherRow

_THIS_YEAR = "0"


class SieRecords:
    """Reads records into books. Each raises LineError for a line that it can't read."""

    def __init__(self, latest: Month) -> None:
        """`latest` is the last month that a file may speak of."""
        self.books = SieBooks()
        self.months = Months(latest)
        self._amounts, self._codes = Amounts(), Codes()
        # Label → what reads that which follows it. Others are let by, as the format asks.
        self.of_label: Mapping[str, Callable[[str, int], None]] = {
            "SIETYP": self._kind,
            "PROGRAM": self._program,
            "VALUTA": self._currency,
            "RAR": self._year,
            "OMFATTN": self._until,
            "DIM": self._dimension,
            "UNDERDIM": self._dimension,
            "KTYP": self._account_kind,
            "RES": self._result,
            "PSALDO": self._actual,
            "PBUDGET": self._budget,
        }

    def voucher_row(self, rest: str, line: int) -> VoucherRow:
        """Read what follows #TRANS or #RTRANS."""
        account, objects, amount = read_row(rest)
        if objects not in self.books.objects:
            self.books.objects[objects] = read_objects(objects), line
        return self._codes[account], objects, self._amounts[amount]

    def _kind(self, rest: str, _line: int) -> None:
        (self.books.kind,) = _needed(rest, 1)

    def _program(self, rest: str, _line: int) -> None:
        (self.books.program,) = read_fields(rest, 1)

    def _currency(self, rest: str, _line: int) -> None:
        (currency,) = read_fields(rest, 1)
        self.books.currency = currency.upper()

    def _year(self, rest: str, _line: int) -> None:
        year, first, last = _needed(rest, 3)
        if year == _THIS_YEAR:
            self.books.year = month_in(first), month_in(last)

    def _until(self, rest: str, _line: int) -> None:
        (self.books.until,) = read_fields(rest, 1)  # read where it counts: nothing else hangs on it

    def _dimension(self, rest: str, _line: int) -> None:
        number, name = _needed(rest, 2)
        self.books.dimensions[number] = name

    def _account_kind(self, rest: str, _line: int) -> None:
        account, kind = _needed(rest, 2)
        self.books.account_kinds[self._codes[account]] = kind.upper()

    def _result(self, rest: str, _line: int) -> None:
        year, account, amount = _needed(rest, 3)
        if year == _THIS_YEAR:
            self.books.results[self._codes[account]] = self._amounts[amount]

    def _actual(self, rest: str, line: int) -> None:
        self._balance(rest, line, AmountMeasure.ACTUAL)

    def _budget(self, rest: str, line: int) -> None:
        self._balance(rest, line, AmountMeasure.BUDGET)

    def _balance(self, rest: str, line: int, measure: AmountMeasure) -> None:
        year, period, (account, objects, amount) = read_balance(rest)
        if year != _THIS_YEAR:
            self.books.other_years += 1
            return
        month, code, pairs = self.months.of_period(period), self._codes[account], read_objects(objects)
        self.books.balances.append(Balance(line, measure, month, code, pairs, self._amounts[amount]))


def _needed(rest: str, count: int) -> list[str]:
    fields = read_fields(rest, count)
    if not all(fields):
        raise LineError(reason="sie_fields")
    return fields
