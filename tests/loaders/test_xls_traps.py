"""What an xls, and the container that it lies in, can hold that the reading library keeps silent about."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.headings import Headings
from loaders.limits import Limits
from loaders.parse_file import FileParser
from tests.loaders import xls_files as x
from tests.loaders.built_files import places
from tests.loaders.conftest import LATEST

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

HEADER = x.header(0, "KONTO_ID", "KST_ID", "PERIOD", "UTFALL")


def detail(row: int, amount: bytes) -> bytes:
    return x.label(row, 0, "5011") + x.label(row, 1, "101") + x.number(row, 2, 201801) + amount


def book(*amounts: bytes, globals_: bytes = b"") -> bytes:
    rows = b"".join(detail(row, amount) for row, amount in enumerate(amounts, 1))
    return x.xls({"Blad1": x.sheet(HEADER, rows)}, globals_)


def result(kind: int, value: int = 0) -> bytes:
    return x.kind_of_result(kind, value)


FIVE = x.number(1, 3, 5)
BLANK = x.formula(2, 3, result(3))
CALCULATED = x.formula(1, 3, struct.pack("<d", 5))
TEXT = x.formula(2, 3, result(0)) + x.record(x.STRING, struct.pack("<HB", 4, 0) + b"5,00")
CHART = x.bof(0x20) + x.error(1, 3, 7) + x.record(x.EOF)

SOUND = book(FIVE)
STREAM = x.stream({"Blad1": x.sheet(HEADER, detail(1, FIVE))})


def patched(offset: int, value: int, layout: str = "<I", data: bytes = SOUND) -> bytes:
    changed = bytearray(data)
    struct.pack_into(layout, changed, offset, value)
    return bytes(changed)


FURTHER = struct.pack("<128I", *[x.FREE] * 127, x.END)

READ = {
    "a list of sectors that goes on": (patched(68, len(SOUND) // x.SECTOR - 1, data=SOUND + FURTHER), 500),
    "plain": (book(FIVE), 500),
    "formula": (book(CALCULATED), 500),
    "formula with text": (book(FIVE, TEXT), 1000),
    "a blank result beside one that is calculated": (book(CALCULATED, BLANK), 500),
    "a blank result that Excel has calculated": (book(FIVE, BLANK, globals_=x.record(x.RECALCID, bytes(8))), 500),
    "truth elsewhere": (book(FIVE + x.record(x.BOOLERR, x.place(1, 9) + b"\1\0")), 500),
    "error elsewhere": (book(FIVE + x.error(1, 9, 7)), 500),
    "whole numbers in a row": (book(x.record(x.MULRK, struct.pack("<HH", 1, 3) + struct.pack("<HI", 15, 5 << 2 | 2) * 2 + struct.pack("<H", 4))), 500),
    "a sheet that is all chart": (book(FIVE, globals_=x.record(x.BOUNDSHEET, struct.pack("<IBBBB", 0, 0, 2, 1, 0) + b"D")), 500),
    "an embedded chart": (x.xls({"Blad1": x.sheet(HEADER, CHART, detail(1, FIVE))}), 500),
}  # fmt: skip

REFUSED = {
    "error": (book(FIVE, x.error(2, 3, 0x2A)), [(Code.CELL_ERROR, "D3")]),
    "formula with an error": (book(x.formula(1, 3, result(2, 0x17))), [(Code.CELL_ERROR, "D2")]),
    "an error that no one knows": (book(x.error(1, 3, 0x99)), [(Code.FILE_DAMAGED, None)]),
    "formulas never calculated": (book(FIVE, BLANK), [(Code.FORMULA_UNCALCULATED, "D3")]),
    "truth for an amount": (book(x.record(x.BOOLERR, x.place(1, 3) + b"\1\0")), [(Code.AMOUNT_UNREADABLE, "D2")]),
    "password": (book(FIVE, globals_=x.record(x.FILEPASS, bytes(6))), [(Code.FILE_ENCRYPTED, None)]),
}


@pytest.mark.parametrize(("content", "total"), READ.values(), ids=READ)
def test_reads(content: bytes, total: int, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(content, name="fil.xls"))
    assert (places(parsed.faults), parsed.total) == ([], total)


@pytest.mark.parametrize(("content", "faults"), REFUSED.values(), ids=REFUSED)
def test_refuses(content: bytes, faults: list[tuple[Code, str]], text_file: Build, parse: Parse) -> None:
    assert places(parse(text_file(content, name="fil.xls")).faults) == faults


def test_macros_are_ignored_and_said(text_file: Build, parse: Parse) -> None:
    streams = {"Workbook": x.stream({"Blad1": x.sheet(HEADER, detail(1, FIVE))})}
    parsed = parse(text_file(x.ole(streams, ["_VBA_PROJECT_CUR"])))
    assert ([warning.code for warning in parsed.warnings], parsed.total) == ([Code.MACROS_IGNORED], 500)


def test_a_far_cell_is_refused(text_file: Build, headings: Headings) -> None:
    path = text_file(book(FIVE + x.number(65535, 255, 1)))
    (fault,) = FileParser(headings, Limits(span_cells=10**6), LATEST).parse(ReadRequest(path, "x"), "").faults
    assert (fault.code, fault.params) == (Code.FILE_HOSTILE, {"reason": "cell_span"})


DIRECTORY = 1024
DAMAGED = {
    "cut off in the header": SOUND[:300],
    "cut off in the table": SOUND[:600],
    "cut off in the workbook": SOUND[:1800],
    "sectors of no size": patched(30, 0, "<H"),
    "small sectors as large as the others": patched(32, 9, "<H"),
    "a chain that is a circle": patched(512 + 4 * 2, 2),
    "a chain that leaves the file": patched(512 + 4 * 2, 900),
    "a chain that ends too soon": patched(512 + 4 * 3, x.END),
    "a directory without its root": patched(DIRECTORY + 66, 1, "<B"),
    "a directory that points outside itself": patched(DIRECTORY + 128 + 72, 77),
    "a list of sectors that leads outside": patched(68, 5000),
    "a workbook that is a folder": x.ole({"Andra": b"x"}, ["Workbook"]),
    "an empty workbook": x.ole({"Workbook": b""}),
    "a workbook that is cut off": x.ole({"Workbook": STREAM[:-20].ljust(4096, b"\xff")}),
    "a sheet that begins outside": x.xls({"Blad1": x.sheet(HEADER)}, x.record(x.BOUNDSHEET, struct.pack("<IBBBB", 10**6, 0, 0, 1, 0) + b"x")),
    "a sheet without a name": x.xls({"Blad1": x.sheet(HEADER)}, x.record(x.BOUNDSHEET, b"x")),
    "half a cell": book(x.record(x.NUMBER, b"\1\0")),
    "half a formula": book(x.record(x.FORMULA, x.place(1, 3) + bytes(8))),
    "a workbook within the workbook before it": patched(DIRECTORY + 76, 2, data=patched(DIRECTORY + 128 + 14, ord("k"), "<H", x.ole({"Workbooj": STREAM, "Workbook": STREAM}))),
}  # fmt: skip
OLD = {
    "before 1997": (x.ole({"Book": STREAM}), "xls_old"),
    "before 1997, in the newer stream": (x.ole({"Workbook": x.stream({}, version=0x0500)}), "xls_old"),
    "a document": (x.ole({"WordDocument": b"x"}), "ole"),
    "nothing": (x.ole({}), "ole"),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_damage_is_damage(content: bytes, text_file: Build, parse: Parse) -> None:
    (fault,) = parse(text_file(content)).faults
    assert (fault.code, fault.params) == (Code.FILE_DAMAGED, {"reason": "workbook"})


@pytest.mark.parametrize(("content", "looks_like"), OLD.values(), ids=OLD)
def test_what_is_no_workbook_of_this_kind_is_said(
    content: bytes, looks_like: str, text_file: Build, parse: Parse
) -> None:
    (fault,) = parse(text_file(content)).faults
    assert (fault.code, fault.params) == (Code.FORMAT_UNKNOWN, {"format": looks_like})
