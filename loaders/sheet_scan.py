"""One pass over a worksheet's XML, in pieces: which rectangle is filled, and which cells show nothing but should.

The reader lays out the whole rectangle in memory and dies on one stray cell in the last row and column; it also gives
error cells and formulas without a saved value as blanks, which would be a silently wrong sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bemanning.domain.faults import FaultCode
from loaders.limits import MEBIBYTE
from loaders.look import Look
from loaders.plain_sheet import PlainBook, PlainSheet
from loaders.raw_sheet import column_letters, column_number
from loaders.refusal import refusal
from loaders.sheet_look import LookScanner

# A row as long as the format allows, filled, is far under this.
_LONGEST_ROW_BYTES = 64 * MEBIBYTE
_TAIL_BYTES = 200
_TAG = rb"<(?:\w+:)?"
_PLAIN_ROW_END = b"</row>"
_PLAIN_FILLED = re.compile(rb"<c r=\"([A-Za-z]{1,3})([0-9]{1,7})\"[^>]*(?<!/)>")
_ROW_END = re.compile(rb"</(?:\w+:)?row\s*>")
_ROW_START = re.compile(_TAG + rb"row(?:\s[^>]*)?(?<!/)>")
_SHEET_END = re.compile(rb"</(?:\w+:)?worksheet\s*>\s*$")
_ROW_NUMBER = re.compile(_TAG + rb"row\s(?:[^>]*?\s)?r=[\"']([0-9]{1,7})[\"']")
# Cells with something in them; a blank cell that only has a format ends in "/>".
_FILLED = re.compile(_TAG + rb"c\s(?:[^>]*?\s)?r=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'][^>]*(?<!/)>")
# A cell that stands where no cell can, by a reference that the reader makes something of all the same.
_PLAIN_MISPLACED = re.compile(rb"<c r=\"(?![A-Za-z]{1,3}[0-9]{1,7}\")")
_MISPLACED = re.compile(_TAG + rb"c\s(?:[^>]*?\s)?r=[\"'](?![A-Za-z]{1,3}[0-9]{1,7}[\"'])")
_ANY_CELL = re.compile(_TAG + rb"c[\s/>]")
_PLACED_CELL = re.compile(_TAG + rb"c\s(?:[^>]*?\s)?r=[\"']")
_WHOLE_CELL = re.compile(_TAG + rb"c(\s[^>]*[^>/]|)>(.*?)</(?:\w+:)?c\s*>", re.DOTALL)
_MAY_BE_FLAWED = re.compile(rb"t=[\"']e[\"']|" + _TAG + rb"f[\s/>]")
_REFERENCE = re.compile(rb"\sr=[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_TYPE = re.compile(rb"\st=[\"'](\w+)[\"']")
_FORMULA = re.compile(_TAG + rb"f[\s/>]")
_VALUE = re.compile(_TAG + rb"v(?:\s[^>]*)?>([^<]*)</")
_EMPTY_VALUE = re.compile(_TAG + rb"v\s*/>")


@dataclass
class SheetScan:
    """What was seen so far. Columns and rows are counted from 0; the span is None while nothing is filled."""

    flaws: dict[tuple[int, int] | None, str] = field(default_factory=dict)
    first_row: int | None = None
    last_row: int = 0
    columns: set[bytes] = field(default_factory=set)
    widest_unplaced: int = 0
    open_rows: int = 0
    look: Look = field(default_factory=Look)
    plain: PlainSheet | None = None

    def leave_plain(self) -> None:
        """Take over what is known of a sheet that is not plain any further."""
        plain, self.plain = self.plain, None
        if plain is not None and plain.first_row is not None:
            self.first_row, self.last_row = plain.first_row, plain.last_row
            self.columns = {column_letters(column).encode() for column in plain.columns}

    @property
    def span_cells(self) -> int:
        """The number of cells in the rectangle that the filled cells span."""
        if self.first_row is None:
            return 0
        numbers = self._column_numbers()
        return (self.last_row - self.first_row + 1) * (max(numbers) - min(numbers) + 1)

    @property
    def last_cell(self) -> tuple[int, int]:
        """The last row and column that anything stands in."""
        return self.last_row, max(self._column_numbers(), default=0)

    def _column_numbers(self) -> list[int]:
        unplaced = [0, self.widest_unplaced - 1] if self.widest_unplaced else []
        return [*unplaced, *(column_number(letters.decode()) for letters in self.columns)]


def scan_sheet(pieces: Iterable[bytes], zero_styles: Mapping[int, str], book: PlainBook) -> SheetScan:
    """Scan a worksheet part. Raises UserError when it is cut off, or a row never ends.

    zero_styles: number of a cell style → how it shows whole numbers. book: by which plain sheets are read.
    """
    scan, waiting = SheetScan(plain=PlainSheet(book)), b""
    look, is_begun = LookScanner(scan.look, zero_styles), False
    for piece in pieces:
        waiting += piece
        end = _end_of_rows(waiting)
        if end:
            block, waiting = waiting[:end], waiting[end:]
            # Only what stands above the first row can say more than a plain row does.
            note = look.scan_cells if _scan_rows(block, scan) and is_begun else look.scan
            note(block)
            is_begun = True
        elif len(waiting) > _LONGEST_ROW_BYTES:
            raise refusal(FaultCode.FILE_HOSTILE, reason="row")
    _end(waiting, scan)
    look.scan(waiting)
    # The reader doesn't mind a part that is cut off or a row that is never closed: what follows would just be gone.
    if scan.open_rows or not _SHEET_END.search(waiting[-_TAIL_BYTES:]):
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook")
    return scan


def _end_of_rows(waiting: bytes) -> int:
    """Find where the last whole row ends; 0 where none does."""
    end = waiting.rfind(_PLAIN_ROW_END) + len(_PLAIN_ROW_END)
    if end >= len(_PLAIN_ROW_END):
        return end
    return max((match.end() for match in _ROW_END.finditer(waiting)), default=0)


def _is_plain(block: bytes) -> bool:
    """Tell whether every cell and row is written the one way that nearly every writer has: counting is cheap."""
    cells, rows = block.count(b"<c"), block.count(b"<row")
    return (
        cells == block.count(b'<c r="')
        and rows == block.count(_PLAIN_ROW_END)
        and b":c" not in block
        and b":row" not in block
    )


def _scan_rows(block: bytes, scan: SheetScan) -> bool:
    """Note what is filled in a block, and what is flawed; in a plain one nothing is. Tell whether it was plain."""
    if scan.plain is not None and scan.plain.take(block):
        return True
    scan.leave_plain()
    _search_rows(block, scan)
    return False


def _end(rest: bytes, scan: SheetScan) -> None:
    """Look through what stands after the last whole row."""
    plain = scan.plain
    scan.leave_plain()
    _search_rows(rest, scan)
    if plain is not None and plain.end(rest):
        scan.plain = plain


def _search_rows(block: bytes, scan: SheetScan) -> None:
    is_plain = _is_plain(block)
    if (_PLAIN_MISPLACED if is_plain else _MISPLACED).search(block):
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook")
    if is_plain:
        _note_filled(_PLAIN_FILLED.findall(block), set(), scan)
        if b't="e"' in block or b"'e'" in block or b"<f" in block:
            _find_flaws(block, scan)
    else:
        _scan_any_rows(block, scan)


def _note_filled(filled: list[tuple[bytes, bytes]], rows: set[int], scan: SheetScan) -> None:
    """Widen the span by filled cells (column letters, row) and by rows known otherwise."""
    scan.columns |= {column.upper() for column in {column for column, _ in filled}}
    rows = rows | {int(row) - 1 for row in {row for _, row in filled}}
    if rows:
        scan.first_row = min(rows) if scan.first_row is None else min(scan.first_row, *rows)
        scan.last_row = max(scan.last_row, *rows)


def _scan_any_rows(block: bytes, scan: SheetScan) -> None:
    scan.open_rows += len(_ROW_START.findall(block)) - len(_ROW_END.findall(block))
    rows: set[int] = set()
    unplaced = len(_ANY_CELL.findall(block)) - len(_PLACED_CELL.findall(block))
    if unplaced:
        # Cells without a reference follow one another, so a row is no wider than its number of cells.
        widest = max(len(_ANY_CELL.findall(row)) for row in _ROW_END.split(block))
        scan.widest_unplaced = max(scan.widest_unplaced, widest)
        numbered = {int(row) - 1 for row in _ROW_NUMBER.findall(block)}
        rows = numbered or {scan.last_row + len(_ROW_END.findall(block))}
    _note_filled(_FILLED.findall(block), rows, scan)
    if _MAY_BE_FLAWED.search(block):
        _find_flaws(block, scan)


def _find_flaws(block: bytes, scan: SheetScan) -> None:
    for cell in _WHOLE_CELL.finditer(block):
        flaw = _flaw_of(cell[1], cell[2])
        if flaw is not None:
            place = _REFERENCE.search(cell[1])
            at = (int(place[2]) - 1, column_number(place[1].decode())) if place else None
            scan.flaws[at] = flaw


def _flaw_of(attributes: bytes, content: bytes) -> str | None:
    """Give the error's text, "" for a formula without its value, None for a sound cell."""
    kind = match[1] if (match := _TYPE.search(attributes)) else b"n"
    value = match[1] if (match := _VALUE.search(content)) else None
    if kind == b"e":
        return (value or b"#").decode("utf-8", "replace")[:20]
    if not _FORMULA.search(content):
        return None
    # A formula whose result is empty text is saved with an empty value and the type of text.
    is_empty_text = kind == b"str" and (value is not None or _EMPTY_VALUE.search(content) is not None)
    return None if value or is_empty_text else ""
