"""Comments in charts: numbered at their months, in a lane that the figures leave free."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import Profession
from bemanning.presentation.charts.comment_lane import ROW_PART, comment_lane
from bemanning.presentation.charts.share_chart import share_figure
from bemanning.presentation.charts.trend_chart import trend_axes, trend_figure
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.services.comments import PlacedComment
from tests.builders import answers
from tests.builders.comments import comments, placed, record
from tests.builders.trends import trend_of

LIGHT = PALETTES[Theme.LIGHT]
YEAR = tuple(month_range(Month(2018, 1), Month(2018, 12)))


def test_several_on_one_month_stand_above_each_other() -> None:
    lane = comment_lane(comments().own, YEAR, LIGHT)
    (trace,) = lane.traces
    assert (trace["text"], trace["x"], trace["y"]) == (
        ["4", "1", "5"],
        ["2018-06-01", "2018-12-01", "2018-12-01"],
        [0, 0, 1],
    )
    assert lane.plot_domain == (0.0, 1 - 2 * ROW_PART)
    assert lane.axes["yaxis3"]["domain"] == (lane.plot_domain[1], 1.0)
    low, high = lane.axes["yaxis3"]["range"]
    assert low < 0
    assert high > 1


@pytest.mark.parametrize("said", [[], comments().own[:1]])
def test_without_comments_in_its_months_the_plot_has_all_the_room(said: list[PlacedComment]) -> None:
    lane = comment_lane(said, YEAR, LIGHT)
    assert (lane.traces, lane.axes, lane.plot_domain) == ((), {}, (0.0, 1.0))


@pytest.mark.parametrize(
    ("written", "hovered"),
    [
        ("Kort", "Kommentar 7: Kort"),
        ("Två\nrader", "Kommentar 7: Två rader"),
        ("<a href='x'>lockar</a> & mer", "Kommentar 7: &lt;a href='x'&gt;lockar&lt;/a&gt; &amp; mer"),
        (
            "ord " * 20,
            f"Kommentar 7: {'ord ' * 10}ord<br>{'ord ' * 8}ord",
        ),
    ],
)
def test_the_hover_has_the_words_as_text_never_as_markup(written: str, hovered: str) -> None:
    (trace,) = comment_lane([placed(record(7, "HS", YEAR[0], written))], YEAR, LIGHT).traces
    assert trace["customdata"] == [hovered]


def test_a_long_comment_is_cut_in_the_hover_and_says_so() -> None:
    (trace,) = comment_lane([placed(record(7, "HS", YEAR[0], "ord " * 200))], YEAR, LIGHT).traces
    assert trace["customdata"][0].count("<br>") == 3
    assert trace["customdata"][0].endswith(" …")


def test_the_share_chart_marks_what_is_said_about_its_node() -> None:
    figure = share_figure(answers.overview(), Theme.LIGHT, comments().own)
    assert figure["data"][-1]["text"] == ["2", "4", "1", "5"]
    assert figure["layout"]["yaxis"]["domain"] == (0.0, pytest.approx(1 - 2 * ROW_PART))
    plain = share_figure(answers.overview(), Theme.LIGHT)
    assert (len(plain["data"]), plain["layout"]["yaxis"]["domain"]) == (3, (0.0, 1.0))


@pytest.mark.parametrize(
    ("node", "profession", "marked"),
    [
        ("HS", Profession.DOCTOR, ["2", "4", "1"]),
        ("HS", None, ["2", "4", "1", "5"]),
        ("PV", Profession.DOCTOR, ["3"]),
        ("PV", Profession.NURSE, None),
        ("MED", None, None),
    ],
)
def test_each_trend_chart_marks_what_is_about_its_line(
    node: str, profession: Profession | None, marked: list[str] | None
) -> None:
    trend = trend_of(node=node, profession=profession)
    axes = trend_axes(trend, (*comments().own, *comments().below))
    traces = trend_figure(trend, trend.lines[0], axes, Theme.DARK, names_events=True)["data"]
    assert [trace["text"] for trace in traces[2:]] == ([] if marked is None else [marked])


def test_a_small_chart_gives_its_comments_more_of_its_height() -> None:
    one, several = trend_of(node="PV"), trend_of(node="PV", compared=("MED",))
    domains = [
        trend_figure(trend, trend.lines[0], trend_axes(trend, comments().below), Theme.LIGHT, names_events=True)[
            "layout"
        ]["yaxis"]["domain"][1]
        for trend in (one, several)
    ]
    assert domains[0] > domains[1]


def test_the_events_lines_pass_behind_the_numbers() -> None:
    figure = share_figure(replace(answers.overview(), cards=answers.overview().cards[:1]), Theme.LIGHT, comments().own)
    assert {shape["layer"] for shape in figure["layout"]["shapes"] if shape.get("yref") == "paper"} == {"between"}
