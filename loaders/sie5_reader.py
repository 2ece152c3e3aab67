"""A SIE 5 file's elements to books: accounts, dimensions, and the entries of its journals."""

from __future__ import annotations

from collections.abc import Callable

from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from loaders.fault_log import FaultLog
from loaders.personal import shown
from loaders.sie_books import SieBooks
from loaders.sie_line import LineError
from loaders.sie_values import Amounts, Codes, Months, month_in
from loaders.sie_voucher import Voucher
from loaders.xml_events import Attributes

_NAMESPACE = "http://www.sie.se/sie5 "
# Statistics are no money: left out with what is owned and owed.
_KINDS = {"asset": "T", "liability": "S", "equity": "S", "statistics": "T", "cost": "K", "income": "I"}


class Sie5Reader:
    """Listens to a SIE 5 file. Faults name the line; with any, the books are not to be used."""

    def __init__(self, latest: Month, faults: FaultLog) -> None:
        """`latest` is the last month that a file may speak of."""
        self.books = SieBooks(form="sie5", kind="4")
        self._faults = faults
        self._amounts, self._months, self._codes = Amounts(), Months(latest), Codes()
        self._line: Callable[[], int] = int
        self._series = ""
        self._voucher: Voucher | None = None
        self._row: tuple[str, int] | None = None
        self._objects: list[tuple[str, str]] = []
        self._elements: dict[str, Callable[[Attributes], None]] = {
            "SoftwareProduct": self._program,
            "AccountingCurrency": self._currency,
            "FiscalYear": self._year,
            "Account": self._account,
            "Dimension": self._dimension,
            "Journal": self._journal,
            "JournalEntry": self._entry,
            "LedgerEntry": self._ledger_entry,
            "ObjectReference": self._object,
            "Overstrike": self._overstrike,
        }

    def at(self, line: Callable[[], int]) -> None:
        """Learn what tells the line."""
        self._line = line

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        read = self._elements.get(name.removeprefix(_NAMESPACE))
        if read is not None:
            try:
                read(attributes)
            except LineError as error:
                self._faults.add(FaultCode.SIE_LINE, line=self._line(), reason=error.reason)
                if self._voucher is not None:
                    self._voucher.is_broken = True

    def end(self, name: str) -> None:
        """End an element."""
        name = name.removeprefix(_NAMESPACE)
        if self._voucher is None:
            return
        if name == "LedgerEntry" and self._row is not None:
            (account, amount), self._row = self._row, None
            pairs = tuple(self._objects)
            written = repr(pairs)
            self.books.objects.setdefault(written, (pairs, self._line()))
            self._voucher.add((account, written, amount))
        elif name == "JournalEntry":
            self._voucher.close(self.books.entries, self._faults)
            self._voucher = None

    def text(self, text: str) -> None:
        """Let text by: what is read stands in attributes."""

    def _program(self, attributes: Attributes) -> None:
        self.books.program = attributes.get("name", "")

    def _currency(self, attributes: Attributes) -> None:
        self.books.currency = attributes.get("currency", "").upper()

    def _year(self, attributes: Attributes) -> None:
        if attributes.get("primary") in ("true", "1"):
            first, last = (month_in(f"{attributes.get(name, '')}-01") for name in ("start", "end"))
            self.books.year = first, last

    def _account(self, attributes: Attributes) -> None:
        account = self._codes[attributes.get("id", "")]
        self.books.account_kinds[account] = _KINDS.get(attributes.get("type", ""), "")

    def _dimension(self, attributes: Attributes) -> None:
        self.books.dimensions[attributes.get("id", "")] = attributes.get("name", "")

    def _journal(self, attributes: Attributes) -> None:
        self._series = attributes.get("id", "")

    def _entry(self, attributes: Attributes) -> None:
        number = attributes.get("id", "")
        name = f"{self._series} {number}"
        self._voucher = Voucher(self._line(), shown(name), own=name if number.strip() else "")
        self._voucher.month = self._months.of_date(attributes.get("journalDate", ""))

    def _ledger_entry(self, attributes: Attributes) -> None:
        self._row, self._objects = None, []
        if self._voucher is None:
            raise LineError(reason="sie_outside")
        account = self._codes[attributes.get("accountId", "")]
        self._row = account, self._amounts[attributes.get("amount", "")]

    def _object(self, attributes: Attributes) -> None:
        self._objects.append((attributes.get("dimensionId", ""), attributes.get("objectId", "")))

    def _overstrike(self, _attributes: Attributes) -> None:
        """The row was taken away from the entry: it is in none of its sums."""
        self._row = None
