"""What is said beside the figures, and the forms that say it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession
from bemanning.presentation.comment_forms import write_form
from bemanning.presentation.comments import MOST_BELOW, comments_panel, marked_months, node_marks
from bemanning.services.comments import Comments
from tests.builders import answers
from tests.builders.comments import comments, nothing_said, placed, record
from tests.builders.seen import by_class, by_type, text, words


def test_what_is_said_comes_newest_first_with_its_number_signature_and_date() -> None:
    recent, below, older = by_class(comments_panel(comments()), "comment-list")
    assert [" ".join(text(each).split()) for each in by_class(recent, "comment-about")] == [
        "Kommentar 5 december 2018, Hälso- och sjukvård, sjuksköterskor",
        "Kommentar 1 december 2018, Hälso- och sjukvård, alla yrkesgrupper",
        "Kommentar 4 juni 2018, Hälso- och sjukvård, läkare",
    ]
    assert [text(each) for each in by_class(recent, "comment-signature")] == [
        "Kim Kontrollant, 15 jan 2019",
        "Kim Kontrollant, 15 jan 2019; ändrad av Lo Ekonom, 16 jan 2019",
        "Kim Kontrollant, 15 jan 2019",
    ]
    assert text(by_class(recent, "comment-text")[1]) == "Periodiserat i januari, <inte> i december."
    assert text(by_class(below, "comment-about")) == "Kommentar 3   oktober 2018, Primärvården, läkare"
    assert text(by_class(older, "comment-about")).startswith("Kommentar 2   september 2016")
    assert [each.id for each in by_class(recent, "comment")] == ["kommentar-5", "kommentar-1", "kommentar-4"]


def test_what_is_older_than_the_window_is_folded() -> None:
    panel = comments_panel(comments())
    summaries = [text(each) for each in by_type(panel, "Summary")]
    assert [each for each in summaries if not each.startswith("Ändra")] == [
        "Visa 1 äldre",
        "Skriv eller ändra kommentarer",
    ]


def test_the_marks_in_the_chart_are_told_of_only_where_there_are_any() -> None:
    said = "Numren står vid sina månader i diagrammet."
    assert said in text(comments_panel(comments(), has_marks=True))
    assert said not in text(comments_panel(comments()))
    assert said not in text(comments_panel(nothing_said(), has_marks=True))


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        (nothing_said(), True),
        (replace(comments(), own=comments().own[:1], below=()), True),  # older than the window
        (replace(comments(), own=()), False),
        (replace(comments(), below=()), False),
    ],
)
def test_nothing_said_says_what_could_be(said: Comments, *, is_told: bool) -> None:
    assert ("Ingen kommentar för perioden." in text(comments_panel(said))) is is_told


def test_many_beneath_are_folded() -> None:
    many = [placed(record(each, "PV", Month(2018, 12), f"Nummer {each}")) for each in range(1, MOST_BELOW + 3)]
    shown, rest = by_class(comments_panel(replace(nothing_said(), below=tuple(many))), "comment-list")
    assert len(by_class(shown, "comment")) == MOST_BELOW
    assert [text(each) for each in by_class(rest, "comment-text")] == ["Nummer 2", "Nummer 1"]


def test_a_months_cell_leads_to_its_comments() -> None:
    (cell,) = marked_months([Month(2018, 12)], comments().own)
    assert words(cell) == ["dec 2018", "1", "5"]
    mark = by_class(cell, "comment-mark")[0]
    assert (mark.href, getattr(mark, "aria-label")) == ("#kommentar-1", "Se kommentar 1")
    assert words(marked_months([Month(2018, 5)], comments().own)) == ["maj 2018"]


def test_a_nodes_mark_counts_the_windows_comments_and_leads_to_the_latest() -> None:
    marks = node_marks(comments())
    said = {
        code: (words(mark), *(getattr(mark, name) for name in ("href", "aria-label"))) for code, mark in marks.items()
    }
    assert said == {
        "HS": (["3"], "#kommentar-5", "3 kommentarer om Hälso- och sjukvård: se den senaste"),
        "PV": (["1"], "#kommentar-3", "1 kommentar om Primärvården: se den"),
    }
    older = replace(comments(), own=comments().own[:1], below=())
    assert node_marks(older) == node_marks(nothing_said()) == {}


def forms(component: object) -> dict[str, dict[str, str]]:
    return {
        getattr(form, "data-action"): json.loads(getattr(form, "data-fields")) for form in by_type(component, "Form")
    }


def test_each_form_is_posted_with_what_it_is_about() -> None:
    panel = comments_panel(replace(comments(), own=comments().own[:1], below=()))
    assert forms(panel) == {
        "/kommentarer/skriv": {"enhet": "HS", "manad": "2018-12"},
        "/kommentarer/andra": {"kommentar": "2"},
        "/kommentarer/ta-bort": {"kommentar": "2"},
    }
    assert [area.children for area in by_type(panel, "Textarea")] == [
        "Nationellt beslut om oberoende av hyrpersonal.",
        "",
    ]
    labels = {label.htmlFor for label in by_type(panel, "Label")}
    assert labels == {field.id for kind in ("Textarea", "Select") for field in by_type(panel, kind)}


@pytest.mark.parametrize(
    ("selected", "offered"),
    [
        (None, ["", "lakare", "ssk", "ovrig"]),
        (Profession.NURSE, ["ssk", "", "lakare", "ovrig"]),
    ],
)
def test_the_selected_profession_is_offered_first(selected: Profession | None, offered: list[str]) -> None:
    form = write_form(replace(nothing_said(), selection=answers.resolved(profession=selected)))
    assert [option.value for option in by_type(form, "Option")] == offered


def test_a_field_begins_anew_for_every_new_comment() -> None:
    keys = [by_type(write_form(said), "Textarea")[0].key for said in (nothing_said(), comments())]
    assert keys == ["comment-new-0", "comment-new-5"]
