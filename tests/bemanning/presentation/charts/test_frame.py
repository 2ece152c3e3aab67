"""What charts share, and what a chart of one month alone needs."""

from __future__ import annotations

import pytest

from bemanning.domain.month import Month, month_range
from bemanning.domain.selection import Selection
from bemanning.presentation.charts.frame import month_ticks
from bemanning.presentation.charts.trend_chart import trend_axes, trend_figure
from bemanning.presentation.theme import Theme
from bemanning.services.trend import trend
from tests.builders.trends import figures


@pytest.mark.parametrize(
    ("first", "last", "dates", "words"),
    [
        (Month(2016, 11), Month(2018, 2), ["2017-01-01", "2018-01-01"], ["2017", "2018"]),
        (Month(2018, 5), Month(2018, 12), ["2018-05-01"], ["maj\u00a02018"]),
        (Month(2018, 12), Month(2018, 12), ["2018-12-01"], ["dec\u00a02018"]),
        (Month(2018, 12), Month(2018, 11), [], []),
    ],
)
def test_years_are_marked_or_else_the_first_month(
    first: Month, last: Month, dates: list[str], words: list[str]
) -> None:
    assert month_ticks(tuple(month_range(first, last))) == {"tickvals": dates, "ticktext": words}


@pytest.mark.parametrize(("month", "has_width"), [(Month(2015, 1), True), (Month(2015, 2), False)])
def test_a_month_alone_has_a_bar_that_can_be_seen(month: Month, *, has_width: bool) -> None:
    alone = trend(figures(), Selection(month, "MED"))
    bars = trend_figure(alone, alone.lines[0], trend_axes(alone), Theme.LIGHT, names_events=True)["data"][0]
    assert ("width" in bars) is has_width
