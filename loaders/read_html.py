"""A web page's tables to raw sheets: what many systems write and call .xls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from bemanning.domain.faults import FaultCode
from loaders.decoding import decode
from loaders.grid import MOST_COLUMNS, MOST_ROWS, Grid
from loaders.limits import Limits
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.refusal import refusal

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(windows-1252|iso-8859-1|cp437)", re.IGNORECASE)
_START_BYTES, _LONGEST_NUMBER = 4096, 7
_BLANKS = re.compile(r"[ \t\r\n]+")
_CELLS, _BREAKS, _UNSEEN = ("td", "th"), ("br", "p", "div"), ("script", "style")
# A number with all its decimals beside the rounded text that is shown.
_EXACT = "x:num"
# A code as it shows: 00123 is not 123.
_ZEROS_FIRST = re.compile(r"0\d+", re.ASCII)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:E[-+]?\d+)?", re.ASCII)


def read_html(path: Path, limits: Limits) -> list[RawSheet]:
    """Give the tables that hold anything, in order; one within another is one of its own."""
    data = path.read_bytes()
    stated = _CHARSET.search(data[:_START_BYTES])
    reader = HtmlReader(limits)
    reader.feed(decode(data, usual="cp1252" if stated else None))
    reader.close()
    if reader.is_open:
        raise refusal(FaultCode.FILE_DAMAGED, reason="page_cut_off")
    return [grid.raw() for grid in reader.grids if grid.rows]


@dataclass(slots=True)
class _Table:
    """A table that is not yet at its end. covered: column → how many rows further down a cell above reaches."""

    grid: Grid
    row: Row | None = None
    words: list[str] | None = None
    attributes: dict[str, str | None] = field(default_factory=dict)
    covered: dict[int, int] = field(default_factory=dict)
    columns: int = 0  # as far as they are said


class HtmlReader(HTMLParser):
    """Reads a page, with or without its end tags."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing read."""
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self._limits = limits
        self._tables: list[_Table] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; each ends the one before it."""
        if tag == "table":
            self._tables.append(_Table(Grid(f"Tabell {len(self.grids) + 1}")))
            self.grids.append(self._tables[-1].grid)
        elif tag in _UNSEEN:
            self._unseen += 1
        elif self._tables:
            table = self._tables[-1]
            if tag == "tr":
                self._end_row(table)
                table.row = []
                if _HIDDEN.search(dict(attrs).get("style") or ""):
                    table.grid.look.hidden_rows.add(table.grid.next_row)
            elif tag == "col":
                _note_columns(table, dict(attrs))
            elif tag in _CELLS:
                _end_cell(table)
                table.row = [] if table.row is None else table.row
                table.words, table.attributes = [], dict(attrs)
            elif tag in _BREAKS and table.words is not None:
                table.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif self._tables and tag == "table":
            self._end_row(self._tables.pop())
        elif self._tables and tag == "tr":
            self._end_row(self._tables[-1])
        elif self._tables and tag in _CELLS:
            _end_cell(self._tables[-1])

    def handle_data(self, data: str) -> None:
        """Add to the cell, if there is one."""
        if self._tables and not self._unseen and (words := self._tables[-1].words) is not None:
            words.append(_BLANKS.sub(" ", data))

    @property
    def is_open(self) -> bool:
        """Whether a table was never ended: rows and cells may leave their ends out, a table that does is cut off."""
        return bool(self._tables)

    def _end_row(self, table: _Table) -> None:
        _end_cell(table)
        if table.row is not None:
            _cover(table, table.row, max(table.covered, default=-1) + 1)
            table.grid.add(table.row, {}, 1, self._limits)
        table.row = None


def _end_cell(table: _Table) -> None:
    if table.words is None or table.row is None:
        return
    row, attributes, words = table.row, table.attributes, "".join(table.words)
    table.words = None
    _cover(table, row, None)
    columns, rows = _span(attributes, "colspan", MOST_COLUMNS), _span(attributes, "rowspan", MOST_ROWS)
    if len(row) + columns > MOST_COLUMNS:
        raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
    table.grid.look.note_merged(table.grid.next_row, len(row), table.grid.next_row + rows - 1, len(row) + columns - 1)
    if rows > 1:
        table.covered |= dict.fromkeys(range(len(row), len(row) + columns), rows - 1)
    row += [_value(attributes, words), *[""] * (columns - 1)]


def _cover(table: _Table, row: Row, last: int | None) -> None:
    """Leave the places blank that cells further up reach down over: the next ones, or all of them up to the last."""
    while len(row) in table.covered if last is None else len(row) < last:
        left = table.covered.pop(len(row), 0)
        if left > 1:
            table.covered[len(row)] = left - 1
        row.append("")


def _value(attributes: dict[str, str | None], words: str) -> Cell:
    exact = attributes.get(_EXACT) or ""
    shown = "\n".join(line.strip(" \u00a0") for line in words.split("\n")).strip("\n")
    if _NUMBER.fullmatch(exact) and not _ZEROS_FIRST.fullmatch(shown):
        return float(exact)
    return shown


def _note_columns(table: _Table, attributes: dict[str, str | None]) -> None:
    first, table.columns = table.columns, table.columns + _span(attributes, "span", MOST_COLUMNS)
    if _HIDDEN.search(attributes.get("style") or ""):
        table.grid.look.hidden_columns.append((first, table.columns - 1))


def _span(attributes: dict[str, str | None], name: str, most: int) -> int:
    """Read how far a cell reaches. Nothing, or nonsense, is one; what goes beyond the sheet is what the sheet has."""
    text = attributes.get(name) or ""
    if not (text.isascii() and text.isdigit()):
        return 1
    return max(1, min(int(text), most)) if len(text) <= _LONGEST_NUMBER else most
