"""A small writer of the old Excel format, for tests of what no program of ours writes."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

BOF, EOF, FILEPASS, BOUNDSHEET, RECALCID = 0x809, 0x0A, 0x2F, 0x85, 0x1C1
NUMBER, LABEL, BOOLERR, FORMULA, STRING, MULRK, RK = 0x203, 0x204, 0x205, 0x06, 0x207, 0xBD, 0x27E
SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NOT_A_NUMBER = b"\xff\xff"


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def place(row: int, column: int) -> bytes:
    return struct.pack("<HHH", row, column, 15)


def number(row: int, column: int, value: float) -> bytes:
    return record(NUMBER, place(row, column) + struct.pack("<d", value))


def label(row: int, column: int, text: str) -> bytes:
    return record(LABEL, place(row, column) + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def error(row: int, column: int, code: int) -> bytes:
    return record(BOOLERR, place(row, column) + bytes([code, 1]))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(FORMULA, place(row, column) + result + bytes(6) + b"\0\0")


def kind_of_result(kind: int, value: int = 0) -> bytes:
    return bytes([kind, 0, value, 0, 0, 0]) + NOT_A_NUMBER


def header(row: int, *texts: str) -> bytes:
    return b"".join(label(row, column, text) for column, text in enumerate(texts))


def bof(kind: int, version: int = 0x0600) -> bytes:
    return record(BOF, struct.pack("<HHHHII", version, kind, 0, 0, 0, 6))


def sheet(*records: bytes) -> bytes:
    return bof(0x10) + b"".join(records) + record(EOF)


def stream(sheets: Mapping[str, bytes], *globals_: bytes, version: int = 0x0600) -> bytes:
    """The workbook's stream: what concerns all of it, then its sheets."""
    start = bof(5, version) + b"".join(globals_)
    length = len(start) + sum(12 + 2 * len(name) for name in sheets) + 4
    bounds, offset = b"", length
    for name, content in sheets.items():
        encoded = name.encode("utf-16-le")
        bounds += record(BOUNDSHEET, struct.pack("<IBBBB", offset, 0, 0, len(name), 1) + encoded)
        offset += len(content)
    return start + bounds + record(EOF) + b"".join(sheets.values())


def entry(  # noqa: PLR0913 -- the fields of the format
    name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE
) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", encoded, len(encoded), kind, 1, FREE, right, child, start, size)


def ole(streams: Mapping[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """A compound file: its table in the first sector, its directory in the next, then the streams one by one."""
    padded = {name: data.ljust(-(-max(len(data), 4096) // SECTOR) * SECTOR, b"\0") for name, data in streams.items()}
    sectors = [len(data) // SECTOR for data in padded.values()]
    names = [*streams, *storages]
    directory_sectors = -(-(len(names) + 1) // 4)
    table = [TABLE, *range(2, directory_sectors + 1), END]
    entries = [entry("Root Entry", 5, END, 0, child=1 if names else FREE)]
    for index, name in enumerate(names, 1):
        start = len(table) if name in padded else 0
        right = index + 1 if index < len(names) else FREE
        entries.append(entry(name, 2 if name in padded else 1, start, len(padded.get(name, b"")), right=right))
        if name in padded:
            count = sectors[index - 1]
            table += [*range(start + 1, start + count), END]
    assert len(table) <= SECTOR // 4
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    return (
        _header() + struct.pack("<128I", *table, *[FREE] * (128 - len(table))) + directory + b"".join(padded.values())
    )


def _header() -> bytes:
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def xls(sheets: Mapping[str, bytes], *globals_: bytes) -> bytes:
    return ole({"Workbook": stream(sheets, *globals_)})
