"""A controller's day at the terminal, on real files and both databases."""

import sqlite3
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import psycopg
import pytest

from bemanning.cli.session import now
from bemanning.domain.known_on import day_of
from bemanning.domain.vocabulary import MonthStatus
from bemanning.presentation.numbers import date_text
from tests.bemanning.cli.conftest import LEDGER_HEADINGS, Run, heroma, ledger, mappings, write_xlsx


@pytest.fixture
def loaded(run: Run, tmp_path: Path, filled_once: Callable[[str, Callable[[], None]], None]) -> Run:
    """2015 and 2018 loaded and mapped."""
    files = [ledger(tmp_path / "2015.xlsx", 2015, agency_kr=10), ledger(tmp_path / "2018.xlsx", 2018)]
    files.append(heroma(tmp_path / "heroma.xlsx"))
    mapped = mappings(tmp_path / "mappningar.xlsx")

    def load() -> None:
        assert run("load", *map(str, files)).status == 0
        assert run("load-mappings", str(mapped)).status == 0

    filled_once("loaded", load)
    return run


def test_check_says_what_a_file_is_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    found = run("check", "--json", str(ledger(tmp_path / "2018.xlsx", 2018)))
    record = found.record
    assert found.status == 0
    assert (record["file"], record["outcome"], record["source"], record["rows"]) == (
        "2018.xlsx",
        "accepted",
        "ledger",
        24,
    )
    assert Decimal(record["total"]) == Decimal("12246.00")
    assert record["per_month"]["2018-12"] == "1020.50"
    assert record["unmapped"] == [
        {"kind": "account", "code": "4110", "sum": "12000.00"},
        {"kind": "account", "code": "4610", "sum": "246.00"},
        {"kind": "unit", "code": "0101", "sum": "12246.00"},
    ]
    assert (record["warnings"], record["faults"], record["load"]) == ([], [], None)
    assert run("loads", "--json").lines == []


def test_hours_are_told_in_hours(run: Run, tmp_path: Path) -> None:
    record = run("load", "--json", str(heroma(tmp_path / "heroma.xlsx"))).record
    assert (record["source"], record["total"]) == ("heroma", "200.25")
    assert record["unmapped"][0] == {"kind": "code", "code": "D1", "sum": "200.25"}


def test_a_bad_file_is_rejected_with_every_fault_and_the_good_one_is_loaded(run: Run, tmp_path: Path) -> None:
    bad = write_xlsx(
        tmp_path / "fel.xlsx", LEDGER_HEADINGS, ("201813x", "4110", "0101", 1), ("201801", "4110", "0101", "ett")
    )
    found = run("load", "--json", str(bad), str(tmp_path / "saknas.xlsx"), str(ledger(tmp_path / "bra.xlsx", 2018)))
    first, absent, good = found.lines
    assert found.status == 1
    assert [(fault["sheet"], fault["cell"]) for fault in first["faults"]] == [("Export", "A2"), ("Export", "D3")]
    assert [line["outcome"] for line in (first, absent, good)] == ["rejected", "rejected", "accepted"]
    assert "Traceback" not in found.err
    printed = run("load", str(bad))
    assert printed.status == 1
    assert "blad Export, cell A2" in printed.err


def test_loading_again_changes_nothing_and_a_restated_month_says_the_difference(loaded: Run, tmp_path: Path) -> None:
    again = loaded("load", "--json", str(tmp_path / "2018.xlsx")).record
    assert (again["outcome"], again["load"]) == ("accepted_with_warnings", None)
    restated = loaded("load", "--json", str(ledger(tmp_path / "ny.xlsx", 2018, agency_kr=30))).record
    assert (restated["outcome"], len(restated["warnings"])) == ("accepted_with_warnings", 12)
    assert "9,50" in restated["warnings"][0]["message"]


def test_the_share_and_its_sums(loaded: Run) -> None:
    record = loaded("share", "--profession", "doctor", "--month", "2018-12", "--json").record
    assert record["share_pct"] == pytest.approx(100 * 246 / 12246)
    assert (record["agency_ore"], record["denominator_ore"], record["definition"]) == (24600, 1224600, "total")
    assert (record["missing_months"], record["node"]) == ([], "REGION")
    own = loaded("share", "--profession", "doctor", "--month", "2018-12", "--of", "own", "--json").record
    assert (own["share_pct"], own["denominator_ore"]) == (pytest.approx(2.05), 1200000)
    assert "2,1 % (andel av egen personalkostnad)" in loaded(
        "share", "--profession", "doctor", "--month", "2018-12", "--of", "own"
    ).out.replace("\N{NO-BREAK SPACE}", " ")


def test_a_missing_share_is_null_with_its_months(loaded: Run) -> None:
    record = loaded("share", "--profession", "nurse", "--month", "2018-03", "--json").record
    assert (record["share_pct"], record["agency_ore"]) == (None, None)
    assert record["missing_months"] == [f"2017-{month:02}" for month in range(4, 13)]
    assert "april" in loaded("share", "--profession", "nurse", "--month", "2018-03").out


def test_what_no_mapping_knows_is_said_beside_shares_and_goals(run: Run, tmp_path: Path) -> None:
    run("load", str(ledger(tmp_path / "2018.xlsx", 2018)))
    for command in (("share", "--profession", "doctor"), ("goals",)):
        found = run(*command, "--month", "2018-12")
        assert "på 2 konton utan mappning räknas inte med" in found.err
        assert run(*command, "--month", "2018-12", "--json").record["unmapped_ore"] == 1_224_600


def test_a_closed_month_that_is_undone_is_said_to_be_open(loaded: Run) -> None:
    loaded("set-month", "2018-12", "--status", "closed", "--source", "ledger")
    found = loaded("undo", "2")
    assert "De var stängda och är nu öppna: dec" in found.out


def test_nothing_loaded_is_an_answer_too(run: Run) -> None:
    record = run("share", "--profession", "nurse", "--month", "2018-12", "--json").record
    assert (record["share_pct"], len(record["missing_months"])) == (None, 12)
    assert run("loads").out.startswith("Inget är inläst")
    assert run("months").out.startswith("Inget är inläst")
    nothing = run("goals", "--month", "2018-12")
    assert (nothing.status, "Traceback" in nothing.err) == (2, False)


def test_the_goal_table_in_words_json_and_excel(loaded: Run, tmp_path: Path) -> None:
    record = loaded("goals", "--month", "2018-12", "--json", "--xlsx", "mal.xlsx").record
    row = record["cost_table"][0]
    assert (row["baseline_ore"], row["previous_ore"], row["current_ore"]) == (12000, None, 24600)
    assert (row["deviation_ore"], row["deviation_pct"], row["change_pct"]) == (12600, 105, None)
    assert row["missing_months"] == [f"2017-{month:02}" for month in range(1, 13)]
    assert [goal["status"] for goal in record["goals"]] == ["not_met", "missing"]
    book = openpyxl.load_workbook(BytesIO((tmp_path / "mal.xlsx").read_bytes()))
    assert book.sheetnames[0] == "Måluppfyllelse"
    assert "ej uppfyllt" in loaded("goals", "--month", "2018-12").out
    assert "Skrev" in loaded("goals", "--month", "2018-12", "--xlsx", "mal2.xlsx").err


def test_what_was_known_on_a_day(loaded: Run, tmp_path: Path) -> None:
    today = day_of(now()).isoformat()
    of_december = ("--month", "2018-12")
    share = ("share", "--profession", "doctor", *of_december, "--known-on")
    answered = loaded(*share, today, "--json").record
    assert (answered["known_on"], answered["agency_ore"]) == (today, 24600)
    assert loaded("goals", *of_december, "--json").record["known_on"] is None
    written = loaded("goals", *of_december, "--known-on", today, "--xlsx", "mal.xlsx", "--json").record
    assert written["known_on"] == today
    board = openpyxl.load_workbook(BytesIO((tmp_path / "mal.xlsx").read_bytes())).worksheets[0]
    said = f", så som det var känt {date_text(day_of(now()))}"
    assert any(said in str(cell.value) for row in board.iter_rows() for cell in row)
    for command in (share, ("goals", *of_december, "--known-on")):
        assert "Så som det var känt" in loaded(*command, today).out
        before = loaded(*command, "2018-12-31")
        assert (before.status, before.err.strip()) == (
            2,
            "Den 31\u00a0dec\u00a02018 var ingenting inläst. Välj en senare dag.",
        )
    assert "Igår är ingen dag" in loaded(*share, "igår").err


def test_history_and_undo(loaded: Run) -> None:
    entries = loaded("loads", "--json").lines
    assert [entry["file"] for entry in entries] == ["heroma.xlsx", "2018.xlsx", "2015.xlsx"]
    assert (entries[0]["actor"], entries[0]["undone_at"]) == ("Kim Kontrollant", None)
    undone = loaded("undo", str(entries[1]["load"]), "--json").record
    assert undone["months"] == [f"2018-{month:02}" for month in range(1, 13)]
    assert "är inte inläst" in loaded("share", "--profession", "doctor", "--month", "2018-12").out
    listed = loaded("loads").out
    assert ("ångrad" in listed, "gäller" in listed) == (True, True)
    again = loaded("undo", str(entries[1]["load"]))
    assert (again.status, "Traceback" in again.err) == (2, False)
    assert "inga" not in loaded("undo", str(entries[2]["load"])).out


def test_a_replaced_load_is_listed_as_replaced_and_undoing_it_changes_no_month(loaded: Run, tmp_path: Path) -> None:
    loaded("load", str(ledger(tmp_path / "ny.xlsx", 2018, agency_kr=30)))
    assert "ersatt" in loaded("loads").out
    assert "inga" in loaded("undo", "2").out


def test_months_are_closed_and_then_refused(loaded: Run, tmp_path: Path) -> None:
    closed = loaded("set-month", "2018-12", "--status", MonthStatus.CLOSED.value, "--source", "ledger", "--json")
    assert [(row["month"], row["source"], row["status"]) for row in closed.lines] == [("2018-12", "ledger", "closed")]
    refused = loaded("load", "--json", str(ledger(tmp_path / "ny.xlsx", 2018, agency_kr=30)))
    assert (refused.status, [fault["code"] for fault in refused.record["faults"]]) == (1, ["month_closed"])
    assert "stängd" in loaded("months").out
    assert len(loaded("months", "--json").lines) == 25


def test_preliminary_and_erasing_loads_need_their_words(loaded: Run, tmp_path: Path) -> None:
    part = write_xlsx(tmp_path / "del.xlsx", LEDGER_HEADINGS, ("201812", "4110", "0101", 900))
    checked = loaded("check", str(part))
    assert (checked.status, "--allow-erase" in checked.err) == (1, True)
    assert loaded("load", str(part)).status == 1
    assert loaded("load", str(part), "--allow-erase", "--preliminary").status == 0
    record = loaded("share", "--profession", "doctor", "--month", "2018-12", "--json").record
    assert (record["preliminary"], record["agency_ore"]) == (True, 22550)


def test_mappings_go_out_with_the_unmapped_and_come_back(run: Run, tmp_path: Path) -> None:
    run("load", str(ledger(tmp_path / "2018.xlsx", 2018)))
    assert run("export-mappings", "ut.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "ut.xlsx")
    codes = [row[0].value for row in book["Konton"].iter_rows(min_row=2) if row[0].value]
    assert codes == ["4110", "4610"]
    unfilled = run("load-mappings", "ut.xlsx")
    assert (unfilled.status, "Konton" in unfilled.err) == (1, True)
    faults = run("load-mappings", "--json", "ut.xlsx").record["faults"]
    assert {fault["sheet"] for fault in faults} == {"Konton", "Enheter", "Organisation"}
    done = run("load-mappings", "--json", str(mappings(tmp_path / "mappningar.xlsx"))).record
    assert done["parts"]["accounts"] == [2, 0]
    assert done["recomputed_loads"] == 1
    assert "Konton: 0 nya" in run("load-mappings", str(tmp_path / "mappningar.xlsx")).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("share", "--profession", "nurse", "--month", "201812"),
        ("share", "--profession", "nurse", "--month", "2018-12", "--node", "FINNS-EJ"),
        ("share", "--profession", "kirurg", "--month", "2018-12"),
        ("load",),
        ("undo", "99"),
        ("undo", "ett"),
        ("set-month", "2018-12", "--status", "closed"),
        ("load", "x.xlsx", "--scope", "NORR", "--databas", "y"),
        ("loads", "--database", "mysql://x/y"),
        ("goals", "--month", "2018-12", "--database", "postgresql://kim:hemligt@127.0.0.1:1/finns-ej"),
        ("okänt",),
    ],
)
def test_wrong_use_ends_with_2_in_words(run: Run, arguments: tuple[str, ...]) -> None:
    found = run(*arguments)
    assert found.status == 2
    assert found.err
    assert "Traceback" not in found.err
    assert "hemligt" not in found.err


def test_an_answer_that_cannot_be_written_says_why(loaded: Run) -> None:
    found = loaded("goals", "--month", "2018-12", "--xlsx", "finns-ej/mal.xlsx")
    assert (found.status, "finns-ej/mal.xlsx kunde inte skrivas" in found.err) == (2, True)


def test_a_bug_is_told_without_a_traceback(run: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if database_url.startswith("sqlite"):
        with sqlite3.connect(database_url.removeprefix("sqlite:///")) as connection:
            connection.execute("DROP TABLE change_log")
    else:
        with psycopg.connect(database_url) as connection:
            connection.execute("DROP TABLE change_log")
    found = run("load-mappings", "finns-ej.xlsx")
    assert (found.status, "Traceback" in found.err) == (70, False)
    assert "internt fel" in found.err
    monkeypatch.setenv("BEMANNING_DEBUG", "1")
    with pytest.raises(Exception, match="change_log"):
        run("load-mappings", "finns-ej.xlsx")


def test_the_readmes_way_from_two_files_to_the_goal_table(run: Run, tmp_path: Path) -> None:
    for year in (2015, 2017, 2018):
        ledger(tmp_path / f"ekonomi_{year}.xlsx", year, agency_kr=year - 2000)
    heroma(tmp_path / "heroma.xlsx")
    names = ["ekonomi_2015.xlsx", "ekonomi_2017.xlsx", "ekonomi_2018.xlsx", "heroma.xlsx"]
    assert run("check", *names).status == 0
    assert run("load", *names).status == 0
    assert run("export-mappings", "mappningar.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "mappningar.xlsx")
    meanings = {"4110": ("egen personal", "läkare"), "4610": ("hyrpersonal", "läkare")}
    for row in book["Konton"].iter_rows(min_row=2):
        row[2].value, row[3].value = meanings[row[0].value]
    for row in book["Befattningar"].iter_rows(min_row=2):
        row[2].value = row[2].value or "läkare"
    for row in book["Enheter"].iter_rows(min_row=2):
        row[1].value, row[2].value = "Avdelning 1", "ansvar"
    book["Enheter"].append(("HS", "Hälso- och sjukvård", "förvaltning"))
    book["Enheter"].append(("R", "Region Exempel", "region"))
    for row in book["Organisation"].iter_rows(min_row=2):
        row[1].value = "HS"
    book["Organisation"].append(("HS", "R"))
    book["Inställningar"].append(("health_care_node", "HS"))
    book.save(tmp_path / "ifylld.xlsx")
    filled = run("load-mappings", "ifylld.xlsx")
    assert filled.err == ""
    record = run("goals", "--month", "2018-12", "--json", "--xlsx", "maltabell.xlsx").record
    doctors = record["cost_table"][0]
    assert (doctors["node"], doctors["printed"][0]) == ("HS", "Inhyrda läkare")
    amounts = [doctors[key] for key in ("baseline_ore", "previous_ore", "current_ore")]
    assert amounts == [12 * 15_00, 12 * 17_00, 12 * 18_00]
    share = run("share", "--profession", "doctor", "--month", "2018-12", "--json").record
    assert share["share_pct"] == pytest.approx(100 * 18 / 1018)
    assert (tmp_path / "maltabell.xlsx").stat().st_size > 0


def test_a_dry_run_says_what_would_happen_and_stores_nothing(run: Run, tmp_path: Path) -> None:
    file = ledger(tmp_path / "ekonomi.xlsx", 2018)
    tried, checked = run("load", str(file), "--dry-run", "--json"), run("check", str(file), "--json")
    assert tried == checked
    assert tried.record["load"] is None
    assert run("loads", "--json").lines == []
