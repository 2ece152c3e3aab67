"""A voucher between its braces: its rows must balance, and a row that was added later is counted once."""

from __future__ import annotations

from dataclasses import dataclass, field

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from loaders.fault_log import FaultLog
from loaders.sie_books import Entries

# Account, objects as written, öre.
VoucherRow = tuple[str, str, int]


@dataclass(slots=True)
class Voucher:
    """One #VER. name: series and number. is_broken: a row could not be read, so nothing is to be concluded from it.

    own: series and number as written, which no other has unless it stands in the file twice; "" without a number.
    """

    line: int
    name: str = ""
    month: str = ""
    is_broken: bool = False
    own: str = ""
    rows: list[VoucherRow] = field(default_factory=list)
    _added: VoucherRow | None = None
    _alone: list[VoucherRow] = field(default_factory=list)

    def add(self, row: VoucherRow) -> None:
        """Take a #TRANS, or the twin that a #RTRANS has for programs that know only #TRANS."""
        self.rows.append(row)
        if self._added != row:
            self.settle()
        self._added = None

    def add_later(self, row: VoucherRow) -> None:
        """Take a #RTRANS, a row added after the voucher was booked: the next row is to be its twin."""
        self.settle()
        self._added = row

    def settle(self) -> None:
        """Note that the latest #RTRANS has no twin, where it has none: something else follows."""
        if self._added is not None:
            self._alone.append(self._added)
        self._added = None

    def close(self, entries: Entries, faults: FaultLog) -> None:
        """Hand the rows on. A voucher that does not balance is a fault."""
        self.settle()
        if self.is_broken:
            return
        if self.own and self.rows and not entries.take((self.own, self.month, tuple(self.rows))):
            faults.add(FaultCode.SIE_VOUCHER_TWICE, voucher=self.name, line=self.line)
            return
        left = sum(amount for _, _, amount in self.rows)
        alone = sum(amount for _, _, amount in self._alone)
        if self._alone and (left == 0) == (left + alone == 0):
            faults.add(FaultCode.SIE_ADDED_ROW, voucher=self.name, line=self.line)
            return
        if self._alone and left:  # only with them does it balance: that tells what the program meant
            self.rows += self._alone
        elif left:
            difference = kr_text(left)
            faults.add(FaultCode.SIE_UNBALANCED, voucher=self.name, line=self.line, difference=difference)
        for account, objects, amount in self.rows:
            entries.accounts.append(account)
            entries.objects.append(objects)
            entries.amounts.append(amount)
        entries.months += [self.month] * len(self.rows)
        entries.vouchers += [self.name] * len(self.rows)
