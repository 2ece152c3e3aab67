"""The screens on the real demo region: what a director reads and a controller downloads."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from bemanning.wiring import AppSettings, open_services
from tests.e2e.conftest import served

PUBLISHED = json.loads((Path(__file__).parents[1] / "golden" / "maluppfyllelse_2018.json").read_text("utf-8"))
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def demo_address(demo_database: str) -> Iterator[str]:
    services = open_services(AppSettings(demo_database))
    yield from served(services)
    services.store.close()


def plain(text: str) -> str:
    return text.replace("\N{MINUS SIGN}", "-").replace("\N{NO-BREAK SPACE}", "").strip()


def test_a_director_reads_the_standing_without_a_click(open_page: OpenPage, demo_address: str) -> None:
    page = open_page(demo_address)
    page.wait_for_selector(".scatterlayer .trace")
    text = page.inner_text("main").replace("\N{NO-BREAK SPACE}", " ")
    assert all(share in text for share in ("16,7 %", "3,7 %", "av total personalkostnad"))
    assert "14,7 procentenheter över målet" in text
    assert "Allt som är inläst är mappat" in text


def test_the_published_table_stands_on_the_screen_cell_by_cell(open_page: OpenPage, demo_address: str) -> None:
    page = open_page(f"{demo_address}/maluppfyllelse?manad=2018-12")
    page.wait_for_selector("text=Varav Östersunds sjukhus")
    rows = [[plain(cell) for cell in row.locator("th, td").all_inner_texts()] for row in page.locator("tr").all()]
    for printed in PUBLISHED["printed"]:
        assert [plain(cell) for cell in printed["cells"]] in rows


def test_the_workbook_downloads_with_the_same_figures(open_page: OpenPage, demo_address: str) -> None:
    page = open_page(f"{demo_address}/maluppfyllelse?manad=2018-12")
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename.startswith("maluppfyllelse_2018-12_hs_")
    sheet = load_workbook(BytesIO(download.value.path().read_bytes()), data_only=True)["Måluppfyllelse"]
    (row,) = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Inhyrda läkare"]
    kr = PUBLISHED["totals_kr"]["lak"]
    assert [cell for cell in row if isinstance(cell, int | float)][:3] == [kr["2015"], kr["2017"], kr["2018"]]


def ore(text: str) -> int:
    return round(float(plain(text).replace(",", ".")) * 100)


def test_vouchers_sum_to_the_cell_that_was_opened(open_page: OpenPage, demo_address: str) -> None:
    page = open_page(f"{demo_address}/enheter?manad=2018-12&yrkesgrupp=lakare&oppna=PV")
    page.wait_for_selector("#units-tree")
    cell = page.locator("#units-tree tbody tr").nth(2).locator(".cell-link")
    tkr = int(plain(cell.inner_text()))
    cell.click()
    page.wait_for_selector("#units-cell .suppliers")
    *parts, total = [ore(text) for text in page.locator(".suppliers tbody td:nth-child(3)").all_inner_texts()]
    assert sum(parts) == total
    assert round(total / 100_000) == tkr
    *vouchers, total_of_vouchers = [
        ore(text) for text in page.locator(".vouchers tbody td:last-child").all_inner_texts()
    ]
    assert sum(vouchers) == total_of_vouchers == total
    assert len(vouchers) > 10


def test_a_month_before_the_first_year_is_missing_by_name(open_page: OpenPage, demo_address: str) -> None:
    page = open_page(f"{demo_address}/enheter?manad=2015-06")
    page.wait_for_selector("#units-tree")
    assert "saknas: juli" in page.inner_text("#units-tree").replace("\N{NO-BREAK SPACE}", " ")
