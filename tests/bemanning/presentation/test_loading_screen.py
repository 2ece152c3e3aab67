"""Inläsning's parts around the cards: the place to send, the strip of months, an opened month, the history."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bemanning.domain.file_format import FileFormat
from bemanning.domain.job import JobStatus
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.loading_context import LoadingContext, loading_context
from bemanning.presentation.loading_history import PAGE_SIZE, has_more, history, history_panel
from bemanning.presentation.loading_month import month_details
from bemanning.presentation.loading_screen import headline, loading_screen
from bemanning.presentation.loading_send import send_panel
from bemanning.presentation.loading_strip import find_month, strip_panel
from bemanning.presentation.loading_undo import undo_form
from bemanning.presentation.texts import loading as texts
from bemanning.services.month_strip import MonthStrip
from bemanning.store import LoadRecord
from tests.builders import answers, loading, profiles
from tests.builders.seen import by_class, by_type, parts, rows, text
from tests.builders.services import BuiltServices, EmptyServices

SERVICES, EMPTY = BuiltServices(), EmptyServices()
STRIP = SERVICES.month_strip()
CONTEXT = loading_context(STRIP, SERVICES.loads(), SERVICES.months())
NOTHING = loading_context(EMPTY.month_strip(), (), ())
NO_MONTHS = MonthStrip((), STRIP.rows)


def forms(component: object) -> list[tuple[str, dict[str, str]]]:
    found = [part for part in by_type(component, "Form") if hasattr(part, "data-action")]
    return [(getattr(form, "data-action").split("/")[-1], json.loads(getattr(form, "data-fields"))) for form in found]


@pytest.mark.parametrize(
    ("jobs", "strip", "words"),
    [
        ([loading.job(1)], STRIP, "En fil väntar på ditt beslut"),
        ([loading.job(1), loading.job(2)], NO_MONTHS, "2 filer väntar på ditt beslut"),
        ([loading.job(1, status=JobStatus.CANCELLED)], STRIP, "Uppgifter är inlästa till och med december 2018"),
        ([], NO_MONTHS, "Läs in den första filen"),
    ],
)
def test_the_headline_says_what_is_to_be_done(jobs: list[Any], strip: MonthStrip, words: str) -> None:
    assert headline(jobs, strip, CONTEXT).replace("\N{NO-BREAK SPACE}", " ") == words


def test_the_screen_comes_in_the_order_of_the_work() -> None:
    screen = loading_screen(loading.jobs(), STRIP, CONTEXT)
    assert [each.id for each in by_type(screen, "Section")] == [
        "loading-send", "loading-files", "loading-strip", "loading-history",
    ]  # fmt: skip
    assert len([part for part in parts(screen) if getattr(part, "id", "") == "signature-name"]) == 1


def test_before_the_first_load_the_screen_says_how_it_goes() -> None:
    screen = loading_screen((), EMPTY.month_strip(), NOTHING)
    assert [each.id for each in by_type(screen, "Section")] == ["loading-send", "loading-files", "loading-first"]
    assert "/hjalp#lasa-in" in [link.href for link in by_type(screen, "Link")]


def test_files_are_sent_by_the_form_that_the_script_knows() -> None:
    panel = send_panel()
    (form,) = by_type(panel, "Form")
    assert getattr(form, "data-upload") == "/inlasning/fil"
    marks = ("data-upload-status", "data-upload-cancel", "data-upload-problems")
    assert [sum(hasattr(part, mark) for part in parts(form)) for mark in marks] == [1, 1, 1]
    assert [link.href for link in by_type(panel, "A")] == ["/mallar/huvudbok.xlsx", "/mallar/heroma.xlsx"]
    assert "högst 300 MB" in text(panel)


def test_every_format_that_is_read_is_named() -> None:
    told = text(send_panel())
    assert texts.FORMAT_NAMES.keys() == set(FileFormat)
    assert all(name in told for name in texts.FORMAT_NAMES.values())
    assert "SIE 4 och SIE 5." in told


def cells(panel: object) -> list[Any]:
    return [part for part in by_type(panel, "Td") if hasattr(part, "data-month")]


def test_the_strip_has_a_row_for_each_source_and_scope() -> None:
    table = rows(strip_panel(STRIP))
    assert table[0] == ["Källa och omfattning", "2015", "2016", "2017", "2018"]
    assert table[1][:12] == list("JFMAMJJASOND")
    assert [row[0] for row in table[2:]] == [
        "Ekonomi", "Primärvården", "Östersunds sjukhus", "Tandvård", "Heroma", "Primärvården", "Östersunds sjukhus",
        "Tandvård",
    ]  # fmt: skip
    assert table[5] == ["Tandvård", "Ingenting inläst"]
    assert table[3][-13:] == ["S", *"Ö" * 11, "P"]


def test_cells_say_their_month_and_status_and_one_is_reached_by_tab() -> None:
    drawn = cells(strip_panel(STRIP))
    labels = {getattr(cell, "aria-label").replace("\N{NO-BREAK SPACE}", " ") for cell in drawn}
    assert {"december 2018: preliminär", "mars 2018: saknas", "mars 2018: öppen", "mars 2017: stängd"} <= labels
    reached = [cell for cell in drawn if cell.tabIndex == 0]
    assert [getattr(cell, "data-month") for cell in reached] == ["2018-12"]
    assert len(drawn) == 3 * 48


def test_every_status_has_a_letter_of_its_own_and_words() -> None:
    assert set(texts.LETTERS) == set(texts.LEGEND) == set(MonthStatus)
    assert len(set(texts.LETTERS.values())) == len(MonthStatus)


def test_a_strip_without_months_says_so() -> None:
    panel = strip_panel(NO_MONTHS)
    assert texts.STRIP_NONE in text(panel)
    assert by_type(panel, "Table") == []


@pytest.mark.parametrize(
    ("cell", "is_found"),
    [
        (("ledger", "PV", "2018-12"), True),
        (("ledger", "PV", "2019-12"), False),
        (("ledger", "NEJ", "2018-12"), False),
        (("heroma", "OS", "2018-03"), True),
    ],
)
def test_an_opened_cell_is_found(cell: tuple[str, str, str], is_found: bool) -> None:  # noqa: FBT001 - the table says it
    found = find_month(STRIP, *cell)
    assert (found is not None) == is_found
    if found:
        assert (found[0].source, found[0].scope, str(found[1].month)) == cell


def opened(source: Source, scope: str, month: str) -> Any:
    found = find_month(STRIP, source, scope, month)
    assert found
    return month_details(*found, CONTEXT)


@pytest.mark.parametrize(
    ("month", "status", "offered"),
    [
        ("2018-12", "Preliminär: inläst, kommer att ändras", ["Märk som slutlig", "Stäng månaden"]),
        ("2018-11", "Öppen: inläst, kan ersättas", ["Stäng månaden", "Märk som preliminär"]),
        ("2017-12", "Stängd: inläst och låst", ["Öppna månaden"]),
    ],
)
def test_an_opened_month_tells_its_file_and_what_its_status_can_become(
    month: str, status: str, offered: list[str]
) -> None:
    details = opened(Source.LEDGER, "PV", month)
    facts = {
        text(term): text(words) for term, words in (pair.children for pair in by_type(by_type(details, "Dl"), "Div"))
    }
    assert facts["Status"] == status
    assert facts["Fil"] == f"ledger-pv-{month}.xlsx"
    assert facts["Inläst"] == "14 jan 2019 09:12, Karin Ek"
    (first, *_) = by_class(details, "job-forms")
    assert [text(button) for button in by_type(first, "Button")] == offered


def test_a_status_is_set_for_one_part_or_for_all() -> None:
    done = forms(opened(Source.HEROMA, "OS", "2018-11"))
    part = {"manad": "2018-11", "kalla": "heroma", "omfattning": "OS"}
    assert done[:2] == [
        ("manadsstatus", {**part, "status": "closed"}), ("manadsstatus", {**part, "status": "preliminary"}),
    ]  # fmt: skip
    assert done[2:] == [
        ("manadsstatus", {"manad": "2018-11", "status": status}) for status in ("closed", "open", "preliminary")
    ]


def test_a_missing_month_asks_for_its_file() -> None:
    details = opened(Source.HEROMA, "OS", "2018-03")
    assert "Skicka en fil" in text(details)
    assert forms(details) == []


def test_undoing_tells_first_what_it_changes() -> None:
    told = undo_form(SERVICES.loads()[0], CONTEXT)
    assert "Jan–dec 2018 går tillbaka till inläsning 2, huvudbok-2.xlsx från 14 jan 2019." in text(told)
    assert forms(told) == [("angra", {"inlasning": "3"})]


def test_undoing_tells_what_goes_missing_and_what_opens() -> None:
    load = replace(answers.load(1), months=("2018-12",), current_months=("2018-12",))
    row = replace(loading.current_months()[0], load_id=1, month=Month(2018, 12), status=MonthStatus.CLOSED)
    context = LoadingContext({}, [load], [row])
    told = text(undo_form(load, context))
    assert "Dec 2018 blir utan uppgifter" in told
    assert "Dec 2018 är stängd och öppnas." in told
    two = LoadingContext({}, [load], [row, replace(row, month=Month(2018, 11))])
    assert "Nov–dec 2018 är stängda" in text(undo_form(load, two))
    nothing = replace(load, current_months=())
    assert "Inga siffror ändras" in text(undo_form(nothing, context))


def loads(count: int) -> LoadingContext:
    return LoadingContext({}, [replace(answers.load(1), id=number) for number in range(count, 0, -1)], ())


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "Gäller Ångra"),
        ({"current_months": ("2018-01",)}, "Gäller för jan 2018 Ångra"),
        ({"current_months": ()}, "Ersatt Ångra"),
        ({"undone_at": loading.SENT_AT, "undone_by": "Kim"}, "Ångrad 14 jan 2019 09:12, Kim"),
    ],
)
def test_the_history_tells_whether_a_load_still_counts(changes: dict[str, Any], state: str) -> None:
    load: LoadRecord = replace(answers.load(1), **changes)
    (_, row, *rest) = rows(history(LoadingContext({}, [load], ()), PAGE_SIZE))
    assert row[-1] == state
    assert len(rest) == (0 if "undone_at" in changes else 1)


def test_a_row_of_the_history_holds_what_a_controller_asks() -> None:
    (head, row, *_) = rows(history(CONTEXT, PAGE_SIZE))
    assert head == ["Fil", "Källa och omfattning", "Månader", "Rader", "Kontrollsumma", "Inläst", "Läge"]
    assert row[0] == "huvudbok-3.xlsx Inläsning 3"
    assert row[2] == "jan–dec 2018"
    assert row[4].endswith(" kr")


def test_a_load_names_the_saved_profile_that_read_it() -> None:
    read = replace(loads(1).loads[0], profile="Raindance PV", profile_version=1)
    context = LoadingContext({}, [read], (), profiles.versions())
    assert rows(history(context, PAGE_SIZE))[1][0].endswith("Inläsning 1 Profilen Raindance PV, version 1")
    unsaved = replace(context, loads=[replace(read, profile_version=3)])
    assert rows(history(unsaved, PAGE_SIZE))[1][0].endswith("Inläsning 1")


def test_a_long_history_is_shown_a_page_at_a_time() -> None:
    long = loads(PAGE_SIZE + 1)
    assert len(by_class(history(long, PAGE_SIZE), "has-detail")) == PAGE_SIZE
    assert f"De {PAGE_SIZE} senaste av {PAGE_SIZE + 1}" in text(history(long, PAGE_SIZE))
    assert "senaste av" not in text(history(long, 2 * PAGE_SIZE))
    assert [has_more(long, shown) for shown in (PAGE_SIZE, PAGE_SIZE + 1)] == [True, False]
    (button,) = (each for each in by_type(history_panel(long), "Button") if getattr(each, "id", "") == "loading-more")
    assert button.hidden is False
    assert texts.HISTORY_NONE in text(history(NOTHING, PAGE_SIZE))


def test_the_history_leads_to_what_was_known_the_day_before_a_load() -> None:
    first, later = answers.load(1), replace(answers.load(2), loaded_at=answers.load(1).loaded_at + timedelta(days=3))
    table = history(LoadingContext({}, [later, first], ()), PAGE_SIZE)
    # Before the first load nothing was known.
    (link,) = [each for each in by_type(table, "A") if text(each) == "Visa som dagen före"]
    assert link.href == "/maluppfyllelse?kand=2019-01-16"
    label = getattr(link, "aria-label").replace("\u00a0", " ")
    assert label == "Visa måluppfyllelsen som den var känd 16 jan 2019, dagen före inläsning 2"
