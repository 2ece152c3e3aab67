"""Where a ledger's months stand: in a column, in a title, or as headings of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bemanning.domain.faults import FaultCode
from bemanning.domain.vocabulary import AmountMeasure
from loaders.header import Header, MonthColumn
from loaders.period_parser import PeriodParser, counted_month
from loaders.periods import Period, from_1904
from loaders.problem import Problem
from loaders.reading import SheetReading
from loaders.spans import heads_spans
from loaders.table import Column, Role


@dataclass(frozen=True, slots=True)
class WideMonth:
    """A column that holds one month's amounts, its month settled ("2018-12", "2018-13" for period 13).

    "-12" where each row's year stands in a column of its own.
    """

    index: int
    measure: AmountMeasure
    month: str

    @property
    def name(self) -> str:
        """What the column is called while it is read."""
        return f"{self.measure} {self.month}"

    def on_rows(self, years: Sequence[str] | None) -> Sequence[str] | str:
        """Give the month of each row, by the years that stand there; the one month where no year does."""
        return self.month if years is None else [year + self.month[-3:] for year in years]


def period_column(reading: SheetReading) -> Column:
    """Make the column of a header that has one."""
    index_of = reading.header.index_of
    year = reading.said_year if "year" in index_of else reading.year
    parser = PeriodParser(reading.file.latest, year, is_1904=reading.sheet.look.is_1904)
    return Column("month", index_of["month"], Role.KEY, parser, index_of.get("year"))


def took_year(column: Column) -> bool:
    """Tell, once its rows are read, whether a column of periods had months without a year."""
    return isinstance(column.parser, PeriodParser) and column.parser.took_year


def warn_of_title_year(reading: SheetReading, *, was_taken: bool) -> None:
    """Say which year months without one were given, where a title alone told it."""
    if was_taken and reading.said_year is None and reading.titles.year is not None:
        reading.warn(FaultCode.YEAR_FROM_TITLE, year=reading.titles.year)


def long_period(reading: SheetReading) -> Column | str | None:
    """Find the period of a long ledger: its column, or the one month that a title calls the period. None: a fault.

    A month that a person has said goes before the title.
    """
    if "month" in reading.header.index_of:
        return period_column(reading)
    spans = [index for index in reading.header.unknown if heads_spans(reading.header.text(index))]
    if spans and reading.said_month is None:
        reading.fault(FaultCode.PERIOD_SPAN, spans[0], value=reading.header.text(spans[0]))
        return None
    period = reading.said_month or reading.titles.period
    if period is None and reading.file.is_balance and reading.titles.span:
        return _span(*reading.titles.span, reading)
    if period is None:
        reading.fault(FaultCode.PERIOD_MISSING)
        return None
    if reading.titles.is_through and reading.said_month is None and not reading.file.is_balance:
        reading.fault(FaultCode.AMOUNT_CUMULATIVE)
        return None
    month = _settled(period, reading, None)
    if month is not None and reading.said_month is None:
        reading.warn(FaultCode.PERIOD_FROM_TITLE, month=month)
    return month


def _span(first: Period, last: Period, reading: SheetReading) -> str | None:
    """Take the months that a balance list sums: its rows are read as the last one's."""
    ends = [_settled(period, reading, None) for period in (first, last)]
    if None in ends:
        return None
    begins, month = (counted_month(str(end)) for end in ends)
    reading.file.span = begins, month
    return month


def wide_months(reading: SheetReading) -> list[WideMonth]:
    """Settle the month of each month column. Empty where any can't be: the faults say why."""
    header = reading.header
    if reading.sheet.look.is_1904 and (days := [each for each in header.months if _is_number_of_day(header, each)]):
        for each in days:
            reading.fault(FaultCode.PERIOD_UNREADABLE, each.index, value=header.text(each.index))
        return []
    mixed = [column for column in ("month", *AmountMeasure) if column in header.index_of]
    for column in mixed:
        reading.fault(FaultCode.HEADING_FORM, header.index_of[column], heading=header.text(header.index_of[column]))
    for index in header.not_months:
        reading.fault(FaultCode.PERIOD_UNREADABLE, index, value=header.text(index))
    settled = [_wide_month(column, reading) for column in header.months]
    is_bare = any(column.period.year is None for column in header.months)
    warn_of_title_year(reading, was_taken=is_bare and "year" not in header.index_of)
    months = [month for month in settled if month is not None]
    return [] if mixed or header.not_months or len(months) < len(settled) or _has_twins(months, reading) else months


def _is_number_of_day(header: Header, column: MonthColumn) -> bool:
    """Tell a heading that is the bare number of a day, which was read as if days were counted as they usually are."""
    cell = header.cells[column.index]
    return isinstance(cell, int | float) and from_1904(cell) != cell


def _wide_month(column: MonthColumn, reading: SheetReading) -> WideMonth | None:
    if column.period.year is None and "year" in reading.header.index_of:
        return WideMonth(column.index, column.measure, f"-{column.period.number:02d}")
    period = column.period if column.period.year else Period(column.period.number, reading.year)
    if period.year is None:
        reading.fault(FaultCode.YEAR_MISSING, column.index, value=reading.header.text(column.index))
        return None
    month = _settled(period, reading, column.index)
    return None if month is None else WideMonth(column.index, column.measure, month)


def _settled(period: Period, reading: SheetReading, index: int | None) -> str | None:
    """Check a month outside the rows as those in a period column are checked."""
    outcome = PeriodParser(reading.file.latest)["", period.month_text()]
    if isinstance(outcome, Problem):
        reading.fault(outcome.code, index, **outcome.params)
        return None
    return str(outcome)


def _has_twins(months: list[WideMonth], reading: SheetReading) -> bool:
    by_name: dict[str, list[int]] = defaultdict(list)
    for month in months:
        by_name[month.name].append(month.index)
    twins = [positions for positions in by_name.values() if len(positions) > 1]
    for positions in twins:
        headings = ", ".join(reading.header.text(index) for index in positions)
        reading.fault(FaultCode.HEADING_DUPLICATE, positions[-1], column="month", headings=headings)
    return bool(twins)
