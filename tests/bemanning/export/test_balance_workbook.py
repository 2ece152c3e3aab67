"""The answer to a balance list as a workbook: what the screen says, and every row in true numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from bemanning.export.balance_workbook import balance_workbook
from bemanning.presentation.balance_words import balance_notes, balance_sentence, balance_warnings
from bemanning.services.balance_check import BalanceCheck
from tests.builders import balances

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)


def sheets(check: BalanceCheck) -> dict[str, list[list[object]]]:
    book = load_workbook(BytesIO(balance_workbook(check, MADE_AT).content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True) if any(row)] for sheet in book}


def test_the_first_sheet_says_what_the_screen_says() -> None:
    check = balances.check()
    (_title, *facts) = sheets(check)["Avstämning"]
    assert facts[:5] == [
        ["Resultat", balance_sentence(check)],
        ["Saldolista", "saldolista 2018.xlsx"],
        ["Omfattning", "Hela regionen"],
        ["Månader", "juli–aug\u00a02018"],
        ["Framtaget", "16\u00a0jan\u00a02019\u00a000:30"],
    ]
    assert [row[0] for row in facts[5:]] == ["Att veta", *balance_notes(check), *balance_warnings(check)]


def test_every_row_stands_in_true_numbers() -> None:
    found = sheets(balances.check())
    assert list(found) == ["Avstämning", "Avviker", "Saknas i listan", "Ej inlästa", "Stämmer", "Övriga i listan"]
    assert found["Avviker"][1:] == [
        ["Konto", "Månad", "Inläst, kr", "Saldolista, kr", "Skillnad, kr"],
        ["46110 Inhyrda läkare", "juli\u00a02018", 1_234_567.89, 1_233_333.39, 1_234.5],
    ]
    assert found["Saknas i listan"][2:] == [["49999", "juli\u00a02018", -0.05]]
    assert found["Ej inlästa"][2:] == [["46120 Inhyrda sjuksköterskor", "aug\u00a02018", 70]]
    assert found["Stämmer"][2:] == [["40111"]]
    assert found["Övriga i listan"][2:] == [["30100", -900], ["30200", 0.01]]


def test_an_answer_of_sums_says_so_and_one_that_agrees_has_nothing_to_note() -> None:
    assert ["Månader", "juli–aug\u00a02018, i en summa"] in sheets(balances.of_sums())["Avstämning"]
    agreeing = sheets(balances.agreeing())
    assert list(agreeing) == ["Avstämning", "Stämmer"]
    assert len(agreeing["Avstämning"]) == 6
    assert "Månader" not in [row[0] for row in sheets(balances.of_nothing())["Avstämning"]]


def test_the_file_is_named_by_what_and_when() -> None:
    def name(check: BalanceCheck) -> str:
        return balance_workbook(check, MADE_AT).file_name

    assert name(balances.check()) == "saldolista_2018-07_2018-09_2019-01-16.xlsx"
    assert name(balances.agreeing(months=1)) == "saldolista_2018-01_pv_2019-01-16.xlsx"
