from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, Setting, SupplierAlias, UnitAlias
from bemanning.domain.mapping_sheets import SHEETS
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from bemanning.export.mapping_workbook import mapping_workbook
from bemanning.services.unmapped import Unmapped, UnmappedItem
from loaders.mapping_workbook import read_mapping_workbook

MADE_AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
NOTHING = Unmapped(())
GOAL = Goal(
    "veckor", "Hyrläkarveckor", GoalMeasure.WORKED_WEEKS, "PV", Month(2018, 12), Profession.DOCTOR, Direction.BELOW,
    Decimal("699.5"), position=3, in_cost_table=True, is_part=True, definition_text="=ord", source_text="rapporten",
    undefined_reason="", manual_outcome=None,
)  # fmt: skip
MAPPINGS = MappingSet(
    accounts=(
        AccountRule("0401", CostKind.AGENCY, Profession.DOCTOR, "=Inhyrda", Month(2015, 1), Month(2017, 12)),
        AccountRule("9999", CostKind.OTHER, None),
    ),
    codes=(CodeRule("201010", Profession.DOCTOR, "Överläkare"),),
    nodes=(Node("PV", "Primärvården", NodeKind.AREA), Node("0012", "HC Ås", NodeKind.UNIT)),
    edges=(Edge("0012", "PV", Month(2016, 1)),),
    unit_aliases=(UnitAlias("HCAS", "0012"),),
    supplier_aliases=(SupplierAlias("-Läkarna AB", "Läkarna"),),
    scopes=(Scope("pv", "Primärvården", "PV", is_default=True), Scope("os", "Sjukhuset", "OS")),
    goals=(
        GOAL,
        replace(GOAL, key="st", measure=GoalMeasure.MANUAL, target=None, target_is_baseline=True,
                manual_outcome=Decimal(49), in_cost_table=False, is_part=False),
    ),
    events=(Event(Month(2018, 2), "Sex paket", "rapporten"),),
    settings=(Setting("hours_per_week", "40"),),
)  # fmt: skip
ROWS: dict[str, list[tuple[object, ...]]] = {
    "Konton": [("0401", "=Inhyrda", "hyrpersonal", "läkare", "2015-01", "2017-12"),
               ("9999", None, "övrigt", None, None, None)],
    "Befattningar": [("201010", "Överläkare", "läkare", None, None)],
    "Enheter": [("PV", "Primärvården", "område"), ("0012", "HC Ås", "ansvar")],
    "Organisation": [("0012", "PV", "2016-01", None)],
    "Heromaenheter": [("HCAS", "0012", None, None)],
    "Leverantörer": [("-Läkarna AB", "Läkarna", None, None)],
    "Omfattningar": [("pv", "Primärvården", "PV", "ja"), ("os", "Sjukhuset", "OS", None)],
    "Mål": [
        ("veckor", "Hyrläkarveckor", "hyrveckor", "PV", "läkare", "under", 699.5, None, "2018-12", 3, "ja", "ja",
         "=ord", "rapporten", None, None),
        ("st", "Hyrläkarveckor", "antal", "PV", "läkare", "under", None, "ja", "2018-12", 3, None, None, "=ord",
         "rapporten", None, 49),
    ],
    "Händelser": [("2018-02", "Sex paket", "rapporten")],
    "Inställningar": [("hours_per_week", "40", None, None)],
}  # fmt: skip


def _book(mappings: MappingSet = MAPPINGS, unmapped: Unmapped = NOTHING) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(mapping_workbook(mappings, unmapped, MADE_AT).content))


def _rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_sheet_holds_its_headings_and_current_rows(sheet: str) -> None:
    expected: list[Any] = [SHEETS[sheet], *ROWS[sheet]]
    assert _rows(_book()[sheet]) == expected


def test_sheets_stand_in_the_format_order_after_the_instructions() -> None:
    assert _book().sheetnames == ["Läs mig", *SHEETS]


def test_a_table_that_the_set_lacks_gets_no_sheet() -> None:
    assert _book(MappingSet(events=())).sheetnames == ["Läs mig", "Händelser"]


def test_text_never_becomes_a_formula() -> None:
    assert {cell.data_type for sheet in _book() for row in sheet.iter_rows() for cell in row if cell.value} == {
        "s",
        "n",
    }


def test_unmapped_codes_are_rows_to_fill_with_their_amounts() -> None:
    unmapped = Unmapped(
        (
            UnmappedItem("account", "0777", -1_234_50, 0),
            UnmappedItem("code", "X9", 0, 51_225),
            UnmappedItem("unit", "0012", 900, 0),
            UnmappedItem("unit", "0099", 0, 800),
            UnmappedItem("unit", "0100", 0, 0),
        )
    )
    book = _book(unmapped=unmapped)
    assert _rows(book["Konton"])[0][-1] == "Omappat belopp"
    assert _rows(book["Konton"])[-1] == ("0777", None, None, None, None, None, -1234.5)
    assert _rows(book["Befattningar"])[-1] == ("X9", None, None, None, None, 512.25)
    assert [(row[0], row[-1]) for row in _rows(book["Enheter"])[-2:]] == [("0099", 8), ("0100", 0)]
    assert [(row[0], row[-1]) for row in _rows(book["Organisation"])[-3:]] == [("0012", 9), ("0099", 8), ("0100", 0)]
    assert "kr" in book["Konton"].cell(4, 7).number_format
    assert "timmar" in book["Befattningar"].cell(3, 6).number_format
    assert book["Konton"].cell(4, 2).fill.fgColor.rgb == "FFFFF3C4"


def test_nothing_unmapped_leaves_the_column_out() -> None:
    assert [len(_rows(_book()[sheet])[0]) for sheet in SHEETS] == [len(headings) for headings in SHEETS.values()]


@pytest.mark.parametrize(
    ("sheet", "column", "words"),
    [
        ("Konton", "C", "egen personal,hyrpersonal,övertid,övrigt"),
        ("Konton", "D", "läkare,sjuksköterska,övrig personal"),
        ("Enheter", "C", "region,förvaltning,område,verksamhet,ansvar"),
        ("Mål", "C", "hyrandel R12,hyrkostnad,hyrveckor,antal,odefinierat"),
        ("Mål", "F", "högst,under,minst"),
        ("Mål", "K", "ja,nej"),
        ("Omfattningar", "D", "ja,nej"),
    ],
)
def test_words_are_chosen_from_lists(sheet: str, column: str, words: str) -> None:
    lists = {
        str(rule.sqref).partition("2")[0]: rule.formula1 for rule in _book()[sheet].data_validations.dataValidation
    }
    assert lists[column] == f'"{words}"'


def test_headings_carry_notes_and_codes_are_text_cells() -> None:
    book = _book()
    comment = book["Konton"]["E1"].comment
    assert comment is not None
    assert "2018-01" in comment.text
    assert book["Konton"]["B1"].comment is None
    assert book["Konton"]["A2"].number_format == "@"
    assert book["Mål"]["G2"].number_format == "General"


def test_the_instructions_name_every_sheet() -> None:
    text = "\n".join(str(row[0]) for row in _rows(_book()["Läs mig"]))
    assert [sheet for sheet in SHEETS if sheet not in text] == []


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    whole = replace(
        MAPPINGS,
        nodes=(*(MAPPINGS.nodes or ()), Node("OS", "Sjukhuset", NodeKind.AREA), Node("R", "Regionen", NodeKind.REGION)),
        edges=(*(MAPPINGS.edges or ()), Edge("PV", "R"), Edge("OS", "R")),
    )
    path = tmp_path / "mappning.xlsx"
    path.write_bytes(mapping_workbook(whole, NOTHING, MADE_AT).content)
    assert read_mapping_workbook(path, path.name) == whole


def test_rows_left_unfilled_are_refused_cell_by_cell(tmp_path: Path) -> None:
    path = tmp_path / "mappning.xlsx"
    unmapped = Unmapped((UnmappedItem("account", "0777", 100, 0),))
    only_accounts = MappingSet(accounts=(MAPPINGS.accounts or ())[:1])
    path.write_bytes(mapping_workbook(only_accounts, unmapped, MADE_AT).content)
    faults = read_mapping_workbook(path, path.name).faults
    assert [(fault.sheet, fault.cell) for fault in faults] == [("Konton", "C3")]


def test_name_and_bytes_follow_from_content_and_moment() -> None:
    exported = mapping_workbook(MAPPINGS, NOTHING, MADE_AT)
    assert exported.file_name == "mappning_2026-11-21.xlsx"
    assert exported == mapping_workbook(MAPPINGS, NOTHING, MADE_AT)
