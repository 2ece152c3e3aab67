"""Trend and Hjälp in a browser: accessible, by keyboard, carried in the address, exported as shown."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.test_screens import assert_accessible_and_fitting, violations

OpenPage = Callable[..., Page]

ONE = "/trend?enhet=MED&yrkesgrupp=lakare"
SEVERAL = "/trend?matt=hyrkostnad&enhet=HS&jamfor=PV&jamfor=yrkesgrupp:ssk"


def ready(page: Page) -> Page:
    page.wait_for_selector(".scatterlayer .trace")
    return page


@pytest.mark.parametrize("path", [ONE, SEVERAL, "/hjalp"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screens_are_accessible_and_fit(open_page: OpenPage, address: str, path: str, theme: str) -> None:
    page = open_page(address + path, color_scheme=theme)
    if path != "/hjalp":
        ready(page)
    assert_accessible_and_fitting(page)


def test_what_is_compared_is_chosen_by_keyboard_written_and_taken_back(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + ONE))
    page.get_by_role("textbox", name="Jämför med").focus()
    page.keyboard.type("Primär")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{ONE}&jamfor=PV")
    expect(page.locator(".multiple-title")).to_have_text(["Läkare, Medicinkliniken", "Läkare, Primärvården"])
    page.get_by_role("textbox", name="Jämför med").focus()
    page.keyboard.press("Backspace")
    page.wait_for_url(f"**{ONE}")
    expect(page.locator(".multiple-title")).to_have_count(0)
    page.go_back()
    expect(page.locator(".multiple-title")).to_have_count(2)


def test_a_measure_is_chosen_and_only_shares_have_a_definition(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + ONE))
    expect(page.get_by_text("Andel av personalkostnad", exact=True)).to_be_visible()
    page.get_by_role("textbox", name="Mått").click()
    page.get_by_role("option", name="Hyrkostnad", exact=True).click()
    page.wait_for_url(f"**{ONE}&matt=hyrkostnad")
    expect(page.locator("h1")).to_contain_text("Hyrkostnad: 156,0")
    expect(page.get_by_text("Andel av personalkostnad", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Måluppfyllelse").click()
    page.wait_for_url("**/maluppfyllelse?enhet=MED&yrkesgrupp=lakare&matt=hyrkostnad")


def test_the_copied_link_opens_the_same_in_a_fresh_session(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + SEVERAL, permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator(".copy-status")).to_have_text("Länken är kopierad")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{address}/trend?manad=2018-12&enhet=HS")
    shown = page.locator("main").inner_text().replace("Länken är kopierad", "").split()
    assert ready(open_page(copied)).locator("main").inner_text().split() == shown


def test_an_address_that_may_not_be_copied_is_shown(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + ONE))
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator(".copy-status")).to_contain_text(f"Kopiera adressen: {address}/trend?manad=2018-12")


@pytest.mark.parametrize("label", ["Hämta som Excel", "Hämta som CSV"])
def test_what_is_downloaded_is_what_is_shown(open_page: OpenPage, address: str, label: str) -> None:
    page = ready(open_page(f"{address}/trend?matt=hyrkostnad&enhet=PV&yrkesgrupp=lakare"))
    cells = [row.locator("th, td").all_inner_texts() for row in page.locator("#trend-table tbody tr").all()]
    with page.expect_download() as download:
        page.get_by_role("link", name=label).click()
    name, content = download.value.suggested_filename, download.value.path().read_bytes()
    assert name.startswith("trend_hyrkostnad_2018-12_pv_lakare_")
    kronor = numbers_in(name, content)
    assert len(kronor) == len(cells) == 48
    for (_, *shown), exported in zip(cells[::-1], kronor, strict=True):
        assert shown == [
            "saknas" if number is None else f"{number / 1000:,.1f}".replace(",", "\u00a0").replace(".", ",")
            for number in exported
        ]


def numbers_in(name: str, content: bytes) -> list[list[float | None]]:
    """Read each month's numbers, oldest first."""
    if name.endswith(".csv"):
        rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))[1:]
        months = rows[: rows.index([])]
        return [[float(cell.replace(",", ".")) if cell else None for cell in row[1:3]] for row in months]
    rows_of_sheet = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [list(row[1:3]) for row in rows_of_sheet if str(row[0])[:2] == "20"]


def test_a_missing_month_is_said_by_name_and_drawn_as_a_gap(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(f"{address}/trend?enhet=PV&yrkesgrupp=lakare"))
    expect(page.locator(".missing-notes")).to_contain_text("mars\u00a02018 är inte inläst")
    heights = page.locator(".barlayer .point path").evaluate_all("paths => paths.map(path => path.getBBox().height)")
    assert [month for month, height in enumerate(heights) if height == 0] == [38]


def test_the_hover_names_the_months_that_came_in_and_fell_out(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + ONE))
    box = page.locator(".nsewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
    hover = page.locator(".hoverlayer")
    expect(hover).to_contain_text("Kom in: dec\u00a02018, hyrkostnad 13,0\u00a0tkr")
    expect(hover).to_contain_text("Föll ut: dec\u00a02017, hyrkostnad 12,0\u00a0tkr")


def test_the_measures_name_leads_to_its_explanation(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address + ONE))
    page.get_by_role("link", name="Så räknas måttet").click()
    expect(page).to_have_title("Hjälp – Bemanning")
    heading = page.locator("#matt-share-of-total")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.locator("#frame-selection")).to_be_hidden()


def test_an_empty_store_has_its_help_and_says_how_to_load_a_trend(open_page: OpenPage, empty_address: str) -> None:
    expect(open_page(f"{empty_address}/trend").locator("main")).to_contain_text("bemanning load")
    page = open_page(f"{empty_address}/hjalp")
    expect(page.locator("h1")).to_contain_text("Så läser du siffrorna")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("matt=lycka", "Måttet ”lycka” finns inte"),
        ("jamfor=yrkesgrupp:präst", "Yrkesgruppen ”präst” finns inte"),
        ("&".join(f"jamfor={number}" for number in range(7)), "Högst 6 kan jämföras"),
        ("jamfor=nej", "nej"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_a_way_back(
    open_page: OpenPage, address: str, query: str, words: str
) -> None:
    page = open_page(f"{address}/trend?{query}")
    expect(page.locator("main")).to_contain_text(words)
    expect(page.get_by_role("link", name="Visa senaste månaden")).to_be_visible()
