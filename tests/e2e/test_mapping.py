"""Mappning in a browser: an unknown account mapped with its effect promised and kept, undone; Excel out and in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, Route, expect

from bemanning.domain.actor import Actor
from bemanning.services.ingest import LoadOptions
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from loaders.mapping_workbook import read_mapping_workbook
from tests.builders.files import MAPPINGS, BuiltReader, ledger_file, paths
from tests.builders.jobs import no_files
from tests.e2e.conftest import served
from tests.e2e.test_screens import assert_accessible_and_fitting, violations

OpenPage = Callable[..., Page]
ACTOR = Actor("Kim Kontrollant", "controller")
# Doctors: own 900 kr and agency 100 kr a month; 7777 is 100 kr more that no mapping knows.
YEAR = [
    row
    for month in range(1, 13)
    for row in (
        (f"2018-{month:02}", "4110", "0101", 900_000_00),
        (f"2018-{month:02}", "4610", "0101", 100_000_00),
        (f"2018-{month:02}", "7777", "0101", 100_000_00),
    )
]
EDIT = "/mappning?rad=konton:7777&gor=spara&slag=hyr&grupp=lakare"


@pytest.fixture
def region(tmp_path: Path) -> Iterator[str]:
    """The application on a store of its own, with one account that no mapping knows."""
    store = Store.open(f"sqlite:///{tmp_path / 'region.db'}")
    update_mappings(store, MAPPINGS, ACTOR)
    file = ledger_file("år.xlsx", *YEAR)
    services = RegionServices(store, BuiltReader(file), read_mapping_workbook, no_files(store))
    assert [report.faults for report in services.load(paths(file), LoadOptions(), ACTOR)] == [()]
    yield from served(services)
    store.close()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def doctors_share(open_page: OpenPage, region: str) -> str:
    page = open_page(f"{region}/?enhet=HS")
    return plain(page.locator(".card-doctor .card-share").inner_text())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/mappning?andring=31", "/mappning?rad=konton:4110&borjar=2018-01", EDIT])
def test_the_screen_is_accessible_and_fits(open_page: OpenPage, address: str, theme: str, path: str) -> None:
    page = open_page(address + path, color_scheme=theme)
    page.wait_for_selector("form[data-workbook] input")
    assert_accessible_and_fitting(page)


def test_an_effect_is_promised_kept_and_undone(open_page: OpenPage, region: str) -> None:
    assert doctors_share(open_page, region) == "10,0 %"
    page = open_page(f"{region}/?enhet=HS")
    page.get_by_role("link", name="Mappa det som saknas").click()
    page.wait_for_url("**/mappning?*")
    expect(page.locator("h1")).to_contain_text("1 konto saknar mappning")
    page.get_by_role("link", name="Mappa: 7777").press("Enter")
    expect(page.locator("#mapping-form-title")).to_be_focused()
    form = page.locator("#mapping-form")
    form.locator("#mapping-slag").click()
    page.get_by_role("option", name="Hyrpersonal").click()
    form.locator("#mapping-grupp").click()
    page.get_by_role("option", name="Läkare").click()
    page.get_by_role("button", name="Visa effekten").press("Enter")
    expect(page.locator("#mapping-effect-title")).to_be_focused()
    promised = [plain(cell) for cell in page.locator(".effect-table tbody tr").first.locator("td").all_inner_texts()]
    assert promised[:2] == ["10,00 %", "18,18 %"]
    # The effect is an address: a colleague sees the same.
    assert "18,18 %" in plain(open_page(page.url).locator("#mapping-effect").inner_text())
    page.get_by_label("Ditt namn").fill("Karin Ek")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator("#frame-toast")).to_contain_text("Sparat: 1 rad i Konton. 1 inläsning räknades om.")
    expect(page.locator("h1")).to_have_text("Allt är mappat")
    assert doctors_share(open_page, region) == "18,2 %"
    page.locator("#mapping-history tbody tr").first.get_by_role("link", name="Återställ till före").click()
    expect(page.locator("#mapping-effect")).to_contain_text("av Karin Ek")
    page.get_by_role("button", name="Återställ").click()
    expect(page.locator("h1")).to_contain_text("1 konto saknar mappning")
    assert doctors_share(open_page, region) == "10,0 %"
    expect(page.locator("#mapping-history tbody tr").first).to_contain_text("Tillbaka till före ändring")


def test_excel_out_changed_and_in_again(open_page: OpenPage, region: str, tmp_path: Path) -> None:
    page = open_page(f"{region}/mappning?enhet=HS")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Hämta mappningsfilen").click()
    assert waiting.value.suggested_filename.startswith("mappning_")
    book = load_workbook(BytesIO(Path(waiting.value.path()).read_bytes()))
    (row,) = [row for row in book["Konton"].iter_rows(min_row=2) if row[0].value == "7777"]
    row[2].value, row[3].value = "hyra", "läkare"
    broken, mended = tmp_path / "fel.xlsx", tmp_path / "rätt.xlsx"
    book.save(broken)
    row[2].value = "hyrpersonal"
    book.save(mended)
    chooser = page.locator("form[data-workbook] input")
    chooser.set_input_files(broken)
    expect(page.locator("form[data-workbook] [role=alert]")).to_contain_text(f"Blad Konton, cell {row[2].coordinate}")
    chooser.set_input_files(mended)
    page.wait_for_url("**forslag=*")
    expect(page.locator("#mapping-effect")).to_contain_text("18,18")
    page.reload()
    expect(page.locator("#mapping-effect")).to_contain_text("18,18")
    page.get_by_label("Ditt namn").fill("Karin Ek")
    page.get_by_role("button", name="Spara alla ändringar").click()
    expect(page.locator("h1")).to_have_text("Allt är mappat")
    expect(page.locator("#mapping-history tbody tr").first).to_contain_text("rätt.xlsx")


def test_what_is_wrong_in_a_form_is_told_beside_it(open_page: OpenPage, region: str) -> None:
    page = open_page(f"{region}/mappning?rad=konton:7777")
    page.get_by_role("textbox", name="Från och med månad").fill("2018-13")
    page.get_by_role("button", name="Visa effekten").click()
    problems = page.locator("#mapping-effect [role=alert]")
    expect(problems).to_contain_text("2018-13 är ingen månad")
    expect(problems).to_contain_text("Kostnadsslag saknas")
    expect(page.get_by_role("textbox", name="Från och med månad")).to_have_value("2018-13")


def test_searching_keeps_the_focus_and_the_address(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/mappning")
    search = page.get_by_label("Sök bland allt på sidan")
    search.press_sequentially("ålidhem")
    page.wait_for_url("**sok=*")
    expect(page.locator("#mapping-unmapped tbody tr")).to_have_count(1)
    expect(search).to_be_focused()
    expect(search).to_have_value("ålidhem")


@pytest.mark.parametrize(("path", "label"), [("/mappning", "Sök bland allt på sidan"), ("/enheter", "Sök enhet")])
def test_what_is_typed_while_an_answer_is_on_its_way_stays(
    open_page: OpenPage, address: str, path: str, label: str
) -> None:
    page = open_page(f"{address}{path}")
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        if held or "sok=" not in (route.request.post_data or ""):
            route.continue_()
        else:
            held.append(route)

    page.route("**/_dash-update-component*", hold_first)
    search = page.get_by_label(label)
    search.press_sequentially("ål")
    page.wait_for_url("**sok=*")
    while not held:
        page.wait_for_timeout(20)
    search.press_sequentially("id")
    held[0].continue_()
    page.wait_for_url("**sok=*lid")
    expect(search).to_have_value("ålid")
    expect(search).to_be_focused()


def test_an_empty_store_can_be_mapped(open_page: OpenPage, empty_address: str) -> None:
    page = open_page(f"{empty_address}/mappning")
    expect(page.locator("h1")).to_have_text("Inget är inläst än")
    assert violations(page) == []
