import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.month import Month, month_range

MONTHS = st.builds(Month, st.integers(1991, 2098), st.integers(1, 12))


@pytest.mark.parametrize("text", ["2018-00", "2018-13", "1989-12", "2100-01", "201812", "2018-1", "dec 2018", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


@given(MONTHS)
def test_text_and_index_round_trip(month: Month) -> None:
    assert Month.parse(str(month)) == month
    assert Month.from_index(month.index) == month


@given(MONTHS, st.integers(1, 12))
def test_a_window_ends_with_its_month_and_has_its_length(month: Month, length: int) -> None:
    window = month.window(length)
    assert (window[-1], len(window)) == (month, length)
    assert all(after == before.plus(1) for before, after in itertools.pairwise(window))


def test_year_to_date_and_range() -> None:
    assert [str(month) for month in Month(2018, 3).year_to_date()] == ["2018-01", "2018-02", "2018-03"]
    assert [str(month) for month in month_range(Month(2017, 12), Month(2018, 1))] == ["2017-12", "2018-01"]


def test_the_years_before_the_first_month_have_months_too() -> None:
    first = Month.parse("1990-01")
    assert str(first.window(24)[0]) == "1988-02"
    assert str(Month.parse("2099-12").plus(12)) == "2100-12"
