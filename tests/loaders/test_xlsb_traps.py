"""What an xlsb can hold that the reading library keeps silent about, or falls over."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.headings import Headings
from loaders.limits import MEBIBYTE, Limits
from loaders.parse_file import FileParser
from loaders.zip_parts import PIECE_BYTES
from tests.loaders import xlsb_files as x
from tests.loaders.built_files import places
from tests.loaders.conftest import LATEST

Parse = Callable[..., ParsedFile]

HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
KEYS = (
    x.cell(0, x.TEXT, x.wide("5011")) + x.cell(1, x.TEXT, x.wide("101")) + x.cell(2, x.REAL, struct.pack("<d", 201801))
)
FIVE = x.cell(3, x.REAL, struct.pack("<d", 5))
NO_FORMULA = struct.pack("<HII", 0, 0, 0)


def sheet(amount: bytes, after: bytes = b"") -> bytes:
    sound = x.sheet([HEADER])
    end = sound.index(x.record(x.END_DATA))
    return sound[:end] + x.row_header(1) + KEYS + amount + after + sound[end:]


READ = {
    "plain": sheet(FIVE),
    "formula": sheet(x.cell(3, x.FORMULA_NUMBER, struct.pack("<d", 5) + NO_FORMULA)),
    "formula with text": sheet(x.cell(3, x.FORMULA_TEXT, x.wide("5,00") + NO_FORMULA)),
    "error elsewhere": sheet(FIVE, x.cell(9, x.ERROR, b"\x2a")),
    "a blank far away": sheet(FIVE, x.row_header(1048575) + x.cell(16383, x.BLANK, b"")),
}
REFUSED = {
    "error": (sheet(x.cell(3, x.ERROR, b"\x2a")), [(Code.CELL_ERROR, "D2")]),
    "formula with an error": (sheet(x.cell(3, x.FORMULA_ERROR, b"\x07" + NO_FORMULA)), [(Code.CELL_ERROR, "D2")]),
    "truth for an amount": (sheet(x.cell(3, x.BOOL, b"\1")), [(Code.AMOUNT_UNREADABLE, "D2")]),
    "half a cell": (sheet(x.record(x.REAL, bytes(8))), [(Code.FILE_DAMAGED, None)]),
    "a record beyond measure": (sheet(b"\x05\xff\xff\xff\x7f"), [(Code.FILE_DAMAGED, None)]),
    "cut off in a record": (sheet(FIVE)[:-9], [(Code.FILE_DAMAGED, None)]),
    "cut off in a number": (sheet(FIVE)[:-1] + b"\x80", [(Code.FILE_DAMAGED, None)]),
    "cut off between records": (sheet(FIVE)[:-3], [(Code.FILE_DAMAGED, None)]),
    "a cell where no sheet has a column": (sheet(FIVE, x.cell(16384, x.REAL, bytes(8))), [(Code.FILE_DAMAGED, None)]),
    "one cell in the last row and column": (
        sheet(FIVE, x.row_header(1048575) + x.cell(16383, x.REAL, bytes(8))), [(Code.FILE_HOSTILE, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_reads(content: bytes, tmp_path: Path, parse: Parse) -> None:
    parsed = parse(x.xlsb(tmp_path / "fil.xlsb", {"Blad1": content}))
    assert (places(parsed.faults), parsed.total) == ([], 500)


@pytest.mark.parametrize(("content", "faults"), REFUSED.values(), ids=REFUSED)
def test_refuses(content: bytes, faults: list[tuple[Code, str]], tmp_path: Path, parse: Parse) -> None:
    assert places(parse(x.xlsb(tmp_path / "fil.xlsb", {"Blad1": content})).faults) == faults


BOMB = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>"
PARTS: Mapping[str, tuple[dict[str, bytes], Code]] = {
    "an entity": ({"docProps/app.xml": BOMB}, Code.FILE_HOSTILE),
    "a bomb": ({"xl/x.bin": b"", "xl/worksheets/sheet1.bin": 20 * x.record(1, bytes(MEBIBYTE))}, Code.FILE_HOSTILE),
    "a sheet of nothing": ({"xl/worksheets/sheet1.bin": bytes(20 * MEBIBYTE)}, Code.FILE_DAMAGED),
    "an xlsx too": ({"xl/workbook.xml": b"<workbook/>"}, Code.FILE_HOSTILE),
    "no relations": ({"xl/_rels/workbook.bin.rels": b"<x>"}, Code.FILE_DAMAGED),
    "a sheet without its name": ({"xl/workbook.bin": x.record(x.SHEET, bytes(8) + x.wide("rId1"))}, Code.FILE_DAMAGED),
    "a sheet whose name is cut off": (
        {"xl/workbook.bin": x.record(x.SHEET, bytes(8) + b"\xff\0\0\0x")},
        Code.FILE_DAMAGED,
    ),
    "a sheet named in no relation": (
        {"xl/workbook.bin": x.record(x.SHEET, bytes(8) + x.wide("rId9") + x.wide("x"))},
        Code.FILE_DAMAGED,
    ),
}


@pytest.mark.parametrize(("more", "code"), PARTS.values(), ids=PARTS)
def test_refuses_for_what_lies_beside(more: dict[str, bytes], code: Code, tmp_path: Path, parse: Parse) -> None:
    path = x.xlsb(tmp_path / "fil.xlsb", {"Blad1": sheet(FIVE)}, more=more)
    assert [fault.code for fault in parse(path).faults] == [code]


def test_macros_are_ignored_and_said(tmp_path: Path, parse: Parse) -> None:
    parsed = parse(x.xlsb(tmp_path / "fil.xlsb", {"Blad1": sheet(FIVE)}, more={"xl/vbaProject.bin": b"x"}))
    assert ([warning.code for warning in parsed.warnings], parsed.total) == ([Code.MACROS_IGNORED], 500)


@pytest.mark.parametrize("rows", [50_000])
def test_records_are_whole_across_pieces(rows: int, tmp_path: Path, headings: Headings) -> None:
    filler = b"".join(x.row_header(number) + KEYS + FIVE for number in range(2, rows))
    assert len(filler) > PIECE_BYTES
    path = x.xlsb(tmp_path / "fil.xlsb", {"Blad1": sheet(FIVE, filler)})
    parsed = FileParser(headings, Limits(), LATEST).parse(ReadRequest(path, "x"), "")
    assert (parsed.faults, parsed.total) == ((), 500 * (rows - 1))
