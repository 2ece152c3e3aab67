from __future__ import annotations

from datetime import date

import pytest

from bemanning.domain.vocabulary import Profession, Span, TrendMeasure
from bemanning.presentation.file_names import line_stem, selection_stem, trend_stem
from tests.builders import answers
from tests.builders.trends import long_trend_of, trend_of


@pytest.mark.parametrize(
    ("profession", "has_profession", "stem"),
    [
        (None, True, "enheter_2018-12_hs"),
        (Profession.NURSE, True, "enheter_2018-12_hs_ssk"),
        (Profession.NURSE, False, "enheter_2018-12_hs"),
    ],
)
def test_a_screens_file_says_what_when_and_whom(
    profession: Profession | None, stem: str, *, has_profession: bool
) -> None:
    selection = answers.resolved(profession=profession)
    assert selection_stem("enheter", selection, has_profession=has_profession) == stem


def test_what_was_known_on_a_day_is_no_other_days_file() -> None:
    known_on = date(2019, 1, 31)
    selection = answers.resolved(profession=Profession.NURSE, known_on=known_on)
    assert selection_stem("enheter", selection) == "enheter_2018-12_hs_ssk_kant-2019-01-31"
    trend = trend_of(measure=TrendMeasure.AGENCY_COST, known_on=known_on)
    assert trend_stem(trend) == "trend_hyrkostnad_2018-12_med_lakare_kant-2019-01-31"
    assert line_stem(trend, trend.lines[0]) == trend_stem(trend)


def test_every_month_there_is_is_no_five_years_file() -> None:
    long = long_trend_of(span=Span.ALL)
    assert trend_stem(long) == line_stem(long, long.lines[0]) == "trend_hyrandel_2018-12_med_lakare_alla-ar"
    assert trend_stem(trend_of(span=Span.ALL)) == trend_stem(trend_of()) == "trend_hyrandel_2018-12_med_lakare"


def test_a_trends_file_says_its_measure_and_each_lines_its_own_subject() -> None:
    trend = trend_of(measure=TrendMeasure.AGENCY_COST, compared=("PV", Profession.NURSE))
    assert trend_stem(trend) == "trend_hyrkostnad_2018-12_med_lakare_jamforelse"
    assert [line_stem(trend, line) for line in trend.lines] == [
        "trend_hyrkostnad_2018-12_med_lakare",
        "trend_hyrkostnad_2018-12_pv_lakare",
        "trend_hyrkostnad_2018-12_med_ssk",
    ]
