from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from tests.loaders.built_files import places

HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
ROW = ["5011", "101", 201801, 5]
Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]


def test_chooses_the_sheet_by_its_headings(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook({"Info": [["Om exporten"]], "Tom": [], "Data": [HEADER, ROW]}))
    assert (parsed.total, parsed.warnings) == (500, ())


def test_reads_sheets_alike_together_and_says_so(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook({"A": [HEADER, ROW], "B": [["Titel"], HEADER, ["5012", *ROW[1:3], 7]]}))
    assert parsed.total == 1200
    assert [(warning.code, warning.params) for warning in parsed.warnings] == [
        (Code.SEVERAL_SHEETS_READ, {"sheets": "A, B"})
    ]


def test_refuses_a_sheet_and_its_copy(workbook: Build, parse: Parse) -> None:
    other, older = ["5012", *ROW[1:]], [*ROW[:3], 4]
    parsed = parse(workbook({"A": [HEADER, ROW, other], "B": [HEADER, ["1", *ROW[1:]]], "A (2)": [HEADER, older]}))
    assert [(fault.code, fault.params) for fault in parsed.faults] == [
        (Code.SHEETS_ALIKE, {"sheets": "A, A (2)", "count": 1})
    ]


def test_sheets_may_share_less_than_half_of_what_they_speak_of(workbook: Build, parse: Parse) -> None:
    others = [[str(account), *ROW[1:]] for account in range(4)]
    assert parse(workbook({"A": [HEADER, ROW, *others[:2]], "B": [HEADER, ROW, *others[2:]]})).total == 3000


def test_a_sheet_that_is_named_for_a_unit_that_nothing_else_says_is_refused(workbook: Build, parse: Parse) -> None:
    for name in ("Utfall_tkr", "Utfall (1000 kr)"):
        assert places(parse(workbook({name: [HEADER, ROW]})).faults) == [(Code.UNIT_CONFLICT, None)]
    assert parse(workbook({"Belopp i kr": [["Belopp i tkr"], HEADER, ROW]})).total == 500_000
    assert parse(workbook({"Utfall TKR": [["Belopp i tkr"], HEADER, ROW]})).total == 500_000
    assert parse(workbook({"Utfalltkr": [HEADER, ROW]})).total == 500


def test_refuses_sheets_that_differ(workbook: Build, parse: Parse) -> None:
    other = ["KTO_ID", *HEADER[1:]]
    assert places(parse(workbook({"A": [HEADER, ROW], "B": [other, ROW]})).faults) == [(Code.SHEETS_DIFFER, None)]


def test_says_that_a_hidden_sheet_was_read(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook({"Synlig": [["x"]], "Dold": [HEADER, ROW]}, hidden=["Dold"]))
    assert [(warning.code, warning.sheet) for warning in parsed.warnings] == [(Code.HIDDEN_SHEET_READ, "Dold")]


def test_names_a_sheet_that_was_probably_meant_to_be_read(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook({"A": [HEADER, ROW], "B": [["KONTO_ID", "Plats", "UTFALL"], ["1", "2", 5]]}))
    assert [(warning.code, warning.sheet, warning.params) for warning in parsed.warnings] == [
        (Code.SHEET_IGNORED, "B", {"missing": "ansvar"})
    ]


def test_the_nearest_headings_are_shown(workbook: Build, parse: Parse) -> None:
    _, fault = parse(workbook([["KONTO_ID", "KOSTNADSST?LLE", "PERIOD", "UTFALL"], ROW])).faults
    assert fault.params == {"found": "KONTO_ID, PERIOD, UTFALL", "nearest": "KOSTNADSST?LLE"}


def test_with_no_known_heading_the_first_row_of_texts_is_shown(workbook: Build, parse: Parse) -> None:
    (fault,) = parse(workbook([["Rapport"], ["a", "b"], ["1", "2"]])).faults
    assert (fault.code, fault.params) == (Code.HEADINGS_UNKNOWN, {"headings": "a, b"})


def test_a_header_further_down_than_any_title_is_not_looked_for(workbook: Build, parse: Parse) -> None:
    assert parse(workbook([*[["x", "y"]] * 59, HEADER, ROW])).total == 500
    assert places(parse(workbook([*[["x", "y"]] * 60, HEADER, ROW])).faults) == [(Code.HEADINGS_UNKNOWN, None)]


def test_a_workbook_without_cells_is_empty(workbook: Build, parse: Parse) -> None:
    assert places(parse(workbook([])).faults) == [(Code.FILE_EMPTY, None)]


def test_a_sheet_that_is_a_chart_is_passed_by(tmp_path: Path, parse: Parse) -> None:
    path = tmp_path / "diagram.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Data!$D$2:$D$2"})
        book.add_chartsheet("Diagram").set_chart(chart)
    assert parse(path).total == 500
