"""Looks an xls (BIFF8) through before it is read: encryption, far cells, and cells that would come out as blanks."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from loaders.cell_scan import CellScan, error_text
from loaders.guard import Guarded, check_spans
from loaders.limits import Limits
from loaders.look_xls import LookXls, zero_styles
from loaders.ole import OleFile
from loaders.refusal import refusal

_RECORD = struct.Struct("<HH")
_PLACE = struct.Struct("<HH")
_SHEET = struct.Struct("<IBBBB")
_SHORTEST_CELL, _SHORTEST_FORMULA = 8, 20
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _RECALCID = 0x809, 0x0A, 0x2F, 0x85, 0x1C1
_DATE_MODE = 0x22
_FORMULA, _BOOLERR, _MULRK = 0x06, 0x205, 0xBD
# Cells with something in them: a number, a text, a truth value, an error, a formula.
_CELLS = frozenset((_FORMULA, _BOOLERR, _MULRK, 0x203, 0x27E, 0xFD, 0x204, 0xD6))
_BIFF8, _WORKSHEET = 0x0600, 0
_NOT_A_NUMBER, _ERROR_RESULT, _BLANK_RESULT = b"\xff\xff", 2, 3
_MACROS = "_vba_project_cur"
_WORKBOOK = "workbook"

Record = tuple[int, bytes]


@dataclass(slots=True)
class _Scan(CellScan):
    """blank_results: formulas that say that their result is no text at all. has_results: some have another result."""

    blank_results: list[tuple[int, int]] = field(default_factory=list)
    has_results: bool = False


def guard_xls(path: Path, limits: Limits) -> Guarded:
    """Let a sound workbook through. Raises UserError with the reason for any other."""
    ole = OleFile(path.read_bytes())
    names = ole.root_names()
    place = names.get(_WORKBOOK)
    # The reader takes the first of the name, wherever it lies: a workbook within the workbook must not come before.
    first = next((place for place, entry in enumerate(ole.entries) if entry.name.casefold() == _WORKBOOK), None)
    if place is None:
        raise refusal(FaultCode.FORMAT_UNKNOWN, format="xls_old" if "book" in names else "ole")
    if place != first:
        raise _damaged()
    stream = ole.stream(place)
    globals_ = list(_substream(stream, 0))
    _check_globals(globals_)
    styles = zero_styles(globals_)
    scan_of = {name: _scan(stream, offset, styles) for name, offset in _sheets(globals_)}
    check_spans(scan_of.values(), limits)
    _note_uncalculated(scan_of, is_excel=any(kind == _RECALCID for kind, _ in globals_))
    is_1904 = any(kind == _DATE_MODE and content[:1] == b"\1" for kind, content in globals_)
    return Guarded(scan_of, _MACROS in names, is_1904)


def _check_globals(records: list[Record]) -> None:
    if not records:
        raise _damaged()
    if any(kind == _FILEPASS for kind, _ in records):
        raise refusal(FaultCode.FILE_ENCRYPTED)
    kind, content = records[0]
    if kind != _BOF or content[:2] != _BIFF8.to_bytes(2, "little"):
        raise refusal(FaultCode.FORMAT_UNKNOWN, format="xls_old")


def _sheets(records: list[Record]) -> Iterator[tuple[str, int]]:
    """Give each worksheet's name and where it begins."""
    for kind, content in records:
        if kind == _BOUNDSHEET:
            if len(content) < _SHEET.size:
                raise _damaged()
            offset, _, sheet_kind, length, is_wide = _SHEET.unpack_from(content)
            name = content[_SHEET.size :][: length * (1 + (is_wide & 1))]
            if sheet_kind == _WORKSHEET:
                yield name.decode("utf-16-le" if is_wide & 1 else "latin-1", "replace"), offset


def _substream(stream: bytes, start: int) -> Iterator[Record]:
    """Give the records from a beginning to its end; what is embedded between (charts) is left out."""
    position, depth = start, 0
    while position + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, position)
        position += _RECORD.size
        content = stream[position : position + length]
        if len(content) < length:
            break
        position += length
        depth += kind == _BOF
        if depth == 1:
            yield kind, content
        depth -= kind == _EOF
        if depth <= 0:
            return
    raise _damaged()


def _scan(stream: bytes, offset: int, styles: dict[int, str]) -> _Scan:
    scan = _Scan()
    look = LookXls(scan.look, styles)
    for kind, content in _substream(stream, offset):
        look.note(kind, content)
        if kind in _CELLS:
            if len(content) < (_SHORTEST_FORMULA if kind == _FORMULA else _SHORTEST_CELL):
                raise _damaged()
            row, column = _PLACE.unpack_from(content)
            last = int.from_bytes(content[-2:], "little") if kind == _MULRK else column
            scan.note_row(row, column, max(column, last))
            look.note_cell(kind, content, row, column)
            if kind == _BOOLERR and content[7]:
                scan.flaws[row, column] = error_text(content[6])
            elif kind == _FORMULA:
                _note_result(content, (row, column), scan)
    return scan


def _note_result(content: bytes, at: tuple[int, int], scan: _Scan) -> None:
    """A formula's result lies from byte 6: a number, or two bytes of ones last and what it is first."""
    is_number = content[12:14] != _NOT_A_NUMBER
    if not is_number and content[6] == _ERROR_RESULT:
        scan.flaws[at] = error_text(content[8])
    if not is_number and content[6] == _BLANK_RESULT:
        scan.blank_results.append(at)
    else:
        scan.has_results = True


def _note_uncalculated(scan_of: dict[str, _Scan], *, is_excel: bool) -> None:
    """Some programs write formulas without calculating them, as if each gave an empty text, which none can tell apart.

    Excel leaves a mark that it has calculated; where that is missing, a result of another kind shows as much.
    """
    if not is_excel and not any(scan.has_results for scan in scan_of.values()):
        for scan in scan_of.values():
            scan.flaws |= dict.fromkeys(scan.blank_results, "")


def _damaged() -> UserError:
    return refusal(FaultCode.FILE_DAMAGED, reason="workbook")
