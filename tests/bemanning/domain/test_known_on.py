from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.known_on import day_of, end_of_day, read_day

DAYS = st.dates(date(1900, 1, 1), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2019, 1, 31), datetime(2019, 1, 31, 22, 59, 59, 999999, tzinfo=UTC)),
        (date(2019, 7, 31), datetime(2019, 7, 31, 21, 59, 59, 999999, tzinfo=UTC)),
        # An hour is skipped, and one comes twice.
        (date(2019, 3, 31), datetime(2019, 3, 31, 21, 59, 59, 999999, tzinfo=UTC)),
        (date(2019, 10, 27), datetime(2019, 10, 27, 22, 59, 59, 999999, tzinfo=UTC)),
    ],
)
def test_a_day_ends_by_swedish_clocks(day: date, end: datetime) -> None:
    assert end_of_day(day) == end


@given(DAYS)
def test_the_end_is_the_last_moment_of_the_day(day: date) -> None:
    end = end_of_day(day)
    assert (day_of(end), day_of(end + timedelta(microseconds=1))) == (day, day + timedelta(days=1))


@given(DAYS)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize("text", ["", "20190131", "2019-W05-4", "2019-02-30", "2019-1-31", "igår", "9999-12-31"])
def test_other_words_are_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=f"{text}|isoformat|out of range"):
        read_day(text)
