"""What content.xml of an OpenDocument spreadsheet says: sheets, rows and cells, each as often as it is repeated."""

from __future__ import annotations

from bemanning.domain.faults import FaultCode
from loaders.grid import MOST_COLUMNS, Grid
from loaders.limits import Limits
from loaders.ods_values import TABLE, flaw_of, value_of
from loaders.raw_sheet import Row
from loaders.refusal import refusal
from loaders.xml_events import Attributes

_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CELLS = (f"{TABLE} table-cell", f"{TABLE} covered-table-cell")
_PARAGRAPH, _SPACES = f"{_TEXT} p", f"{_TEXT} s"
_BREAKS = {f"{_TEXT} tab": "\t", f"{_TEXT} line-break": "\n"}
_VISIBILITY, _VISIBLE = f"{TABLE} visibility", "visible"
_MOST_SPACES = 1_000
_LONGEST_NUMBER = 9


class OdsReader:
    """Listens to content.xml."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing read."""
        self.sheets: list[Grid] = []
        self._limits = limits
        self._style, self._hidden_styles = "", set[str]()
        self._row: Row = []
        self._is_hidden_row = False
        self._flaws: dict[int, str] = {}
        self._blanks, self._row_repeated = 0, 1
        self._is_1904 = False
        self._columns = 0  # of the table, as far as they are said
        self._cell: Attributes | None = None
        self._paragraphs: list[str] = []
        self._is_in_paragraph = False
        self._outside = 0  # how deep in what is no text of the cell: a comment, a drawing

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        if self._cell is not None:
            self._start_in_cell(name, attributes)
        elif name in _CELLS:
            self._cell, self._paragraphs = attributes, []
        elif name == f"{TABLE} table-row":
            self._row, self._flaws, self._blanks = [], {}, 0
            self._row_repeated = _number(attributes, f"{TABLE} number-rows-repeated")
            self._is_hidden_row = attributes.get(_VISIBILITY, _VISIBLE) != _VISIBLE
        elif name == f"{TABLE} table-column":
            self._note_columns(attributes)
        elif name == f"{TABLE} table":
            is_hidden = attributes.get(f"{TABLE} style-name") in self._hidden_styles
            self.sheets.append(Grid(attributes.get(f"{TABLE} name", ""), is_hidden))
            self.sheets[-1].look.is_1904 = self._is_1904
            self._columns = 0
        elif name == f"{TABLE} null-date":
            self._is_1904 = attributes.get(f"{TABLE} date-value", "").startswith("1904")
        elif name == f"{_STYLE} style":
            self._style = attributes.get(f"{_STYLE} name", "")
        elif name == f"{_STYLE} table-properties" and attributes.get(f"{TABLE} display") == "false":
            self._hidden_styles.add(self._style)

    def _start_in_cell(self, name: str, attributes: Attributes) -> None:
        if self._outside or not name.startswith(_TEXT):
            self._outside += 1
        elif name == _PARAGRAPH:
            self._paragraphs.append("")
            self._is_in_paragraph = True
        elif name == _SPACES:
            self.text(" " * min(_number(attributes, f"{_TEXT} c"), _MOST_SPACES))
        else:
            self.text(_BREAKS.get(name, ""))

    def end(self, name: str) -> None:
        """End an element."""
        if self._outside:
            self._outside -= 1
        elif self._cell is not None:
            if name == _PARAGRAPH:
                self._is_in_paragraph = False
            elif name in _CELLS:
                self._end_cell(self._cell)
                self._cell = None
        elif name == f"{TABLE} table-row" and self.sheets:
            self._end_row(self.sheets[-1])

    def text(self, text: str) -> None:
        """Add to the paragraph of the cell, if there is one."""
        if self._is_in_paragraph and not self._outside:
            self._paragraphs[-1] += text

    def _end_row(self, sheet: Grid) -> None:
        first = sheet.next_row
        sheet.add(self._row, self._flaws, self._row_repeated, self._limits)
        if self._is_hidden_row:
            sheet.look.hidden_rows.update(range(first, len(sheet.rows)))

    def _note_columns(self, attributes: Attributes) -> None:
        first, repeated = self._columns, _number(attributes, f"{TABLE} number-columns-repeated")
        self._columns += repeated
        if self.sheets and attributes.get(_VISIBILITY, _VISIBLE) != _VISIBLE:
            self.sheets[-1].look.hidden_columns.append((first, first + repeated - 1))

    def _note_merged(self, attributes: Attributes) -> None:
        rows, columns = (_number(attributes, f"{TABLE} number-{each}-spanned") for each in ("rows", "columns"))
        if self.sheets:
            row, column = self.sheets[-1].next_row, len(self._row) + self._blanks
            self.sheets[-1].look.note_merged(row, column, row + rows - 1, column + columns - 1)

    def _end_cell(self, attributes: Attributes) -> None:
        self._note_merged(attributes)
        shown = "\n".join(self._paragraphs) if self._paragraphs else None
        flaw = flaw_of(attributes, shown)
        value = "" if flaw is not None else value_of(attributes, shown)
        repeated = _number(attributes, f"{TABLE} number-columns-repeated")
        if value == "" and flaw is None:
            self._blanks += repeated
            return
        first = len(self._row) + self._blanks
        if first + repeated > MOST_COLUMNS:
            raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
        self._row += [""] * self._blanks + [value] * repeated
        self._blanks = 0
        if flaw is not None:
            self._flaws |= dict.fromkeys(range(first, first + repeated), flaw)


def _number(attributes: Attributes, name: str) -> int:
    """Read how often something stands there; once, where that is not said."""
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")
    return int(text)
