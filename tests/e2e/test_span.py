"""A long history: five years are shown, every year is one choice away, and the choice goes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from bemanning.domain.month import Month, month_range
from tests.builders.regions import region
from tests.e2e.conftest import served
from tests.e2e.test_screens import violations

OpenPage = Callable[..., Page]
SIX_YEARS = tuple(month_range(Month(2013, 1), Month(2018, 12)))


@pytest.fixture(scope="module")
def long_history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    services = region(tmp_path_factory.mktemp("long"), SIX_YEARS)
    yield from served(services)
    services.store.close()


def test_the_span_is_chosen_once_and_goes_along(open_page: OpenPage, long_history: str) -> None:
    page = open_page(f"{long_history}/trend?enhet=HS")
    expect(page.locator("#trend-table tbody tr")).to_have_count(60)
    expect(page.locator(".barlayer .point")).to_have_count(60)
    page.get_by_role("group", name="Visad tid").get_by_text("Alla år").click()
    expect(page.locator("#trend-table tbody tr")).to_have_count(72)
    expect(page.locator(".barlayer .point")).to_have_count(72)
    expect(page).to_have_url(f"{long_history}/trend?enhet=HS&tid=alla")
    assert violations(page) == []
    page.get_by_role("link", name="Översikt").click()
    expect(page).to_have_url(f"{long_history}/?enhet=HS&tid=alla")
    expect(page.locator("#overview-share")).not_to_contain_text("de senaste fem åren")
    page.get_by_role("group", name="Visad tid").get_by_text("5 år").click()
    expect(page.locator("#overview-share")).to_contain_text("de senaste fem åren")
    page.go_back()
    expect(page.locator("#overview-share")).not_to_contain_text("de senaste fem åren")


def test_no_span_is_offered_where_every_month_is_shown(open_page: OpenPage, long_history: str) -> None:
    page = open_page(f"{long_history}/trend?enhet=HS&manad=2017-12")
    expect(page.locator("#trend-table tbody tr")).to_have_count(60)
    expect(page.get_by_role("group", name="Visad tid")).to_be_hidden()
