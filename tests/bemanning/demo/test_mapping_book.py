"""The mapping workbook: every sheet of the format, in its own words, codes as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bemanning.demo.mapping_book import write_mapping_workbook
from bemanning.domain.mapping_sheets import GOAL_MEASURE_WORDS, REQUIRED_COLUMNS, SHEETS, YES_WORDS

Cells = list[list[object]]
Read = Callable[[Path, str | None], Cells]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mapping") / "mappningar.xlsx"
    write_mapping_workbook(path)
    return path


@pytest.fixture
def rows(workbook: Path, read_sheet: Read) -> Callable[[str], list[dict[str, object]]]:
    def of_sheet(sheet: str) -> list[dict[str, object]]:
        head, *below = read_sheet(workbook, sheet)
        return [dict(zip(map(str, head), row, strict=True)) for row in below]

    return of_sheet


Rows = Callable[[str], list[dict[str, object]]]


@pytest.mark.parametrize("sheet", SHEETS)
def test_headings_and_required_cells(workbook: Path, read_sheet: Read, rows: Rows, sheet: str) -> None:
    assert read_sheet(workbook, sheet)[0] == list(SHEETS[sheet])
    assert rows(sheet)
    assert all(row[heading] != "" for row in rows(sheet) for heading in REQUIRED_COLUMNS[sheet])


def test_codes_are_text(rows: Rows) -> None:
    assert {type(row["Konto"]) for row in rows("Konton")} == {str}
    assert "0640" in {row["Konto"] for row in rows("Konton")}
    assert "0412" in {row["Kod"] for row in rows("Enheter")}


def test_the_moved_clinic_has_two_edges_that_meet(rows: Rows) -> None:
    edges = [tuple(row.values()) for row in rows("Organisation") if row["Från"] or row["Till"]]
    assert edges == [("35", "OS3", "", "2017-04"), ("35", "OS1", "2017-05", "")]


def test_health_care_is_the_scope_that_takes_the_rest(rows: Rows) -> None:
    assert [tuple(row.values()) for row in rows("Omfattningar")] == [
        ("HSV", "Hälso- och sjukvård", "HS", "ja"),
        ("STAB", "Regionstab", "STAB", ""),
    ]


def test_the_cost_table_reads_as_published(rows: Rows) -> None:
    table = [row for row in rows("Mål") if row["I kostnadstabellen"]]
    assert [(row["Mål"], row["Yrkesgrupp"], row["Enhet"], row["Varav"]) for row in table] == [
        ("Inhyrda läkare", "läkare", "HS", ""),
        ("Varav Primärvården", "läkare", "PV", "ja"),
        ("Varav Östersunds sjukhus", "läkare", "OS", "ja"),
        ("Inhyrda sjuksköterskor", "sjuksköterska", "HS", ""),
        ("Inhyrd övrig personal", "övrig personal", "HS", ""),
        ("Summa", "", "HS", ""),
    ]
    assert {(row["Mått"], row["2015 års nivå"], row["Målvärde"], row["Senast"]) for row in table} == {
        ("hyrkostnad", "ja", "", "2018-12")
    }


def test_the_other_goals(rows: Rows) -> None:
    columns = ("Mått", "Enhet", "Yrkesgrupp", "Riktning", "Målvärde", "2015 års nivå", "Senast", "Utfall")
    others = [row for row in rows("Mål") if not row["I kostnadstabellen"]]
    assert [tuple(row[column] for column in columns) for row in others] == [
        ("hyrandel R12", "HS", "sjuksköterska", "högst", 2, "", "2018-12", ""),
        ("hyrandel R12", "HS", "läkare", "högst", 2, "", "2018-12", ""),
        ("odefinierat", "HS", "", "högst", "", "", "2018-12", ""),
        ("hyrandel R12", "HS", "sjuksköterska", "högst", 3, "", "2018-09", ""),
        ("hyrveckor", "PV", "läkare", "under", 585, "", "2018-09", ""),
        ("hyrkostnad", "HS", "", "högst", "", "ja", "2018-09", ""),
        ("hyrveckor", "PV", "läkare", "under", 700, "", "2018-12", ""),
        ("antal", "HS", "", "minst", 60, "", "2018-12", 49),
    ]


def test_every_goal_is_explained_and_sourced(rows: Rows) -> None:
    goals = rows("Mål")
    assert all(row["Definition"] and row["Källa"] for row in goals)
    assert len({row["Nyckel"] for row in goals}) == len(goals)
    assert [row["Ordning"] for row in goals] == list(range(1, len(goals) + 1))
    undefined = [row for row in goals if row["Varför ej utvärderbart"]]
    assert [str(row["Varför ej utvärderbart"])[:28] for row in undefined] == ["Oberoende definierades aldri"]
    assert {row["Mått"] for row in goals} == set(GOAL_MEASURE_WORDS)
    assert YES_WORDS[0] == "ja"


def test_events_and_settings(rows: Rows) -> None:
    assert [(row["Månad"], row["Händelse"]) for row in rows("Händelser")] == [
        ("2016-12", "Nationellt beslut om oberoende"),
        ("2018-02", "Sex åtgärdspaket beslutade"),
        ("2018-06", "Nytt ramavtal, pristak till v. 23"),
    ]
    assert {row["Nyckel"]: row["Värde"] for row in rows("Inställningar")} == {
        "definition": "total",
        "hours_per_week": "40",
        "health_care_node": "HS",
        "region_name": "Demoregionen (syntetisk)",
    }


def test_the_same_bytes_every_time(workbook: Path, tmp_path: Path) -> None:
    write_mapping_workbook(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()
