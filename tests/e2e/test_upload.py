"""Sending files from the browser: one after another, with progress, stopped, dropped, and refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import pytest
from dash import Dash, html
from playwright.sync_api import Page, expect

from app import ASSETS
from bemanning.domain.actor import Actor
from bemanning.domain.selection import Selection
from bemanning.presentation.actions import signature_field
from bemanning.presentation.address import Words
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.presentation.upload_form import upload_attributes
from bemanning.services.job import Job
from bemanning.services.services import Services
from bemanning.services.upload import Upload
from bemanning.web.application import create_app
from tests.builders import loading
from tests.builders.services import BuiltServices
from tests.e2e.conftest import served_app

OpenPage = Callable[..., Page]
WAIT_S = 60
# What assets/upload.js asks for inside the form.
INSIDE = """
<label>Filer <input type="file" multiple></label><progress hidden aria-label="Sänt"></progress>
<p data-upload-status></p><button type="button" data-upload-cancel hidden>Avbryt</button>
<ul data-upload-problems role="alert"></ul>
"""
# Put there whenever the screen has been drawn anew, as a page's own script would.
FILL = """inside => {
  const fill = () => {
    const form = document.getElementById("sending");
    if (form && !form.innerHTML) { form.innerHTML = inside; }
  };
  new MutationObserver(fill).observe(document.body, {childList: true, subtree: true});
  fill();
}"""
LARGE = 24_000_000


@dataclass
class Receiving(BuiltServices):
    """Services that note what they get; a file called "lång" is taken no further until `go_on`."""

    done: list[tuple[object, ...]] = field(default_factory=list)
    got: list[tuple[str, int, str]] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)

    def receive(self, upload: Upload, actor: Actor) -> Job:
        size = 0
        while piece := upload.read(65_536):
            size += len(piece)
            if upload.file_name.startswith("lång"):
                assert self.go_on.wait(WAIT_S)
        self.got.append((upload.file_name, size, actor.name))
        return loading.job(len(self.got), report=None)


@pytest.fixture
def services() -> Receiving:
    return Receiving()


@pytest.fixture
def page(services: Receiving, open_page: OpenPage) -> Iterator[Page]:
    """A screen that shows what has come, with the form for more, signed."""

    def content(_selection: Selection, _theme: Theme, _of: Words) -> View:
        seen = html.Ul([html.Li(f"{name}, {size}, {by}") for name, size, by in services.got], id="came")
        words: dict[str, Any] = {**upload_attributes()}
        form = html.Form(id="sending", disable_n_clicks=True, **words)
        return View(html.Div([html.H1("Sändning"), signature_field(), seen, form]), None)

    def register(_app: Dash, _services: Services) -> Screen:
        return Screen("/", "Sändning", (), content, beside=object)

    for address in served_app(create_app(services, [register], ASSETS, {}, {})):
        opened = open_page(address)
        opened.evaluate(FILL, INSIDE)
        opened.get_by_label("Ditt namn").fill("Åsa Öberg")
        yield opened
        services.go_on.set()
        opened.close()


File = tuple[str, int]


def file(name: str, size: int = 10) -> File:
    return name, size


def choose(page: Page, *files: File) -> None:
    """Choose files that are made in the browser, as large as they are."""
    page.get_by_label("Filer").evaluate(
        """(input, files) => {
          const carried = new DataTransfer();
          files.forEach(([name, size]) => carried.items.add(new File([new Uint8Array(size)], name)));
          input.files = carried.files;
          input.dispatchEvent(new Event("change", {bubbles: true}));
        }""",
        files,
    )


def listen(page: Page) -> None:
    """Note everything that is announced from now on."""
    page.evaluate(
        """() => {
          window.heard = [];
          const announcer = document.getElementById("frame-announcer");
          new MutationObserver(() => window.heard.push(announcer.textContent)).observe(
            announcer, {childList: true, characterData: true, subtree: true});
        }"""
    )


def test_files_are_sent_one_after_another_and_the_screen_follows(page: Page) -> None:
    listen(page)
    choose(page, file("huvudbok å.xlsx"), file("heroma.csv", 20))
    expect(page.locator("#came li")).to_have_text(["huvudbok å.xlsx, 10, Åsa Öberg", "heroma.csv, 20, Åsa Öberg"])
    expect(page.locator("[data-upload-status]")).to_have_text("heroma.csv är skickad och kontrolleras.")
    expect(page.locator("progress")).to_be_hidden()
    announced = page.evaluate("window.heard")
    assert "huvudbok å.xlsx är framme. Ett ögonblick …" in announced
    assert "heroma.csv är skickad och kontrolleras." in announced
    page.evaluate("window.bemanning.say('Inläsningen är ångrad.')")
    # The same file can be chosen again. What was done before that is no news then.
    choose(page, file("heroma.csv", 20))
    expect(page.locator("#came li")).to_have_count(3)
    expect(page.locator("#frame-toast")).to_be_hidden()


def test_progress_is_shown_and_told_now_and_then(page: Page, services: Receiving) -> None:
    listen(page)
    choose(page, file("lång.csv", LARGE), file("nästa.csv"))
    expect(page.locator("progress")).to_be_visible()
    expect(page.locator("[data-upload-status]")).to_contain_text("Skickar lång.csv (fil 1 av 2)")
    services.go_on.set()
    expect(page.locator("#came li")).to_have_count(2)
    percents = [words for words in page.evaluate("window.heard") if "%" in words]
    assert len(percents) <= 3, percents


def test_what_is_sent_is_stopped_and_what_waits_too(page: Page, services: Receiving) -> None:
    choose(page, file("lång.csv", LARGE), file("nästa.csv"))
    expect(page.locator("[data-upload-status]")).to_contain_text("Skickar lång.csv")
    page.get_by_role("button", name="Avbryt").click()
    expect(page.locator("[data-upload-status]")).to_have_text("Sändningen av lång.csv avbröts. Ingenting har sparats.")
    expect(page.get_by_role("button", name="Avbryt")).to_be_hidden()
    services.go_on.set()
    choose(page, file("annan.csv"))
    expect(page.locator("#came li")).to_have_text(["annan.csv, 10, Åsa Öberg"])


def test_nothing_is_sent_without_a_name(page: Page) -> None:
    page.get_by_label("Ditt namn").fill(" ")
    choose(page, file("a.csv"))
    expect(page.get_by_role("alert")).to_contain_text("Skriv ditt namn")
    expect(page.get_by_label("Ditt namn")).to_be_focused()
    expect(page.locator("progress")).to_be_hidden()
    page.get_by_label("Ditt namn").fill("Kim")
    choose(page, file("a.csv"))
    expect(page.locator("#came li")).to_have_text(["a.csv, 10, Kim"])
    expect(page.get_by_role("alert")).to_be_empty()


def test_what_is_too_large_is_told_before_it_is_sent(page: Page) -> None:
    page.evaluate("document.getElementById('sending').dataset.limitBytes = 1048576")
    choose(page, file("stor.csv", 1_048_577), file("liten.csv", 1_048_576))
    expect(page.get_by_role("alert")).to_have_text(
        "stor.csv är 2 MB, men högst 1 MB kan skickas. Dela exporten, till exempel per månad."
    )
    expect(page.locator("#came li")).to_have_text(["liten.csv, 1048576, Åsa Öberg"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{"problems": ["a.csv: Filen är tom."]}', "a.csv: Filen är tom."),
        (
            "<h1>Något annat</h1>",
            "a.csv: Det gick inte att nå servern. Kontrollera förbindelsen och skicka den igen.",
        ),
    ],
)
def test_a_refused_file_is_told_and_the_next_is_sent(page: Page, body: str, words: str) -> None:
    page.route("**/inlasning/fil", lambda route: route.fulfill(status=200, body=body), times=1)
    choose(page, file("a.csv"), file("b.csv"))
    expect(page.locator("#came li")).to_have_text(["b.csv, 10, Åsa Öberg"])
    expect(page.get_by_role("alert")).to_have_text(words)


def test_files_are_dropped_on_the_form(page: Page) -> None:
    page.evaluate(
        """() => {
          const carried = new DataTransfer();
          carried.items.add(new File(["12345"], "släppt.csv"));
          const form = document.getElementById("sending");
          const fire = (where, type) => where.dispatchEvent(
            new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: carried}));
          window.over = [];
          fire(form, "dragover");
          window.over.push(form.className);
          fire(form, "dragleave");
          window.over.push(form.className);
          window.beside = fire(document.body, "dragover");
          fire(form, "dragover");
          fire(form, "drop");
          window.over.push(form.className);
        }"""
    )
    expect(page.locator("#came li")).to_have_text(["släppt.csv, 5, Åsa Öberg"])
    # Beside the form the browser is kept from opening the file.
    assert (page.evaluate("window.over"), page.evaluate("window.beside")) == (["upload-over", "", ""], False)


def test_leaving_the_page_while_a_file_is_sent_is_asked_about(page: Page, services: Receiving) -> None:
    choose(page, file("lång.csv", LARGE))
    expect(page.locator("progress")).to_be_visible()
    asked = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert page.evaluate(asked)
    services.go_on.set()
    expect(page.locator("#came li")).to_have_count(1)
    assert not page.evaluate(asked)
