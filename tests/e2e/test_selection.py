"""The selection lives in the address: carried between screens, back and forward, and opened anew from a link."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("textbox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_choice_is_written_carried_and_taken_back(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    choose(page, "Månad", "sep 2018")
    page.wait_for_url("**/?manad=2018-09")
    expect(page.locator(".about")).to_contain_text("september 2018")
    page.get_by_text("Egen", exact=True).click()
    page.wait_for_url("**/?manad=2018-09&andel=egen")
    expect(page.locator(".card-definition").first).to_have_text("av egen personalkostnad")
    page.get_by_role("link", name="Måluppfyllelse").click()
    page.wait_for_url("**/maluppfyllelse?manad=2018-09&andel=egen")
    expect(page.locator(".about")).to_contain_text("september 2018")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/?manad=2018-09")
    expect(page.locator(".card-definition").first).to_have_text("av total personalkostnad")
    page.go_back()
    expect(page.locator(".about")).to_contain_text("december 2018")
    expect(page.get_by_role("textbox", name="Månad")).to_have_value("dec 2018")
    page.go_forward()
    expect(page.get_by_role("textbox", name="Månad")).to_have_value("sep 2018")


def test_a_link_opens_the_same_in_a_fresh_session(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/?manad=2018-09&enhet=PV&yrkesgrupp=lakare&andel=egen&organisation=da")
    for label, value in (("Månad", "sep 2018"), ("Enhet", "Primärvården (PV)"), ("Yrkesgrupp", "Läkare")):
        expect(page.get_by_role("textbox", name=label)).to_have_value(value)
    for label in ("Egen", "Dåvarande"):
        expect(page.get_by_role("radio", name=label)).to_be_checked()
    expect(page.locator(".about")).to_contain_text("Primärvården")


def test_an_unknown_unit_is_told_with_a_way_back(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/?enhet=finns-inte")
    expect(page.locator("h1")).to_have_text("Urvalet kan inte visas")
    page.get_by_role("link", name="Visa senaste månaden").click()
    expect(page.locator(".cards")).to_be_visible()


def test_an_empty_store_says_how_to_load(open_page: OpenPage, empty_address: str) -> None:
    page = open_page(empty_address)
    expect(page.locator("main")).to_contain_text("bemanning load")


def test_the_workbook_that_is_downloaded_opens(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse?manad=2018-12")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Hämta som Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    workbook = load_workbook(BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(workbook.sheetnames) >= 1


def test_the_keyboard_reaches_the_content_and_opens_a_row(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/maluppfyllelse")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Kopiera länk")).to_be_focused()
    for name in ("Hämta som Excel", "Hämta som CSV"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".detail").first).to_be_visible()
    expect(page.locator(".detail").first).to_contain_text("100 ×")


def test_moving_between_screens_moves_the_focus_and_says_where(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.get_by_role("link", name="Måluppfyllelse").click()
    expect(page).to_have_title("Måluppfyllelse – Bemanning")
    expect(page.locator("main")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Måluppfyllelse – Bemanning")
