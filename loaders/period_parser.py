"""The period column of one file: cells, with their year where that has a column of its own, to months."""

from __future__ import annotations

from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from loaders.number_text import tidy
from loaders.periods import PERIOD_13, Period, from_1904, read_period
from loaders.personal import shown
from loaders.problem import Mark, Problem
from loaders.raw_sheet import Cell
from loaders.shown_errors import is_error_text
from loaders.spans import is_span
from loaders.sum_words import is_sum_text

PeriodOutcome = str | Problem | Mark | None
_YEAR_DIGITS = 4


class PeriodParser(dict[tuple[Cell, Cell], PeriodOutcome]):
    """(year cell, period cell) → "2018-12", or "2018-13" for period 13. The year cell is "" without a year column.

    None when both are blank. Months after `latest` are a problem: a misread cell, not a book kept ahead.
    """

    def __init__(self, latest: Month, year: int | None = None, *, is_1904: bool = False) -> None:
        """`latest` is the last month that a file may speak of; `year` that of months for which the file says none.

        is_1904: its days are counted from 1904.
        """
        super().__init__()
        self._latest, self._year, self._is_1904 = latest, year, is_1904
        self.took_year = False  # whether any month has been given `year`

    def __missing__(self, cells: tuple[Cell, Cell]) -> PeriodOutcome:
        """Parse a pair that was not seen before."""
        outcome = self[cells] = self._parse(*cells)
        return outcome

    def _parse(self, year_cell: Cell, cell: Cell) -> PeriodOutcome:
        if isinstance(cell, str):
            if is_sum_text(cell):
                return Mark.SUM
            if not tidy(cell):
                return None
            if is_error_text(cell.strip()):
                return Problem(FaultCode.CELL_ERROR, {"value": cell.strip()})
        period = read_period(from_1904(cell) if self._is_1904 else cell)
        if period is None and isinstance(cell, str) and is_span(cell):
            return Problem(FaultCode.PERIOD_SPAN, {"value": shown(cell)})
        if period is None:
            return Problem(FaultCode.PERIOD_UNREADABLE, {"value": shown(cell)})
        return self._with_year(period, year_cell, cell)

    def _with_year(self, period: Period, year_cell: Cell, cell: Cell) -> PeriodOutcome:
        year = read_year(year_cell)
        if period.year is None:
            if year is None and not tidy(str(year_cell)):
                year, self.took_year = self._year, True
            if year is None:
                return Problem(FaultCode.YEAR_MISSING, {"value": shown(cell)})
            period = Period(period.number, year)
        elif year is not None and year != period.year:
            return Problem(FaultCode.PERIOD_CONFLICT, {"value": shown(cell), "year": year})
        return self._unless_future(period)

    def _unless_future(self, period: Period) -> PeriodOutcome:
        text = period.month_text()
        month = counted_month(text)
        if month > str(self._latest):
            return Problem(FaultCode.PERIOD_FUTURE, {"month": month, "latest": str(self._latest)})
        return text


def read_year(cell: Cell) -> int | None:
    """Read a cell of the year column: 2018, 2018.0, "2018". None for anything else."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    return int(text) if len(text) == _YEAR_DIGITS and text.isascii() and text.isdigit() else None


def counted_month(text: str) -> str:
    """Give the calendar month that a period counts with: period 13 counts with December."""
    return f"{text[:5]}12" if text.endswith(f"-{PERIOD_13}") else text
