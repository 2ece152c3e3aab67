from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import MonthStatus
from bemanning.export.formulas import MISSING_TEXT
from bemanning.export.goal_workbook import goal_workbook
from bemanning.services.unmapped import Unmapped, UnmappedItem
from tests.builders.comments import nothing_said
from tests.builders.goal_tables import GOLDEN, MADE_AT, goal_table, load

BOARD, SUMS, SOURCES = "Måluppfyllelse", "Underlag", "Källor och definitioner"
CASES = ("year", "september", "gaps")


def _book(content: bytes, *, values: bool = True) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content), data_only=values)


def _rows(sheet: Worksheet, name: str) -> list[tuple[Any, ...]]:
    return [row for row in sheet.iter_rows(values_only=True) if row[0] == name]


def _formula_cells(content: bytes) -> list[tuple[str, str]]:
    book = _book(content, values=False)
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def _same(cached: object, computed: object) -> bool:
    if isinstance(cached, int | float) and isinstance(computed, int | float):
        return computed == pytest.approx(cached, rel=1e-11, abs=1e-9)
    return (cached or None) == (computed or None)


@pytest.mark.parametrize("case", CASES)
def test_every_formula_recalculates_to_its_cached_value(
    case: str, written: dict[str, bytes], recalculated: dict[str, bytes]
) -> None:
    before, after = _book(written[case]), _book(recalculated[case])
    cells = _formula_cells(written[case])
    differing = [
        (sheet, place, before[sheet][place].value, after[sheet][place].value)
        for sheet, place in cells
        if not _same(before[sheet][place].value, after[sheet][place].value)
    ]
    assert differing == []
    assert len(cells) > 80


def test_a_changed_month_changes_every_figure_that_stands_on_it(recalculated: dict[str, bytes]) -> None:
    before, after = (_book(recalculated[name])[BOARD] for name in ("year", "edited"))
    for name in ("Inhyrda läkare", "Summa"):
        (was,), (now,) = _rows(before, name), _rows(after, name)
        assert [new - old for old, new in zip(was[1:5], now[1:5], strict=True)] == pytest.approx([0, 0, 1e7, 1e7])
        assert now[6] - was[6] == pytest.approx(1e7)
    assert _rows(before, "Varav Primärvården") == _rows(after, "Varav Primärvården")
    agency, own = 118_720_000, 12 * 45_200_000
    (share,) = _rows(after, "Oberoende, läkare")
    assert share[1] == pytest.approx(agency / (agency + own))
    assert share[3] == pytest.approx(100 * agency / (agency + own) - 2)


def test_the_published_cost_table_in_kronor(written: dict[str, bytes]) -> None:
    sheet = _book(written["year"])[BOARD]
    amounts = {**GOLDEN["underlying_kr"], **GOLDEN["totals_kr"]}
    for printed in GOLDEN["printed"]:
        (row,) = _rows(sheet, printed["cells"][0])
        kr = amounts[printed["key"]]
        assert list(row[1:4]) == [kr["2015"], kr["2017"], kr["2018"]]
        assert row[4:8] == pytest.approx(
            [
                kr["2018"] - kr["2017"], (kr["2018"] - kr["2017"]) / kr["2017"],
                kr["2018"] - kr["2015"], (kr["2018"] - kr["2015"]) / kr["2015"],
            ]
        )  # fmt: skip


def test_the_goals_and_the_indicator_offered_beside_the_undefined_one(written: dict[str, bytes]) -> None:
    sheet = _book(written["year"])[BOARD]
    (strategic,) = _rows(sheet, "Målet strategiskt")
    assert strategic[1:5] == ("\u2013", "inte definierat", "\u2013", "kan inte utvärderas")
    (doctors,), (offered,) = _rows(sheet, "Oberoende, läkare"), _rows(sheet, "I stället: Oberoende, läkare")
    assert offered[1:5] == doctors[1:5]
    assert doctors[1:4] == pytest.approx((0.166974, 0.02, 14.697383), abs=1e-6)
    assert doctors[4] == "ej uppfyllt"
    texts = [cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
    assert any("Oberoende definierades aldrig." in text for text in texts)
    (manual,), (empty,) = _rows(sheet, "Målet st"), _rows(sheet, "Målet ej_inmatat")
    assert manual[1:5] == (49, 60, -11, "ej uppfyllt")
    assert empty[1:5] == (MISSING_TEXT, 5, MISSING_TEXT, MISSING_TEXT)
    (cost,), (capped,) = _rows(sheet, "Målet kostnad"), _rows(sheet, "Målet tak")
    assert cost[4] == "ej uppfyllt"
    assert capped[1:3] == (134_060_000, 150_000_000)


def test_missing_months_are_blank_named_and_never_summed_around(recalculated: dict[str, bytes]) -> None:
    book = _book(recalculated["gaps"])
    for name in ("Inhyrda läkare", "Summa"):
        (row,) = _rows(book[BOARD], name)
        assert [row[column] for column in (1, 3, 4, 5, 6, 7)] == [MISSING_TEXT] * 6
        assert isinstance(row[2], int | float)
    lines = [row for row in _rows(book[SUMS], "Inhyrda läkare") if row[2] == "2018"]
    assert [lines[0][column] for column in (5, 6, 15)] == [None, None, MISSING_TEXT]
    assert lines[0][16] == "Inte inläst: mars\u2013april\u00a02018"
    (weeks,), (doctors,) = _rows(book[BOARD], "Målet veckor"), _rows(book[BOARD], "Oberoende, läkare")
    assert (weeks[1], weeks[3], weeks[4]) == (doctors[1], doctors[3], doctors[4]) == (MISSING_TEXT,) * 3
    texts = [cell for row in book[BOARD].iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
    assert any("mars\u2013april\u00a02018 är inte inläst" in text for text in texts)


def test_a_month_that_is_not_december(written: dict[str, bytes]) -> None:
    sheet = _book(written["september"])[BOARD]
    (headings,) = _rows(sheet, "Jan\u2013sep, kostnader i mkr")
    assert headings[2:4] == ("2017 jan\u2013sep", "2018 jan\u2013sep")
    (weeks,), (quarter,) = _rows(sheet, "Målet veckor"), _rows(sheet, "Målet kostnad")
    assert weeks[4] == "pågår"
    assert quarter[4] == "ej uppfyllt"
    assert weeks[1] == pytest.approx(9 * 2033.33 / 40)


def test_text_from_data_never_becomes_a_formula(written: dict[str, bytes]) -> None:
    book = _book(written["year"], values=False)
    sources = [cell for row in book[SOURCES].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in sources} == {"s", "n", "d"}
    assert any(cell.value == "=fil 1.xlsx" for cell in sources)
    assert any(str(cell.value).endswith("=1+1") for cell in sources)


def test_sources_are_listed_with_true_numbers(written: dict[str, bytes]) -> None:
    (row,) = _rows(_book(written["year"])[SOURCES], "=fil 1.xlsx")
    assert row[1:] == (
        1, "ekonomisystem, profil verifikationer version 1", "hs", "jan\u2013dec\u00a02018", 48_211, -987_654_321.55,
        datetime(2019, 1, 14, 9, 12), "@Karin Ek",  # noqa: DTZ001 - Excel's moments know no zone
    )  # fmt: skip


def test_facts_stand_on_the_board_sheet() -> None:
    preliminary = goal_table(data_status=MonthStatus.PRELIMINARY)
    sheet = _book(goal_workbook(preliminary, nothing_said(), MADE_AT).content)[BOARD]
    facts = {row[column]: row[column + 1] for row in sheet.iter_rows(3, 6, values_only=True) for column in (0, 4)}
    assert facts == {
        "Region": "Region Demo & Co",
        "Urval": "Hälso- och sjukvård (HS)",
        "Månad": "december\u00a02018",
        "Summerade månader": "jan\u2013dec\u00a02018",
        "Hyrandel räknas som": "andel av total personalkostnad",
        "Organisation": "dagens organisation",
        "Uppgifterna är": "preliminära: någon månad lästes in innan den var bokförd",
        "Framtaget": "22\u00a0nov\u00a02026",
    }


def test_unmapped_accounts_are_said_on_the_board_sheet() -> None:
    unmapped = Unmapped((UnmappedItem("account", "46310", 65_700_000_00, 0),))
    sheet = _book(goal_workbook(goal_table(unmapped=unmapped), nothing_said(), MADE_AT).content)[BOARD]
    assert [row[0] for row in sheet.iter_rows(values_only=True) if "utan mappning" in str(row[0])] == [
        "65,7\u00a0mkr på 1 konto utan mappning räknas inte med: kostnader och andelar kan vara för låga."
    ]


def test_name_print_setup_and_properties() -> None:
    exported = goal_workbook(goal_table(), nothing_said(), MADE_AT)
    assert exported.file_name == "maluppfyllelse_2018-12_hs_2026-11-22.xlsx"
    book = _book(exported.content)
    assert (book.properties.title, book.properties.creator) == (
        "Måluppfyllelse per december\u00a02018, Hälso- och sjukvård", "Bemanning",
    )  # fmt: skip
    for sheet in book:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.sheet_view.showGridLines is False
        assert sheet.freeze_panes
        assert "Sida" in sheet.oddFooter.right.text
        assert "Region Demo && Co" in sheet.oddFooter.left.text


def test_the_same_table_and_moment_give_the_same_bytes() -> None:
    assert goal_workbook(goal_table(), nothing_said(), MADE_AT) == goal_workbook(goal_table(), nothing_said(), MADE_AT)


def test_every_part_is_well_formed_xml(written: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(written["year"])) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            ET.fromstring(parts.read(name))  # noqa: S314 - our own bytes


def test_a_table_without_goals_or_loads_is_only_headings() -> None:
    bare = goal_table(cost_rows=(), outcomes=(), source_loads=())
    book = _book(goal_workbook(bare, nothing_said(), MADE_AT).content)
    assert _formula_cells(goal_workbook(bare, nothing_said(), MADE_AT).content) == []
    assert book.sheetnames == [BOARD, SUMS, SOURCES]


def test_sums_that_do_not_add_up_are_refused() -> None:
    table = goal_table()
    wrong = replace(table.cost_rows[0], current_ore=Value.of(1))
    with pytest.raises(ValueError, match="the months behind Inhyrda läkare"):
        goal_workbook(replace(table, cost_rows=(wrong,)), nothing_said(), MADE_AT)


def test_a_node_outside_the_organisation_has_blank_months() -> None:
    table = goal_table()
    weeks = next(each for each in table.outcomes if each.goal.key == "veckor")
    outside = Value(None, MissingReason.NOT_IN_ORGANISATION)
    outcome = replace(weeks, outcome=outside, deviation=outside)
    book = _book(goal_workbook(goal_table(outcomes=(outcome,)), nothing_said(), MADE_AT).content)
    (line,) = _rows(book[SUMS], "Målet veckor")
    assert line[3:16] == (*(None,) * 12, MISSING_TEXT)


def test_the_hours_of_a_week_stand_in_one_named_cell() -> None:
    sheet = _book(goal_workbook(goal_table(hours_per_week=Fraction(38)), nothing_said(), MADE_AT).content)[SUMS]
    ((label, hours, *_),) = _rows(sheet, "Timmar per hyrvecka (antagande)")
    assert (label, hours) == ("Timmar per hyrvecka (antagande)", 38)


def test_a_load_that_is_current_for_no_month_names_none() -> None:
    table = goal_table(source_loads=(load(3, current_months=()),))
    (row,) = _rows(_book(goal_workbook(table, nothing_said(), MADE_AT).content)[SOURCES], "=fil 3.xlsx")
    assert row[4] == ""
