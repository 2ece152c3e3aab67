"""A mapping row's cells to values: words, months, numbers, yes and no. What is wrong is noted, and a stand-in given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping_sheets import YES_WORDS
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from loaders.fault_log import FaultLog
from loaders.mapping_grid import GridRow
from loaders.number_text import read_number, tidy
from loaders.periods import PERIOD_13, read_period
from loaders.personal import shown

_NO_WORDS = ("nej", "0", "falskt", "false", "")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RowCells:
    """Reads one row. With any fault noted its values are not to be used; blank required cells are noted before."""

    row: GridRow
    faults: FaultLog

    def text(self, heading: str) -> str:
        """Give the cell's text."""
        return self.row.text(heading)

    def word(self, heading: str, meanings: Mapping[str, Value], otherwise: Value) -> Value:
        """Give what the cell's word means, without regard to case; `otherwise` for a blank cell."""
        text = self.row.text(heading)
        if text and not self.knows(heading, meanings):
            self.fault(FaultCode.MAPPING_WORD_UNKNOWN, heading, value=shown(text), known=", ".join(meanings))
        return {word.casefold(): meaning for word, meaning in meanings.items()}.get(text.casefold(), otherwise)

    def knows(self, heading: str, words: Iterable[str]) -> bool:
        """Tell whether the cell holds one of the words."""
        return self.row.text(heading).casefold() in {word.casefold() for word in words}

    def yes(self, heading: str) -> bool:
        """Tell whether the cell says yes; blank is no."""
        text = self.row.text(heading).casefold()
        if text not in (*YES_WORDS, *_NO_WORDS):
            self.fault(FaultCode.MAPPING_WORD_UNKNOWN, heading, value=shown(text), known="ja, nej")
        return text in YES_WORDS

    def month(self, heading: str, otherwise: Month) -> Month:
        """Read a month; `otherwise` for a blank cell."""
        text = self.row.text(heading)
        if not text:
            return otherwise
        period = read_period(text)
        if period is None or period.year is None or period.number == PERIOD_13:
            self.fault(FaultCode.MAPPING_MONTH, heading, value=shown(text))
            return otherwise
        return Month(period.year, period.number)

    def span(self) -> tuple[Month, Month]:
        """Read Från and Till; blank is always."""
        first, last = self.month("Från", ALWAYS_FROM), self.month("Till", ALWAYS_TO)
        if first > last:
            self.fault(FaultCode.MAPPING_MONTHS_REVERSED, "Till", first=str(first), last=str(last))
        return first, last

    def number(self, heading: str) -> Decimal | None:
        """Read an exact number; None for a blank cell."""
        text = tidy(self.row.text(heading))
        if not text:
            return None
        number = read_number(text)
        if number is None or number.grouped is not None:
            self.fault(FaultCode.MAPPING_NUMBER, heading, heading=heading, value=shown(text))
            return None
        return number.value

    def fault(self, code: FaultCode, at: str, **params: str | int) -> None:
        """Note a fault at a heading's cell."""
        self.faults.add(code, sheet=self.row.sheet, at=self.row.at(at), **params)
