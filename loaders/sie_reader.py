"""A SIE 4 file line by line: records, and the vouchers between their braces."""

from __future__ import annotations

import re

from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from loaders.fault_log import FaultLog
from loaders.personal import shown
from loaders.sie_books import SieBooks
from loaders.sie_line import LineError, read_fields
from loaders.sie_records import SieRecords
from loaders.sie_voucher import Voucher

_LABEL = re.compile(r"#(\w++)[ \t]*+")
# What DOS programs end a text with.
_END_OF_TEXT = "\x1a"
_BLANKS = " \t\r"
_OPEN, _CLOSE = "{", "}"
_ROWS = ("TRANS", "RTRANS", "BTRANS")


class SieReader:
    """Reads one file's text. Faults name the line; with any, the books are not to be used."""

    def __init__(self, latest: Month, faults: FaultLog, warnings: FaultLog) -> None:
        """`latest` is the last month that a file may speak of."""
        self._faults, self._warnings = faults, warnings
        self._records = SieRecords(latest)
        self._voucher: Voucher | None = None
        self._is_open = False

    def read(self, text: str) -> SieBooks:
        """Read every line."""
        text = text.rstrip(_END_OF_TEXT)
        lines = (text if "\n" in text else text.replace("\r", "\n")).split("\n")
        strays: list[int] = []
        for number, line in enumerate(lines, 1):
            try:
                if not self._read_line(line.strip(_BLANKS), number):
                    strays.append(number)
            except LineError as error:
                self._faults.add(FaultCode.SIE_LINE, line=number, reason=error.reason)
                if self._voucher is not None:
                    self._voucher.is_broken = True
        self._check_end(lines)
        if strays:
            self._warnings.add(FaultCode.SIE_STRAY_LINES, count=len(strays), line=strays[0])
        return self._records.books

    def _check_end(self, lines: list[str]) -> None:
        if self._is_open or self._voucher:
            self._faults.add(FaultCode.SIE_LINE, line=len(lines), reason="sie_cut")
        elif lines[-1].strip(_BLANKS) not in ("", _CLOSE):
            self._warnings.add(FaultCode.SIE_LAST_LINE)

    def _read_line(self, text: str, number: int) -> bool:
        """Read one line. False: it is no record, but perhaps the rest of a text that was broken in two."""
        match = _LABEL.match(text)
        if match is None:
            if text in (_OPEN, _CLOSE):
                self._brace(is_open=text == _OPEN)
            return text in ("", _OPEN, _CLOSE)
        label, rest = match[1].upper(), text[match.end() :]
        if self._voucher is not None and not self._is_open:
            self._voucher = None
            raise LineError(reason="sie_no_rows")
        if label in _ROWS:
            self._row(label, rest, number)
        elif label == "VER":
            self._ver(rest, number)
        elif label in self._records.of_label:
            self._records.of_label[label](rest, number)
        return True

    def _brace(self, *, is_open: bool) -> None:
        if self._is_open is is_open:
            raise LineError(reason="sie_braces")
        self._is_open = is_open
        if self._voucher is not None and not is_open:
            self._voucher.close(self._records.books.entries, self._faults)
            self._voucher = None

    def _ver(self, rest: str, number: int) -> None:
        if self._is_open:
            raise LineError(reason="sie_braces")
        voucher = self._voucher = Voucher(number)
        series, name, date = read_fields(rest, 3)
        voucher.name = shown(f"{series} {name}")
        voucher.own = f"{series} {name}" if name.strip() else ""
        voucher.month = self._records.months.of_date(date)

    def _row(self, label: str, rest: str, number: int) -> None:
        if self._voucher is None:
            raise LineError(reason="sie_outside")
        if label == "TRANS":
            self._voucher.add(self._records.voucher_row(rest, number))
        elif label == "RTRANS":
            self._voucher.add_later(self._records.voucher_row(rest, number))
        else:  # taken away from the voucher: in none of its sums
            self._voucher.settle()
