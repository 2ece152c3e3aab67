"""check-balance, from a file to words, JSON and an exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bemanning.cli.conftest import Run, ledger, mappings, write_xlsx


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    """2018 loaded and mapped: 1 000 kr a month on 4110, 20,50 on 4610."""
    assert run("load", str(ledger(tmp_path / "2018.xlsx", 2018))).status == 0
    assert run("load-mappings", str(mappings(tmp_path / "mappningar.xlsx"))).status == 0
    return run


def balance(path: Path, *rows: tuple[object, ...]) -> str:
    return str(write_xlsx(path, ("Konto", "Period", "Belopp"), *rows))


def test_a_list_that_agrees(loaded: Run, tmp_path: Path) -> None:
    file = balance(tmp_path / "saldo.xlsx", ("4110", "201801", 1000), ("4610", "201801", 20.5))
    found = loaded("check-balance", file)
    assert (found.status, found.err) == (0, "")
    assert found.out.replace("\u00a0", " ").splitlines() == [
        "Alla 2 konton stämmer på öret i 1 månad.",
        "saldo.xlsx mot allt inläst i regionen, jan 2018.",
    ]


def test_a_list_that_differs(loaded: Run, tmp_path: Path) -> None:
    rows = (("4110", "201801", 1000.01), ("3000", "201801", -5), ("4110", "201901", 7))
    file = balance(tmp_path / "saldo.xlsx", *rows)
    found = loaded("check-balance", file)
    assert found.status == 1
    said = found.out.replace("\u00a0", " ")
    assert said.startswith("2 av 2 konton avviker: 20,51 kr.")
    assert "−0,01" in said
    assert "Ej jämfört, eftersom det inte är inläst: jan 2019." in found.err.replace("\u00a0", " ")
    told = loaded("check-balance", "--json", file)
    assert told.status == 1
    assert told.record == {
        "file": "saldo.xlsx",
        "scope": None,
        "agrees": False,
        "months": ["2018-01"],
        "is_sum": False,
        "profile": None,
        "matched": [],
        "differing": [
            {"account": "4110", "month": "2018-01", "loaded": "1000.00", "balance": "1000.01", "difference": "-0.01"}
        ],
        "only_loaded": [
            {"account": "4610", "month": "2018-01", "loaded": "20.50", "balance": None, "difference": "20.50"}
        ],
        "not_loaded": [],
        "others": {"3000": "-5.00"},
        "months_not_loaded": ["2019-01"],
        "months_lacking": [],
        "scopes_lacking": {},
        "warnings": [],
    }


def test_nothing_to_compare_is_no_agreement(loaded: Run, tmp_path: Path) -> None:
    found = loaded("check-balance", balance(tmp_path / "saldo.xlsx", ("4110", "201901", 7)))
    assert found.status == 1
    assert found.out == "Inget att stämma av: ingen av filens månader är inläst. Läs in dem under Inläsning först.\n"


def test_a_list_that_cannot_be_read(loaded: Run, tmp_path: Path) -> None:
    file = balance(tmp_path / "saldo.xlsx", ("4110", "201801", "#N/A"))
    found = loaded("check-balance", file)
    assert (found.status, found.out) == (1, "")
    assert "cell C2" in found.err
    told = loaded("check-balance", "--json", file)
    assert told.status == 1
    assert (told.record["file"], told.record["faults"][0]["cell"]) == ("saldo.xlsx", "C2")


def test_a_scope_that_does_not_exist_is_wrong_use(loaded: Run, tmp_path: Path) -> None:
    file = balance(tmp_path / "saldo.xlsx", ("4110", "201801", 1000))
    found = loaded("check-balance", file, "--scope", "X")
    assert found.status == 2
    assert "X" in found.err
