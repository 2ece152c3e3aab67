"""What a guard notes of a sheet before it is read: the rectangle that its cells fill, and those that show nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.look import Look

# The error values of the binary formats, as they are shown.
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


@dataclass(slots=True)
class CellScan:
    """What was seen so far; rows and columns are counted from 0. flaws: see `RawSheet`."""

    flaws: dict[tuple[int, int] | None, str] = field(default_factory=dict)
    rows: tuple[int, int] | None = None
    columns: tuple[int, int] = (0, 0)
    look: Look = field(default_factory=Look)

    def note_row(self, row: int, first_column: int, last_column: int) -> None:
        """Widen the rectangle by filled cells of a row."""
        if self.rows is None:
            self.rows, self.columns = (row, row), (first_column, last_column)
        else:
            self.rows = min(self.rows[0], row), max(self.rows[1], row)
            self.columns = min(self.columns[0], first_column), max(self.columns[1], last_column)

    @property
    def span_cells(self) -> int:
        """The number of cells in the rectangle."""
        if self.rows is None:
            return 0
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    @property
    def last_cell(self) -> tuple[int, int]:
        """The last row and column of the rectangle."""
        return (self.rows[1] if self.rows else 0), self.columns[1]


def error_text(code: int) -> str:
    """Write an error value as it is shown."""
    return _ERRORS.get(code, "#")
