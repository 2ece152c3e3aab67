from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bemanning.export.csv_text import csv_bytes
from bemanning.export.unit_files import unit_csv, unit_workbook
from bemanning.presentation.unit_view import seen_rows
from bemanning.presentation.unit_words import SortColumn, TreeWords
from bemanning.services.drill_down import DrillCell
from tests.builders import answers, unit_trees
from tests.builders.comments import nothing_said

MADE_AT = datetime(2019, 1, 14, 23, 30, tzinfo=UTC)
WORDS = TreeWords(sort=SortColumn.SHARE, is_descending=True, opened=("PV",))


def sheet(content: bytes, name: str) -> Worksheet:
    found: Worksheet = load_workbook(BytesIO(content))[name]
    return found


def test_the_workbook_holds_the_rows_that_are_seen_with_true_numbers() -> None:
    tree = unit_trees.unit_tree()
    made = unit_workbook(tree, None, WORDS, nothing_said(), MADE_AT)
    assert made.file_name == "enheter_2018-12_hs_2019-01-15.xlsx"
    rows = list(sheet(made.content, "Enheter").iter_rows(values_only=True))
    start = next(at for at, row in enumerate(rows) if row[0] == "Kod")
    seen = seen_rows(tree.rows, WORDS)
    assert [row[0] for row in rows[start + 1 :]] == [each.row.node.code for each in seen]
    for row, each in zip(rows[start + 1 :], seen, strict=True):
        share = each.row.share.number
        assert row[3] == (None if share is None else pytest.approx(float(share)))
        cost = each.row.agency_cost_ore.number
        assert row[5] == (None if cost is None else pytest.approx(float(cost) / 100_000))
    assert rows[start + 1 :][-1][-1] == "mars\N{NO-BREAK SPACE}2018 är inte inläst"
    facts = {row[0]: row[1] for row in rows[:start]}
    assert facts["Hyrandel räknas som"] == "andel av total personalkostnad"
    assert facts["Summerade månader"] == "jan–dec\N{NO-BREAK SPACE}2018"
    assert facts["Framtaget"] == "15\N{NO-BREAK SPACE}jan\N{NO-BREAK SPACE}2019"
    assert str(facts["Källor"]).startswith("huvudbok-1.xlsx (jan–dec")


def test_the_opened_cell_has_a_sheet_whose_sums_agree() -> None:
    made = unit_workbook(unit_trees.unit_tree(), unit_trees.drill(), WORDS, nothing_said(), MADE_AT)
    rows = list(sheet(made.content, "Underlag").iter_rows(values_only=True))
    sums = {row[0]: row[2] for row in rows[3:8]}
    assert sums["Norrsken Vård AB"] + sums["Leverantör ej angiven"] + sums["Utan verifikationsrader"] == sums["Summa"]
    assert sums["Summa"] == 1500.25
    assert rows[-1][:2] == ("2018-12", "=V2")
    assert sheet(made.content, "Underlag").cell(len(rows), 2).data_type == "s"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cell_ore": answers.MISSING_MARCH}, "Hyrkostnaden saknas: mars\N{NO-BREAK SPACE}2018 är inte inläst."),
        ({}, "Norrsken Vård AB"),
    ],
)
def test_a_missing_cell_and_one_supplier(changes: dict[str, object], words: str) -> None:
    drill = unit_trees.drill(DrillCell("PV", supplier="Norrsken Vård AB"), **changes)
    made = unit_workbook(unit_trees.unit_tree(), drill, WORDS, nothing_said(), MADE_AT)
    assert words in [row[0] for row in sheet(made.content, "Underlag").iter_rows(values_only=True)]


def test_csv_is_what_a_swedish_spreadsheet_opens() -> None:
    made = unit_csv(unit_trees.unit_tree(), TreeWords(search="ås"), nothing_said(), MADE_AT)
    assert made.file_name == "enheter_2018-12_hs_2019-01-15.csv"
    assert made.content.startswith(b"\xef\xbb\xbfKod;Enhet;")
    lines = made.content.decode("utf-8-sig").split("\r\n")
    assert [line.split(";")[0] for line in lines[1:4]] == ["HS", "PV", "4101"]
    assert lines[3].split(";")[1:4] == ["Hälsocentralen Ås", "3", "30"]
    assert "Sökning;ås" in lines


def test_csv_without_sources_and_while_books_are_open() -> None:
    tree = unit_trees.unit_tree(source_loads=(), selection=answers.resolved(is_preliminary=True))
    lines = unit_csv(tree, TreeWords(), nothing_said(), MADE_AT).content.decode("utf-8-sig").split("\r\n")
    assert "Uppgifterna är;preliminära: någon månad kan ändras" in lines
    assert "Källor;inga inlästa ekonomifiler under perioden" in lines


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+46", "'+46"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"), ("a;b", '"a;b"'),
        ("0041", "0041"), (None, ""), (Fraction(-5, 2), "-2,5"), (Fraction(1, 3), "0,333333"), (Fraction(0), "0"),
        (Fraction(1200), "1200"),
    ],
)  # fmt: skip
def test_csv_cells(cell: str | Fraction | None, written: str) -> None:
    assert csv_bytes([["a", cell]]).decode("utf-8-sig") == f"a;{written}\r\n"
