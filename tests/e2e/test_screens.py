"""What every screen must be: accessible, on this host alone, Swedish, in both themes and on both widths."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

OVERVIEW, GOALS = "/", "/maluppfyllelse"
SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


# What is left standing while the next screen is fetched is dimmed for a moment; boxes in its place are not.
SETTLED = "!document.querySelector('#frame-content[aria-busy=true] > :not(.skeleton)')"


def violations(page: Page) -> list[str]:
    """Say what axe finds on the page, once it stands still."""
    page.wait_for_function(SETTLED)
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def open_all(page: Page) -> None:
    """Open what is folded, also what shows only when something else is opened."""
    closed = page.locator("details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()


@pytest.mark.parametrize("path", [OVERVIEW, GOALS])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_screens_are_accessible_and_fit(open_page: OpenPage, address: str, path: str, theme: str, size: str) -> None:
    page = open_page(address + path, color_scheme=theme, viewport=SIZES[size])
    if path == OVERVIEW:
        page.wait_for_selector(".scatterlayer .trace")
    open_all(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]
    assert page.locator("html").get_attribute("lang") == "sv"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_stands_in_a_screens_place_is_accessible(
    open_page: OpenPage, address: str, empty_address: str, theme: str
) -> None:
    for url in (empty_address, f"{address}/?manad=igår", f"{address}/?enhet=finns-inte"):
        assert violations(open_page(url, color_scheme=theme)) == []


# Notes the theme at the moment when the body appears: the head's script has run, nothing has been drawn.
NOTE_THEME = """new MutationObserver((_, observer) => {
  if (document.body) {
    window.themeAtBody = document.documentElement.getAttribute("data-mantine-color-scheme");
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true });"""


def test_theme_is_set_before_the_first_paint_and_kept(open_page: OpenPage, address: str) -> None:
    page = open_page(address + OVERVIEW, color_scheme="light")
    page.get_by_text("Mörkt", exact=True).click()
    page.wait_for_selector("html[data-mantine-color-scheme=dark]")
    page.add_init_script(NOTE_THEME)
    page.goto(address + GOALS)
    page.wait_for_selector("h1")
    assert page.evaluate("window.themeAtBody") == "dark"
    assert page.locator("html").get_attribute("data-mantine-color-scheme") == "dark"


def test_only_the_cartesian_bundle_is_sent(open_page: OpenPage, address: str) -> None:
    page = open_page(address + OVERVIEW)
    page.wait_for_selector(".scatterlayer .trace")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)")
    assert sorted(name for name in names if "plotly" in name) == [
        "/assets/plotly-1-cartesian-4.1.1.min.js",
        "/assets/plotly-2-locale-sv.js",
    ]
