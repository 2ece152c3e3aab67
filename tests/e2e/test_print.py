"""On paper: every screen whole, light, within the page, without what can only be clicked, and back again afterwards."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app import ASSETS
from bemanning.presentation.theme import PALETTES, Palette, Theme
from tests.builders.screens import screen_paths
from tests.e2e.test_screens import wait_until

OpenPage = Callable[..., Page]

# A4 with 14 mm margins, in CSS pixels: how wide a page's content may be.
PAPER = {"width": 688, "height": 1017}
CHARTED = ["/", "/trend?matt=hyrkostnad&jamfor=yrkesgrupp:ssk", "/avstamning"]
DRAWN = """() => [...document.querySelectorAll('.js-plotly-plot')].map(chart =>
  JSON.stringify([chart.data, chart.layout.font, chart.layout.annotations, chart._fullLayout.width]))"""
TOO_WIDE = """width => [...document.querySelectorAll('main *')]
  .filter(each => each.checkVisibility() && !each.closest('.visually-hidden, .modebar, .draglayer'))
  .filter(each => each.getBoundingClientRect().right > width + 1).map(each => each.outerHTML.slice(0, 120))"""
SCROLLED = """() => [...document.querySelectorAll('main *')].filter(each => each.checkVisibility() &&
  !['visible', 'clip'].includes(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight + 1 &&
  !each.closest('.visually-hidden, .js-plotly-plot, .chart-events')).map(each => each.outerHTML.slice(0, 120))"""


# Such a table would leave the page before it half empty. Professions that open their months are kept by their rows.
LONG_AND_KEPT_WHOLE = """() => [...document.querySelectorAll('.table-scroll > table:has(> tbody > tr:nth-child(10))')]
  .filter(each => getComputedStyle(each).breakInside !== 'auto').map(each => each.textContent.slice(0, 60))"""


def colors(palette: Palette) -> list[str]:
    return [palette.ink, palette.muted, palette.grid, palette.surface, palette.target, *palette.profession.values()]


def on_paper(page: Page) -> None:
    """Do what the browser does when it prints: its event first, then the paper's style and size."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})


def test_the_scripts_colours_are_the_palettes() -> None:
    found = re.search(r"LIGHT = (\{.*?\});", (ASSETS / "print.js").read_text("utf-8"), re.DOTALL)
    assert found is not None
    pairs = zip(colors(PALETTES[Theme.DARK]), colors(PALETTES[Theme.LIGHT]), strict=True)
    assert json.loads(found[1].replace(",\n  }", "}")) == dict(pairs)


@pytest.mark.parametrize("path", screen_paths())
def test_every_screen_fits_the_paper_with_its_selection_and_date_and_nothing_to_click(
    open_page: OpenPage, address: str, path: str
) -> None:
    page = open_page(address + path, color_scheme="dark")
    page.wait_for_load_state("networkidle")
    on_paper(page)
    assert page.evaluate(TOO_WIDE, PAPER["width"]) == []
    assert page.evaluate(SCROLLED) == []
    assert page.evaluate(LONG_AND_KEPT_WHOLE) == []
    for control in (".nav", "#frame-selection", ".theme-choice", ".actions"):
        for found in page.locator(control).all():
            expect(found).to_be_hidden()
    expect(page.locator("#frame-printed")).to_have_text(re.compile(r"^Utskrivet \d+ \w+ \d{4}$"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("path", CHARTED)
def test_charts_are_light_on_paper_and_as_they_were_afterwards(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page(address + path, color_scheme="dark")
    page.wait_for_selector(".scatterlayer .trace")
    page.wait_for_load_state("networkidle")
    before = page.evaluate(DRAWN)
    on_paper(page)
    printed = page.evaluate(DRAWN)
    assert len(printed) == len(before) > 0
    dark, light = (set(colors(PALETTES[theme])) for theme in (Theme.DARK, Theme.LIGHT))
    for chart in printed:
        assert set(re.findall(r"#[0-9a-f]{6}", chart)) <= light
        assert json.loads(chart)[-1] < PAPER["width"]
    assert any(set(re.findall(r"#[0-9a-f]{6}", chart)) & dark for chart in before)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    wait_until(page, DRAWN, before)


def test_the_keys_marks_are_light_too(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/trend?enhet=MED", color_scheme="dark")
    page.wait_for_selector(".scatterlayer .trace")
    mark = page.locator(".mark").first
    before = mark.evaluate("each => each.style.getPropertyValue('--mark')")
    on_paper(page)
    assert mark.evaluate("each => each.style.getPropertyValue('--mark')") == PALETTES[Theme.LIGHT].ink
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert mark.evaluate("each => each.style.getPropertyValue('--mark')") == before == PALETTES[Theme.DARK].ink


def test_what_is_open_is_printed_and_what_is_closed_is_not(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse")
    on_paper(page)
    sources = page.locator(".panel").filter(has_text="Källor").last
    expect(sources).to_be_hidden()
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    expect(sources).to_be_visible()
    assert page.evaluate(TOO_WIDE, PAPER["width"]) == []
