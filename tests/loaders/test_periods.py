from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.faults import FaultCode
from bemanning.domain.month import FIRST_YEAR, LAST_YEAR, Month
from loaders.period_parser import PeriodParser, counted_month, read_year
from loaders.periods import Period, read_period
from loaders.problem import Mark, Problem
from loaders.raw_sheet import Cell, Truth

months = st.builds(Month, st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))
NAMES = ["jan", "feb", "mars", "April", "maj", "juni", "JUL", "augusti", "sept", "okt", "November", "dec."]
FORMS = [
    "{y}{m:02d}", "{y}-{m:02d}", "{y}-{m}", "{y}/{m:02d}", "{y}M{m:02d}", "{m:02d}/{y}", "{n} {y}", "{n}-{y}",
    "{y} {n}",
    "{y}-{m:02d}-28", "{y}{m:02d}28",
]  # fmt: skip


@given(months, st.sampled_from(FORMS))
def test_a_month_written_in_any_form_reads_back(month: Month, form: str) -> None:
    text = form.format(y=month.year, m=month.number, n=NAMES[month.number - 1])
    assert read_period(text) == Period(month.number, month.year)


@given(months)
def test_cells_that_hold_a_month_read_back(month: Month) -> None:
    whole = Period(month.number, month.year)
    serial = (date(month.year, month.number, 15) - date(1899, 12, 30)).days
    number = month.year * 100 + month.number
    day = date(month.year, month.number, 15)
    noon = datetime(month.year, month.number, 15, 12)  # noqa: DTZ001 -- a cell has no time zone
    for cell in (number, float(number), serial, float(serial), day, noon):
        assert read_period(cell) == whole


@given(st.integers(1990, 2089), st.integers(1, 12))
def test_two_digit_years_after_a_name_are_of_our_time(year: int, number: int) -> None:
    assert read_period(f"{NAMES[number - 1]}-{year % 100:02d}") == Period(number, year)


@given(st.text(max_size=10) | st.floats() | st.booleans())
def test_no_cell_makes_the_parser_fail(cell: Cell) -> None:
    period = read_period(cell)
    assert period is None or 1 <= period.number <= 13


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("201813", Period(13, 2018)),
        ("2018-13", Period(13, 2018)),
        ("13", Period(13, None)),
        (1, Period(1, None)),
        ("januari", Period(1, None)),
        ("okt", Period(10, None)),
        ("Oct 2018", Period(10, 2018)),
        ("2018-01-31 00:00:00", Period(1, 2018)),
        ("14", None),
        ("201800", None),
        ("201814", None),
        ("1801", None),
        ("18-01", None),
        ("198901", None),
        ("2018-02-30", None),
        ("2018-01-31 12:30", None),
        ("januarium", None),
        ("2018", None),
        (2018.01, None),
        (Truth.TRUE, None),
        (True, None),
    ],
)
def test_reads_periods_and_nothing_else(cell: Cell, period: Period | None) -> None:
    assert read_period(cell) == period


@pytest.mark.parametrize(
    ("year", "cell", "outcome"),
    [
        ("", "2018-12", "2018-12"),
        ("", "2018-13", "2018-13"),
        (2018.0, 3.0, "2018-03"),
        ("2018", "mars", "2018-03"),
        ("", "", None),
        (2018, "  ", None),
        ("", "Summa", Mark.SUM),
        ("", "2019-01", "2019-01"),
    ],
)
def test_a_year_may_stand_beside(year: Cell, cell: Cell, outcome: object) -> None:
    assert PeriodParser(Month(2019, 1))[year, cell] == outcome


@pytest.mark.parametrize(
    ("year", "cell", "code"),
    [
        ("", "mars", FaultCode.YEAR_MISSING),
        ("18", "mars", FaultCode.YEAR_MISSING),
        (2017, "2018-03", FaultCode.PERIOD_CONFLICT),
        ("", "2019-02", FaultCode.PERIOD_FUTURE),
        ("", "2019-13", FaultCode.PERIOD_FUTURE),
        ("", "fel", FaultCode.PERIOD_UNREADABLE),
    ],
)
def test_what_can_not_be_settled_is_a_problem(year: Cell, cell: Cell, code: FaultCode) -> None:
    outcome = PeriodParser(Month(2019, 1))[year, cell]
    assert isinstance(outcome, Problem)
    assert outcome.code is code


def test_period_13_counts_with_december() -> None:
    assert (counted_month("2018-13"), counted_month("2018-12")) == ("2018-12", "2018-12")


@pytest.mark.parametrize(("cell", "year"), [(2018, 2018), (2018.0, 2018), (" 2018 ", 2018), ("²018", None), (18, None)])
def test_reads_a_year(cell: Cell, year: int | None) -> None:
    assert read_year(cell) == year
