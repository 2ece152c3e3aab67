"""Files that are damaged, disguised or built to harm: each is refused for its reason, and nothing else happens."""

# ruff: noqa: E501 -- a row of the table stays on one line
from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.headings import Headings
from loaders.limits import MEBIBYTE, Limits
from loaders.parse_file import FileParser
from loaders.zip_parts import PIECE_BYTES, open_zip
from tests.loaders.conftest import LATEST

HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
ROW = ["5011", "101", 201801, 5]
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]
Parts = dict[str, bytes]


@pytest.fixture
def sound(workbook: Build) -> Path:
    return workbook([HEADER, ROW])


def unchanged(_parts: Parts) -> None:
    pass


@pytest.fixture
def rebuilt(sound: Path, tmp_path: Path) -> Callable[..., Path]:
    """The sound workbook with its parts changed, and parts added."""

    def build(change: Callable[[Parts], None] = unchanged, compression: int = zipfile.ZIP_DEFLATED) -> Path:
        with zipfile.ZipFile(sound) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        path = tmp_path / "ändrad.xlsx"
        with zipfile.ZipFile(path, "w", compression) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return build


def replaced(part: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return change


def added(part: str, content: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[part] = content

    return change


def without(part: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[part]

    return change


def cell(reference: bytes) -> bytes:
    return b'<c r="' + reference + b'"><v>1</v></c></row>'


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
EXTERNAL = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

CHANGED = {
    "one cell in the last row and column": (replaced(SHEET, b"</row></sheetData>", cell(b"XFD1048576") + b"</sheetData>"), Code.FILE_HOSTILE, "cell_span"),
    "the same in small letters": (replaced(SHEET, b"</row></sheetData>", cell(b"xfd1048576") + b"</sheetData>"), Code.FILE_HOSTILE, "cell_span"),
    "a cell where no sheet has a column": (replaced(SHEET, b"</row></sheetData>", cell(b"NaNC4") + b"</sheetData>"), Code.FILE_DAMAGED, "workbook"),
    "a cell beyond the last column": (replaced(SHEET, b"</row></sheetData>", cell(b"XFE2") + b"</sheetData>"), Code.FILE_DAMAGED, "workbook"),
    "a cell beyond the last row": (replaced(SHEET, b"</row></sheetData>", cell(b"A1048577") + b"</sheetData>"), Code.FILE_DAMAGED, "workbook"),
    "billion laughs": (added("docProps/app.xml", LAUGHS), Code.FILE_HOSTILE, "doctype"),
    "entity in the sheet": (replaced(SHEET, b"<worksheet", EXTERNAL + b"<worksheet"), Code.FILE_HOSTILE, "doctype"),
    "entity in the catalogue": (replaced("xl/workbook.xml", b"<workbook ", EXTERNAL + b"<workbook "), Code.FILE_HOSTILE, "doctype"),
    "entity across two pieces": (added("xl/x.xml", b" " * (4 * MEBIBYTE - 4) + b"<!DOCTYPE l>"), Code.FILE_HOSTILE, "doctype"),
    "another encoding stated": (added("xl/x.xml", b'<?xml version="1.0" encoding="UTF-7"?><x/>'), Code.FILE_HOSTILE, "encoding"),
    "another encoding used": (added("xl/x.xml", "<x/>".encode("utf-16")), Code.FILE_HOSTILE, "encoding"),
    "parts that differ in case": (added(SHEET.upper(), b"<x/>"), Code.FILE_HOSTILE, "duplicate_part"),
    "bomb": (added("xl/x.xml", b" " * (20 * MEBIBYTE)), Code.FILE_HOSTILE, "zip_ratio"),
    "a row that never ends": (replaced(SHEET, b"<sheetData>", b"<sheetData>" + b"abcdefgh" * (9 * MEBIBYTE)), Code.FILE_HOSTILE, "row"),
    "no relations": (without("xl/_rels/workbook.xml.rels"), Code.FILE_DAMAGED, "workbook"),
    "broken catalogue": (replaced("xl/workbook.xml", b"</workbook>", b""), Code.FILE_DAMAGED, "workbook"),
    "catalogue in an unknown encoding": (replaced("xl/workbook.xml", b'encoding="UTF-8"', b'encoding="UTF-X"'), Code.FILE_DAMAGED, "workbook"),
    "broken sheet": (replaced(SHEET, b"</row></sheetData>", b"</wor></sheetData>"), Code.FILE_DAMAGED, "workbook"),
    "sheet cut off": (replaced(SHEET, b"</sheetData>", b"</sheetData><!--"), Code.FILE_DAMAGED, "workbook"),
    "no sheet": (without(SHEET), Code.FILE_DAMAGED, "workbook"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code", "reason"), CHANGED.values(), ids=CHANGED)
def test_refuses_a_workbook_for_its_reason(
    change: Callable[[Parts], None], code: Code, reason: str, rebuilt: Callable[..., Path], headings: Headings
) -> None:
    limits = Limits(inflate_ratio=10_000) if reason == "row" else Limits()
    parser = FileParser(headings, limits, LATEST)
    (fault,) = parser.parse(ReadRequest(rebuilt(change), "x"), "").faults
    assert (fault.code, fault.params) == (code, {"reason": reason})


ACCEPTED = {
    "as it was": unchanged,
    "not compressed": unchanged,
    "a wrong dimension": replaced(SHEET, b'ref="A1:D2"', b'ref="A1"'),
    "a format far away": replaced(SHEET, b"</row></sheetData>", b'<c r="XFD2" s="1"/></row></sheetData>'),
    "cells without references": lambda parts: parts.update({SHEET: _without_references(parts[SHEET])}),
    "rows without numbers": lambda parts: parts.update({SHEET: _without_row_numbers(parts[SHEET])}),
    "prefixed names": lambda parts: parts.update({SHEET: _prefixed(parts[SHEET])}),
    "absolute target": replaced("xl/_rels/workbook.xml.rels", b'"worksheets/', b'"/xl/worksheets/'),
}


def _without_references(sheet: bytes) -> bytes:
    for letter in b"ABCD":
        for row in b"12":
            sheet = sheet.replace(b'<c r="' + bytes([letter, row]) + b'"', b"<c")
    return sheet


def _without_row_numbers(sheet: bytes) -> bytes:
    return _without_references(sheet).replace(b'<row r="1"', b"<row").replace(b'<row r="2"', b"<row")


def _prefixed(sheet: bytes) -> bytes:
    for name in (b"worksheet", b"sheetData", b"row", b"c", b"v"):
        for before in (b"<", b"</"):
            for after in (b" ", b">"):
                sheet = sheet.replace(before + name + after, before + b"x:" + name + after)
    return sheet.replace(b"xmlns=", b"xmlns:x=", 1)


@pytest.mark.parametrize(("name", "change"), ACCEPTED.items(), ids=ACCEPTED)
def test_lets_an_odd_but_sound_workbook_through(
    name: str, change: Callable[[Parts], None], rebuilt: Callable[..., Path], parse: Parse
) -> None:
    compression = zipfile.ZIP_STORED if name == "not compressed" else zipfile.ZIP_DEFLATED
    parsed = parse(rebuilt(change, compression))
    assert (parsed.faults, parsed.total) == ((), 500)


@pytest.mark.parametrize(("write", "cell"), [(_prefixed, "D2"), (_without_references, None)])
def test_finds_error_cells_however_the_sheet_is_written(
    write: Callable[[bytes], bytes], cell: str | None, rebuilt: Callable[..., Path], parse: Parse
) -> None:
    def change(parts: Parts) -> None:
        parts[SHEET] = write(parts[SHEET].replace(b'<c r="D2">', b'<c r="D2" t="e">').replace(b"<v>5<", b"<v>#REF!<"))

    (fault, *_) = parse(rebuilt(change)).faults
    assert (fault.code, fault.cell, fault.params) == (Code.CELL_ERROR, cell, {"value": "#REF!"})


def test_macros_are_ignored_and_said(rebuilt: Callable[..., Path], parse: Parse) -> None:
    parsed = parse(rebuilt(added("xl/vbaProject.bin", b"x")))
    assert parsed.total == 500
    assert [warning.code for warning in parsed.warnings] == [Code.MACROS_IGNORED]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(inflated_bytes=1000), "inflated"),
        (Limits(parts=3), "parts"),
        (Limits(span_cells=7), "cell_span"),
    ],
)
def test_every_limit_holds(limits: Limits, reason: str, sound: Path, headings: Headings) -> None:
    (fault,) = FileParser(headings, limits, LATEST).parse(ReadRequest(sound, "x"), "").faults
    assert fault.params == {"reason": reason}


def test_a_catalogue_that_states_an_absurd_size_is_not_read(rebuilt: Callable[..., Path], parse: Parse) -> None:
    path = rebuilt(added("xl/workbook.xml", b"<workbook>" + bytes(range(32, 127)) * 90_000))
    assert parse(path).faults[0].params == {"reason": "inflated"}


def _central(path: Path, part: str) -> tuple[bytearray, int]:
    """The file's bytes, and where the part's entry in the zip's directory begins."""
    data = bytearray(path.read_bytes())
    return data, data.rindex(part.encode()) - 46


def _patched(path: Path, part: str, offset: int, layout: str, value: int) -> Path:
    data, entry = _central(path, part)
    struct.pack_into(layout, data, entry + offset, value)
    path.write_bytes(data)
    return path


DIRECTORY_LIES = {
    "checksum": ((16, "<I", 1), Code.FILE_DAMAGED),
    "packed size too small": ((20, "<I", 10), Code.FILE_DAMAGED),
    "size": ((24, "<I", 10), Code.FILE_DAMAGED),
    "encrypted": ((8, "<H", 1), Code.FILE_ENCRYPTED),
    "odd method": ((10, "<H", 12), Code.FILE_DAMAGED),
    "place": ((42, "<I", 3), Code.FILE_DAMAGED),
    "place at the end": ((42, "<I", 10**6), Code.FILE_DAMAGED),
}


@pytest.mark.parametrize(("lie", "code"), DIRECTORY_LIES.values(), ids=DIRECTORY_LIES)
def test_a_zip_whose_directory_lies_is_refused(
    lie: tuple[int, str, int], code: Code, rebuilt: Callable[..., Path], parse: Parse
) -> None:
    assert parse(_patched(rebuilt(), SHEET, *lie)).faults[0].code is code


def test_packed_bytes_that_make_no_sense_are_damage(rebuilt: Callable[..., Path], parse: Parse) -> None:
    path = rebuilt()
    data = bytearray(path.read_bytes())
    start = data.index(SHEET.encode()) + len(SHEET)
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(data)
    assert parse(path).faults[0].params == {"reason": "zip"}


def test_a_truncated_workbook_is_damaged(sound: Path, parse: Parse) -> None:
    sound.write_bytes(sound.read_bytes()[:-200])
    assert parse(sound).faults[0].code is Code.FILE_DAMAGED


DISGUISED = {
    "pdf": b"%PDF-1.7 ...",
    "image": b"\x89PNG\r\n",
    "rtf": b"{\\rtf1",
    "archive": b"\x1f\x8b\x08",
    "xml": b'  <?xml version="1.0"?><!-- x --><rss version="2">',
    "mhtml": b"MIME-Version: 1.0\r\n",
    "binary": bytes(range(32)) * 4,
}


@pytest.mark.parametrize(("looks_like", "content"), DISGUISED.items(), ids=DISGUISED)
def test_says_what_a_file_that_is_not_read_looks_like(
    looks_like: str, content: bytes, text_file: Build, parse: Parse
) -> None:
    (fault,) = parse(text_file(content, name="ser_ut_som.xlsx")).faults
    assert (fault.code, fault.params) == (Code.FORMAT_UNKNOWN, {"format": looks_like})


@pytest.mark.parametrize(
    ("part", "looks_like"),
    [("content.xml", "opendocument"), ("word/document.xml", "docx"), ("a.csv", "archive")],
)
def test_says_what_a_zip_looks_like(part: str, looks_like: str, tmp_path: Path, parse: Parse) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert parse(path).faults[0].params == {"format": looks_like}


def test_a_workbook_with_a_password_is_told_from_an_old_one(text_file: Build, parse: Parse) -> None:
    content = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert parse(text_file(content)).faults[0].code is Code.FILE_ENCRYPTED


@pytest.mark.parametrize("beyond", [0, 1, 100, 258, 300, 5000])
def test_a_part_of_any_size_is_inflated_to_its_end(beyond: int, tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    content = b" " * (PIECE_BYTES + beyond)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", content)
    with open_zip(path, Limits()) as parts:
        assert parts.read("x") == content
