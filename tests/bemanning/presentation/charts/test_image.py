"""A chart as a picture: what is printed in it, and in which colours."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import TrendMeasure
from bemanning.presentation.charts.comment_lane import MOST_PRINTED, printed_comments
from bemanning.presentation.charts.image import chart_image, image_buttons, light_colors
from bemanning.presentation.overview import share_panel
from bemanning.presentation.theme import Theme
from bemanning.presentation.trend import trend_screen
from tests.builders import answers
from tests.builders.comments import comments, placed, record
from tests.builders.seen import by_class
from tests.builders.trends import trend_of

YEAR = tuple(month_range(Month(2018, 1), Month(2018, 12)))


@pytest.mark.parametrize(
    ("is_preliminary", "about"),
    [(False, ["Vården"]), (True, ["Vården", "Preliminärt: någon månad i perioden kan ännu ändras."])],
)
def test_a_picture_says_what_it_is_and_whether_it_may_change(about: list[str], *, is_preliminary: bool) -> None:
    selection = answers.resolved(is_preliminary=is_preliminary)
    image = chart_image("oversikt_2018-12", "Hyrandel", ("Vården",), "Ekonomisystemet", selection)
    assert list(image.about) == about
    assert image.source == "Källa: Ekonomisystemet. Region Demo, Bemanning, {date}."


def test_the_buttons_carry_what_is_printed_in_lines_that_fit() -> None:
    image = chart_image("stem", "Titel", ("ord " * 60,), "Heroma", answers.resolved())
    group = image_buttons(replace(image, notes=("(1) sagt",)), "Diagrammet")
    data = {name: getattr(group, f"data-{name}") for name in ("stem", "title", "about", "notes")}
    lines = json.loads(data["about"])
    assert (data["stem"], data["title"], json.loads(data["notes"])) == ("stem", "Titel", ["(1) sagt"])
    assert len(lines) == 2
    assert max(len(line) for line in lines) <= 160
    assert [getattr(button, "aria-label") for button in group.children] == [
        "Hämta som PNG: Diagrammet",
        "Hämta som SVG: Diagrammet",
    ]


def test_no_dark_colour_is_left_in_a_picture() -> None:
    colors = light_colors()
    assert len(colors) == 8
    assert not colors.keys() & set(colors.values())


def test_the_latest_comments_are_printed_shortened_to_a_line() -> None:
    said = [placed(record(each, "HS", YEAR[each], f"Nummer {each}\nhär " + "ord " * 60)) for each in range(1, 6)]
    printed = printed_comments(said, YEAR)
    assert len(printed) == MOST_PRINTED
    assert printed[0].startswith("(3) april 2018: Nummer 3 här ord")
    assert all(line.endswith(" …") for line in printed)
    assert printed_comments(said, YEAR[:1]) == ()


def test_each_screens_picture_is_named_and_described() -> None:
    panels = [share_panel(answers.overview(), Theme.DARK, comments()), trend_screen(trend_of(), Theme.DARK, comments())]
    (overview,), (trend,) = (by_class(panel, "chart-images") for panel in panels)
    assert getattr(overview, "data-stem") == "oversikt_2018-12_hs"
    assert len(json.loads(getattr(overview, "data-notes"))) == MOST_PRINTED
    assert getattr(trend, "data-stem") == "trend_hyrandel_2018-12_med_lakare"
    assert json.loads(getattr(trend, "data-about")) == [
        (
            "Läkare, Medicinkliniken, till och med december\u00a02018. Hyrpersonalens andel av total personalkostnad "
            "(egen och inhyrd), dagens organisation."
        ),
        "Procent. Linjen är rullande tolv månader, staplarna är varje månad för sig.",
    ]
    assert getattr(trend, "data-source") == "Källa: Ekonomisystemet. Region Demo, Bemanning, {date}."


def test_a_pictures_unit_begins_its_sentence() -> None:
    screen = trend_screen(trend_of(measure=TrendMeasure.WORKED_WEEKS), Theme.LIGHT, comments())
    (image,) = by_class(screen, "chart-images")
    assert json.loads(getattr(image, "data-about"))[1].startswith("Veckor. Linjen är tolv månaders summa")
