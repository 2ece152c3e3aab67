"""The sums that a figure is made of, month by month, as a table that can be added up by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dash.development.base_component import Component

from bemanning.domain.money import CENTI
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.presentation.numbers import amount_digits, month_name, month_text, number_text
from bemanning.presentation.tables import Column, data_table
from bemanning.presentation.texts import goals as texts
from bemanning.services.goal_attainment import MonthAmount, SumBehind


def sums_tables(name: str, sums: Sequence[SumBehind]) -> list[Component]:
    """Give the table of sums, years side by side where one sum compares them; none where nothing is summed."""
    if not sums:
        return []
    caption = texts.SUMS_CAPTION.format(name=name)
    first = sums[0]
    if len(sums) == 1 and _compares_years(first.months):
        return [_years_table(caption, first)]
    return [_columns_table(caption, sums)]


def total_of(behind: SumBehind) -> int | None:
    """Add up the months; None where one is missing."""
    amounts = [each.amount for each in behind.months]
    return None if None in amounts else sum(amount for amount in amounts if amount is not None)


def amount_cell(amount: int | None, unit: str) -> str:
    """Write kronor or hours, or that the month is not loaded."""
    if amount is None:
        return texts.NOT_LOADED
    return amount_digits(amount, "kr", 0) if unit == "ore" else number_text(Fraction(amount, CENTI), 1)


def _compares_years(months: Sequence[MonthAmount]) -> bool:
    return max(each.month.index for each in months) - min(each.month.index for each in months) >= MONTHS_IN_YEAR


def _columns_table(caption: str, sums: Sequence[SumBehind]) -> Component:
    """Give a row per month and a column per sum."""
    columns = [Column(texts.MONTH), *(Column(texts.SUM_HEADINGS[behind.label], is_number=True) for behind in sums)]
    rows = [
        [month_text(each.month), *(amount_cell(behind.months[at].amount, behind.unit) for behind in sums)]
        for at, each in enumerate(sums[0].months)
    ]
    total = [texts.SUM, *(amount_cell(total_of(behind), behind.unit) for behind in sums)]
    return data_table(caption, columns, [*rows, total], "sums")


def _years_table(caption: str, behind: SumBehind) -> Component:
    """Give a row per month of the year and a column per year."""
    years = sorted({each.month.year for each in behind.months})
    numbers = sorted({each.month.number for each in behind.months})
    amounts = {each.month: each.amount for each in behind.months}
    heading = texts.SUM_HEADINGS[behind.label]
    columns = [Column(texts.MONTH), *(Column(f"{heading} {year}", is_number=True) for year in years)]
    rows = [
        [month_name(number), *(amount_cell(amounts.get(Month(year, number)), behind.unit) for year in years)]
        for number in numbers
    ]
    total = [texts.SUM, *(amount_cell(_year_total(behind, year), behind.unit) for year in years)]
    return data_table(caption, columns, [*rows, total], "sums")


def _year_total(behind: SumBehind, year: int) -> int | None:
    months = tuple(each for each in behind.months if each.month.year == year)
    return total_of(SumBehind(behind.label, behind.unit, months))
