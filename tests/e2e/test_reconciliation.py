"""Avstämning in a browser: accessible, opened by keyboard, following the selection, exported as shown."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_screens import assert_accessible_and_fitting, violations

OpenPage = Callable[..., Page]


def ready(page: Page) -> Page:
    page.wait_for_selector(".scatterlayer .trace")
    return page


def shown(table: Locator) -> list[list[str]]:
    rows = table.locator("tbody tr:visible").all()
    return [[cell.replace("\u00a0", " ") for cell in row.locator("th, td").all_inner_texts()] for row in rows]


@pytest.mark.parametrize("path", ["/avstamning", "/avstamning?yrkesgrupp=ssk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_screen_is_accessible_and_fits(open_page: OpenPage, address: str, path: str, theme: str) -> None:
    page = ready(open_page(address + path, color_scheme=theme))
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert_accessible_and_fitting(page)


def test_a_profession_opens_its_months_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(f"{address}/avstamning"))
    table = page.locator("#reconciliation-own table")
    assert [row[0] for row in shown(table)] == ["Läkare", "Sjuksköterskor", "Övrig personal", "Summa", "Utan mappning"]
    table.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert [row[0] for row in shown(table)][:3] == ["Läkare", "dec 2018", "nov 2018"]
    assert shown(table)[6][-1] == "Kvoten 21 % över det vanliga"
    page.keyboard.press("Enter")
    assert len(shown(table)) == 5


def test_the_selection_is_heeded_and_only_what_matters_is_offered(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(f"{address}/avstamning"))
    expect(page.locator("h1")).to_contain_text("6 avvikelser att reda ut")
    expect(page.get_by_text("Andel av personalkostnad", exact=True)).to_be_hidden()
    page.get_by_role("textbox", name="Yrkesgrupp").click()
    page.get_by_role("listbox").get_by_role("option", name="Läkare", exact=True).click()
    page.wait_for_url("**/avstamning?yrkesgrupp=lakare")
    expect(page.locator("h1")).to_contain_text("2 avvikelser att reda ut, störst läkare i november 2018")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("6 avvikelser att reda ut")


def test_what_is_downloaded_is_what_is_shown(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(f"{address}/avstamning?yrkesgrupp=lakare&enhet=PV"))
    table = page.locator("#reconciliation-own table")
    seen = [row for row in shown(table) if row[0].endswith(" 2018")]
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta som CSV").click()
    assert download.value.suggested_filename.startswith("avstamning_2018-12_pv_lakare_")
    rows = list(csv.reader(StringIO(download.value.path().read_text("utf-8-sig")), delimiter=";"))
    exported = [row for row in rows[2:] if row[:1] == ["Läkare"]][:12]
    assert [row[4] for row in seen] == [f"{float(row[5].replace(',', '.')):.2f}".replace(".", ",") for row in exported][
        ::-1
    ]
    assert [row[5] for row in seen] == [row[6].replace("\u00a0", " ") for row in exported][::-1]


def test_an_empty_store_and_a_time_without_data_say_what_to_do(
    open_page: OpenPage, address: str, empty_address: str
) -> None:
    expect(open_page(f"{empty_address}/avstamning").locator("main")).to_contain_text("bemanning load")
    page = open_page(f"{address}/avstamning?manad=2010-01")
    expect(page.locator("h1")).to_have_text("Inget är inläst för de här månaderna")
    expect(page.locator("main")).to_contain_text("Välj en månad längre fram")
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_balance_list_is_sent_and_answered_in_its_panel(open_page: OpenPage, address: str, theme: str) -> None:
    page = ready(open_page(f"{address}/avstamning", color_scheme=theme))
    panel, submit = page.locator("#balance"), page.get_by_role("button", name="Stäm av")
    submit.click()
    expect(panel.get_by_role("alert")).to_have_text("Välj först en saldolista.")
    expect(panel.get_by_label("Välj saldolista")).to_be_focused()
    chooser = panel.locator("input[type=file]")
    chooser.set_input_files({"name": "tom.xlsx", "mimeType": "", "buffer": b""})
    expect(panel.locator("[role=alert]")).to_be_empty()
    submit.click()
    expect(panel.get_by_role("alert")).to_contain_text("Filen är tom")
    chooser.set_input_files({"name": "saldo år.xlsx", "mimeType": "", "buffer": b"PK"})
    submit.click()
    expect(page.locator("#frame-announcer")).to_have_text("3 av 4 konton avviker: 1 304,55 kr.")
    expect(panel.locator(".balance-sentence")).to_have_text("3 av 4 konton avviker: 1 304,55 kr.")
    expect(panel.locator(".workbook-status")).to_have_text("saldo år.xlsx")
    expect(panel.locator("table").first.locator("tbody tr")).to_contain_text(["46110 Inhyrda läkare"])
    panel.locator("details").evaluate("one => { one.open = true }")
    assert_accessible_and_fitting(page)
    panel.get_by_label("Omfattning").first.click()
    page.get_by_role("option", name="Primärvården").click()
    submit.click()
    expect(panel.locator(".balance-sentence")).to_have_text("Alla 36 konton stämmer på öret i 12 månader.")
