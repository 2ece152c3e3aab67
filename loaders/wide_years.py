"""Years in a column of their own beside months as columns: each row's months are those of its year."""

from __future__ import annotations

from collections.abc import Sequence

from bemanning.domain.faults import FaultCode
from loaders.ledger_months import WideMonth
from loaders.number_text import tidy
from loaders.period_parser import PeriodParser, read_year
from loaders.personal import shown
from loaders.problem import Mark, Problem
from loaders.raw_sheet import Cell
from loaders.reading import SheetReading
from loaders.sum_words import is_sum_text
from loaders.table import Column, Role, Table

YearOutcome = str | Problem | Mark | None


class YearParser(dict[Cell, YearOutcome]):
    """Cell of a year column → "2018". None for a blank cell, SUM where the label of a sum row stands."""

    def __missing__(self, cell: Cell) -> YearOutcome:
        """Parse a cell that was not seen before."""
        outcome = self[cell] = self._parse(cell)
        return outcome

    def _parse(self, cell: Cell) -> YearOutcome:
        if isinstance(cell, str) and not tidy(cell):
            return None
        if isinstance(cell, str) and is_sum_text(cell):
            return Mark.SUM
        year = read_year(cell)
        return Problem(FaultCode.YEAR_UNREADABLE, {"value": shown(cell)}) if year is None else str(year)


def year_columns(reading: SheetReading) -> list[Column]:
    """Make the year's column of a wide ledger; none where it has none."""
    index = reading.header.index_of.get("year")
    return [] if index is None else [Column("year", index, Role.KEY, YearParser())]


def check_years(reading: SheetReading, table: Table, months: Sequence[WideMonth]) -> None:
    """Note amounts in months that are yet to come, and in columns whose own year is not the row's."""
    years = table.values.get("year")
    if years is None:
        return
    parser = PeriodParser(reading.file.latest)
    for month in months:
        for row, year, amount in zip(table.rows, years, table.values[month.name], strict=True):
            if amount:
                outcome = parser[year, month.month.removeprefix("-")]
                if isinstance(outcome, Problem):
                    at = (row, reading.sheet_column(month.index))
                    reading.file.faults.add_problem(outcome, reading.sheet.name, at)
