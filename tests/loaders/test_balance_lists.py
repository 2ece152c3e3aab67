"""A table of balance lists: what is read per month and account where ansvar may be missing, or the faults by cell."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.vocabulary import Source
from loaders.parse_file import FileParser
from tests.loaders.built_files import Rows, places
from tests.loaders.sie_files import sie_3, sie_4, voucher

Build = Callable[..., Path]
Sums = dict[tuple[str, str], int]
WIDE = ["Konto", "Benämning", "jan-18", "feb-18", "Totalt"]

# name, rows, (account, month) → öre
READ: list[tuple[str, Rows, Sums]] = [
    ("months as columns", [WIDE, ["5011", "Hyrläkare", 5, 7.25, 12.25]], {("5011", "2018-01"): 500, ("5011", "2018-02"): 725}),
    ("one period, from the title", [["Saldolista"], ["Period: 201801"], ["Konto", "Utfall"], ["5011", "1 234,50"], ["4110", "5-"]], {("5011", "2018-01"): 123450, ("4110", "2018-01"): -500}),
    ("a period on every row", [["Konto", "Period", "Belopp"], ["5011", 201801, 5], ["5011", 201802, 6]], {("5011", "2018-01"): 500, ("5011", "2018-02"): 600}),
    ("an account twice", [["Konto", "Period", "Belopp"], ["5011", 201801, 5], ["5011", 201801, 6]], {("5011", "2018-01"): 1100}),
    ("sum rows, checked and left out", [WIDE, ["5011", "a", 5, 7, 12], ["5012", "b", 1, 1, 2], ["Summa 50", "", 6, 8, 14], ["4110", "c", 2, 2, 4], ["Totalt", "", 8, 10, 18]], {("5011", "2018-01"): 500, ("5011", "2018-02"): 700, ("5012", "2018-01"): 100, ("5012", "2018-02"): 100, ("4110", "2018-01"): 200, ("4110", "2018-02"): 200}),
    ("with ansvar and supplier, summed over them", [["Konto", "Ansvar", "Leverantör", "Period", "Belopp"], ["5011", "1", "A", 201801, 5], ["5011", "2", "B", 201801, 6]], {("5011", "2018-01"): 1100}),
    ("code and name in one cell", [["Konto", "Period", "Belopp"], ["5011 Hyrläkare", 201801, 5]], {("5011", "2018-01"): 500}),
    ("thousands", [["Belopp i tkr"], ["Konto", "Period", "Belopp"], ["5011", 201801, "1,5"]], {("5011", "2018-01"): 150000}),
    ("the change between two balances", [["Saldolista"], ["Period: 201801"], ["Konto", "Benämning", "Ingående balans", "Förändring", "Utgående balans"], ["5011", "a", 100, 5, 105], ["1910", "b", 7, "", 7], ["Summa", "", 107, 5, 112]], {("5011", "2018-01"): 500}),
    ("the period is the change", [["Period: jan 2018"], ["Konto", "IB", "Period", "UB"], ["5011", "", "5,25", "5,25"], ["4110", "1", "-1", "0"]], {("5011", "2018-01"): 525, ("4110", "2018-01"): -100}),
    ("the period is a month beside the change", [["Konto", "Period", "IB", "Perioden", "UB"], ["5011", 201801, 1, 5, 6]], {("5011", "2018-01"): 500}),
    ("debit and credit between the balances", [["Period: 201801"], ["Konto", "IB", "Debet", "Kredit", "UB"], ["5011", 1, 5, 2, 4], ["4110", "", "", 1, -1]], {("5011", "2018-01"): 300, ("4110", "2018-01"): -100}),
    ("debit and credit beside the month", [["Konto", "Period", "IB", "Debet", "Kredit", "UB"], ["5011", 201801, 1, 5, 2, 4]], {("5011", "2018-01"): 300}),
    ("balances in thousands, each rounded", [["Tkr, period: 201801"], ["Konto", "IB", "Period", "UB"], ["5011", 1, 5, 7]], {("5011", "2018-01"): 500000}),
    ("one balance proves nothing", [["Period: 201801"], ["Konto", "UB", "Förändring"], ["5011", 9, 5]], {("5011", "2018-01"): 500}),
    ("months under a heading", [["", "Utfall 2018", ""], ["Konto", "jan", "feb"], ["5011", 5, 6]], {("5011", "2018-01"): 500, ("5011", "2018-02"): 600}),
]  # fmt: skip

# name, rows, faults by cell
REFUSED: list[tuple[str, Rows, list[tuple[Code, str | None]]]] = [
    ("a sum that does not add up", [WIDE, ["5011", "a", 5, 7, 12], ["Summa", "", 6, 7, 13]], [(Code.SUM_MISMATCH, "C3")]),
    ("year to date only", [["Konto", "Ackumulerat"], ["5011", 5]], [(Code.BALANCE_HEADINGS, "A1")]),
    ("a change that is not between its balances", [["Period: 201801"], ["Konto", "IB", "Period", "UB"], ["5011", 1, 5, 6], ["4110", 1, 5, 7], ["4120", "", "", 1]], [(Code.BALANCE_CHANGE, "D4"), (Code.BALANCE_CHANGE, "D5")]),
    ("debit and credit that are not between their balances", [["Period: 201801"], ["Konto", "IB", "Debet", "Kredit", "UB"], ["5011", 1, 5, 2, 8]], [(Code.BALANCE_CHANGE, "E3")]),
    ("balances without a change", [["Konto", "IB", "UB"], ["5011", 1, 2]], [(Code.BALANCE_HEADINGS, "A1")]),
    ("balances around a column of months", [["Konto", "IB", "Period", "UB"], ["5011", 1, 201801, 6]], [(Code.PERIOD_MISSING, None)]),
    ("a range that no books hold", [["Period: 201801 - 209901"], ["Konto", "Belopp"], ["5011", 1]], [(Code.PERIOD_FUTURE, None)]),
    ("no account", [["Namn", "Period", "Utfall"], ["a", 201801, 5]], [(Code.BALANCE_HEADINGS, "A1")]),
    ("nothing known", [["a", "b"], ["c", "d"]], [(Code.BALANCE_HEADINGS, None)]),
    ("an error in a cell", [["Konto", "Period", "Belopp"], ["5011", 201801, "#N/A"]], [(Code.CELL_ERROR, "C2")]),
    ("hours", [["Period", "Enhet", "Befattning", "Anställningsform", "Timmar"], ["201801", "1", "L1", "Extern", 5]], [(Code.SOURCE_OTHER, None)]),
]  # fmt: skip

SPANS: list[tuple[str, Rows]] = [
    ("a range of periods", [["Period: 201801 - 201812"], ["Konto", "Belopp"], ["5011", 5]]),
    ("a range of days", [["Avser 2018-01-01 – 2018-12-31"], ["Konto", "IB", "Period", "UB"], ["5011", "", 5, 5]]),
    ("to the thirteenth", [["Period: 201813 - 201801"], ["Konto", "Belopp"], ["5011", 5]]),
]

YEAR_ALONE = ("#RAR 0 20180101 20181231", "#RES 0 5011 5", "#RES 0 1910 7", "#RES -1 5011 9")

SIE: list[tuple[str, str, Sums]] = [
    ("vouchers", sie_4(voucher('5011 {1 "101"} 5.00', '5011 {1 "102"} 6.00', "4110 {} 1.00", "2440 {} -12.00")), {("5011", "2018-01"): 1100, ("4110", "2018-01"): 100}),
    ("balances of accounts", sie_3("#PSALDO 0 201801 5011 {} 7", kind="2"), {("5011", "2018-01"): 700}),
    ("balances of units", sie_3("#PSALDO 0 201801 5011 {} 7", '#PSALDO 0 201801 5011 {1 "101"} 5'), {("5011", "2018-01"): 700}),
]  # fmt: skip


@pytest.fixture
def parse_balance(parser: FileParser) -> Callable[[Path], ParsedFile]:
    return lambda path: parser.parse(ReadRequest(path, path.name, source=Source.LEDGER, is_balance=True), "")


def sums_of(parsed: ParsedFile) -> Sums:
    cells = pl.read_ipc_stream(parsed.cells)
    assert set(cells["ansvar"]) | set(cells["supplier"]) == {""}
    return {(account, month): ore for account, month, ore in cells.select("account", "month", "amount_ore").iter_rows()}


@pytest.mark.parametrize(("rows", "sums"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_a_list_is_read_per_account_and_month(
    rows: Rows, sums: Sums, workbook: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    parsed = parse_balance(workbook(rows))
    assert parsed.faults == ()
    assert sums_of(parsed) == sums
    assert parsed.total == sum(sums.values())


@pytest.mark.parametrize(("rows", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused(
    rows: Rows,
    faults: list[tuple[Code, str | None]],
    workbook: Build,
    parse_balance: Callable[[Path], ParsedFile],
) -> None:
    parsed = parse_balance(workbook(rows))
    assert places(parsed.faults) == faults
    assert parsed.cells == b""


@pytest.mark.parametrize(("content", "sums"), [case[1:] for case in SIE], ids=[case[0] for case in SIE])
def test_a_sie_file_is_a_balance_list_too(
    content: str, sums: Sums, text_file: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    parsed = parse_balance(text_file(content, "fil.se"))
    assert sums_of(parsed) == sums
    assert Code.SIE_WITHOUT_ANSVAR not in {fault.code for fault in parsed.warnings}


@pytest.mark.parametrize("case", READ[:4], ids=lambda case: case[0])
def test_an_ordinary_load_still_refuses_a_ledger_without_ansvar(
    case: tuple[str, Rows, Sums], workbook: Build, parse: Callable[[Path], ParsedFile]
) -> None:
    assert [fault.code for fault in parse(workbook(case[1])).faults] == [Code.LEDGER_WITHOUT_ANSVAR]


@pytest.mark.parametrize("rows", [case[1] for case in SPANS], ids=[case[0] for case in SPANS])
def test_a_list_of_several_months_together_says_which(
    rows: Rows, workbook: Build, parse_balance: Callable[[Path], ParsedFile], parse: Callable[[Path], ParsedFile]
) -> None:
    parsed = parse_balance(workbook(rows))
    assert (parsed.faults, parsed.span) == ((), ("2018-01", "2018-12"))
    assert sums_of(parsed) == {("5011", "2018-12"): 500}
    assert parse(workbook(rows)).span is None


def test_sheets_of_several_months_are_not_put_together(
    workbook: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    rows = SPANS[0][1]
    assert places(parse_balance(workbook({"A": rows, "B": rows})).faults) == [(Code.PERIOD_MISSING, None)]


def test_which_column_is_the_change_is_said(workbook: Build, parse_balance: Callable[[Path], ParsedFile]) -> None:
    (said,) = [each for each in parse_balance(workbook(SPANS[1][1])).warnings if each.code is Code.BALANCE_COLUMN]
    assert said.params == {"heading": "Period", "opening": "IB", "closing": "UB"}


def test_a_change_of_two_columns_is_said_with_both(
    workbook: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    halves = [["Period: 201801"], ["Konto", "IB", "Debet", "Kredit", "UB"], ["5011", 1, 5, 2, 4]]
    said = {each.code: each.params for each in parse_balance(workbook(halves)).warnings}
    assert said[Code.BALANCE_COLUMN] == {"heading": "Debet − Kredit", "opening": "IB", "closing": "UB"}
    assert said[Code.AMOUNT_OF_HALVES] == {"heading": "Debet", "debit": "5.00", "text": "Kredit", "credit": "2.00"}


@pytest.mark.parametrize(
    ("more", "span"),
    [
        ((), ("2018-01", "2018-12")),
        (("#OMFATTN 20180930",), ("2018-01", "2018-09")),
        (("#OMFATTN 20190131",), ("2018-01", "2018-12")),
    ],
)
def test_the_results_of_a_year_are_a_balance_list(
    more: tuple[str, ...], span: tuple[str, str], text_file: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    parsed = parse_balance(text_file(sie_3(*YEAR_ALONE, *more, kind="1"), "fil.se"))
    assert (parsed.faults, parsed.span) == ((), span)
    assert sums_of(parsed) == {("5011", span[1]): 500}


@pytest.mark.parametrize(
    "records",
    [
        YEAR_ALONE[:1],
        YEAR_ALONE[1:],
        (*YEAR_ALONE, "#OMFATTN när"),
        (*YEAR_ALONE, "#OMFATTN 20171231"),
        ("#RAR 0 20180101 20989931", *YEAR_ALONE[1:]),
        ("#RAR 0 20180101 20191231", *YEAR_ALONE[1:]),
    ],
    ids=["no results", "no year", "no day", "before the year", "no such month", "two years"],
)
def test_a_year_without_results_is_refused(
    records: tuple[str, ...], text_file: Build, parse_balance: Callable[[Path], ParsedFile]
) -> None:
    assert places(parse_balance(text_file(sie_3(*records, kind="1"), "fil.se")).faults) == [
        (Code.SIE_RESULTS_MISSING, None)
    ]
