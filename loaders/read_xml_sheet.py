"""Excel's XML of 2003 to raw sheets: what many systems write and call .xls."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from bemanning.domain.faults import FaultCode
from loaders.grid import MOST_COLUMNS, MOST_ROWS, Grid
from loaders.limits import Limits
from loaders.look import zeros_shown
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.refusal import refusal
from loaders.shown_zeros import shown_with_zeros
from loaders.xml_events import Attributes, listen
from loaders.xml_file import xml_file

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet "
_VISIBLE, _FROM_1904 = (f"urn:schemas-microsoft-com:office:excel {name}" for name in ("Visible", "Date1904"))
_LONGEST_NUMBER = 7
# A time of day is a moment of the last day before the calendar begins, and a duration is as many days later.
_ZERO, _FIRST_DATE = datetime(1899, 12, 31), datetime(1904, 1, 1)  # noqa: DTZ001 -- a spreadsheet's time has no zone
_DAY = timedelta(days=1)


def read_xml_sheet(path: Path, limits: Limits) -> list[RawSheet]:
    """Give the sheets that hold anything, in order. Raises UserError for a hostile or damaged file."""
    reader = XmlSheetReader(limits)
    listen(xml_file(path), reader)
    return [grid.raw() for grid in reader.sheets if grid.rows]


class XmlSheetReader:
    """Listens to a workbook."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing read."""
        self.sheets: list[Grid] = []
        self._limits = limits
        self._row: Row = []
        self._flaws: dict[int, str] = {}
        self._depth = 0  # within a cell
        self._cell: Attributes = {}
        self._kind: str | None = None
        self._is_data = self._is_visible = False
        self._next_column, self._is_1904 = 0, False
        self._words = ""
        self._style, self._mask_of = "", dict[str, str]()
        self._row_style, self._column_styles = "", dict[int, str]()

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        local = name.removeprefix(_SHEET)
        if self._depth:
            self._depth += 1
            if local == "Data" and self._depth == 2:  # noqa: PLR2004 -- the cell's own, not its comment's
                self._kind, self._words, self._is_data = attributes.get(f"{_SHEET}Type", "String"), "", True
        elif local == "Cell":
            self._depth, self._cell, self._kind = 1, attributes, None
        elif local == "Row":
            self._start_row(attributes)
        elif local == "Worksheet":
            self.sheets.append(Grid(attributes.get(f"{_SHEET}Name", "")))
            self.sheets[-1].look.is_1904 = self._is_1904
            self._next_column, self._column_styles = 0, {}
        elif name == _VISIBLE:
            self._is_visible, self._words = True, ""
        else:
            self._start_look(local, name, attributes)

    def _start_look(self, local: str, name: str, attributes: Attributes) -> None:
        if local == "Column":
            self._note_columns(attributes)
        elif local == "Style":
            self._style = attributes.get(f"{_SHEET}ID", "")
        elif local == "NumberFormat":
            self._mask_of[self._style] = zeros_shown(attributes.get(f"{_SHEET}Format", ""))
        elif name == _FROM_1904:
            self._is_1904 = True

    def _start_row(self, attributes: Attributes) -> None:
        self._row, self._flaws = [], {}
        self._row_style = attributes.get(f"{_SHEET}StyleID", "")
        if self.sheets:
            grid = self.sheets[-1]
            next_row = len(grid.rows) + grid.blank_rows + 1
            skipped = _number(attributes, f"{_SHEET}Index", next_row) - next_row
            if skipped < 0:
                raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
            grid.add([], {}, skipped, self._limits)
            if attributes.get(f"{_SHEET}Hidden") == "1":
                grid.look.hidden_rows.add(grid.next_row)

    def _note_columns(self, attributes: Attributes) -> None:
        first = _number(attributes, f"{_SHEET}Index", self._next_column + 1) - 1
        last = min(first + _number(attributes, f"{_SHEET}Span", 0), MOST_COLUMNS)
        self._next_column = last + 1
        self._column_styles |= dict.fromkeys(range(first, last + 1), attributes.get(f"{_SHEET}StyleID", ""))
        if self.sheets and attributes.get(f"{_SHEET}Hidden") == "1":
            self.sheets[-1].look.hidden_columns.append((first, last))

    def end(self, name: str) -> None:
        """End an element."""
        if self._depth:
            self._depth -= 1
            if self._depth == 1:
                self._is_data = False
            elif self._depth == 0:
                self._end_cell()
        elif name == f"{_SHEET}Row" and self.sheets:
            self.sheets[-1].add(self._row, self._flaws, 1, self._limits)
        elif name == _VISIBLE and self.sheets:
            self.sheets[-1].is_hidden = self._words != "SheetVisible"
            self._is_visible = False

    def text(self, text: str) -> None:
        """Add to what is read, if anything is."""
        if self._is_data or self._is_visible:
            self._words += text

    def _end_cell(self) -> None:
        first = _number(self._cell, f"{_SHEET}Index", len(self._row) + 1) - 1
        last = first + _number(self._cell, f"{_SHEET}MergeAcross", 0)
        if first < len(self._row) or last >= MOST_COLUMNS:
            raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
        value: Cell = ""
        if self._kind == "Error":
            self._flaws[first] = self._words[:20] or "#"
        elif self._kind is not None:
            value = self._with_zeros(_value(self._kind, self._words), first)
        elif f"{_SHEET}Formula" in self._cell:
            self._flaws[first] = ""
        self._row += [*[""] * (first - len(self._row)), value, *[""] * (last - first)]
        if self.sheets:
            row = self.sheets[-1].next_row
            down = min(_number(self._cell, f"{_SHEET}MergeDown", 0), MOST_ROWS)
            self.sheets[-1].look.note_merged(row, first, row + down, last)

    def _with_zeros(self, value: Cell, column: int) -> Cell:
        """Give a number as it shows, by the style of the cell, its row or its column."""
        styles = (self._cell.get(f"{_SHEET}StyleID"), self._row_style, self._column_styles.get(column))
        style = next(filter(None, styles), "")
        return shown_with_zeros(value, self._mask_of.get(style, ""))


def _value(kind: str, words: str) -> Cell:
    try:
        if kind == "Number":
            return float(words)
        if kind == "DateTime":
            return _moment(datetime.fromisoformat(words))
    except ValueError as error:
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook") from error
    return words == "1" if kind == "Boolean" else words


def _moment(moment: datetime) -> date | datetime | time | timedelta:
    if moment < _FIRST_DATE:
        length = moment - _ZERO
        return moment.time() if length < _DAY else length
    return moment.date() if moment.time() == time() else moment


def _number(attributes: Attributes, name: str, otherwise: int) -> int:
    text = attributes.get(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
    return int(text)
