"""What is done to harm, or happens on the way, in every format: refused, and nothing is left behind."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from tests.loaders.every_format import FORMS, Cell, Sheet, written

Parse = Callable[..., ParsedFile]

HEADER: list[Cell] = ["Konto", "Ansvar", "Period", "Utfall"]
ROW: list[Cell] = ["5011", "101", 201801, 5]
SHEET = Sheet([HEADER, *[ROW] * 5])
ZIPS = ("xlsx", "xlsb", "ods")
TEXTS = ("xml", "html", "csv")
WORKBOOKS = tuple(form for form in FORMS if form != "csv")


@pytest.fixture
def everything_under(tmp_path: Path) -> Callable[[], list[Path]]:
    return lambda: sorted(tmp_path.parent.rglob("*"))


def refusals(path: Path, parse: Parse) -> list[Code]:
    return [fault.code for fault in parse(path).faults]


@pytest.mark.parametrize("form", WORKBOOKS)
@pytest.mark.parametrize("percent", [1, 25, 60, 95])
def test_truncated_files(form: str, percent: int, tmp_path: Path, parse: Parse) -> None:
    path = written(form, tmp_path, SHEET)
    data = path.read_bytes()
    path.write_bytes(data[: max(len(data) * percent // 100, 9)])
    parsed = parse(path)
    assert parsed.faults
    assert (parsed.cells, parsed.total) == (b"", 0)


@pytest.mark.parametrize("form", WORKBOOKS)
def test_empty_files(form: str, tmp_path: Path, parse: Parse) -> None:
    assert refusals(written(form, tmp_path, Sheet([[None]])), parse) == [Code.FILE_EMPTY]


@pytest.mark.parametrize("form", WORKBOOKS)
def test_files_with_their_headings_alone(form: str, tmp_path: Path, parse: Parse) -> None:
    assert refusals(written(form, tmp_path, Sheet([HEADER])), parse) == [Code.NO_ROWS]


@pytest.mark.parametrize("form", TEXTS)
def test_nul_bytes(form: str, tmp_path: Path, parse: Parse) -> None:
    path = written(form, tmp_path, SHEET)
    path.write_bytes(path.read_bytes().replace(b"5011", b"50\x0011", 1))
    assert refusals(path, parse) == [Code.FILE_DAMAGED]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["rapport.pdf", "rapport.docx", "rapport", "../rapport.xlsx.exe"])
def test_a_name_says_nothing(form: str, name: str, tmp_path: Path, parse: Parse) -> None:
    path = written(form, tmp_path, SHEET)
    renamed = path.rename(tmp_path / Path(name).name)
    assert (parse(renamed).faults, parse(renamed).total) == ((), 2500)


@pytest.mark.parametrize("form", ZIPS)
@pytest.mark.parametrize("part", ["../../utanför.txt", "/tmp/utanför.txt", "..\\utanför.txt", "C:\\utanför.txt"])  # noqa: S108 -- nothing is to be written there
def test_path_traversal(
    form: str, part: str, tmp_path: Path, parse: Parse, everything_under: Callable[[], list[Path]]
) -> None:
    path = written(form, tmp_path, SHEET)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, "x")
    before = everything_under()
    assert parse(path).total == 2500
    assert everything_under() == before
    assert not Path(part).exists()


def _with_entity(form: str, path: Path) -> Iterator[tuple[str, bytes]]:
    """The parts of a file that are XML, each with an entity that reads a file of the server's."""
    entity = b'<!DOCTYPE x [<!ENTITY hemligt SYSTEM "file:///etc/passwd">]>'
    if form == "xml":
        yield "", path.read_bytes().replace(b"?>", b"?>" + entity, 1).replace(b"5011", b"&hemligt;", 1)
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and b"?>" in archive.read(name):
                yield name, archive.read(name).replace(b"?>", b"?>" + entity, 1)


@pytest.mark.parametrize("form", [*ZIPS, "xml"])
def test_xxe(form: str, tmp_path: Path, parse: Parse) -> None:
    path = written(form, tmp_path, SHEET)
    changed = list(_with_entity(form, path))
    assert changed
    for part, content in changed:
        attack = tmp_path / "attack"
        attack.write_bytes(content)
        if form != "xml":
            with zipfile.ZipFile(path) as source, zipfile.ZipFile(attack, "w") as target:
                for name in source.namelist():
                    target.writestr(name, content if name == part else source.read(name))
        # XML that declares anything is not even taken for a workbook where it is a file of its own.
        assert refusals(attack, parse) == [Code.FORMAT_UNKNOWN if form == "xml" else Code.FILE_HOSTILE], part


@pytest.mark.parametrize("form", [*ZIPS, "xls", "xml", "html"])
def test_inflated_used_range(form: str, tmp_path: Path, parse: Parse) -> None:
    """Rows and columns that only look used, a long way down and out."""
    blank, wide = list[Cell]([None] * 4), list[Cell]([None] * 200)
    rows = [HEADER, *[ROW] * 5, *[blank] * 200, wide]
    assert parse(written(form, tmp_path, Sheet(rows))).total == 2500
