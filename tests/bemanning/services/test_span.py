"""What is told month by month goes as far back as its span, and never past the selected month."""

from __future__ import annotations

import pytest

from bemanning.domain.month import Month, month_range
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Profession, Span
from bemanning.services.overview import overview
from bemanning.services.resolved import resolve
from bemanning.services.trend import trend
from bemanning.services.unmapped import Unmapped
from tests.builders.trends import MONTHS, NINE_YEARS, figures, long_trend_of

FIRST, DECEMBER = NINE_YEARS[0], NINE_YEARS[-1]


@pytest.mark.parametrize(
    ("loaded", "span", "month", "first", "is_long"),
    [
        (NINE_YEARS, Span.FIVE_YEARS, DECEMBER, Month(2014, 1), True),
        (NINE_YEARS, Span.ALL, DECEMBER, FIRST, True),
        (NINE_YEARS, Span.FIVE_YEARS, Month(2015, 1), Month(2010, 2), True),
        (NINE_YEARS, Span.FIVE_YEARS, Month(2014, 12), FIRST, False),
        (NINE_YEARS, Span.ALL, Month(2014, 12), FIRST, False),
        (MONTHS, Span.FIVE_YEARS, DECEMBER, MONTHS[0], False),
    ],
)
def test_a_history_shows_the_months_of_its_span(
    loaded: tuple[Month, ...], span: Span, month: Month, first: Month, *, is_long: bool
) -> None:
    asked = Selection(month=month, node="MED", profession=Profession.DOCTOR, span=span)
    resolved = resolve(figures(loaded), asked)
    assert (resolved.first_shown, resolved.is_long) == (first, is_long)
    assert resolved.leaves_out == (first > loaded[0])
    shown = tuple(month_range(first, month))
    assert tuple(point.month for point in trend(figures(loaded), asked).lines[0].points) == shown
    for card in overview(figures(loaded), Unmapped(()), asked).cards:
        assert card.history.months == shown


def test_the_span_changes_no_value() -> None:
    (short,), (long,) = (long_trend_of(span=span).lines for span in Span)
    assert short.points == long.points[-60:]
    assert (short.now, short.year_ago, short.baseline) == (long.now, long.year_ago, long.baseline)


@pytest.mark.parametrize("month", [Month(2009, 12), Month(2019, 1)])
def test_a_month_that_is_not_loaded_has_the_history_before_it(month: Month) -> None:
    (line,) = long_trend_of(month=month).lines
    assert tuple(point.month for point in line.points) == tuple(
        each for each in NINE_YEARS if month.plus(-59) <= each <= month
    )
