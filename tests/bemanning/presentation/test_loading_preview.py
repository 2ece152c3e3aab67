"""What was found in a sent file: what differs, what is wrong, what it was recognised as, and what no one knows."""

from __future__ import annotations

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.presentation.loading_card import job_card
from bemanning.presentation.loading_changes import KEYS_SHOWN, changes_table
from bemanning.presentation.loading_faults import FAULTS_SHOWN, fault_list
from bemanning.presentation.loading_preview import UNMAPPED_SHOWN, findings, recognised
from bemanning.services.file_report import MonthChange
from bemanning.services.unmapped import UnmappedItem
from tests.bemanning.presentation.test_loading_cards import CONTEXT, KNOWN
from tests.builders.loading import job, report
from tests.builders.seen import by_type, rows, text


def test_the_table_of_months_opens_what_differs() -> None:
    table = rows(changes_table(report(), is_done=False))
    assert ["nov 2018", "9 000 000,00", "9 120 331,00", "+120 331,00"] in table
    assert ["4011", "8 000 000,00", "8 162 444,00", "+162 444,00"] in table
    assert ["dec 2018", "inte inläst", "9 120 000,00", "ny"] in table
    assert table[-1] == ["Alla månader", "", "18 240 331,00", ""]
    assert [row[0] for row in table if row and row[0] in {"4011", "40119"}] == ["4011", "40119"]


def test_sums_before_are_told_where_every_month_had_one() -> None:
    changes = (MonthChange("2018-11", None, 100, 100), MonthChange("2018-12", None, 300, 150))
    table = rows(changes_table(report(changes=changes), is_done=True))
    assert table[0][1] == "Tidigare, kr"
    assert table[1:] == [
        ["nov 2018", "1,00", "1,00", "oförändrad"],
        ["dec 2018", "3,00", "1,50", "−1,50"],
        ["Alla månader", "4,00", "2,50", "−1,50"],
    ]


def test_many_accounts_are_summed_so_that_the_parts_make_the_whole() -> None:
    keys = tuple(MonthChange("2018-12", f"K{number:02}", None, 100 + number) for number in range(KEYS_SHOWN + 2))
    whole = MonthChange("2018-12", None, 0, sum(each.after for each in keys))
    table = rows(changes_table(report(changes=(whole, *keys)), is_done=False))
    assert table[-1] == ["2 konton till, tillsammans", "", "", "+2,01"]
    assert table[-2][:2] == ["K02", "inga rader"]
    assert changes_table(report(changes=()), is_done=False) == []
    one_more = changes_table(report(changes=(whole, *keys[:-1])), is_done=False)
    assert rows(one_more)[-1][0] == "1 konto till"


def test_every_fault_is_listed_with_its_place() -> None:
    faults = tuple(
        Fault(FaultCode.AMOUNT_UNREADABLE, {"value": "x", "column": "actual"}, "Utfall", f"D{row}") for row in range(30)
    )
    listed = fault_list(faults)
    assert text(listed).startswith("30 fel att rätta Blad Utfall, cell D0")
    assert len(by_type(listed, "Li")) == 30
    (folded,) = by_type(listed, "Details")
    assert text(by_type(folded, "Summary")) == f"Visa {30 - FAULTS_SHOWN} till"
    assert "1 fel att rätta" in text(fault_list(faults[:1]))


def test_what_was_recognised_is_told_with_its_sums() -> None:
    pairs = by_type(recognised(report(), CONTEXT.names), "Div")
    facts = {text(term): text(words) for term, words in (pair.children for pair in pairs)}
    assert facts == {
        "Igenkänd som": "Ekonomi (huvudbok)", "Omfattar": "Primärvården", "Månader": "nov–dec 2018", "Rader": "4 812",
        "Kontrollsumma": "18 240 331,00 kr",
    }  # fmt: skip
    assert recognised(report(source=None), {}) == []


@pytest.mark.parametrize(
    ("profile", "columns"),
    [
        ("ledger-long:Konto/Ansvar/Utfall", "Konto, Ansvar, Utfall"),
        ("ledger-wide:KONTO/KST", "KONTO, KST, månader som kolumner"),
        ("heroma:Enhet/AID/Anställning/Timmar", "Enhet, AID, Anställning, Timmar"),
        ("sie4", "Format SIE 4 Månader"),
        ("sie4:Ekonomi 3.2", "Format SIE 4, Ekonomi 3.2 Månader"),
        ("sie5:Ekonomi 4.0", "Format SIE 5, Ekonomi 4.0 Månader"),
    ],
)
def test_the_headings_that_it_was_recognised_by_are_named(profile: str, columns: str) -> None:
    assert columns in text(recognised(report(profile=profile), {}))


def test_that_the_same_is_loaded_already_is_said_once() -> None:
    told = text(job_card(job(report=KNOWN), CONTEXT))
    assert "detsamma som i a.xlsx (inläsning 1), som redan gäller" in told
    assert "Värt att veta" not in told
    assert told.count("a.xlsx") == 1


def test_a_file_of_no_declared_scope_and_without_months() -> None:
    told = text(recognised(report(scope=None, per_month={}), {}))
    assert "Avgörs inte av filen" in told
    assert "Kontrollsumma" not in told
    assert "GAMMAL" in text(recognised(report(scope="GAMMAL"), {}))


def test_what_nothing_knows_leads_to_the_mapping() -> None:
    items = [UnmappedItem("account", f"{number}", 100, 0) for number in range(UNMAPPED_SHOWN)]
    items.append(UnmappedItem("code", "D9", 0, 1250))
    told = findings(report(unmapped=tuple(items)), is_done=False)
    assert "/mappning" in [link.href for link in by_type(told, "Link")]
    assert "Visa 1 till" in text(told)
    assert ["Befattningskod", "D9", "12,50 timmar"] in rows(told)


def test_what_was_left_in_the_file_is_counted_by_kind() -> None:
    dropped = {"personal_number": 1, "person_name": 12, "något": 2}
    assert "1 personnummer, 12 namn och 2 andra uppgifter lämnades kvar" in text(
        findings(report(dropped=dropped), is_done=False)
    )
    assert "Personuppgifter" not in text(findings(report(dropped={}), is_done=False))


def test_warnings_are_listed_where_nothing_else_tells_them() -> None:
    assert "Värt att veta" not in text(findings(report(), is_done=False))
    told = findings(report(warnings=(Fault(FaultCode.MACROS_IGNORED),)), is_done=False)
    assert "Värt att veta Filen innehåller makron" in text(told)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (UnmappedItem("account", "7777", 0, 0), "0,00 kr"),
        (UnmappedItem("unit", "0101", -1_50, 0), "−1,50 kr"),
        (UnmappedItem("unit", "V1", 0, 7_50), "7,50 timmar"),
        (UnmappedItem("code", "204010", 0, 0), "0,00 timmar"),
    ],
)
def test_what_nothing_knows_is_summed_in_its_own_unit(item: UnmappedItem, words: str) -> None:
    told = findings(report(unmapped=(item,)), is_done=False)
    assert words in text(told).replace("\u00a0", " ")
