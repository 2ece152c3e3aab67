"""Readers that share nothing with the loaders and guess nothing: a mutated seed's sums per month, or None.

None says that a file is no longer plain: it may be refused, and where it is accepted, a person must judge.
"""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import openpyxl

from tests.loaders import xls_files, xlsb_files
from tests.oracles.naive_sie import sums_of as naive_sie_sums
from tests.proofs.seeds import HOURS_HEADER, LEDGER_HEADER, SUM_WORD, Seed

Sums = dict[str, int]
Grid = list[list[object]]
_AMOUNT = re.compile(r"-?\d{1,12}(?:,\d{1,2})?", re.ASCII)
_MONTH = re.compile(r"20\d\d(?:0[1-9]|1[0-2])", re.ASCII)
_CODE = re.compile(r"[0-9A-Za-z]{1,8}", re.ASCII)


class NotPlainError(Exception):
    """The file is no longer one that a plain reader can be sure of."""


def plain_sums(seed: Seed, content: bytes) -> Sums | None:
    """Read a mutated seed: month → öre or centihours. None where it is no longer plain."""
    try:
        return _READERS[seed.kind](seed, content)
    except Exception:  # noqa: BLE001 - whatever a plain reader stumbles on is not plain
        return None


def _sure(is_so: object) -> None:
    if not is_so:
        raise NotPlainError


def _table(grid: Sequence[Sequence[object]]) -> Sums:
    """Sum a table whose first row is a seed's headings and whose every other row is whole."""
    header, *rows = grid
    _sure(tuple(header) in (LEDGER_HEADER, HOURS_HEADER))
    sums: Sums = {}
    for row in rows:
        _sure(len(row) == len(header))
        if row[0] == SUM_WORD:
            continue
        named = dict(zip(header, row, strict=True))
        codes = [named[name] for name in ("KONTO_ID", "KST_ID", "ENHET_ID", "BEF_KOD") if name in named]
        _sure(all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes))
        month = str(named["PERIOD"])
        _sure(_MONTH.fullmatch(month))
        key = f"{month[:4]}-{month[4:]}"
        sums[key] = sums.get(key, 0) + _hundredths(row[-1])
    return sums


def _hundredths(cell: object) -> int:
    if isinstance(cell, str):
        _sure(_AMOUNT.fullmatch(cell))
        cell = Decimal(cell.replace(",", "."))
    else:
        _sure(isinstance(cell, (int, float)) and not isinstance(cell, bool))
        cell = Decimal(repr(cell))
    _sure(abs(cell) < 10**12 and cell * 100 == int(cell * 100))
    return int(cell * 100)


def _text(seed: Seed, content: bytes) -> Sums:
    text = content.decode(seed.encoding)
    _sure("\0" not in text and '"' not in text and "\ufeff" not in text)
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    mark = "\t" if seed.encoding == "utf-16" else ";"
    return _table(list(csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE, strict=True)))


def _sie_4(seed: Seed, content: bytes) -> Sums:
    text = content.decode(seed.encoding)
    records = {line.split(" ")[0] for line in text.split("\n") if line.startswith("#")}
    _sure(records <= {"#FLAGGA", "#FORMAT", "#SIETYP", "#FNAMN", "#DIM", "#VER", "#TRANS"})
    sums: Sums = {}
    for (month, account, _), ore in naive_sie_sums(text).items():
        _sure(_CODE.fullmatch(account))
        sums[month] = sums.get(month, 0) + ore
    return sums


def _sie_3(seed: Seed, content: bytes) -> Sums:
    """Sum the accounts' own rows, where each account has one and its unit's row says the same."""
    pattern = re.compile(r'#PSALDO 0 (\d{4})(\d\d) ([3-9]\d+|0\d+) \{(?:1 "(\w+)")?\} (-?\d+(?:\.\d\d?)?)', re.ASCII)
    totals: dict[tuple[str, str], int] = {}
    parts: dict[tuple[str, str], int] = {}
    for line in content.decode(seed.encoding).split("\n"):
        if not line.startswith("#PSALDO"):
            _sure(line in _sie_3_heads(seed))
            continue
        found = pattern.fullmatch(line)
        assert found is not None
        year, month, account, unit, amount = found.groups()
        rows, key = totals if unit is None else parts, (f"{year}-{month}", account)
        _sure(key not in rows)
        rows[key] = int(Decimal(amount) * 100)
    _sure(totals == parts)
    return {month: sum(ore for (each, _), ore in totals.items() if each == month) for month, _ in totals}


def _sie_3_heads(seed: Seed) -> set[str]:
    return {line for line in seed.content.decode(seed.encoding).split("\n") if not line.startswith("#PSALDO")}


def _sie_5(_: Seed, content: bytes) -> Sums:
    root = ET.fromstring(content)  # noqa: S314 - our own seed, mutated
    sums: Sums = {}
    for entry in root.iter("{http://www.sie.se/sie5}JournalEntry"):
        month = entry.attrib["journalDate"][:7]
        for row in entry:
            _sure(row.tag == "{http://www.sie.se/sie5}LedgerEntry")
            if row.attrib["accountId"][0] not in "12":
                ore = Decimal(row.attrib["amount"]) * 100
                _sure(ore == int(ore))
                sums[month] = sums.get(month, 0) + int(ore)
    return sums


def _html(seed: Seed, content: bytes) -> Sums:
    text = content.decode(seed.encoding)
    whole = re.fullmatch(r"<html><body><table>((?:<tr>(?:<td>[^<>&\r\n]*</td>)+</tr>\n)+)</table></body></html>", text)
    _sure(whole)
    assert whole is not None
    rows = re.findall(r"<tr>(.*)</tr>", whole.group(1))
    return _table([re.findall(r"<td>([^<]*)</td>", row) for row in rows])


def _xml_2003(_: Seed, content: bytes) -> Sums:
    root = ET.fromstring(content)  # noqa: S314 - our own seed, mutated
    tag = "{urn:schemas-microsoft-com:office:spreadsheet}"
    sheets = list(root.iter(f"{tag}Table"))
    _sure(len(sheets) == 1)
    return _table([[_xml_cell(cell, tag) for cell in row] for row in sheets[0]])


def _xml_cell(cell: ET.Element, tag: str) -> object:
    (data,) = cell
    _sure(cell.tag == f"{tag}Cell" and not cell.attrib and data.tag == f"{tag}Data" and not list(data))
    text = data.text or ""
    return text if data.attrib[f"{tag}Type"] == "String" else float(text)


def _ods(_: Seed, content: bytes) -> Sums:
    root = ET.fromstring(_part(content, "content.xml"))  # noqa: S314 - our own seed, mutated
    name = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    tables = list(root.iter(f"{name}table"))
    _sure(len(tables) == 1)
    return _table([[_ods_cell(cell) for cell in row] for row in tables[0]])


def _ods_cell(cell: ET.Element) -> object:
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    (paragraph,) = cell
    if cell.attrib == {f"{office}value-type": "string"}:
        return paragraph.text or ""
    _sure(cell.attrib.keys() == {f"{office}value-type", f"{office}value"})
    return float(cell.attrib[f"{office}value"])


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _sure(len(set(archive.namelist())) == len(archive.namelist()))
        return archive.read(name)


def _xlsx(_: Seed, content: bytes) -> Sums:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    (sheet,) = book.worksheets
    grid = [list(row) for row in sheet.iter_rows(values_only=True)]
    _sure(not any(isinstance(cell, date) for row in grid for cell in row))
    return _table(grid)


def _xls(seed: Seed, content: bytes) -> Sums:
    """Walk the records of the stream, where only the stream has been harmed and not moved."""
    start = seed.content.index(xls_files.bof(5))
    _sure(content[:start] == seed.content[:start] and len(content) == len(seed.content))
    sheet = content.index(xls_files.bof(0x10))
    _sure(content[start:sheet] == seed.content[start:sheet])
    cells: dict[tuple[int, int], object] = {}
    for kind, body in _records(content[sheet + len(xls_files.bof(0x10)) :], _xls_head):
        if kind == xls_files.EOF:
            return _table(_placed(cells))
        row, column, _ = struct.unpack("<HHH", body[:6])
        _sure((row, column) not in cells)
        cells[row, column] = _xls_value(kind, body)
    raise NotPlainError


def _xls_head(content: bytes, at: int) -> tuple[int, int, int]:
    kind, size = struct.unpack("<HH", content[at : at + 4])
    return kind, size, at + 4


def _xls_value(kind: int, body: bytes) -> object:
    if kind == xls_files.NUMBER:
        _sure(len(body) == 14)
        return struct.unpack("<d", body[6:])[0]
    _sure(kind == xls_files.LABEL)
    length, is_wide = struct.unpack("<HB", body[6:9])
    _sure(is_wide == 1 and len(body) == 9 + 2 * length)
    return body[9:].decode("utf-16-le")


def _xlsb(_: Seed, content: bytes) -> Sums:
    cells: dict[tuple[int, int], object] = {}
    row = -1
    for kind, body in _records(_part(content, "xl/worksheets/sheet1.bin"), _xlsb_head):
        if kind == xlsb_files.ROW:
            _sure(struct.unpack("<I", body[:4])[0] == row + 1)
            row += 1
        elif kind in (xlsb_files.TEXT, xlsb_files.REAL):
            column, style = struct.unpack("<II", body[:8])
            _sure(style == 0 and (row, column) not in cells)
            cells[row, column] = _xlsb_value(kind, body[8:])
        elif kind == xlsb_files.END_SHEET:
            return _table(_placed(cells))
        else:
            _sure(kind in (xlsb_files.BEGIN_SHEET, xlsb_files.DIMENSION, xlsb_files.BEGIN_DATA, xlsb_files.END_DATA))
    raise NotPlainError


def _xlsb_value(kind: int, value: bytes) -> object:
    if kind == xlsb_files.REAL:
        return struct.unpack("<d", value)[0]
    _sure(len(value) == 4 + 2 * struct.unpack("<I", value[:4])[0])
    return value[4:].decode("utf-16-le")


def _xlsb_head(content: bytes, at: int) -> tuple[int, int, int]:
    kind, at = _varying(content, at)
    size, at = _varying(content, at, 7)
    return kind, size, at


def _varying(content: bytes, at: int, shift: int = 7) -> tuple[int, int]:
    value = power = 0
    while True:
        byte = content[at]
        value |= (byte & 127) << power
        at, power = at + 1, power + shift
        if byte < 128:
            return value, at


def _records(content: bytes, head: Callable[[bytes, int], tuple[int, int, int]]) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(content):
        kind, size, at = head(content, at)
        _sure(at + size <= len(content))
        yield kind, content[at : at + size]
        at += size


def _placed(cells: dict[tuple[int, int], object]) -> Grid:
    last_row, last_column = (max(place[axis] for place in cells) for axis in (0, 1))
    return [[cells[row, column] for column in range(last_column + 1)] for row in range(last_row + 1)]


_READERS: dict[str, Callable[[Seed, bytes], Sums]] = {
    "text": _text, "sie4": _sie_4, "sie3": _sie_3, "sie5": _sie_5, "html": _html, "xml2003": _xml_2003,
    "ods": _ods, "xlsx": _xlsx, "xls": _xls, "xlsb": _xlsb,
}  # fmt: skip
