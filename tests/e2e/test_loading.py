"""Inläsning in a browser on built answers: accessible, fitting, walked by keyboard, kept in place while jobs run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.month_strip import MonthStrip, month_strip
from bemanning.store import LoadRecord
from tests.builders import answers, loading
from tests.builders.services import BuiltServices
from tests.e2e.conftest import served
from tests.e2e.test_print import PAPER, TOO_WIDE, on_paper
from tests.e2e.test_screens import SIZES, assert_accessible_and_fitting, violations

OpenPage = Callable[..., Page]
PATH = "/inlasning"


class LongServices(BuiltServices):
    """Fifteen years of months."""

    def month_strip(self) -> MonthStrip:
        first = loading.current_months()[0]
        months = month_range(Month(2011, 1), Month(2025, 12))
        rows = [replace(first, month=month, status=MonthStatus.CLOSED) for month in months]
        return month_strip(rows, loading.SCOPES)


@pytest.fixture(scope="module")
def long_address() -> Iterator[str]:
    yield from served(LongServices())


class ManyLoads(BuiltServices):
    """Thirty loads: more than are shown at first."""

    def loads(self) -> list[LoadRecord]:
        return [replace(answers.load(1), id=number) for number in range(30, 0, -1)]


@pytest.fixture(scope="module")
def many_address() -> Iterator[str]:
    yield from served(ManyLoads())


def draw_anew(page: Page) -> None:
    """Draw the screen again, as when a file has come or a load has ended."""
    page.evaluate("""() => {
      document.getElementById("loading-headline").dataset.before = "";
      window.dash_clientside.set_props("frame-redraw", { data: Date.now() });
    }""")
    expect(page.locator("#loading-headline[data-before]")).to_have_count(0)


def cell(page: Page, scope: str, month: str) -> Locator:
    return page.locator(f"#loading-grid tr[data-scope={scope}] td[data-month='{month}']").first


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_state_is_accessible_and_fits(open_page: OpenPage, address: str, theme: str) -> None:
    page = open_page(address + PATH, color_scheme=theme)
    for summary in page.locator("summary").all():
        summary.click()
    cell(page, "PV", "2018-12").click()
    expect(page.locator("#loading-month-title")).to_be_focused()
    assert_accessible_and_fitting(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_empty_store_is_met_with_how_it_goes(open_page: OpenPage, empty_address: str, theme: str) -> None:
    page = open_page(empty_address, color_scheme=theme)
    page.get_by_role("link", name="Läs in filer").click()
    expect(page.locator("h1")).to_have_text("Läs in den första filen")
    expect(page.locator("#loading-first li")).to_have_count(4)
    expect(page.locator("#loading-strip")).to_have_count(0)
    assert violations(page) == []


def test_the_strip_is_walked_and_opened_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PATH)
    cell(page, "PV", "2018-12").focus()
    for key, scope, month in (
        ("ArrowLeft", "PV", "2018-11"),
        ("ArrowDown", "OS", "2018-11"),
        ("PageUp", "OS", "2017-11"),
        ("Home", "OS", "2015-01"),
        ("ArrowLeft", "OS", "2015-01"),
        ("End", "OS", "2018-12"),
        ("PageDown", "OS", "2018-12"),
        ("ArrowUp", "PV", "2018-12"),
        ("ArrowUp", "PV", "2018-12"),
        ("PageUp", "PV", "2017-12"),
        ("ArrowRight", "PV", "2018-01"),
    ):
        page.keyboard.press(key)
        expect(cell(page, scope, month)).to_be_focused()
        expect(cell(page, scope, month)).to_have_attribute("tabindex", "0")
    page.keyboard.press("Enter")
    expect(page.locator("#loading-month-title")).to_contain_text("januari 2018")
    expect(page.locator("#loading-month-title")).to_be_focused()
    expect(cell(page, "PV", "2018-01")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#loading-month-title")).to_have_count(0)
    expect(cell(page, "PV", "2018-01")).to_be_focused()
    page.keyboard.press(" ")
    page.get_by_role("button", name="Dölj månaden").click()
    expect(cell(page, "PV", "2018-01")).to_be_focused()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_fifteen_years_begin_at_the_latest_with_the_names_in_sight(
    open_page: OpenPage, long_address: str, size: str
) -> None:
    page = open_page(long_address + PATH, viewport=SIZES[size])
    page.locator("#loading-strip").scroll_into_view_if_needed()
    expect(cell(page, "PV", "2025-12")).to_be_in_viewport()
    expect(page.locator(".strip-year span").last).to_be_in_viewport()
    cell(page, "PV", "2025-12").focus()
    page.keyboard.press("Home")
    expect(cell(page, "PV", "2011-01")).to_be_in_viewport()
    expect(page.get_by_role("rowheader", name="Primärvården").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]


def test_what_is_chosen_stays_while_jobs_are_asked_after(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PATH)
    ready = page.locator(".job-ready")
    ready.get_by_role("radio", name="Preliminära").check()
    for _ in range(2):
        page.wait_for_event("response", lambda response: "_dash-update-component" in response.url)
    expect(ready.get_by_role("radio", name="Preliminära")).to_be_checked()
    expect(ready.get_by_role("radio", name="Preliminära")).to_be_focused()


TEMPLATES = {"Mall för kostnader": "mall_huvudbok.xlsx", "Mall för arbetad tid": "mall_heroma.xlsx"}


@pytest.mark.parametrize(("name", "file"), TEMPLATES.items())
def test_templates_are_downloaded(open_page: OpenPage, address: str, name: str, file: str) -> None:
    page = open_page(address + PATH)
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    assert download.value.suggested_filename == file


def test_freshness_and_help_lead_here(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.get_by_role("link", name="Läs in filer, eller se månad för månad").click()
    page.wait_for_url(f"**{PATH}")
    page = open_page(f"{address}/hjalp")
    page.get_by_role("link", name="Öppna Inläsning").click()
    page.wait_for_url(f"**{PATH}")


def test_what_is_chosen_and_the_focus_outlive_the_screen_being_drawn_anew(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PATH)
    page.locator(".job-ready").get_by_role("radio", name="Preliminära").check()
    for target in (page.get_by_role("textbox", name="Ditt namn"), cell(page, "OS", "2018-05")):
        target.focus()
        draw_anew(page)
        expect(target).to_be_focused()
    expect(page.locator(".job-ready").get_by_role("radio", name="Preliminära")).to_be_checked()


def test_what_is_opened_stays_open_with_the_focus_when_the_screen_is_drawn_anew(
    open_page: OpenPage, many_address: str
) -> None:
    page = open_page(many_address + PATH)
    page.get_by_role("button", name="Visa äldre inläsningar").click()
    expect(page.locator("#loading-history-rows tbody tr.has-detail")).to_have_count(24)
    cell(page, "PV", "2018-12").click()
    every = page.locator("#loading-month summary")
    every.click()
    older = page.get_by_label("Ångra inläsning 8,").locator("visible=true")
    card = page.locator(".job-ready summary").last
    for summary in (older, card):
        summary.click()
    for target in (every, older, card):
        target.focus()
        draw_anew(page)
        expect(page.locator("#loading-month-title")).to_contain_text("december 2018")
        for summary in (every, older, card):
            expect(summary.locator("..")).to_have_attribute("open", "")
        expect(target).to_be_focused()
    expect(cell(page, "PV", "2018-12")).to_have_attribute("aria-selected", "true")
    card.click()
    page.get_by_role("button", name="Dölj månaden").click()
    draw_anew(page)
    expect(card.locator("..")).not_to_have_attribute("open", "")
    expect(page.locator("#loading-month-title")).to_have_count(0)


def test_a_later_visit_begins_with_nothing_open(open_page: OpenPage, many_address: str) -> None:
    page = open_page(many_address + PATH)
    page.locator(".job-ready summary").last.click()
    cell(page, "PV", "2018-12").click()
    expect(page.locator("#loading-month-title")).to_be_focused()
    page.get_by_role("link", name="Hjälp", exact=True).click()
    expect(page.locator(".loading")).to_have_count(0)
    page.get_by_role("link", name="Inläsning", exact=True).click()
    expect(page.locator("#loading-headline")).to_be_visible()
    expect(page.locator(".loading details[open]")).to_have_count(0)
    expect(page.locator("#loading-month-title")).to_have_count(0)


def test_the_strip_stays_where_it_was_scrolled(open_page: OpenPage, long_address: str) -> None:
    page = open_page(long_address + PATH)
    cell(page, "PV", "2025-12").focus()
    page.keyboard.press("Home")
    expect(cell(page, "PV", "2011-01")).to_be_in_viewport()
    draw_anew(page)
    expect(cell(page, "PV", "2011-01")).to_be_in_viewport()


def test_a_message_is_not_said_over_by_the_screen_drawn_anew(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PATH)
    announcer = page.locator("#frame-announcer")
    expect(announcer).to_have_text("Inläsning \N{EN DASH} Bemanning")
    page.evaluate("window.dash_clientside.set_props('frame-announcer', { children: 'fil.xlsx är skickad.' })")
    draw_anew(page)
    page.wait_for_load_state("networkidle")
    expect(announcer).to_have_text("fil.xlsx är skickad.")
    page.get_by_role("link", name="Hjälp", exact=True).click()
    expect(announcer).to_have_text("Hjälp \N{EN DASH} Bemanning")


@pytest.mark.parametrize("is_lying", [False, True])
def test_every_year_is_whole_on_paper_and_the_strip_is_back_afterwards(
    open_page: OpenPage, long_address: str, *, is_lying: bool
) -> None:
    page = open_page(long_address + PATH, color_scheme="dark")
    on_paper(page)
    width, height = (PAPER["height"], PAPER["width"]) if is_lying else (PAPER["width"], PAPER["height"])
    page.set_viewport_size({"width": width, "height": height})
    years = page.locator(".strip-paper table")
    expect(years).to_have_count(15)
    expect(page.locator("#loading-grid")).to_be_hidden()
    assert page.evaluate(TOO_WIDE, width) == []
    tops = years.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    assert tops.count(tops[0]) == (3 if is_lying else 2)
    first = years.first.locator("tr").filter(has_text="Primärvården").first
    assert first.locator("th, td").all_inner_texts() == ["Primärvården", *"S" * 12]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(years).to_have_count(0)
    expect(page.locator("#loading-grid")).to_be_visible()
