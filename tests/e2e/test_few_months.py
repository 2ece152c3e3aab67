"""A store with one month only, and one with a hole: each screen says what it lacks, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bemanning.domain.month import Month
from tests.builders.regions import TWO_YEARS, region
from tests.e2e.conftest import served
from tests.e2e.test_screens import violations

OpenPage = Callable[..., Page]
MAY = Month(2018, 5)
NBSP = "\u00a0"


@pytest.fixture
def one_month(tmp_path: Path) -> Iterator[str]:
    services = region(tmp_path, [Month(2018, 12)])
    yield from served(services)
    services.store.close()


@pytest.fixture
def with_a_hole(tmp_path: Path) -> Iterator[str]:
    services = region(tmp_path, [month for month in TWO_YEARS if month != MAY])
    yield from served(services)
    services.store.close()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "Diagrammet kan inte ritas än: jan–nov 2018 är inte inlästa. Det behöver minst tolv månader i följd."),
        ("/trend", "jan–nov 2018 är inte inlästa"),
        ("/enheter", "Enheterna kan inte jämföras: jan–nov 2018 är inte inlästa. Det behövs tolv månader i följd."),
        ("/maluppfyllelse", "0 av 2 mål är uppfyllda, 2 saknar uppgift"),
    ],
)
def test_one_month_alone_says_what_is_lacking(open_page: OpenPage, one_month: str, path: str, said: str) -> None:
    page = open_page(f"{one_month}{path}?enhet=HS")
    expect(page.locator("main")).to_contain_text(said)
    assert violations(page) == []


def test_one_month_is_drawn_where_months_stand_for_themselves(open_page: OpenPage, one_month: str) -> None:
    page = open_page(f"{one_month}/?enhet=HS")
    expect(page.locator("#overview-share .js-plotly-plot, #overview-share .chart-images")).to_have_count(0)
    page.get_by_role("link", name="Visa månad för månad i Trend").click()
    page.wait_for_selector(".barlayer .point")
    expect(page.locator(".barlayer .point")).to_have_count(1)
    expect(page.locator("#trend-table tbody td").first).not_to_have_text("saknas")


@pytest.mark.parametrize("path", ["/", "/trend", "/enheter"])
def test_a_hole_is_named_by_its_month(open_page: OpenPage, with_a_hole: str, path: str) -> None:
    page = open_page(f"{with_a_hole}{path}?enhet=HS")
    expect(page.locator("main")).to_contain_text(f"maj{NBSP}2018 är inte inläst")
    assert violations(page) == []


def test_a_year_without_the_hole_is_shown_whole(open_page: OpenPage, with_a_hole: str) -> None:
    page = open_page(f"{with_a_hole}/?enhet=HS&manad=2018-04")
    page.wait_for_selector("#overview-share-chart .js-plotly-plot")
    expect(page.locator(".card-doctor .card-share")).not_to_have_text("–")
    expect(page.locator("main")).not_to_contain_text(f"maj{NBSP}2018 är inte inläst.")
