"""Templates: what is filled in by hand is read as it was meant, by the same reader as the exports."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.vocabulary import Source
from bemanning.export.load_templates import ROOM, load_template
from bemanning.presentation.texts import templates as texts
from loaders.reader import FileReader
from tests.loaders.built_files import cells_of

HEADINGS = Path(__file__).parents[3] / "data" / "headings"
MADE_AT = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
Row = tuple[object, ...]

LEDGER_ROWS: tuple[Row, ...] = (
    (201812, "0461", "0310", 125000.5, "Norrsken Vård AB", "V1"),
    (201812, "0461", "0310", 0.01, "Norrsken Vård AB", "V2"),
    (201811, "5011", "31020", -3.25, None, None),
)
HEROMA_ROWS: tuple[Row, ...] = (
    (201812, "0310", "202010", "Extern", "Ordinarie", 152.5, None, None, "Norrsken Vård AB"),
    (201812, "0310", "202010", "Anställd", "Frånvaro", 8.25, 61000, 3, None),
)


def read(path: Path, source: Source, rows: tuple[Row, ...], agency: str = "") -> ParsedFile:
    """Fill in the template, save it and read it."""
    book = openpyxl.load_workbook(BytesIO(load_template(source, MADE_AT).content))
    for at, row in enumerate(rows, start=2):
        for column, content in enumerate(row, start=1):
            book[texts.SHEET].cell(at, column, content)
    book.save(path)
    (parsed,) = FileReader(HEADINGS).read([ReadRequest(path, path.name, frozenset({agency}))])
    return parsed


def test_a_filled_ledger_template_is_read_to_the_ore(tmp_path: Path) -> None:
    parsed = read(tmp_path / "mall.xlsx", Source.LEDGER, LEDGER_ROWS, "0461")
    assert (parsed.source, parsed.rows, parsed.faults, parsed.warnings) == (Source.LEDGER, 3, (), ())
    assert parsed.per_month == {"2018-11": -325, "2018-12": 12_500_051}
    assert parsed.total == 12_499_726
    assert [(cell["account"], cell["ansvar"], cell["supplier"]) for cell in cells_of(parsed)] == [
        ("5011", "31020", ""),
        ("0461", "0310", "Norrsken Vård AB"),
    ]


def test_a_filled_heroma_template_is_read_to_the_centihour(tmp_path: Path) -> None:
    parsed = read(tmp_path / "mall.xlsx", Source.HEROMA, HEROMA_ROWS)
    assert (parsed.source, parsed.rows, parsed.faults, parsed.warnings) == (Source.HEROMA, 2, (), ())
    assert parsed.per_month == {"2018-12": 16_075}
    assert [(cell["employment"], cell["time_kind"], cell["cost_ore"]) for cell in cells_of(parsed)] == [
        ("external", "ordinary", 0),
        ("own", "absence", 6_100_000),
    ]


@pytest.mark.parametrize("heading", ["Anställning", "Tidstyp"])
def test_every_word_of_a_list_is_one_that_the_reader_knows(tmp_path: Path, heading: str) -> None:
    (column,) = (column for column in texts.COLUMNS[Source.HEROMA] if column.heading == heading)
    at = texts.COLUMNS[Source.HEROMA].index(column)
    rows = tuple((*HEROMA_ROWS[0][:at], word, *HEROMA_ROWS[0][at + 1 :]) for word in column.words)
    parsed = read(tmp_path / "mall.xlsx", Source.HEROMA, rows)
    assert parsed.faults == ()
    meanings = {cell["employment" if heading == "Anställning" else "time_kind"] for cell in cells_of(parsed)}
    assert len(meanings) == len(column.words)


@pytest.mark.parametrize("source", list(Source))
def test_an_empty_template_is_recognised_and_said_to_be_empty(tmp_path: Path, source: Source) -> None:
    parsed = read(tmp_path / "mall.xlsx", source, ())
    assert (parsed.source, [fault.code for fault in parsed.faults]) == (source, [FaultCode.NO_ROWS])


@pytest.mark.parametrize("source", list(Source))
def test_the_sheet_checks_what_is_typed_and_the_guide_explains_every_column(source: Source) -> None:
    made = load_template(source, MADE_AT)
    book = openpyxl.load_workbook(BytesIO(made.content))
    assert made.file_name == texts.FILE_NAMES[source]
    assert book.sheetnames == ["Uppgifter", "Så fyller du i"]
    columns = texts.COLUMNS[source]
    assert [cell.value for cell in book[texts.SHEET][1]] == [column.heading for column in columns]
    checks = {str(check.sqref): check for check in book[texts.SHEET].data_validations.dataValidation}
    assert len(checks) == len(columns)
    assert checks[f"A2:A{ROOM + 1}"].type == "custom"
    assert all(check.prompt for check in checks.values())
    listed = [check.formula1 for check in checks.values() if check.type == "list"]
    assert listed == ['"' + ",".join(column.words) + '"' for column in columns if column.words]
    told = {row[0]: row[3] for row in book[texts.HELP_SHEET].iter_rows(values_only=True)}
    assert all(told[column.heading] == ("ja" if column.required else "nej") for column in columns)
