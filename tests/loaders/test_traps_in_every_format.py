"""A table of what sheets hide, merge and show otherwise than they hold, each built and read in every format."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from tests.loaders.built_files import cells_of, places
from tests.loaders.every_format import FORMS, Cell, Sheet, Zeros, written

Parse = Callable[..., ParsedFile]

HEADER = ["Konto", "Ansvar", "Period", "Utfall"]
WITH_CALENDAR = ("xlsx", "xls", "xlsb", "ods", "xml")
WORKBOOKS = tuple(form for form in FORMS if form != "csv")


def one(amount: float | None, account: Cell = "5011", ansvar: Cell = "101") -> list[Cell]:
    return [account, ansvar, 201801, amount]


KEYS: list[Cell] = ["Konto", "Ansvar"]
NO_KEYS: list[Cell] = [None, None]
MONTHS: list[list[Cell]] = [
    [*KEYS, "jan-18", None, "feb-18", None],
    [*NO_KEYS, "Utfall", "Budget", "Utfall", "Budget"],
    ["5011", "101", 5, 9, 7, 8],
]
MERGED_MONTHS = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]
YEARS: list[list[Cell]] = [
    ["Rapport"],
    [*NO_KEYS, 2017, None, 2018, None],
    [*KEYS, "jan", "feb", "jan", "feb"],
    ["5011", "101", 5, 7, 1, 2],
]
TO_DATE: list[list[Cell]] = [
    [*NO_KEYS, None, "Perioden", None, "Ackumulerat", None],
    [*KEYS, "Period", "Utfall", "Budget", "Utfall", "Budget"],
    ["5011", "101", 201801, 5, 9, 60, 90],
]
# name, sheet, its codes, total in öre, warnings, formats
READ: list[tuple[str, Sheet, list[tuple[str, str]], int, Sequence[Code], Sequence[str]]] = [
    ("leading zeros that only the number format shows", Sheet([HEADER, one(5, Zeros(123), Zeros(7)), one(7, Zeros(54321))]), [("00123", "00007"), ("54321", "101")], 1200, [], FORMS),
    ("leading zeros in an amount", Sheet([HEADER, one(5), ["5011", "101", Zeros(201801), Zeros(70)]]), [("5011", "101")], 7500, [], FORMS),
    ("a key merged over its rows", Sheet([HEADER, one(5), one(7, None, "102"), one(1, None, "103")], merged=[(1, 0, 3, 0)]), [("5011", "101"), ("5011", "102"), ("5011", "103")], 1300, [], WORKBOOKS),
    ("two keys merged at once", Sheet([HEADER, one(5), one(7, None, None)], merged=[(1, 0, 2, 0), (1, 1, 2, 1)]), [("5011", "101")], 1200, [], WORKBOOKS),
    ("two-row headings, merged", Sheet(MONTHS, merged=MERGED_MONTHS), [("5011", "101")] * 4, 1200, [], WORKBOOKS),
    ("two-row headings, nothing merged", Sheet(MONTHS), [("5011", "101")] * 4, 1200, [], FORMS),
    ("two-row headings, repeated on the next page", Sheet([*MONTHS, *MONTHS]), [("5011", "101")] * 4, 2400, [], FORMS),
    ("outcome and budget over their months", Sheet([[*NO_KEYS, "Utfall", None, "Budget", None], [*KEYS, "jan-18", "feb-18", "jan-18", "feb-18"], ["5011", "101", 5, 7, 1, 2]]), [("5011", "101")] * 4, 1200, [], FORMS),
    ("years over their months", Sheet(YEARS), [("5011", "101")] * 4, 1500, [], FORMS),
    ("year over months over measures", Sheet([[*NO_KEYS, 2018, None, None, None], [*KEYS, "jan", None, "feb", None], *MONTHS[1:]], merged=[(0, 2, 0, 5), (1, 2, 1, 3), (1, 4, 1, 5)]), [("5011", "101")] * 4, 1200, [], WORKBOOKS),
    ("months over measures, year in the title", Sheet([["År 2018"], [*KEYS, "Januari", None, "Februari", None], *MONTHS[1:]]), [("5011", "101")] * 4, 1200, [Code.YEAR_FROM_TITLE], FORMS),
    ("period and year-to-date side by side", Sheet(TO_DATE), [("5011", "101")] * 2, 500, [], FORMS),
    ("period and year-to-date side by side, merged", Sheet(TO_DATE, merged=[(0, 3, 0, 4), (0, 5, 0, 6)]), [("5011", "101")] * 2, 500, [], WORKBOOKS),
    ("a group heading over the keys", Sheet([["Kontering", None, None, "Belopp"], HEADER, one(5)], merged=[(0, 0, 0, 2)]), [("5011", "101")], 500, [], FORMS),
    ("a heading over amounts that says nothing", Sheet([[*KEYS, "Period", "Belopp i ekonomisystemet", None], [*NO_KEYS, None, "Utfall", "Budget"], [*one(5), 9]], merged=[(0, 3, 0, 4)]), [("5011", "101")] * 2, 500, [], FORMS),
    ("thousands of kronor said over the amounts", Sheet([[*KEYS, "Period", "Belopp i tkr", None], [*NO_KEYS, None, "Utfall", "Budget"], [*one(5), 9]], merged=[(0, 3, 0, 4)]), [("5011", "101")] * 2, 500_000, [Code.UNIT_SCALED], FORMS),
    ("a title above a blank heading", Sheet([["Period", "jan 2018"], [None, *KEYS, "Utfall"], ["x", "5011", "101", 5]]), [("5011", "101")], 500, [Code.PERIOD_FROM_TITLE], FORMS),
    ("1904 system, the bare number of a day", Sheet([HEADER, ["5011", "101", 43101 - 1462, 5], ["5011", "101", "2018-01", 1], one(7)], is_1904=True), [("5011", "101")], 1300, [], WITH_CALENDAR),
    ("the bare number of a day", Sheet([HEADER, ["5011", "101", 43101, 5], one(7)]), [("5011", "101")], 1200, [], WITH_CALENDAR),
    ("a merged title", Sheet([["Ekonomirapport", None, None, None], HEADER, one(5)], merged=[(0, 0, 0, 3)]), [("5011", "101")], 500, [], FORMS),
    ("a blank merged over amounts", Sheet([[*HEADER, "Budget"], [*one(5), 1], [*one(None), 1], [*one(None), 1]], merged=[(2, 3, 3, 3)]), [("5011", "101")] * 2, 500, [], WORKBOOKS),
    ("a merged sum label", Sheet([HEADER, one(5), one(7), ["Summa", None, None, 12]], merged=[(3, 0, 3, 2)]), [("5011", "101")], 1200, [], FORMS),
    ("hidden rows", Sheet([HEADER, one(5), one(7), one(1.5)], hidden_rows=[2, 3]), [("5011", "101")], 1350, [Code.HIDDEN_ROWS_READ], WORKBOOKS),
    ("hidden rows that are not read", Sheet([["Titel"], HEADER, one(5), ["Summa", None, None, 5]], hidden_rows=[0, 3]), [("5011", "101")], 500, [], WORKBOOKS),
    ("hidden columns", Sheet([HEADER, one(5)], hidden_columns=[3]), [("5011", "101")], 500, [Code.HIDDEN_COLUMN_READ], WORKBOOKS),
    ("hidden columns of credit, and a row", Sheet([[*HEADER[:3], "Debet", "Kredit"], [*one(5), 2], [*one(5), 1]], hidden_rows=[2], hidden_columns=[4]), [("5011", "101")], 700, [Code.AMOUNT_OF_HALVES, Code.HIDDEN_ROWS_READ, Code.HIDDEN_COLUMN_READ], WORKBOOKS),
    ("hidden columns of codes", Sheet([HEADER, one(5)], hidden_columns=[0]), [("5011", "101")], 500, [], WORKBOOKS),
]  # fmt: skip

# name, sheet, faults, formats
REFUSED: list[tuple[str, Sheet, list[tuple[Code, str | None]], Sequence[str]]] = [
    ("a first row without its keys", Sheet([HEADER, [None, None, "2018-01", 5], one(7)]), [(Code.KEY_MISSING, "A2"), (Code.KEY_MISSING, "B2")], FORMS),
    ("a key carried down without a merge", Sheet([HEADER, one(5), one(7, None), one(1, None)]), [(Code.KEY_MISSING, "A3"), (Code.KEY_MISSING, "A4")], FORMS),
    ("only year-to-date, said over the amounts", Sheet([[*NO_KEYS, None, "Ackumulerat"], HEADER, one(5)]), [(Code.HEADINGS_MISSING, "A2")], FORMS),
    ("only year-to-date, said over the months", Sheet([[*NO_KEYS, "Ackumulerat", None], [*KEYS, "jan-18", "feb-18"], ["5011", "101", 5, 12]], merged=[(0, 2, 0, 3)]), [(Code.HEADINGS_MISSING, "A2")], WORKBOOKS),
    ("headings that may reach anywhere", Sheet([[*NO_KEYS, None, None, None, "Ackumulerat"], *TO_DATE[1:]]), [(Code.HEADING_DUPLICATE, "G2")], FORMS),
    ("the same measure twice under a month", Sheet([MONTHS[0], [*NO_KEYS, "Utfall", "Utfall", "Utfall", "Utfall"], MONTHS[2]]), [(Code.HEADING_DUPLICATE, "F2"), (Code.HEADING_FORM, "D2")], FORMS),
    ("1904 system, bare numbers of days as columns", Sheet([[*KEYS, 43101 - 1462, 43132 - 1462], ["5011", "101", 5, 7]], is_1904=True), [(Code.PERIOD_UNREADABLE, "C1"), (Code.PERIOD_UNREADABLE, "D1")], WITH_CALENDAR),
    ("a key merged across columns", Sheet([HEADER, one(5, "5011", None)], merged=[(1, 0, 1, 1)]), [(Code.KEY_MISSING, "B2")], WORKBOOKS),
    ("an amount merged over rows", Sheet([HEADER, one(5), one(None, "5012")], merged=[(1, 3, 2, 3)]), [(Code.AMOUNT_MERGED, "D2")], WORKBOOKS),
    ("an amount merged over columns", Sheet([[*HEADER, "Budget"], [*one(5), None]], merged=[(1, 3, 1, 4)]), [(Code.AMOUNT_MERGED, "D2")], WORKBOOKS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "case"), [pytest.param(form, case, id=f"{case[0]}-{form}") for case in READ for form in case[5]]
)
def test_reads_to_the_ore(
    form: str,
    case: tuple[str, Sheet, list[tuple[str, str]], int, Sequence[Code], Sequence[str]],
    tmp_path: Path,
    parse: Parse,
) -> None:
    _, sheet, codes, total, warnings, _ = case
    parsed = parse(written(form, tmp_path, sheet))
    assert (places(parsed.faults), parsed.total) == ([], total)
    assert [(cell["account"], cell["ansvar"]) for cell in cells_of(parsed)] == codes
    assert min(parsed.per_month) >= "2017-01"
    assert [warning.code for warning in parsed.warnings] == list(warnings)


@pytest.mark.parametrize(
    ("form", "case"), [pytest.param(form, case, id=f"{case[0]}-{form}") for case in REFUSED for form in case[3]]
)
def test_refuses_and_says_where(
    form: str, case: tuple[str, Sheet, list[tuple[Code, str | None]], Sequence[str]], tmp_path: Path, parse: Parse
) -> None:
    assert places(parse(written(form, tmp_path, case[1])).faults) == case[2]


@pytest.mark.parametrize("form", WORKBOOKS)
def test_what_is_hidden_is_said_with_its_sum(form: str, tmp_path: Path, parse: Parse) -> None:
    wide: list[list[Cell]] = [["Konto", "Ansvar", "jan-18", "Budget jan-18"], ["1", "2", 5, 9], ["1", "3", 7.25, 9]]
    sheet = Sheet(wide, hidden_rows=[2], hidden_columns=[2, 3])
    rows, column, budget = parse(written(form, tmp_path, sheet)).warnings
    assert (rows.code, rows.params) == (Code.HIDDEN_ROWS_READ, {"count": 1, "amount": "7.25 kr"})
    assert (column.code, column.params) == (
        Code.HIDDEN_COLUMN_READ,
        {"heading": "jan-18", "amount": "12.25 kr"},
    )
    assert budget.params == {"heading": "Budget jan-18", "amount": "18.00 kr"}


def test_hidden_hours_are_said_as_hours(tmp_path: Path, parse: Parse) -> None:
    rows: list[list[Cell]] = [
        ["Period", "Enhet", "AID", "Anställning", "Tidstyp", "Timmar"],
        ["2018-01", "1", "L", "Extern", "Ordinarie", 7.5],
    ]
    (warning,) = parse(written("xlsx", tmp_path, Sheet(rows, hidden_rows=[1]))).warnings
    assert warning.params == {"count": 1, "amount": "7.50 timmar"}
