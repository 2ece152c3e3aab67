"""The mapping workbook: what it says, and every fault at once with sheet and cell."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.mapping import (
    AccountRule,
    CodeRule,
    MappingSet,
    Scope,
    Setting,
    SupplierAlias,
    UnitAlias,
)
from bemanning.domain.mapping_sheets import SHEETS
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from loaders.limits import Limits
from loaders.mapping_workbook import parse_mapping, read_mapping_workbook
from loaders.workbook_text import shown_text, workbook_text
from tests.loaders.built_files import Cell, Formula, Rows

Build = Callable[..., Path]
Sheets = dict[str, Rows]
GOAL = SHEETS["Mål"]
NODES = [SHEETS["Enheter"], ["R", "Region", "region"], ["P", "Primärvård", "område"], ["1", "HC", "ansvar"]]


def goal_row(**cells: Cell) -> list[Cell]:
    filled: dict[str, Cell] = {"Nyckel": "n", "Mål": "m", "Mått": "hyrkostnad", "Enhet": "R", "Senast": "2018-12"}
    filled |= {"Målvärde": 2, **{name.replace("_", " "): cell for name, cell in cells.items()}}
    return [filled.get(heading) for heading in GOAL]


def read(sheets: Sheets, workbook: Build) -> MappingSet:
    return parse_mapping(workbook_text(workbook(sheets), Limits()))


def test_reads_every_sheet_in_a_child(workbook: Build) -> None:
    path = workbook(
        {
            "Konton": [
                SHEETS["Konton"],
                ["0501", "Hyr", "Hyrpersonal", "läkare", "2017-05", date(2018, 12, 1)],
                [412, None, "övrigt"],
            ],
            "Befattningar": [SHEETS["Befattningar"], ["L1", "Läkare", "Läkare"]],
            "Enheter": NODES,
            "Organisation": [SHEETS["Organisation"], ["P", "R", None, 201612], ["P", "R", "2017-01"], ["1", "P"]],
            "Heromaenheter": [SHEETS["Heromaenheter"], ["H-1", "1"]],
            "Leverantörer": [SHEETS["Leverantörer"], ["BOLAGET AB", "Bolaget"]],
            "Omfattningar": [SHEETS["Omfattningar"], ["HSV", "Vård", "P", "ja"], ["STAB", "Stab", "R", None]],
            "Mål": [
                GOAL,
                goal_row(
                    Yrkesgrupp="sjuksköterska",
                    Riktning="under",
                    Målvärde="2,5",
                    Ordning=3,
                    I_kostnadstabellen=True,
                    Varav="nej",
                    Definition="d",
                    Källa="k",
                    Utfall=None,
                ),
            ],
            "Händelser": [SHEETS["Händelser"], ["2018-02", "Hyrstopp", "beslut"]],
            "Inställningar": [SHEETS["Inställningar"], ["andel", "total"]],
            "Läs mig": [["Vad som helst"]],
        }
    )
    always = (ALWAYS_FROM, ALWAYS_TO)
    assert read_mapping_workbook(path, "m.xlsx") == MappingSet(
        accounts=(
            AccountRule("0501", CostKind.AGENCY, Profession.DOCTOR, "Hyr", Month(2017, 5), Month(2018, 12)),
            AccountRule("412", CostKind.OTHER, None, "", *always),
        ),
        codes=(CodeRule("L1", Profession.DOCTOR, "Läkare", *always),),
        nodes=(Node("R", "Region", NodeKind.REGION), Node("P", "Primärvård", NodeKind.AREA), Node("1", "HC", NodeKind.UNIT)),
        edges=(
            Edge("P", "R", ALWAYS_FROM, Month(2016, 12)),
            Edge("P", "R", Month(2017, 1), ALWAYS_TO),
            Edge("1", "P", *always),
        ),
        unit_aliases=(UnitAlias("H-1", "1", *always),),
        supplier_aliases=(SupplierAlias("BOLAGET AB", "Bolaget", *always),),
        scopes=(Scope("HSV", "Vård", "P", is_default=True), Scope("STAB", "Stab", "R")),
        goals=(
            Goal(
                "n", "m", GoalMeasure.AGENCY_COST, "R", Month(2018, 12), Profession.NURSE, Direction.BELOW,
                Decimal("2.5"), position=3, in_cost_table=True, definition_text="d", source_text="k",
            ),
        ),
        events=(Event(Month(2018, 2), "Hyrstopp", "beslut"),),
        settings=(Setting("andel", "total", *always),),
    )  # fmt: skip


def test_a_sheet_that_is_not_there_changes_nothing(workbook: Build) -> None:
    mapping = read({"Befattningar": [SHEETS["Befattningar"]], "Mål": [[" "]], "Konton": []}, workbook)
    assert (mapping.codes, mapping.goals, mapping.accounts, mapping.scopes) == ((), (), None, None)
    assert mapping.faults == ()


def test_headings_may_come_in_any_order_and_notes_beside(workbook: Build) -> None:
    rows = [
        [],
        [None, "Yrkesgrupp", "Kommentar", "Kod"],
        [None, "läkare", "hej", "L1"],
        [],
        [None, "läkare", None, "L2"],
    ]
    mapping = read({"befattningar": rows}, workbook)
    assert [rule.code for rule in mapping.codes or ()] == ["L1", "L2"]


def konton(*rows: Sequence[Cell]) -> Sheets:
    return {"Konton": [SHEETS["Konton"], *rows]}


def organisation(*rows: Sequence[Cell]) -> Sheets:
    return {"Enheter": NODES, "Organisation": [SHEETS["Organisation"], *rows]}


FAULTS: dict[str, tuple[Sheets, list[tuple[Code, str | None, str | None]]]] = {
    "unknown sheet": ({**konton(), "Konto": [["x"]]}, [(Code.MAPPING_SHEET_UNKNOWN, "Konto", None)]),
    "no sheet": ({"Läs mig": [["x"]]}, [(Code.MAPPING_SHEETS_MISSING, None, None)]),
    "missing heading": ({"Konton": [["Konto", "Yrkesgrupp"], ["1", "läkare"]]}, [(Code.MAPPING_HEADING_MISSING, "Konton", "A1")]),
    "unknown heading": ({"Konton": [["Konto", "Kostnadsslag", "Fran"], ["1", "övrigt", "x"]]}, [(Code.MAPPING_HEADING_UNKNOWN, "Konton", "C1")]),
    "heading twice": ({"Konton": [["Konto", "Kostnadsslag", "konto"], ["1", "övrigt", "2"]]}, [(Code.MAPPING_HEADING_DUPLICATE, "Konton", "C1")]),
    "blank required": (konton([None, "x", "övrigt"]), [(Code.MAPPING_VALUE_MISSING, "Konton", "A2")]),
    "unknown words": (konton(["1", "", "hyr", "kirurg"]), [(Code.MAPPING_WORD_UNKNOWN, "Konton", "C2"), (Code.MAPPING_WORD_UNKNOWN, "Konton", "D2")]),
    "bad months": (konton(["1", "", "övrigt", None, "maj", "2018-13"]), [(Code.MAPPING_MONTH, "Konton", "E2"), (Code.MAPPING_MONTH, "Konton", "F2")]),
    "months reversed": (konton(["1", "", "övrigt", None, "2018-02", "2018-01"]), [(Code.MAPPING_MONTHS_REVERSED, "Konton", "F2")]),
    "kind without profession": (konton(["1", "", "övertid"]), [(Code.MAPPING_PROFESSION, "Konton", "D2")]),
    "other with profession": (konton(["1", "", "övrigt", "läkare"]), [(Code.MAPPING_PROFESSION, "Konton", "D2")]),
    "overlap": (konton(["1", "", "övrigt", None, None, "2018-01"], ["1", "", "övrigt", None, "2018-02"], ["1", "", "övrigt", None, "2018-01", "2018-01"]), [(Code.MAPPING_OVERLAP, "Konton", "A4")]),
    "node twice": ({"Enheter": [*NODES, ["R", "Igen", "region"]]}, [(Code.MAPPING_OVERLAP, "Enheter", "A5")]),
    "edge to nowhere": (organisation(["1", "X"]), [(Code.MAPPING_NODE_UNKNOWN, "Organisation", "B2")]),
    "two parents": (organisation(["P", "R"], ["1", "P"], ["1", "R", "2018-01"]), [(Code.MAPPING_TWO_PARENTS, "Organisation", "A4")]),
    "circle": (organisation(["P", "P"]), [(Code.MAPPING_CYCLE, "Organisation", "B2")]),
    "scope of an unknown node": ({"Enheter": NODES, "Omfattningar": [SHEETS["Omfattningar"], ["A", "a", "X", "ja"]]}, [(Code.MAPPING_NODE_UNKNOWN, "Omfattningar", "C2")]),
    "goal of an unknown node": ({"Enheter": NODES, "Mål": [GOAL, goal_row(Enhet="X")]}, [(Code.MAPPING_NODE_UNKNOWN, "Mål", "D2")]),
    "no default scope": ({"Omfattningar": [SHEETS["Omfattningar"], ["A", "a", "P"]]}, [(Code.MAPPING_DEFAULT_SCOPE, "Omfattningar", "D2")]),
    "two default scopes": ({"Omfattningar": [SHEETS["Omfattningar"], ["A", "a", "P", "x"], ["B", "b", "P", 1]]}, [(Code.MAPPING_DEFAULT_SCOPE, "Omfattningar", "D3")]),
    "neither yes nor no": ({"Omfattningar": [SHEETS["Omfattningar"], ["A", "a", "P", "kanske"]]}, [(Code.MAPPING_WORD_UNKNOWN, "Omfattningar", "D2")]),
    "goal without target": ({"Mål": [GOAL, goal_row(Målvärde=None)]}, [(Code.MAPPING_GOAL_INCOMPLETE, "Mål", "G2")]),
    "goal with two targets": ({"Mål": [GOAL, goal_row(**{"2015_års_nivå": "ja"})]}, [(Code.MAPPING_GOAL_INCOMPLETE, "Mål", "G2")]),
    "undefined without reason": ({"Mål": [GOAL, goal_row(Mått="odefinierat", Målvärde=None)]}, [(Code.MAPPING_GOAL_INCOMPLETE, "Mål", "O2")]),
    "goal of an unknown measure": ({"Mål": [GOAL, goal_row(Mått="trivsel")]}, [(Code.MAPPING_WORD_UNKNOWN, "Mål", "C2")]),
    "numbers that are none": ({"Mål": [GOAL, goal_row(Målvärde="två", Ordning="1,5", Utfall="1,234")]}, [(Code.MAPPING_NUMBER, "Mål", "G2"), (Code.MAPPING_NUMBER, "Mål", "J2"), (Code.MAPPING_NUMBER, "Mål", "P2")]),
}  # fmt: skip


@pytest.mark.parametrize(("sheets", "faults"), FAULTS.values(), ids=FAULTS)
def test_says_what_is_wrong_and_where(
    sheets: Sheets, faults: list[tuple[Code, str | None, str | None]], workbook: Build
) -> None:
    mapping = read(sheets, workbook)
    assert [(fault.code, fault.sheet, fault.cell) for fault in mapping.faults] == faults
    assert mapping == MappingSet(faults=mapping.faults)


def test_a_sheet_without_scopes_says_that_the_region_is_one(workbook: Build) -> None:
    assert read({"Omfattningar": [SHEETS["Omfattningar"]]}, workbook) == MappingSet(scopes=())


def test_an_undefined_goal_with_its_reason_and_one_against_2015_are_whole(workbook: Build) -> None:
    rows = [
        goal_row(Mått="odefinierat", Målvärde=None, Varför_ej_utvärderbart="aldrig definierat"),
        goal_row(Nyckel="b", Målvärde=None, **{"2015_års_nivå": "x"}),
    ]
    goals = read({"Mål": [GOAL, *rows]}, workbook).goals or ()
    assert [(goal.undefined_reason, goal.target_is_baseline) for goal in goals] == [
        ("aldrig definierat", False),
        ("", True),
    ]


def test_errors_and_uncalculated_formulas_are_faults(workbook: Build) -> None:
    path = workbook(konton([Formula("=1/0", "#DIV/0!"), Formula("=1+1"), "övrigt"]))
    mapping = read_mapping_workbook(path, "m.xlsx")
    with pytest.raises(UserError) as refused:
        workbook_text(path, Limits())
    assert refused.value.faults == mapping.faults
    assert [(fault.code, fault.sheet, fault.cell) for fault in mapping.faults] == [
        (Code.CELL_ERROR, "Konton", "A2"),
        (Code.FORMULA_UNCALCULATED, "Konton", "B2"),
    ]


def test_files_that_are_no_workbook_are_refused(tmp_path: Path, text_file: Build) -> None:
    (missing,) = read_mapping_workbook(tmp_path / "borta.xlsx", "borta.xlsx").faults
    (text,) = read_mapping_workbook(text_file("a;b"), "a.csv").faults
    assert (missing.code, text.code) == (Code.FILE_MISSING, Code.FORMAT_UNKNOWN)


def test_a_workbook_that_kills_the_child_is_refused(workbook: Build, tmp_path: Path) -> None:
    path = tmp_path / "fälla.xlsx"
    with zipfile.ZipFile(workbook(konton())) as archive, zipfile.ZipFile(path, "w") as changed:
        for name in archive.namelist():
            end = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            changed.writestr(name, archive.read(name).replace(b"</sheetData>", end))
    (guarded,) = read_mapping_workbook(path, "m.xlsx").faults
    (fallen,) = read_mapping_workbook(path, "m.xlsx", Limits(span_cells=10**12)).faults
    assert (guarded.code, guarded.params) == (Code.FILE_HOSTILE, {"reason": "cell_span"})
    assert (fallen.code, fallen.params) == (Code.READ_BROKEN, {})


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (412.0, "412"),
        (412, "412"),
        (0.1 + 0.2, "0.3"),
        (" a ", "a"),
        (True, "ja"),
        (False, "nej"),
        (date(2018, 1, 2), "2018-01-02"),
        (datetime(2018, 1, 2, 3), "2018-01-02"),  # noqa: DTZ001 -- a cell has no time zone
    ],
)
def test_a_cell_is_read_as_it_shows(cell: Cell, text: str) -> None:
    assert cell is not None
    assert not isinstance(cell, Formula)
    assert shown_text(cell) == text
