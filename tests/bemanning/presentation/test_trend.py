"""Trend's words, chart, table and address."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition, Profession, Span, TrendMeasure
from bemanning.presentation.address import read_address, trend_query
from bemanning.presentation.charts.trend_chart import event_rows, trend_axes, trend_figure
from bemanning.presentation.measure_scale import scale_of
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.presentation.trend import trend_screen
from bemanning.presentation.trend_words import headline, line_sentence, missing_notes
from bemanning.services import trend as trend_service
from bemanning.services.trend import Trend
from tests.builders.comments import comments
from tests.builders.seen import by_class, by_type, rows, text
from tests.builders.trends import MONTHS, figures, long_trend_of, trend_of


def plain(words: str) -> str:
    return words.replace(NBSP, " ")


def figure(trend: Trend, *, names_events: bool = True) -> dict[str, Any]:
    return trend_figure(trend, trend.lines[0], trend_axes(trend), Theme.LIGHT, names_events=names_events)


def annotations(drawn: dict[str, Any]) -> list[str]:
    return [plain(each["text"]).strip() for each in drawn["layout"]["annotations"]]


@pytest.mark.parametrize(
    ("selection", "headline_words", "sentence"),
    [
        (
            {},
            "Hyrandel av total personalkostnad: 17,8 %, upp 1,1 procentenheter på ett år",
            (
                "17,8 % under tolv månader till och med december 2018, upp 1,1 procentenheter på ett år. 3,5 "
                "procentenheter över 2015 års andel (14,3 %) och 15,8 procentenheter över målet högst 2 %. "
                "Som högst 17,8 %, till och med december 2018."
            ),
        ),
        (
            {"profession": Profession.NURSE},
            "Hyrandel av total personalkostnad: 1,0 %, oförändrat på ett år",
            (
                "1,0 % under tolv månader till och med december 2018, oförändrat på ett år. I nivå med 2015 års andel "
                "(1,0 %) och 1,0 procentenheter under målet högst 2 %. Som högst 1,0 %, till och med december 2018."
            ),
        ),
        (
            {"measure": TrendMeasure.COST_DEVIATION},
            "Avvikelse mot 2015 års kostnad: +36,0 tkr, upp 12,0 tkr på ett år",
            (
                "+36,0 tkr under tolv månader till och med december 2018, upp 12,0 tkr på ett år. "
                "Som högst +36,0 tkr, till och med december 2018."
            ),
        ),
        (
            {"month": Month(2015, 12)},
            "Hyrandel av total personalkostnad: 14,3 %",
            (
                "14,3 % under tolv månader till och med december 2015, ingen jämförelse med året före "
                "(jan–dec 2014 är inte inlästa). I nivå med 2015 års andel (14,3 %) och 12,3 procentenheter över målet "
                "högst 2 %. Som högst 14,3 %, till och med december 2015."
            ),
        ),
        (
            {"node": "PV"},
            "Hyrandel av total personalkostnad: ingen uppgift för tolv månader till och med december 2018",
            "Ingen uppgift för tolv månader till och med december 2018: mars 2018 är inte inläst.",
        ),
        (
            {"profession": Profession.OTHER},
            "Hyrandel av total personalkostnad: ingen uppgift för tolv månader till och med december 2018",
            "Ingen uppgift för tolv månader till och med december 2018: det finns ingen kostnad att jämföra med.",
        ),
    ],
)
def test_what_the_chart_shows_is_said(selection: dict[str, object], headline_words: str, sentence: str) -> None:
    trend = trend_of(**selection)
    assert plain(headline(trend)) == headline_words
    assert plain(line_sentence(trend, trend.lines[0])) == sentence


def test_a_fall_is_said_as_one() -> None:
    trend = trend_of(measure=TrendMeasure.PRICE_PER_HOUR)
    line = replace(trend.lines[0], change_on_year=Value.of(-5_000), change_on_baseline=Value.of(-10_000))
    assert "ner 50 kr per timme på ett år. 100 kr per timme under 2015 års" in plain(line_sentence(trend, line))


def test_a_level_or_target_that_cannot_be_compared_is_left_out() -> None:
    trend = trend_of(node="MED", month=Month(2018, 12))
    missing = trend_of(node="PV").lines[0].now
    line = replace(trend.lines[0], change_on_baseline=missing, baseline=missing, target_pct=missing)
    assert "2015" not in line_sentence(trend, line)
    assert annotations(trend_figure(trend, line, trend_axes(trend), Theme.LIGHT, names_events=False)) == [
        "<b>17,8 %</b>"
    ]


def test_missing_months_are_named_with_whom_they_are_about() -> None:
    notes = [plain(note) for note in missing_notes(trend_of(node="HS", compared=("PV", "MED")))]
    first = "Rullande tolv månader saknas för jan–nov 2015"
    late = f"{first}, mars–dec 2018: någon av de tolv månaderna är inte inläst."
    both = "Läkare, Hälso- och sjukvård; Läkare, Primärvården: "
    assert notes == [
        "Läkare, Hälso- och sjukvård: mars 2018 är inte inläst för Primärvården.",
        f"{both}{late}",
        "Läkare, Primärvården: mars 2018 är inte inläst.",
        f"Läkare, Medicinkliniken: {first}: någon av de tolv månaderna är inte inläst.",
    ]
    other = plain(missing_notes(trend_of(profession=Profession.OTHER))[0])
    assert other == "Det finns ingen kostnad att jämföra med (jan 2015–dec 2018)."


def test_bars_stand_behind_the_line_and_a_gap_stays_a_gap() -> None:
    bars, line = figure(trend_of(node="PV"))["data"]
    assert (bars["type"], line["type"], line["connectgaps"]) == ("bar", "scatter", False)
    assert bars["x"][38] == "2018-03-01"
    assert (bars["y"][38], line["y"][38], line["y"][-1]) == (None, None, None)
    assert bars["y"][37] is not None


def test_hover_names_what_came_in_and_what_fell_out() -> None:
    _, line = figure(trend_of())["data"]
    assert plain(line["customdata"][-1]).split("<br>") == [
        "Rullande 12: 17,8 %",
        "Kom in: dec 2018, hyrkostnad 13,0 tkr",
        "Föll ut: dec 2017, hyrkostnad 12,0 tkr",
    ]
    assert plain(line["customdata"][0]).split("<br>")[-1] == "Föll ut: jan 2014, saknas"
    hours = figure(trend_of(measure=TrendMeasure.HOURS_SHARE))["data"][1]
    assert plain(hours["customdata"][-1]).split("<br>")[1] == "Kom in: dec 2018, hyrtid 8 timmar"


def test_a_sums_months_stand_against_a_twelfth_of_the_year() -> None:
    layout = figure(trend_of(measure=TrendMeasure.AGENCY_COST))["layout"]
    bars, line = layout["yaxis"], layout["yaxis2"]
    assert bars["range"] == pytest.approx([end / 12 for end in line["range"]])
    assert bars["showticklabels"] is True
    share = figure(trend_of())["layout"]
    assert share["yaxis"]["range"] == share["yaxis2"]["range"]


def test_levels_events_and_the_end_are_written() -> None:
    drawn = figure(trend_of())
    assert annotations(drawn) == [
        "Mål 2 %",
        "2015 års andel 14,3 %",
        "<b>17,8 %</b>",
        "Sex åtgärdspaket",
        "Nationellt beslut om oberoende",
    ]
    shapes = drawn["layout"]["shapes"]
    assert len(shapes) == 4
    assert annotations(figure(trend_of(), names_events=False))[-1] == "<b>17,8 %</b>"
    assert event_rows(trend_axes(trend_of())) == 2
    assert annotations(figure(trend_of(measure=TrendMeasure.COST_DEVIATION)))[0] == "2015 års kostnad"


def test_words_of_levels_that_lie_close_stand_over_each_other() -> None:
    trend = trend_of(compared=("MED",))
    points = tuple(replace(point, r12=Value.of(20)) for point in trend.lines[0].points)
    line = replace(trend.lines[0], points=points, now=Value.of(6), baseline=Value.of(3), target_pct=Value.of(2))
    axes = replace(trend_axes(trend), low=0.0, high=32.0)
    target, level, _ = trend_figure(trend, line, axes, Theme.LIGHT, names_events=False)["layout"]["annotations"]
    assert (target["xanchor"], target["y"], target["ay"]) == ("left", 2, -12)
    assert (level["xanchor"], level["y"], level["ay"]) == ("left", 3, -30)


def test_a_falling_lines_value_stands_beneath_it() -> None:
    trend = trend_of(measure=TrendMeasure.PRICE_PER_HOUR)
    (line,) = trend.lines
    falling = replace(
        line,
        now=Value.of(1),
        points=tuple(replace(point, r12=Value.of(100 - at)) for at, point in enumerate(line.points)),
    )
    (*_, end) = trend_figure(trend, falling, trend_axes(trend), Theme.LIGHT, names_events=False)["layout"][
        "annotations"
    ]
    assert (end["yanchor"], end["text"]) == ("top", "<b>0\u00a0kr per timme</b>")


def test_an_answer_without_a_number_draws_an_empty_axis_and_a_deviation_goes_below_zero() -> None:
    empty = trend_of(profession=Profession.OTHER, measure=TrendMeasure.SHARE)
    assert trend_axes(empty).high > 0
    down = trend_of(measure=TrendMeasure.COST_DEVIATION)
    (line,) = down.lines
    sunk = replace(line, points=tuple(replace(point, monthly=Value.of(-(10**6))) for point in line.points))
    axes = trend_axes(replace(down, lines=(sunk,)))
    assert axes.low < -120
    before = trend_of(month=Month(2014, 1))
    assert (trend_axes(before).months, before.lines[0].points) == ((), ())
    assert (
        trend_figure(before, before.lines[0], trend_axes(before), Theme.DARK, names_events=True)["data"][0]["x"] == []
    )


def test_small_multiples_share_their_axes_and_are_named() -> None:
    trend = trend_of(compared=("PV", Profession.NURSE))
    screen = trend_screen(trend, Theme.DARK, comments())
    graphs = by_type(screen, "Graph")
    assert len({str(graph.figure["layout"]["yaxis2"]["range"]) for graph in graphs}) == 1
    assert [text(each) for each in by_class(screen, "multiple-title")] == [
        "Läkare, Medicinkliniken",
        "Läkare, Primärvården",
        "Sjuksköterskor, Medicinkliniken",
    ]
    assert graphs[2].figure["data"][1]["line"]["color"] == PALETTES[Theme.DARK].profession[Profession.NURSE]
    assert rows(screen)[0][:3] == [
        "Månad",
        "Läkare, Medicinkliniken: månaden",
        "Läkare, Medicinkliniken: rullande 12",
    ]
    assert "Alla diagram har samma axlar" in text(screen)


def test_the_table_beneath_says_the_same_latest_month_first() -> None:
    screen = trend_screen(trend_of(node="PV"), Theme.LIGHT, comments())
    table = rows(screen)
    assert table[0] == ["Månad", "Månaden", "Rullande 12"]
    assert table[1] == ["dec 2018 1 5", "17,8", "saknas"]
    assert table[10] == ["mars 2018", "saknas", "saknas"]
    assert [text(each) for each in by_class(screen, "key")] == [
        "Månad Rullande tolv månader 2015 års andel Nationellt mål, högst 2 % Händelse"
    ]
    assert text(by_class(screen, "chart-events")).startswith("sep 2016: Nationellt beslut")


def test_a_trend_that_leaves_months_out_says_so() -> None:
    short, whole = (trend_screen(long_trend_of(span=span), Theme.LIGHT, comments()) for span in Span)
    assert "staplarna är varje månad för sig. De senaste fem åren." in text(short)
    assert "De senaste fem åren som högst 17,8 %, till och med december 2018." in plain(text(short))
    assert "de senaste fem åren" not in text(whole).lower()
    assert [len(by_type(screen, "Graph")[0].figure["data"][0]["x"]) for screen in (short, whole)] == [60, 108]
    assert [len(rows(screen)) - 1 for screen in (short, whole)] == [60, 108]


def test_nothing_missing_and_no_events_take_no_room() -> None:
    trend = trend_of()
    line = replace(trend.lines[0], points=trend.lines[0].points[11:], target_pct=None)
    screen = trend_screen(replace(trend, lines=(line,), events=()), Theme.LIGHT, comments())
    assert by_class(screen, "missing-notes") == by_class(screen, "chart-events") == []
    assert text(by_class(screen, "key")) == "Månad Rullande tolv månader 2015 års andel"


def test_only_what_is_drawn_is_explained() -> None:
    alone = trend_service.trend(figures(MONTHS[-1:]), Selection(node="MED", profession=Profession.DOCTOR))
    assert text(by_class(trend_screen(alone, Theme.LIGHT, comments()), "key")) == "Månad Nationellt mål, högst 2 %"


def test_links_hold_the_whole_selection() -> None:
    trend = trend_of(measure=TrendMeasure.AGENCY_COST, compared=("PV", Profession.NURSE), definition=Definition.OWN)
    query = trend_query(trend)
    assert query == (
        "manad=2018-12&enhet=MED&yrkesgrupp=lakare&andel=egen&organisation=idag&matt=hyrkostnad&jamfor=PV"
        "&jamfor=yrkesgrupp%3Assk"
    )
    assert read_address(query).selection == Selection(
        Month(2018, 12), "MED", Profession.DOCTOR, Definition.OWN,
        measure=TrendMeasure.AGENCY_COST, compared=("PV", Profession.NURSE),
    )  # fmt: skip
    screen = trend_screen(trend, Theme.LIGHT, comments())
    assert [link.href for link in by_type(by_class(screen, "actions"), "A")] == [
        f"/export/trend.xlsx?{query}",
        f"/export/trend.csv?{query}",
    ]
    assert getattr(by_class(screen, "button-quiet")[0], "data-copy-link") == f"/trend?{query}"
    assert by_type(screen, "Link")[0].href == f"/hjalp?{query}#matt-agency-cost"


@pytest.mark.parametrize(
    ("unit", "number", "written"),
    [
        ("pct", Fraction(167, 10), "16,7 %"),
        ("pp", Fraction(-1), "−1,0 procentenheter"),
        ("ore", Fraction(10_872_000_000), "108,7 mkr"),
        ("ore", Fraction(123_450_000), "1 234,5 tkr"),
        ("ore", Fraction(123_400), "1 234 kr"),
        ("centihours", Fraction(16_000), "160 timmar"),
        ("weeks", Fraction(6, 10), "0,6 veckor"),
        ("ore_per_hour", Fraction(125_000), "1 250 kr per timme"),
    ],
)
def test_numbers_are_written_in_the_measures_unit(unit: str, number: Fraction, written: str) -> None:
    scale = scale_of(unit, number)
    assert plain(scale.text(number)) == written
    assert (scale.text(None), scale.digits(None), scale.drawn(None)) == ("–", "–", None)
