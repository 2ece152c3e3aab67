"""Files built in the test, and a parser that reads them in the test's own process."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.headings import Headings, load_headings
from loaders.limits import Limits
from loaders.parse_file import FileParser
from tests.loaders.built_files import Cell, Formula, Rows

HEADINGS_FOLDER = Path(__file__).resolve().parents[2] / "data" / "headings"
LATEST = Month(2020, 1)


@pytest.fixture(scope="session")
def headings_folder() -> Path:
    return HEADINGS_FOLDER


@pytest.fixture(scope="session")
def headings() -> Headings:
    return load_headings(HEADINGS_FOLDER)


@pytest.fixture(scope="session")
def parser(headings: Headings) -> FileParser:
    return FileParser(headings, Limits(), LATEST)


@pytest.fixture
def parse(parser: FileParser) -> Callable[..., ParsedFile]:
    def run(path: Path, agency: Sequence[str] = ()) -> ParsedFile:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return parser.parse(ReadRequest(path, path.name, frozenset(agency)), sha256)

    return run


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Build an xlsx from rows, or from sheet name → rows. A cell None is not written."""

    def build(rows: Rows | Mapping[str, Rows], *, hidden: Sequence[str] = (), name: str = "fil.xlsx") -> Path:
        return write_workbook(tmp_path / name, rows, hidden)

    return build


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., Path]:
    """Write bytes, or text in UTF-8, to a csv file."""

    def build(content: str | bytes, name: str = "fil.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return build


def write_workbook(path: Path, rows: Rows | Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    sheets = rows if isinstance(rows, Mapping) else {"Blad1": rows}
    with xlsxwriter.Workbook(path) as book:
        formats = {kind: book.add_format({"num_format": text}) for kind, text in _NUMBER_FORMATS.items()}
        for sheet_name, sheet_rows in sheets.items():
            sheet = book.add_worksheet(sheet_name)
            if sheet_name in hidden:
                sheet.hide()
            for row, cells in enumerate(sheet_rows):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell, formats)
    return path


_NUMBER_FORMATS = {"date": "yyyy-mm", "duration": "[h]:mm", "clock": "hh:mm", "moment": "yyyy-mm-dd hh:mm"}


def _write(sheet: object, row: int, column: int, cell: Cell, formats: Mapping[str, object]) -> None:
    write = xlsxwriter.worksheet.Worksheet
    assert isinstance(sheet, write)
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.text, None, "" if cell.value is None else cell.value)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, formats["moment"])
    elif isinstance(cell, time):
        sheet.write_datetime(row, column, cell, formats["clock"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), formats["date"])  # noqa: DTZ001 - a spreadsheet date has no time zone
    elif isinstance(cell, timedelta):
        sheet.write_datetime(row, column, cell, formats["duration"])
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


@pytest.fixture
def vouchers_of() -> Callable[[ParsedFile], list[tuple[object, ...]]]:
    return lambda parsed: pl.read_ipc_stream(parsed.vouchers).rows()


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, Path], str], dict[str, Path]]:
    """Let LibreOffice save workbooks in another format: name → path, and the format's ending."""
    folder = tmp_path_factory.mktemp("office")
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: it is what writes the formats that are read"

    def convert(books: Mapping[str, Path], ending: str) -> dict[str, Path]:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        out = folder / ending
        subprocess.run(  # noqa: S603 -- a fixed program on files that tests wrote
            [office, profile, "--headless", "--convert-to", ending, "--outdir", str(out), *map(str, books.values())],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return {name: out / f"{path.stem}.{ending}" for name, path in books.items()}

    return convert
