"""Looks an xlsb through before it is read, as guard.py does an xlsx: its sheets are records instead of XML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from loaders.cell_scan import CellScan, error_text
from loaders.guard import MACROS, Guarded, check_spans, check_xml, sheet_targets
from loaders.limits import Limits
from loaders.look_xlsb import LookXlsb, zero_styles
from loaders.refusal import refusal
from loaders.zip_parts import ZipParts, open_zip

WORKBOOK = "xl/workbook.bin"
_RELATIONS, _STYLES = "xl/_rels/workbook.bin.rels", "xl/styles.bin"
_SHEET, _END_OF_SHEET, _PROPERTIES = 156, 130, 153
_ROW = 0
# Cells with something in them: 2 to 7 are values, 8 to 11 the results of formulas, 62 is text with formats.
_CELLS = frozenset((*range(2, 12), 62))
_ERRORS = (3, 11)
_SHORTEST_CELL, _SHORTEST_ROW = 9, 4
_MORE, _BITS = 0x80, 7
_KIND_BYTES, _LENGTH_BYTES = 2, 4
_LARGEST_RECORD = 2**20

Record = tuple[int, bytes]


def guard_xlsb(path: Path, limits: Limits) -> Guarded:
    """Let a sound workbook through. Raises UserError with the reason for any other."""
    with open_zip(path, limits) as parts:
        check_xml(parts, ())
        styles = zero_styles(_records(parts.pieces(_STYLES))) if _STYLES in parts.info_of else {}
        sheets = [(sheet, part) for sheet, part in _sheet_parts(parts) if part in parts.info_of]
        scan_of = {sheet: _scan(parts, part, styles) for sheet, part in sheets}
        has_macros = any(name.casefold() == MACROS for name in parts.info_of)
        properties = [content for kind, content in _records(parts.pieces(WORKBOOK)) if kind == _PROPERTIES]
    check_spans(scan_of.values(), limits)
    return Guarded(scan_of, has_macros, is_1904=any(content[:1] and content[0] & 1 for content in properties))


def _sheet_parts(parts: ZipParts) -> Iterator[tuple[str, str]]:
    target_of = sheet_targets(parts, _RELATIONS)
    for kind, content in _records(parts.pieces(WORKBOOK)):
        if kind == _SHEET:
            relation, end = _text(content, 8)
            name, _ = _text(content, end)
            if relation not in target_of:  # the reader dies of it
                raise _damaged()
            yield name, target_of[relation]


def _text(content: bytes, start: int) -> tuple[str, int]:
    """Read a text and where it ends: its length in characters, then the characters."""
    length = int.from_bytes(content[start : start + 4], "little")
    end = start + 4 + 2 * length
    if end > len(content):
        raise _damaged()
    return content[start + 4 : end].decode("utf-16-le", "replace"), end


def _scan(parts: ZipParts, name: str, styles: dict[int, str]) -> CellScan:
    scan, row, is_whole = CellScan(), 0, False
    look = LookXlsb(scan.look, styles)
    for kind, content in _records(parts.pieces(name)):
        look.note(kind, content)
        if kind == _ROW:
            if len(content) < _SHORTEST_ROW:  # a file of zeros is millions of these
                raise _damaged()
            row = int.from_bytes(content[:4], "little")
        elif kind in _CELLS:
            if len(content) < _SHORTEST_CELL:
                raise _damaged()
            column = int.from_bytes(content[:4], "little")
            scan.note_row(row, column, column)
            look.note_cell(content, row, column)
            if kind in _ERRORS:
                scan.flaws[row, column] = error_text(content[8])
        is_whole = is_whole or kind == _END_OF_SHEET
    if not is_whole:
        raise _damaged()
    return scan


def _records(pieces: Iterator[bytes]) -> Iterator[Record]:
    """Cut a part into its records. One that is cut off, or absurdly long, is damage."""
    waiting = b""
    for piece in pieces:
        waiting += piece
        position = 0
        while (record := _record(waiting, position)) is not None:
            kind, start, end = record
            yield kind, waiting[start:end]
            position = end
        waiting = waiting[position:]
    if waiting:
        raise _damaged()


def _record(data: bytes, position: int) -> tuple[int, int, int] | None:
    """Read a record's kind and where its content lies. None where it is not all there."""
    kind, position = _number(data, position, _KIND_BYTES)
    length, start = _number(data, position, _LENGTH_BYTES)
    if length > _LARGEST_RECORD:
        raise _damaged()
    return None if start < 0 or start + length > len(data) else (kind, start, start + length)


def _number(data: bytes, position: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, the lowest first, and where it ends; -1 where it is not all there."""
    value = 0
    for index in range(most if position >= 0 else 0):
        if position + index >= len(data):
            break
        byte = data[position + index]
        value |= (byte & ~_MORE) << (index * _BITS)
        if byte < _MORE or index == most - 1:
            return value, position + index + 1
    return 0, -1


def _damaged() -> UserError:
    return refusal(FaultCode.FILE_DAMAGED, reason="workbook")
