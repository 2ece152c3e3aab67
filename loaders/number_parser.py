"""Number cells of a column: each distinct cell is parsed once, the column as a whole settles what is ambiguous."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from decimal import Decimal

from bemanning.domain.faults import FaultCode
from loaders.number_text import SCIENTIFIC, Number, read_number, tidy
from loaders.personal import shown, shown_number
from loaders.problem import Problem
from loaders.raw_sheet import Cell
from loaders.shown_errors import is_error_text

NumberOutcome = int | Problem | Number | None


class NumberParser(dict[Cell, NumberOutcome], ABC):
    """Cell → a whole number of something small. None for a blank cell.

    An ambiguous text ("1,234") is handed back as its Number: only the whole column can say what it means.
    Ask `resolve` once every cell of the column has been seen.
    """

    def __init__(self, column: str, unreadable: FaultCode) -> None:
        """`column` names the number in faults; `unreadable` is the fault for what is no number."""
        super().__init__()
        self._column, self._unreadable = column, unreadable
        self.decimal_marks: set[str] = set()
        self.is_pending = False

    def __missing__(self, cell: Cell) -> NumberOutcome:
        """Parse a cell that was not seen before."""
        outcome = self[cell] = self._parse_text(cell) if isinstance(cell, str) else self._parse_other(cell)
        self.is_pending = self.is_pending or isinstance(outcome, Number)
        return outcome

    def resolve(self, number: Number) -> int | Problem:
        """Decide an ambiguous text by the one mark that the column's other values prove to be decimal."""
        # The text is ambiguous by its digits alone, so those are all that there is to show.
        written = str(number.value).replace(".", number.mark)
        if len(self.decimal_marks) != 1 or number.grouped is None:
            return self.problem(FaultCode.AMOUNT_AMBIGUOUS, written)
        return self.to_whole(number.value if number.mark in self.decimal_marks else number.grouped, written)

    def problem(self, code: FaultCode, cell: Cell) -> Problem:
        """Say what is wrong with the cell; words are not shown, for they may be a name that slipped in."""
        write = shown_number if code is self._unreadable else shown
        return Problem(code, {"column": self._column, "value": write(cell)})

    @abstractmethod
    def to_whole(self, value: Decimal, cell: Cell) -> int | Problem:
        """Convert an exact number; `cell` is what to show when it can't be."""

    def special_text(self, text: str) -> Decimal | None:
        """Read a text that only this kind of number is written as."""
        return {"-": Decimal()}.get(text)  # how the accounting number format shows zero

    def _parse_other(self, cell: Cell) -> NumberOutcome:
        if isinstance(cell, bool) or not isinstance(cell, int | float) or not math.isfinite(cell):
            return self.problem(self._unreadable, cell)
        return self.to_whole(Decimal(repr(cell)), cell)

    def _parse_text(self, cell: str) -> NumberOutcome:
        text = tidy(cell)
        if not text:
            return None
        if (special := self.special_text(text)) is not None:
            return self.to_whole(special, cell)
        number = read_number(text)
        if number is None and is_error_text(text):
            return Problem(FaultCode.CELL_ERROR, {"value": text})
        if number is None:
            is_scientific = SCIENTIFIC.fullmatch(text) is not None
            return self.problem(FaultCode.AMOUNT_SCIENTIFIC if is_scientific else self._unreadable, cell)
        if number.grouped is not None:
            return number
        if number.decimal_mark:
            self.decimal_marks.add(number.decimal_mark)
        return self.to_whole(number.value, cell)
