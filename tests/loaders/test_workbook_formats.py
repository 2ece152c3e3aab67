"""The same workbook in every format: the same cells, the same faults."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.file_format import FileFormat
from bemanning.domain.parsed_file import ParsedFile
from loaders.fault_log import FaultLog
from loaders.limits import Limits
from loaders.raw_sheet import RawSheet
from loaders.read_workbook import read_workbook
from loaders.sniff import sniff
from loaders.workbook_text import workbook_text
from tests.loaders import xlsb_files
from tests.loaders.built_files import Formula, Rows, places
from tests.loaders.conftest import write_workbook

Parse = Callable[..., ParsedFile]
Convert = Callable[..., dict[str, Path]]

TRUE, FALSE = True, False
MOMENT = datetime(2018, 12, 31, 13, 45, 30)  # noqa: DTZ001 -- a spreadsheet date has no time zone
HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
CELLS: Rows = [
    ["Konto", "Å ä ö é €", "  två  ord ", "rad\nbryt", "'apostrof", "=text", '"citat"', "<&>", "0501"],
    [1, 2.5, -0.1, 1e15, 123456789012345, 0.3, 1e-7, 0, -7],
    [TRUE, FALSE, None, None, "x"],
    [date(2018, 12, 1), MOMENT, time(7, 30), timedelta(hours=31, minutes=30)],
    [],
    [Formula("=1+1", 2), Formula("=1/0", "#DIV/0!"), Formula("=NA()", "#N/A"), Formula("=1>0", value=True)],
]  # fmt: skip
LEDGER: Rows = [
    ["Region X", None, "Belopp i tkr"],
    [],
    HEADER,
    ["0501", "007", 201801, 1.5],
    ["5011", "101", date(2018, 2, 1), "2,25"],
    ["5011", "101", 201802, Formula("=1+1", 2)],
    ["Summa", None, None, 5.75],
]
FAULTY: Rows = [
    HEADER,
    ["5011", "101", 201801, Formula("=1/0", "#DIV/0!")],
    [None, "101", 201801, 5],
    ["5011", "101", "x", "fel"],
]
SHIFTED: Rows = [[], [], [None, None, "x"], [], [None, None, None, 1.25]]
BOOKS: dict[str, dict[str, Rows]] = {
    "cells": {"Blad1": CELLS, "Dolt": [["y"]], "Tomt": [], "Förskjutet": SHIFTED},
    "ledger": {"Utfall": LEDGER},
    "faulty": {"Utfall": FAULTY},
}


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory, converted: Convert) -> dict[str, dict[str, Path]]:
    """Format → name → path. LibreOffice writes xls and ods; nothing here writes xlsb but the tests."""
    folder = tmp_path_factory.mktemp("books")
    xlsx = {name: write_workbook(folder / f"{name}.xlsx", sheets, ["Dolt"]) for name, sheets in BOOKS.items()}
    return {"xlsx": xlsx, "xls": converted(xlsx, "xls"), "ods": converted(xlsx, "ods")}


def raw(path: Path) -> list[RawSheet]:
    return read_workbook(path, sniff(path, Limits()), Limits(), FaultLog())


def placed(sheet: RawSheet) -> dict[tuple[int, int], tuple[str, object]]:
    """The filled cells, by their place in the sheet, each with its kind: a truth value is not a number."""
    return {
        (row, sheet.first_column + index): ("number" if type(cell) in (int, float) else type(cell).__name__, cell)
        for row, cells in enumerate(sheet.open_rows())
        for index, cell in enumerate(cells)
        if cell != ""
    }


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_every_cell_is_the_same_as_in_xlsx(form: str, books: dict[str, dict[str, Path]]) -> None:
    expected, found = raw(books["xlsx"]["cells"]), raw(books[form]["cells"])
    assert [(sheet.name, sheet.is_hidden) for sheet in found] == [
        ("Blad1", False),
        ("Dolt", True),
        ("Förskjutet", False),
    ]
    for one, other in zip(expected, found, strict=True):
        assert placed(other) == placed(one)
        assert other.flaws == one.flaws
    assert found[0].flaws == {(5, 1): "#DIV/0!", (5, 2): "#N/A"}


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_rows_are_as_wide_as_their_sheet(form: str, books: dict[str, dict[str, Path]]) -> None:
    assert all(len({len(row) for row in sheet.open_rows()}) == 1 for sheet in raw(books[form]["cells"]))


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_what_is_understood_is_the_same(form: str, books: dict[str, dict[str, Path]], parse: Parse) -> None:
    one, other = parse(books["xlsx"]["ledger"]), parse(books[form]["ledger"])
    assert (other.total, other.content_hash, other.rows) == (575_000, one.content_hash, 3)
    assert other.warnings == one.warnings
    assert parse(books[form]["faulty"]).faults == parse(books["xlsx"]["faulty"]).faults
    assert places(parse(books[form]["faulty"]).faults) == [
        (Code.CELL_ERROR, "D2"),
        (Code.KEY_MISSING, "A3"),
        (Code.PERIOD_UNREADABLE, "C4"),
        (Code.AMOUNT_UNREADABLE, "D4"),
    ]


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_content_decides_whatever_the_file_is_called(
    form: str, books: dict[str, dict[str, Path]], tmp_path: Path, parse: Parse
) -> None:
    for ending in ("xlsx", "xls", "xlsb", "ods", "csv"):
        path = tmp_path / f"fil.{ending}"
        path.write_bytes(books[form]["ledger"].read_bytes())
        assert sniff(path, Limits()) is FileFormat(form)
        assert parse(path).total == 575_000


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_tables_that_people_keep_may_be_in_any(form: str, books: dict[str, dict[str, Path]]) -> None:
    assert workbook_text(books[form]["ledger"], Limits()) == workbook_text(books["xlsx"]["ledger"], Limits())


def test_every_cell_of_an_xlsb_is_the_same_as_in_xlsx(tmp_path: Path) -> None:
    plain: xlsb_files.Rows = [
        ["Konto", "Å ä ö é €", "  två  ord ", "rad\nbryt", "0501"],
        [1, 2.5, -0.1, 1e15, TRUE, FALSE, None, date(2018, 12, 1)],
        [],
        ["x"],
    ]
    shifted: xlsb_files.Rows = [[], [], [None, None, "x"], [None, 1.25]]
    sheets = {"Blad1": plain, "Dolt": shifted}
    xlsx = write_workbook(tmp_path / "a.xlsx", sheets, ["Dolt"])
    parts = {name: xlsb_files.sheet(rows) for name, rows in sheets.items()}
    xlsb = xlsb_files.xlsb(tmp_path / "a.xlsb", parts, hidden=["Dolt"])
    for one, other in zip(raw(xlsx), raw(xlsb), strict=True):
        assert (other.name, other.is_hidden, placed(other)) == (one.name, one.is_hidden, placed(one))
