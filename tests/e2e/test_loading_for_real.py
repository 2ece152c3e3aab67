"""From a file to a changed figure and back, in a browser, on a store of its own, with jobs in their own processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import Setting
from bemanning.services.ingest import LoadOptions
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.wiring import AppSettings, open_services
from tests.builders.files import MAPPINGS
from tests.builders.slow_text import slow_ledger
from tests.e2e.conftest import served
from tests.e2e.test_screens import violations

OpenPage = Callable[..., Page]
ACTOR = Actor("Kim Kontrollant", "controller")
OWN, AGENCY, UNIT = "4110", "4610", "0101"
# A bound on a hang, not a measure of speed.
WAIT_MS = 120_000


def csv(path: Path, rows: Sequence[tuple[str, str, str, str]]) -> Path:
    lines = ["PERIOD;KONTO_ID;KST_ID;UTFALL_V", *(";".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def month(period: str, agency_kr: int) -> list[tuple[str, str, str, str]]:
    return [(period, OWN, UNIT, "100,00"), (period, AGENCY, UNIT, f"{agency_kr},00")]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[RegionServices]:
    """A year of a small region: 10 kr agency of 110 kr each month, 9.1 %."""
    opened = open_services(AppSettings(f"sqlite:///{tmp_path / 'region.db'}", tmp_path / "uploads"))
    update_mappings(opened.store, replace(MAPPINGS, settings=(Setting("health_care_node", "HS"),)), ACTOR)
    year = csv(tmp_path / "2018.csv", [row for number in range(1, 13) for row in month(f"2018{number:02}", 10)])
    list(opened.load([year], LoadOptions(), ACTOR))
    yield opened
    opened.store.close()


@pytest.fixture
def real(services: RegionServices) -> Iterator[str]:
    yield from served(services)


def opened(open_page: OpenPage, address: str) -> Page:
    page = open_page(f"{address}/inlasning")
    page.get_by_role("textbox", name="Ditt namn").fill("Karin Ek")
    return page


def send(page: Page, *files: Path) -> None:
    page.set_input_files("#loading-file", list(files))


def card(page: Page, standing: str) -> Locator:
    found = page.locator(f".job-{standing}")
    expect(found.first).to_be_visible(timeout=WAIT_MS)
    return found


def doctors_share(open_page: OpenPage, address: str) -> str:
    page = open_page(f"{address}/?manad=2018-12")
    return page.locator(".card-doctor .card-share").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def table(part: Locator) -> list[list[str]]:
    rows = [row.locator("th, td").all_inner_texts() for row in part.locator("tr:visible").all()]
    return [[cell.replace("\N{NO-BREAK SPACE}", " ").strip() for cell in row] for row in rows]


def test_a_file_changes_a_figure_and_undoing_changes_it_back(
    real: str, open_page: OpenPage, tmp_path: Path, services: RegionServices
) -> None:
    assert doctors_share(open_page, real) == "9,1 %"
    page = opened(open_page, real)
    send(page, csv(tmp_path / "december.csv", month("201812", 70)))
    ready = card(page, "ready")
    expect(page.locator("h1")).to_have_text("En fil väntar på ditt beslut")
    expect(ready.locator(".file-facts")).to_contain_text("KONTO_ID, KST_ID, UTFALL_V")
    ready.locator(".changes summary").click()
    assert ["dec 2018", "110,00", "170,00", "+60,00"] in table(ready)
    assert [AGENCY, "10,00", "70,00", "+60,00"] in table(ready)
    assert len(services.loads()) == 1
    assert violations(page) == []

    ready.get_by_role("button", name="Läs in").click()
    loaded = card(page, "loaded")
    expect(page.locator("#frame-toast")).to_be_visible()
    loaded.get_by_role("link", name="Visa december 2018 i Översikt").click()
    expect(page.locator(".card-doctor .card-share")).to_have_text("13,0\N{NO-BREAK SPACE}%")
    expect(page.locator("#frame-toast")).to_be_hidden()
    page.go_back()
    expect(page.locator(".history")).to_be_visible()
    assert services.loads()[0].actor_name == "Karin Ek"
    assert violations(page) == []

    row = page.locator(".history tbody tr").first
    row.locator("summary").click()
    undo = page.locator(".history .detail").first
    expect(undo).to_contain_text("går tillbaka till inläsning 1, 2018.csv")
    undo.get_by_role("button", name="Ångra inläsning 2").click()
    card(page, "undone")
    expect(page.locator(".history tbody tr").first).to_contain_text("Ångrad")
    assert doctors_share(open_page, real) == "9,1 %"


def test_a_bad_file_shows_every_fault_and_survives_a_reload(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    rows = [("201812", OWN, UNIT, f"fel{number}") for number in range(12)]
    page = opened(open_page, real)
    send(page, csv(tmp_path / "dålig.csv", [*rows, ("201812", "", UNIT, "5,00")]))
    card(page, "rejected")
    page.reload()
    rejected = card(page, "rejected")
    expect(rejected).to_contain_text("13 fel att rätta")
    rejected.get_by_text("Visa 5 till").click()
    places = rejected.locator(".fault-place").all_inner_texts()
    assert sorted(places) == sorted([*(f"Cell D{row}" for row in range(2, 14)), "Cell B14"])
    expect(rejected.get_by_role("button", name="Kontrollera igen")).to_have_count(0)
    rejected.get_by_role("button", name="Släng filen").click()
    expect(page.locator(".job")).to_have_count(0)


def test_a_reload_in_the_middle_goes_on_where_it_was(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    many = [("201812", f"5{number:03}", UNIT, f"{number},00") for number in range(400)] * 100
    page = opened(open_page, real)
    send(page, csv(tmp_path / "stor.csv", many), csv(tmp_path / "liten.csv", month("201901", 20)))
    expect(page.locator(".job")).to_have_count(2, timeout=WAIT_MS)
    page.reload()
    expect(page.locator(".job")).to_have_count(2)
    expect(page.get_by_role("textbox", name="Ditt namn")).to_have_value("Karin Ek")
    expect(page.locator(".job-ready, .job-rejected")).to_have_count(2, timeout=WAIT_MS)
    expect(page.locator(".working")).to_have_count(0)


def test_a_running_check_is_stopped(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    large = tmp_path / "stor.csv"
    large.write_bytes(slow_ledger(400_000))
    page = opened(open_page, real)
    send(page, large)
    page.get_by_role("button", name="Avbryt", exact=True).click()
    cancelled = card(page, "cancelled")
    expect(cancelled).to_contain_text("Ingenting sparades.")
    cancelled.get_by_role("button", name="Kontrollera igen").click()
    card(page, "running")
    page.get_by_role("button", name="Avbryt", exact=True).click()
    card(page, "cancelled")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(80):
        if target.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(target)


def test_the_whole_way_by_keyboard(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"{real}/inlasning")
    # Heard from now on: a browser that is told only just before the key may not have taken it in yet.
    page.on("filechooser", lambda _: None)
    page.wait_for_load_state("networkidle")
    tab_to(page, page.get_by_role("textbox", name="Ditt namn"))
    page.keyboard.type("Karin Ek")
    tab_to(page, page.locator("#loading-file"))
    with page.expect_file_chooser() as choosing:
        page.keyboard.press("Enter")
    choosing.value.set_files([csv(tmp_path / "december.csv", month("201812", 70))])
    ready = card(page, "ready")
    tab_to(page, ready.get_by_role("radio", name="Slutliga"))
    page.keyboard.press("ArrowDown")
    tab_to(page, ready.get_by_role("button", name="Läs in"))
    page.keyboard.press("Enter")
    card(page, "loaded")
    tab_to(page, page.locator("#loading-grid td[tabindex='0']"))
    page.keyboard.press("Enter")
    expect(page.locator("#loading-month")).to_contain_text("Preliminär")
    tab_to(page, page.get_by_role("button", name="Stäng månaden").first)
    page.keyboard.press("Enter")
    expect(page.locator("#loading-grid td[data-month='2018-12']").first).to_have_text("S")


def test_a_closed_month_is_opened_and_the_file_checked_again(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(open_page, real)
    december = page.locator("#loading-grid td[data-month='2018-12']").first
    december.click()
    page.get_by_role("button", name="Stäng månaden").first.click()
    expect(december).to_have_text("S")
    send(page, csv(tmp_path / "december.csv", month("201812", 70)))
    rejected = card(page, "rejected")
    expect(rejected.locator(".job-next")).to_contain_text("Öppna månaden under Inlästa månader")
    december.click()
    page.get_by_role("button", name="Öppna månaden").first.click()
    expect(december).to_have_text("Ö")
    rejected.get_by_role("button", name="Kontrollera igen").click()
    card(page, "ready")


def test_what_would_be_taken_away_is_taken_only_when_allowed(
    real: str, open_page: OpenPage, tmp_path: Path, services: RegionServices
) -> None:
    page = opened(open_page, real)
    send(page, csv(tmp_path / "del.csv", month("201812", 70)[:1]))
    rejected = card(page, "rejected")
    expect(rejected.locator(".job-next")).to_contain_text("tillåt nedan")
    rejected.get_by_role("button", name="Tillåt att de tas bort, och kontrollera igen").click()
    ready = card(page, "ready")
    expect(ready).to_contain_text("Värt att veta")
    ready.get_by_role("button", name="Läs in, och ta bort det som saknas i filen").click()
    card(page, "loaded")
    assert services.loads()[0].total == 100_00
    expect(page.locator(".history tbody tr").first).to_contain_text("del.csv")
    send(page, csv(tmp_path / "samma.csv", month("201812", 70)[:1]))
    card(page, "known")


def test_a_file_without_a_name_to_sign_with_is_not_sent(real: str, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"{real}/inlasning")
    send(page, csv(tmp_path / "december.csv", month("201812", 70)))
    expect(page.locator("[data-upload-problems]")).to_contain_text("Skriv ditt namn")
    expect(page.get_by_role("textbox", name="Ditt namn")).to_be_focused()
    expect(page.locator(".job")).to_have_count(0)


def test_a_file_that_nothing_knows_is_told_what_it_is_and_next_month_is_not_asked_about(
    real: str, open_page: OpenPage, tmp_path: Path, services: RegionServices
) -> None:
    headings = ["Bokf per", "Kontot", "Avd", "Värde"]

    def odd(period: str) -> Path:
        path = tmp_path / f"udda-{period}.csv"
        path.write_text(f"{';'.join(headings)}\n{period};{OWN};{UNIT};-100,00\n", "utf-8")
        return path

    page = opened(open_page, real)
    send(page, odd("201901"))
    part = card(page, "rejected").locator(".reading")
    choices = dict(zip(headings, ["Period", "Konto", "Ansvar", "Utfall"], strict=True))
    choices = {f"{heading} läses som": field for heading, field in choices.items()}
    for label, option in ({"Filen kommer från": "Ekonomi"} | choices | {"Tecken": "Vänds"}).items():
        part.get_by_label(label, exact=True).first.click()
        page.get_by_role("option", name=option).locator("visible=true").first.click()
    part.get_by_role("button", name="Läs om filen").click()

    ready = card(page, "ready")
    expect(ready.locator(".file-facts")).to_contain_text("100,00")
    expect(ready.locator(".reading")).to_contain_text("vänt tecken, 4 av 4 kolumner")
    ready.locator(".reading > summary").click()
    ready.get_by_label("Profilens namn").fill("Udda systemet")
    ready.get_by_role("button", name="Spara som profil").click()
    expect(page.locator("#loading-profiles")).to_contain_text("Värde = utfall")
    assert violations(page) == []

    send(page, odd("201902"))
    expect(card(page, "ready").first.locator(".file-facts")).to_contain_text(
        "Udda systemet, version 1", timeout=WAIT_MS
    )
    assert [(record.name, record.layout.is_flipped) for record in services.profiles()] == [("Udda systemet", True)]
