"""To an earlier day and back: asked for in a form, told above every screen, carried by the menu, left by a link."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.test_screens import assert_accessible_and_fitting

OpenPage = Callable[..., Page]


def test_a_day_is_chosen_kept_and_left(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse?manad=2018-12", color_scheme="dark")
    page.get_by_text("Visa som det var känt en viss dag").click()
    page.get_by_label("Känt den").fill("2019-01-31")
    page.keyboard.press("Enter")
    banner = page.get_by_text("Visar det som var känt 31 jan 2019")
    expect(banner).to_be_visible()
    assert "manad=2018-12" in page.url
    assert_accessible_and_fitting(page)
    page.get_by_role("link", name="Inläsning").first.click()
    expect(page.get_by_text("Den här sidan visar alltid det som gäller nu.")).to_be_visible()
    page.get_by_role("link", name="Måluppfyllelse").first.click()
    expect(banner).to_be_visible()
    # What is over is not written about.
    expect(page.get_by_text("Skriv eller ändra kommentarer")).to_be_hidden()
    page.get_by_role("link", name="Visa det som är känt nu").click()
    expect(banner).to_have_count(0)
    expect(page.get_by_text("Skriv eller ändra kommentarer")).to_be_visible()
    assert "kand" not in page.url
