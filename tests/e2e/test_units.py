"""Enheter in a browser: the tree by mouse and keyboard, the address, the opened cell, files that equal the screen."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_screens import assert_accessible_and_fitting

OpenPage = Callable[..., Page]
DRILL = "/enheter?oppna=PV&underlag=PV&sortera=-kostnad"


def names(page: Page) -> list[str]:
    return page.locator("#units-tree tbody .unit-name").all_inner_texts()


def row(page: Page, name: str) -> Locator:
    return page.locator("#units-tree tbody tr").filter(has=page.get_by_text(name, exact=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [DRILL, "/enheter?sok=finns-inte"])
def test_the_screen_is_accessible_and_fits(open_page: OpenPage, address: str, theme: str, path: str) -> None:
    page = open_page(address + path, color_scheme=theme)
    assert_accessible_and_fitting(page)


def test_the_tree_is_walked_and_opened_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/enheter")
    row(page, "Hälso- och sjukvård").focus()
    page.keyboard.press("ArrowDown")
    expect(row(page, "Primärvården")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/enheter?oppna=PV")
    expect(row(page, "Primärvården")).to_have_attribute("aria-expanded", "true")
    expect(row(page, "Primärvården")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(row(page, "Hälsocentralen Ås")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/enheter?")
    expect(row(page, "Primärvården")).to_have_attribute("aria-expanded", "false")
    expect(row(page, "Primärvården")).to_be_focused()
    page.keyboard.press("End")
    expect(row(page, "Åre administration")).to_be_focused()
    page.keyboard.press("Home")
    expect(row(page, "Hälso- och sjukvård")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(row(page, "Hälso- och sjukvård")).to_be_focused()


def test_a_cell_is_opened_and_closed_and_the_focus_follows(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/enheter")
    row(page, "Primärvården").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/enheter?underlag=PV")
    expect(page.locator("#units-cell-title")).to_be_focused()
    expect(page.locator("#units-cell")).to_contain_text("Utan verifikationsrader")
    page.get_by_role("link", name="Norrsken Vård AB").click()
    page.wait_for_url("**&leverantor=Norrsken*")
    expect(page.locator(".vouchers-title")).to_have_text("Verifikationer, Norrsken Vård AB")
    page.get_by_role("link", name="nov 2018").click()
    expect(page.locator("#units-cell-title")).to_contain_text("november 2018")
    page.get_by_role("link", name="Stäng underlaget").click()
    expect(page.locator("#units-cell")).to_have_count(0)
    expect(row(page, "Primärvården")).to_be_focused()
    page.go_back()
    expect(page.locator("#units-cell-title")).to_contain_text("november 2018")


def test_sorting_and_searching_write_the_address_and_are_read_from_it(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/enheter?manad=2018-09")
    page.get_by_role("link", name="Enhet", exact=True).click()
    page.wait_for_url("**/enheter?manad=2018-09&sortera=namn")
    expect(page.get_by_role("columnheader", name="Enhet")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("textbox", name="Sök enhet").press_sequentially("ås")
    page.wait_for_url("**/enheter?manad=2018-09&sortera=namn&sok=*")
    expect(page.locator("#units-tree tbody tr")).to_have_count(3)
    expect(page.get_by_role("textbox", name="Sök enhet")).to_be_focused()
    again = open_page(page.url)
    assert names(again) == names(page) == ["Hälso- och sjukvård", "Primärvården", "Hälsocentralen Ås"]
    expect(again.get_by_role("textbox", name="Sök enhet")).to_have_value("ås")
    again.get_by_role("textbox", name="Sök enhet").fill("")
    expect(again.locator("#units-tree tbody tr")).to_have_count(4)
    again.get_by_role("link", name="Fäll ut alla").click()
    expect(again.locator("#units-tree tbody tr")).to_have_count(7)


def test_the_file_holds_what_is_seen(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/enheter?oppna=PV&sortera=-andel")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(StringIO(Path(waiting.value.path()).read_text("utf-8-sig")), delimiter=";"))
    seen = names(page)
    assert [cells[1] for cells in rows[1 : 1 + len(seen)]] == seen
    assert rows[1 + len(seen)] == []


def test_words_that_mean_nothing_and_an_empty_store_say_what_to_do(
    open_page: OpenPage, address: str, empty_address: str
) -> None:
    expect(open_page(f"{address}/enheter?sortera=storlek").locator("main")).to_contain_text("finns inte")
    expect(open_page(f"{empty_address}/enheter").locator("main")).to_contain_text("bemanning load")
