"""One run of LibreOffice for the whole suite: it recalculates every workbook that the tests compare."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bemanning.domain.month import Month
from bemanning.export.goal_workbook import goal_workbook
from tests.builders.comments import nothing_said
from tests.builders.goal_tables import MADE_AT, goal_table

# Recalculate on load, always: LibreOffice otherwise trusts the cached values that are to be checked.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""
MISSING = (Month(2018, 3), Month(2018, 4), Month(2015, 7))


def load_book(content: bytes, *, values: bool) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content), data_only=values)


def _edited(content: bytes) -> bytes:
    """Change one typed month, as a controller would: doctors' February 2018, ten million more."""
    book = load_book(content, values=False)
    sheet = book["Underlag"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "Inhyrda läkare" and row[2].value == "2018")
    row[4].value += 10_000_000
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _recalculate(books: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    settings = folder / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, "utf-8")
    for name, content in books.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: it is what proves that the formulas are live"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.xlsx") for name in books]
    subprocess.run(  # noqa: S603 - a fixed program on files this test wrote
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), *files],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in books}


@pytest.fixture(scope="session")
def written() -> dict[str, bytes]:
    """The workbooks as they are written."""
    tables = {"year": goal_table(), "september": goal_table(9), "gaps": goal_table(missing=MISSING)}
    books = {name: goal_workbook(table, nothing_said(), MADE_AT).content for name, table in tables.items()}
    return {**books, "edited": _edited(books["year"])}


@pytest.fixture(scope="session")
def recalculated(written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same workbooks, every formula computed afresh by LibreOffice."""
    return _recalculate(written, tmp_path_factory.mktemp("office"))
