"""What every screen must be: accessible, on this host alone, Swedish, in both themes and on both widths."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

OpenPage = Callable[..., Page]

OVERVIEW, GOALS = "/", "/maluppfyllelse"
SIZES: dict[str, ViewportSize] = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


# What is left standing while the next screen is fetched, dimmed for a moment; boxes in its place are not.
DIMMED = "#frame-content[aria-busy=true] > :not(.skeleton)"
# A bound on a hang, not a measure of speed.
MOST_TRIES = 600


def violations(page: Page) -> list[str]:
    """Say what axe finds on the page, once it stands still."""
    expect(page.locator(DIMMED)).to_have_count(0)
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def wait_until(page: Page, script: str, expected: object) -> None:
    """Wait for what a script says. Playwright's own waiting evaluates text in the page, which the policy forbids."""
    for _ in range(MOST_TRIES):
        if page.evaluate(script) == expected:
            return
        page.wait_for_timeout(50)
    assert page.evaluate(script) == expected


def wait_until_it_fits(page: Page) -> None:
    """Charts follow their window a moment later."""
    wait_until(page, "document.documentElement.scrollWidth <= innerWidth", expected=True)


def assert_accessible_and_fitting(page: Page) -> None:
    """Hold the page, as it stands, against axe and against its window, on both widths."""
    for size in SIZES.values():
        page.set_viewport_size(size)
        wait_until_it_fits(page)
        assert violations(page) == []


def open_all(page: Page) -> None:
    """Open what is folded, also what shows only when something else is opened."""
    closed = page.locator("details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()


@pytest.mark.parametrize("path", [OVERVIEW, GOALS])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_screens_are_accessible_and_fit(open_page: OpenPage, address: str, path: str, theme: str) -> None:
    page = open_page(address + path, color_scheme=theme)
    if path == OVERVIEW:
        page.wait_for_selector(".scatterlayer .trace")
    open_all(page)
    assert_accessible_and_fitting(page)
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
