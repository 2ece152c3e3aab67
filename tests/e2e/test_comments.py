"""Comments in the browser: written, seen in the chart and every file, reworded and withdrawn, by keyboard too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.builders.regions import TWO_YEARS, region
from tests.e2e.conftest import served
from tests.e2e.test_screens import assert_accessible_and_fitting

OpenPage = Callable[..., Page]


@pytest.fixture
def written_on(tmp_path: Path) -> Iterator[str]:
    """The application on a store of its own."""
    services = region(tmp_path, TWO_YEARS)
    yield from served(services)
    services.store.close()


def ready(page: Page) -> Page:
    page.wait_for_selector(".scatterlayer .trace")
    return page


def write(page: Page, words: str) -> None:
    page.get_by_text("Skriv eller ändra kommentarer").click()
    page.get_by_label("Ditt namn").fill("Kim Kontrollant")
    page.locator("#comment-new").fill(words)
    page.get_by_role("button", name="Spara kommentaren").click()


def test_what_is_written_is_marked_listed_and_found_in_the_files(open_page: OpenPage, written_on: str) -> None:
    page = ready(open_page(f"{written_on}/trend?enhet=HS"))
    expect(page.locator("#comments")).to_contain_text("Ingen kommentar för perioden")
    write(page, "Två vakanser <b>tillsätts</b>\ni mars")
    expect(page.locator(".comment")).to_contain_text("Två vakanser <b>tillsätts</b>")
    expect(page.locator(".comment-signature")).to_contain_text("Kim Kontrollant")
    expect(page.locator("#comment-new")).to_have_value("")
    expect(page.locator(".scatterlayer .textpoint")).to_have_text(["1"])
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta som Excel").click()
    sheet = load_workbook(BytesIO(download.value.path().read_bytes()))["Kommentarer"]
    assert [row[5] for row in sheet.iter_rows(values_only=True)][-1] == "Två vakanser <b>tillsätts</b>\ni mars"
    page.get_by_role("link", name="Översikt").click()
    page.wait_for_selector("#overview-share-chart .textpoint")
    expect(page.locator(".comment")).to_have_count(1)


def test_the_hover_says_what_was_written_as_text(open_page: OpenPage, written_on: str) -> None:
    page = ready(open_page(f"{written_on}/trend?enhet=HS"))
    write(page, "Två <b>vakanser</b>")
    page.wait_for_selector(".scatterlayer .textpoint")
    page.locator("#trend-chart-0").scroll_into_view_if_needed()
    box = page.locator(".scatterlayer .textpoint").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 120)
    expect(page.locator(".hoverlayer")).to_contain_text("Kommentar 1: Två <b>vakanser</b>")
    expect(page.locator(".hoverlayer")).to_contain_text("Rullande 12")


def test_a_comment_is_reworded_and_withdrawn(open_page: OpenPage, written_on: str) -> None:
    page = open_page(f"{written_on}/enheter?enhet=0101")
    write(page, "Två vakanser")
    expect(page.locator(".comment-text")).to_have_text("Två vakanser")
    page.get_by_text("Skriv eller ändra kommentarer").click()
    page.get_by_text("Ändra kommentar 1").click()
    page.locator("#comment-1").fill("Tre vakanser")
    page.get_by_role("button", name="Spara ändringen").click()
    expect(page.locator(".comment-text")).to_have_text("Tre vakanser")
    expect(page.locator(".comment-signature")).to_contain_text("ändrad av Kim Kontrollant")
    page.get_by_text("Skriv eller ändra kommentarer").click()
    page.get_by_text("Ändra kommentar 1").click()
    page.get_by_role("button", name="Ta bort kommentaren").click()
    expect(page.locator("#frame-toast-words")).to_contain_text("borttagen")
    expect(page.locator(".comment")).to_have_count(0)


def test_a_personal_number_is_refused_where_it_was_written(open_page: OpenPage, written_on: str) -> None:
    page = open_page(f"{written_on}/enheter?enhet=0101")
    # A browser logs every refusal as an error: it gets the server's own words under another status.
    page.route("**/kommentarer/*", lambda route: route.fulfill(response=route.fetch(), status=200))
    write(page, "Avser 900101-0017")
    expect(page.get_by_role("alert").filter(has_text="personnummer")).to_be_visible()
    expect(page.locator("#comment-new")).to_have_value("Avser 900101-0017")
    expect(page.locator(".comment")).to_have_count(0)


def test_a_number_in_the_table_leads_to_its_comment_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(f"{address}/trend?enhet=HS"))
    page.get_by_role("link", name="Se kommentar 1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kommentar-1")).to_be_in_viewport()
    expect(page).to_have_url(f"{address}/trend?enhet=HS#kommentar-1")
    expect(page.locator("h1")).to_be_attached()


def test_a_rows_count_leads_to_its_comment_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/enheter?enhet=HS")
    page.get_by_role("link", name="1 kommentar om Primärvården: se den").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kommentar-3")).to_be_in_viewport()
    expect(page).to_have_url(f"{address}/enheter?enhet=HS#kommentar-3")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/enheter?enhet=HS", "/maluppfyllelse", "/avstamning"])
def test_the_panel_is_accessible_when_it_is_opened(open_page: OpenPage, address: str, path: str, theme: str) -> None:
    page = open_page(address + path, color_scheme=theme)
    page.get_by_text("Skriv eller ändra kommentarer").click()
    page.get_by_text("Ändra kommentar 5").click()
    page.get_by_text("Visa 1 äldre").click()
    assert_accessible_and_fitting(page)
