"""A form that changes something, in the browser: signed, answered, announced, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from dash import Dash, html
from playwright.sync_api import Page, Route, expect

from app import ASSETS
from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.selection import Selection
from bemanning.presentation.actions import action_form, signature_field
from bemanning.presentation.address import Words
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services
from bemanning.web.actions import Done, Form
from bemanning.web.application import create_app
from tests.builders.services import BuiltServices
from tests.e2e.conftest import served_app

OpenPage = Callable[..., Page]


@pytest.fixture
def counting() -> Iterator[str]:
    """A screen that shows what has been noted, with a form that notes one thing more; beside it one without."""
    noted: list[str] = []

    def note(_services: Services, actor: Actor, form: Form) -> Done:
        if form["steg"] == "stopp":
            raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": "X"})])
        noted.append(f"{form['steg']} av {actor.name}")
        return Done(f"Noterat {len(noted)} gång.", "/?sedd=1")

    def content(_selection: Selection, _theme: Theme, _words: Words) -> View:
        forms = [
            action_form("/notera", [], "Notera", fields={"steg": "steg"}),
            action_form("/notera", [], "Stoppa", fields={"steg": "stopp"}, quiet=True),
        ]
        seen = html.Ul([html.Li(each) for each in noted], id="noted")
        return View(html.Div([html.H1("Räknaren"), signature_field(), seen, *forms]), None)

    def register(_app: Dash, _services: Services) -> Screen:
        return Screen("/", "Räknaren", (), content, beside=object)

    def elsewhere(_selection: Selection, _theme: Theme, _words: Words) -> View:
        return View(html.Div([html.H1("Annat"), html.P(f"{len(noted)} noterat")]), None)

    def register_other(_app: Dash, _services: Services) -> Screen:
        return Screen("/annat", "Annat", (), elsewhere, beside=object)

    app = create_app(BuiltServices(), [register, register_other], ASSETS, {}, {"/notera": note})
    yield from served_app(app)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_form_is_signed_answered_and_drawn_anew(open_page: OpenPage, counting: str, theme: str) -> None:
    page = open_page(counting, color_scheme=theme)
    page.get_by_role("button", name="Notera").press("Enter")
    expect(page.get_by_role("alert").first).to_contain_text("Skriv ditt namn")
    expect(page.get_by_label("Ditt namn")).to_be_focused()
    page.keyboard.type("Kim Kontrollant")
    page.get_by_role("button", name="Notera").press("Enter")
    expect(page.locator("#noted li")).to_have_text(["steg av Kim Kontrollant"])
    expect(page.locator("#frame-toast")).to_contain_text("Noterat 1 gång.")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Stäng meddelandet").click()
    expect(page.locator("#frame-toast")).to_be_hidden()
    expect(page.locator("#frame-content")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Ditt namn")).to_have_value("Kim Kontrollant")


def test_what_is_refused_is_told_in_the_form(open_page: OpenPage, counting: str) -> None:
    page = open_page(counting)
    page.get_by_label("Ditt namn").fill("Kim")
    page.route("**/notera", lambda route: route.fulfill(status=200, json={"problems": ["Enheten finns inte."]}))
    page.get_by_role("button", name="Stoppa").click()
    expect(page.get_by_role("alert").last).to_have_text("Enheten finns inte.")
    expect(page.locator("#noted li")).to_have_count(0)
    expect(page.get_by_role("button", name="Stoppa")).to_be_enabled()


def test_what_was_done_is_said_until_it_is_closed_or_something_else_is_begun(
    open_page: OpenPage, counting: str
) -> None:
    page = open_page(counting)
    toast = page.locator("#frame-toast")
    page.get_by_label("Ditt namn").fill("Kim")
    page.get_by_role("button", name="Notera").press("Enter")
    expect(toast).to_have_text("Noterat 1 gång.")
    page.keyboard.press("Escape")
    expect(toast).to_be_hidden()
    expect(page.locator("#frame-content")).to_be_focused()
    page.get_by_role("button", name="Notera").press("Enter")
    expect(toast).to_have_text("Noterat 2 gång.")
    page.route("**/notera", lambda route: route.fulfill(status=200, json={"problems": ["Enheten finns inte."]}))
    page.get_by_role("button", name="Stoppa").click()
    expect(page.get_by_role("alert").last).to_have_text("Enheten finns inte.")
    expect(toast).to_be_hidden()


def test_an_answer_that_comes_when_the_screen_is_left_is_not_told_on_another(
    open_page: OpenPage, counting: str
) -> None:
    page = open_page(counting)
    page.get_by_label("Ditt namn").fill("Kim")
    waiting: list[Route] = []
    page.route("**/notera", lambda route: waiting.append(route))  # noqa: PLW0108 -- the driver marks its handlers
    with page.expect_request("**/notera"):
        page.get_by_role("button", name="Notera").click()
    page.get_by_role("link", name="Annat").click()
    expect(page.get_by_text("0 noterat")).to_be_visible()
    (route,) = waiting
    route.continue_()
    # Drawn anew, since the data are others, but neither called back nor told of what was done there.
    expect(page.get_by_text("1 noterat")).to_be_visible()
    expect(page.locator("#frame-toast")).to_be_hidden()
    assert page.url == f"{counting}/annat"
