"""A balance list's panel and answer: the words, and what is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bemanning.presentation.balance_panel import ROWS_SHOWN, balance_answer, balance_panel
from bemanning.presentation.balance_words import balance_about, balance_notes, balance_sentence, balance_tables
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.texts.balance import NO_SUM
from bemanning.services.balance_check import BalanceCheck, compare
from tests.builders import balances
from tests.builders.balances import JULY
from tests.builders.seen import by_class, by_type, rows, text


def of(loaded: dict[str, int], listed: dict[str, int]) -> BalanceCheck:
    """Give the answer to amounts of July."""
    ours, theirs = ({(account, JULY): ore for account, ore in side.items()} for side in (loaded, listed))
    return replace(balances.agreeing(), months=(JULY,), comparison=compare(ours, theirs, (JULY,), balances.RULES))


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (balances.agreeing(), "Alla 36 konton stämmer på öret i 12 månader."),
        (balances.agreeing(1, 1), "Kontot stämmer på öret i 1 månad."),
        (balances.check(), "3 av 4 konton avviker: 1 304,55 kr."),
        (of({"1": 5}, {"1": 3}), "Kontot avviker: 0,02 kr."),
        (of({"1": 5}, {"1": 5, "3": 1}), "Kontot stämmer på öret i 1 månad."),
        (of({}, {"3": 1}), "Inget att stämma av: inget konto i filen är inläst eller mappat. Är det rätt lista?"),
        (balances.of_sums(), "2 av 2 konton avviker: 10,05 kr."),
        (replace(balances.agreeing(), is_sum=True), "Alla 36 konton stämmer på öret i summan av 12 månader."),
        (
            replace(balances.of_nothing(), is_sum=True),
            NO_SUM.format(months="juli 2018"),
        ),
        (
            balances.of_nothing(),
            "Inget att stämma av: ingen av filens månader är inläst. Läs in dem under Inläsning först.",
        ),
    ],
)
def test_a_sentence_says_whether_it_agrees(check: BalanceCheck, sentence: str) -> None:
    assert balance_sentence(check).replace(NBSP, " ") == sentence


def test_what_was_held_against_what() -> None:
    assert balance_about(balances.check()) == f"saldolista 2018.xlsx mot allt inläst i regionen, juli–aug{NBSP}2018."
    assert balance_about(balances.agreeing(months=1)).startswith("saldolista.xlsx mot det inlästa för Primärvården")
    assert balance_about(balances.of_nothing()) == ""
    assert balance_about(balances.of_sums()).endswith(f"för Primärvården, summan av juli–aug{NBSP}2018.")


def test_what_else_there_is_to_know() -> None:
    assert [note.replace(NBSP, " ") for note in balance_notes(balances.check())] == [
        "Tandvården är inte inläst för aug 2018. Det som filen har för den delen syns som skillnad.",
        "Ej jämfört, eftersom det inte är inläst: sep 2018.",
        "Stängt här, men saknas i filen: jan–feb 2018.",
        "2 konton i filen är varken inlästa eller mappade, sammanlagt −899,99 kr. De behöver inte ingå i exporten.",
    ]
    assert [note.replace(NBSP, " ") for note in balance_notes(of({}, {"3": 1}))] == [
        "1 konto i filen är varken inläst eller mappat, 0,01 kr. Det behöver inte ingå i exporten."
    ]
    assert list(balance_notes(balances.agreeing())) == []
    assert list(balance_notes(balances.of_sums())) == ["Listan lästes med profilen Raindance."]
    assert list(balance_notes(replace(balances.of_nothing(), is_sum=True))) == []


def test_the_tables_hold_what_does_not_agree() -> None:
    tables = {table.title: table.rows for table in balance_tables(balances.check())}
    assert {title: [[cell.replace(NBSP, " ") for cell in row] for row in found] for title, found in tables.items()} == {
        "Konton som avviker": [["46110 Inhyrda läkare", "juli 2018", "1 234 567,89", "1 233 333,39", "+1 234,50"]],
        "Inlästa konton som saknas i saldolistan": [["49999", "juli 2018", "−0,05"]],
        "Mappade konton i saldolistan som inte är inlästa": [["46120 Inhyrda sjuksköterskor", "aug 2018", "70,00"]],
    }
    assert balance_tables(balances.agreeing()) == []


def test_a_sided_account_is_one_row_of_its_months() -> None:
    months = (JULY, JULY.plus(1))
    found = compare({("1", month): 7 for month in months}, {}, months, ())
    (table,) = balance_tables(replace(balances.agreeing(), comparison=found))
    assert table.rows == [("1", f"juli–aug{NBSP}2018", "0,14")]


def test_a_list_of_sums_is_told_of_all_its_months() -> None:
    months = f"juli–aug{NBSP}2018"
    differing, only_loaded = balance_tables(balances.of_sums())
    assert differing.headings[1] == "Månader"
    assert differing.rows == [("40111 Lön läkare", months, "210,00", "200,00", "+10,00")]
    assert only_loaded.rows == [("46110 Inhyrda läkare", months, "0,05")]


def test_the_answer_says_the_sentence_first() -> None:
    drawn = balance_answer(balances.check())
    assert text(drawn[0]) == "3 av 4 konton avviker: 1 304,55 kr."
    assert len(by_type(drawn, "Table")) == 3
    assert "tkr" in text(by_class(drawn, "disclosure"))
    assert by_class(drawn[0], "chip-deviates")
    assert by_class(balance_answer(balances.agreeing())[0], "chip-met")
    assert by_class(balance_answer(balances.of_nothing())[0], "chip-none")
    assert len(balance_answer(balances.agreeing())) == 2


def test_a_list_of_something_else_is_cut_and_said_to_be() -> None:
    check = of(
        {str(number): 2 for number in range(ROWS_SHOWN + 1)}, {str(number): 1 for number in range(ROWS_SHOWN + 1)}
    )
    drawn = balance_answer(check)
    (table,) = by_type(drawn, "Table")
    assert len(rows(table)) == 1 + ROWS_SHOWN
    assert "… och 1 rader till" in text(drawn)


def test_the_scope_is_asked_for_where_there_are_several() -> None:
    (select,) = by_type(balance_panel({"A": "Vård", "B": "Stab"}), "Select")
    assert [(choice["value"], choice["label"]) for choice in select.data] == [
        ("", "Hela regionen"),
        ("A", "Vård"),
        ("B", "Stab"),
    ]
    assert by_type(balance_panel({"A": "Vård"}), "Select") == []
