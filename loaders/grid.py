"""A sheet that a reader of ours puts together, row by row, and that may not grow beyond what memory is meant for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bemanning.domain.faults import FaultCode
from loaders.limits import Limits
from loaders.look import Look
from loaders.raw_sheet import RawSheet, Row
from loaders.refusal import refusal

# What Excel and LibreOffice have.
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576


@dataclass(slots=True)
class Grid:
    """A sheet as far as it is read, row by row. blank_rows: those after the last that is filled."""

    name: str
    is_hidden: bool = False
    rows: list[Row] = field(default_factory=list)
    flaws: dict[tuple[int, int] | None, str] = field(default_factory=dict)
    width: int = 0
    blank_rows: int = 0
    look: Look = field(default_factory=Look)

    @property
    def next_row(self) -> int:
        """Where the row that is added next will stand."""
        return len(self.rows) + self.blank_rows

    def add(self, row: Row, flaws: dict[int, str], repeated: int, limits: Limits) -> None:
        """Add a row as many times as it stands there. Raises UserError where the sheet grows beyond measure."""
        filled = max((column for column, cell in enumerate(row) if cell != "" or column in flaws), default=-1) + 1
        if not filled:
            self.blank_rows += repeated
            return
        row = row[:filled]
        self.width = max(self.width, len(row))
        height = self.next_row + repeated
        if height > MOST_ROWS or height * self.width > limits.span_cells:
            raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
        self.rows += [[]] * self.blank_rows
        self.blank_rows = 0
        for number in range(len(self.rows), len(self.rows) + repeated):
            self.flaws |= {(number, column): text for column, text in flaws.items()}
        self.rows += [row] * repeated

    def raw(self) -> RawSheet:
        """Give the sheet, its rows as wide as the widest."""
        return RawSheet(self.name, self._padded, flaws=self.flaws, is_hidden=self.is_hidden, look=self.look)

    def _padded(self) -> Iterator[Row]:
        return ([*row, *[""] * (self.width - len(row))] for row in self.rows)
