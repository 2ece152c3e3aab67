"""What the frame's question is answered with, and how long an answer is kept."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dash import Dash

from app import PAGES
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.selection import Selection
from bemanning.presentation.screen import Screen
from bemanning.presentation.theme import Theme
from bemanning.services.overview import Overview
from bemanning.web.answers import Answers
from tests.builders.services import BuiltServices


class Counted(BuiltServices):
    """Counts how often Översikt is asked for, and can change its data."""

    version, asked = 1, 0
    refused: date | None = None

    def data_version(self) -> int:
        return self.version

    def overview(self, selection: Selection) -> Overview:
        self.asked += 1
        if self.refused is not None:
            raise UserError([Fault(FaultCode.NOTHING_KNOWN, {"date": self.refused.isoformat()})])
        return super().overview(selection)


def screens(services: BuiltServices) -> list[Screen]:
    app = Dash(__name__)
    return [register(app, services) for register in PAGES]


def said(part: Any) -> str:
    """Give what is sent, as text to look in."""
    return json.dumps(part, ensure_ascii=False)


def test_an_answer_is_kept_until_the_data_change() -> None:
    services = Counted()
    answers = Answers(services, screens(services))
    first = answers.answer("/", "", Theme.LIGHT)
    assert answers.answer("/", "", Theme.LIGHT) is first
    assert answers.answer("/", "", Theme.DARK).content != first.content
    assert services.asked == 2
    services.version = 2
    assert answers.answer("/", "", Theme.LIGHT).content == first.content
    assert services.asked == 3


def test_a_refusal_is_not_kept_for_a_day_that_is_not_over_will_be() -> None:
    services = Counted()
    services.refused = date(2019, 1, 31)
    answers = Answers(services, screens(services))
    assert "31" in said(json.loads(answers.answer("/", "?kand=2019-01-31", Theme.LIGHT).content))
    services.refused = None
    assert "known-on" in said(json.loads(answers.answer("/", "?kand=2019-01-31", Theme.LIGHT).content))


def test_an_answer_is_kept_as_long_as_what_the_screen_shows_beside_the_data() -> None:
    services, jobs = Counted(), [1, 1, 2]
    answers = Answers(services, [replace(screens(services)[0], beside=iter(jobs).__next__)])
    for _ in jobs:
        answers.answer("/", "", Theme.LIGHT)
    assert services.asked == 2


def test_a_screen_comes_with_its_menu_and_what_the_controls_show() -> None:
    services = BuiltServices()
    answers = Answers(services, screens(services))
    answer = answers.answer("/maluppfyllelse", "?andel=egen", Theme.LIGHT)
    assert "1 av 5 mål" in said(json.loads(answer.content))
    assert _links(answer.menu) == [
        ("/?andel=egen", "nav-link"),
        ("/trend?andel=egen", "nav-link"),
        ("/enheter?andel=egen", "nav-link"),
        ("/maluppfyllelse?andel=egen", "nav-link nav-link-current"),
        ("/inlasning?andel=egen", "nav-link"),
        ("/mappning?andel=egen", "nav-link"),
        ("/hjalp?andel=egen", "nav-link"),
    ]
    assert answer.controls == {
        "title": "Måluppfyllelse",
        "choices": ["manad", "organisation"],
        "words": {
            "manad": "2018-12",
            "enhet": "HS",
            "yrkesgrupp": "",
            "andel": "egen",
            "organisation": "idag",
            "tid": "5-ar",
        },
    }
    assert answers.answer("/nej", "", Theme.LIGHT).controls is None


def _links(part: Any) -> list[tuple[str, str]]:
    if isinstance(part, list):
        return [link for each in part for link in _links(each)]
    if not isinstance(part, dict):
        return []
    props = part["props"]
    own = [(props["href"], props["className"])] if part["type"] == "Link" else []
    return [*own, *_links(props.get("children"))]


@pytest.mark.parametrize(
    ("path", "query", "choices", "words"),
    [
        ("/trend", "?matt=hyrtimmar&jamfor=PV", "matt manad enhet yrkesgrupp organisation jamfor",
         {"matt": "hyrtimmar", "jamfor": ["PV"]}),
        ("/trend", "", "matt manad enhet yrkesgrupp andel organisation jamfor", {"matt": "hyrandel", "jamfor": []}),
        ("/hjalp", "?enhet=PV", "", {}),
    ],
)  # fmt: skip
def test_the_controls_show_what_the_screen_heeds(
    path: str, query: str, choices: str, words: dict[str, str | list[str]]
) -> None:
    services = BuiltServices()
    shown = Answers(services, screens(services)).answer(path, query, Theme.LIGHT).controls
    assert shown is not None
    assert shown["choices"] == choices.split()
    assert words.items() <= shown["words"].items()
