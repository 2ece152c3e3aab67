"""While a screen is fetched: boxes first, then what was there, dimmed; nothing jumps and no value flashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.test_screens import SIZES, violations

OpenPage = Callable[..., Page]
# Adds up what has moved, as browsers count it, apart from what a user's own click moved.
COUNT = """window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
MOVE = """href => {
  window.history.pushState({}, "", href);
  window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}"""


class Gate:
    """Keeps the server's answers back until it is opened."""

    def __init__(self, page: Page) -> None:
        self._kept: list[Route] = []
        self._is_open = False
        page.route("**/_dash-update-component*", self._meet)

    def open(self) -> None:
        self._is_open = True
        for route in self._kept:
            route.continue_()

    def _meet(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._kept.append(route)


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("path", ["/", "/trend?enhet=HS", "/enheter", "/maluppfyllelse"])
def test_nothing_jumps_at_first_nor_when_the_selection_changes(
    open_page: OpenPage, address: str, path: str, size: str
) -> None:
    page = open_page(address + path, viewport=SIZES[size])
    page.add_init_script(COUNT)
    page.reload()
    page.wait_for_selector("h1")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") < 0.02
    page.evaluate(MOVE, f"{path}{'&' if '?' in path else '?'}manad=2018-06")
    expect(page.locator("main")).to_contain_text("juni\u00a02018")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") < 0.02


def test_what_was_there_stays_dimmed_and_busy_until_the_answer(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse")
    content = page.locator("#frame-content")
    expect(content).to_have_attribute("aria-busy", "false")
    before, gate = page.locator("h1").inner_text(), Gate(page)
    page.evaluate(MOVE, "/maluppfyllelse?manad=2018-06")
    expect(content).to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(400)
    assert page.locator("h1").inner_text() == before
    assert float(page.locator("#frame-content > *").first.evaluate("each => getComputedStyle(each).opacity")) < 0.6
    gate.open()
    expect(content).to_have_attribute("aria-busy", "false")
    expect(content).to_contain_text("juni\u00a02018")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_boxes_stand_where_the_screen_will_and_no_control_shows_a_value_before_its_own(
    open_page: OpenPage, address: str, theme: str
) -> None:
    page = open_page(address, color_scheme=theme)
    gate = Gate(page)
    page.goto(f"{address}/trend?andel=egen", wait_until="commit")
    page.wait_for_selector("#frame-content .skeleton")
    expect(page.get_by_text("Hämtar uppgifter")).to_be_attached()
    expect(page.locator("#frame-measure")).to_be_hidden()
    # The heading comes with the screen. Axe advises one at every moment, which is beyond WCAG.
    assert [each for each in violations(page) if not each.startswith("page-has-heading-one:")] == []
    gate.open()
    page.wait_for_selector("h1")
    expect(page.locator(".skeleton")).to_have_count(0)
    expect(page.locator("#frame-measure")).to_be_visible()


def test_a_selection_that_cannot_be_shown_leaves_the_controls_in_reach(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/?manad=igår")
    expect(page.locator("#frame-month")).to_be_visible()
    expect(page.locator("#frame-selection")).not_to_have_class("selection-waiting")


def test_with_reduced_motion_the_hint_stands_still(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse", reduced_motion="reduce")
    gate = Gate(page)
    page.evaluate(MOVE, "/maluppfyllelse?manad=2018-06")
    expect(page.locator("#frame-content")).to_have_attribute("aria-busy", "true")
    animated = page.evaluate("getComputedStyle(document.getElementById('frame-content'), '::before').animationName")
    assert animated == "waiting-seen"
    gate.open()
