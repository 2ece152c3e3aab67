"""A form that changes something, in the browser: signed, answered, announced, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from dash import Dash, html
from playwright.sync_api import Page, expect

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
    """A screen that shows what has been noted, with a form that notes one thing more."""
    noted: list[str] = []

    def note(_services: Services, actor: Actor, form: Form) -> Done:
        if form["steg"] == "stopp":
            raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": "X"})])
        noted.append(f"{form['steg']} av {actor.name}")
        return Done(f"Noterat {len(noted)} gång.")

    def content(_selection: Selection, _theme: Theme, _words: Words) -> View:
        forms = [
            action_form("/notera", [], "Notera", fields={"steg": "steg"}),
            action_form("/notera", [], "Stoppa", fields={"steg": "stopp"}, quiet=True),
        ]
        seen = html.Ul([html.Li(each) for each in noted], id="noted")
        return View(html.Div([html.H1("Räknaren"), signature_field(), seen, *forms]), None)

    def register(_app: Dash, _services: Services) -> Screen:
        return Screen("/", "Räknaren", (), content, beside=object)

    app = create_app(BuiltServices(), [register], ASSETS, {}, {"/notera": note})
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
