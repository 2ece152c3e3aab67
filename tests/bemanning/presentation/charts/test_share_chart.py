from collections.abc import Iterable
from typing import Any

import pytest

from bemanning.domain.goal import Event
from bemanning.domain.month import Month
from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Definition, Profession
from bemanning.presentation.charts.event_labels import event_labels, event_rows
from bemanning.presentation.charts.frame import GRAPH_CONFIG
from bemanning.presentation.charts.share_chart import share_figure
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.theme import PALETTES, Theme
from tests.builders import answers
from tests.builders.answers import MISSING_MARCH


def texts(figure: dict[str, Any]) -> list[str]:
    return [each["text"].replace(NBSP, " ").strip() for each in figure["layout"]["annotations"]]


@pytest.mark.parametrize("theme", list(Theme))
def test_a_line_for_each_profession_told_apart_without_colour(theme: Theme) -> None:
    figure = share_figure(answers.overview(), theme)
    lines = {line["name"]: line["line"] for line in figure["data"]}
    assert list(lines) == ["Läkare", "Sjuksköterskor", "Övrig personal"]
    assert len({line["dash"] for line in lines.values()}) == len(lines)
    assert lines["Läkare"]["color"] == PALETTES[theme].profession[Profession.DOCTOR]
    assert figure["data"][0]["x"][0] == "2015-12-01"
    assert figure["data"][0]["customdata"][-1].replace(NBSP, " ") == "16,7 %"


def test_ends_target_level_and_events_are_written() -> None:
    assert texts(share_figure(answers.overview(), Theme.LIGHT)) == [
        "Läkare<br><b>16,7 %</b>",
        "Sjuksköterskor<br><b>3,7 %</b>",
        "Övrig personal<br><b>0,4 %</b>",
        "Mål 2 %",
        "2015 års nivå 14,2 %",
        "2015 års nivå 0,6 %",
        "Sex åtgärdspaket beslutade",
        "Tak på 15 hyrläkare i primärvården",
        "Nationellt beslut om oberoende",
    ]


def test_the_target_says_that_it_is_of_total_where_the_lines_are_not() -> None:
    overview = answers.overview(selection=answers.resolved(definition=Definition.OWN))
    assert "Mål 2 %<br>(av total)" in texts(share_figure(overview, Theme.LIGHT))


def test_months_before_the_first_share_are_left_out_and_later_gaps_stay() -> None:
    months = tuple(Month(2018, number) for number in range(1, 6))
    history = Series(months, (None, 4.0, None, 3.0, 2.5))
    card = answers.card(Profession.OTHER, history=history, share=MISSING_MARCH, baseline_share=MISSING_MARCH)
    figure = share_figure(answers.overview(cards=(card,), events=()), Theme.LIGHT)
    assert figure["data"][0]["x"] == ["2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01"]
    assert figure["data"][0]["y"] == [4.0, None, 3.0, 2.5]
    assert (figure["layout"]["annotations"], figure["layout"]["shapes"]) == ([], [])


def test_nothing_to_draw_is_an_empty_chart() -> None:
    card = answers.card(Profession.DOCTOR, history=Series((Month(2018, 1),), (None,)), share=MISSING_MARCH)
    overview = answers.overview(cards=(card,))
    figure = share_figure(overview, Theme.LIGHT)
    assert figure["data"][0]["x"] == []
    assert event_rows(overview) == 0


def placed(months: Iterable[Month]) -> list[tuple[int, bool]]:
    events = tuple(Event(month, str(month)) for month in months)
    return [(label.row, label.is_late) for label in event_labels(answers.overview(events=events))]


def test_words_of_events_stand_where_no_other_line_passes() -> None:
    assert placed([Month(2016, 1), Month(2016, 6), Month(2018, 1), Month(2018, 6)]) == [
        (1, False),
        (0, False),
        (2, True),
        (0, True),
    ]
    assert placed([Month(2014, 1), Month(2019, 6)]) == []


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([3.0] * 10, []),  # lines lie on both sides of the level, nearer than words are high
        ([20.0] * 10, ["2015 års nivå 3,0 %"]),
    ],
)
def test_a_levels_words_are_left_out_rather_than_unreadable(shares: list[float], expected: list[str]) -> None:
    months = tuple(Month(2018, 1).plus(step) for step in range(10))
    near = [
        answers.card(profession, history=Series(months, tuple(share + shift for share in shares)), target_pct=None,
                     baseline_share=Value.of(3) if profession is Profession.DOCTOR else MISSING_MARCH)
        for profession, shift in ((Profession.DOCTOR, 0.1), (Profession.OTHER, -0.1))
    ]  # fmt: skip
    found = [text for text in texts(share_figure(answers.overview(cards=tuple(near)), Theme.LIGHT)) if "nivå" in text]
    assert found == expected


def test_no_graph_sends_anything_anywhere() -> None:
    assert GRAPH_CONFIG["showSendToCloud"] is False
    assert GRAPH_CONFIG["plotlyServerURL"] == ""
    assert GRAPH_CONFIG["locale"] == "sv"
