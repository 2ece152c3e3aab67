"""A mapping workbook's sheets as rows of text by heading, each row with its place; headings are checked here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping_sheets import REQUIRED_COLUMNS, SHEETS
from loaders.fault_log import FaultLog
from loaders.headings import normalised

# Sheets and columns that people and the writer of the workbook may use for notes.
_NOTE_SHEETS = ("lasmig", "läsmig", "info", "information", "noteringar")
# Notes of the user's own, and the amounts that the exported workbook shows beside what is unmapped.
_NOTE_COLUMNS = ("kommentar", "anteckning", "notering", "not", "omappatbelopp")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One filled row. number: counted from 0. column_of: heading → the sheet's column."""

    sheet: str
    number: int
    text_of: Mapping[str, str]
    column_of: Mapping[str, int]

    def at(self, heading: str) -> tuple[int, int]:
        """The place of a heading's cell; the row's first cell where the sheet lacks that heading."""
        return self.number, self.column_of.get(heading, 0)

    def text(self, heading: str) -> str:
        """Give the cell's text, "" where it is blank or the sheet lacks the heading."""
        return self.text_of.get(heading, "")


def read_grids(sheets: list[dict[str, Any]], faults: FaultLog) -> dict[str, list[GridRow]]:
    """Map each known sheet that is there to its rows. What can't be placed is a fault: it would be lost silently."""
    known = {normalised(name): name for name in SHEETS}
    grids: dict[str, list[GridRow]] = {}
    for sheet in sheets:
        name = known.get(normalised(sheet["name"]))
        if name is not None:
            grids[name] = list(_rows(name, sheet, faults))
        elif normalised(sheet["name"]) not in _NOTE_SHEETS:
            faults.add(FaultCode.MAPPING_SHEET_UNKNOWN, sheet=sheet["name"], known=", ".join(SHEETS))
    if not grids and not faults:
        faults.add(FaultCode.MAPPING_SHEETS_MISSING, known=", ".join(SHEETS))
    return grids


def _rows(name: str, sheet: dict[str, Any], faults: FaultLog) -> Iterator[GridRow]:
    rows: list[list[str]] = sheet["rows"]
    header_row = next((number for number, cells in enumerate(rows) if any(cells)), None)
    if header_row is None:
        return
    column_of = _columns(name, header_row, rows[header_row], sheet, faults)
    for number, cells in enumerate(rows[header_row + 1 :], header_row + 1):
        text_of = {heading: cells[column - sheet["first_column"]] for heading, column in column_of.items()}
        row = GridRow(sheet["name"], number, text_of, column_of)
        if any(text_of.values()):
            _check_required(name, row, faults)
            yield row


def _columns(name: str, header_row: int, cells: list[str], sheet: dict[str, Any], faults: FaultLog) -> dict[str, int]:
    headings = {normalised(heading): heading for heading in SHEETS[name]}
    column_of: dict[str, int] = {}
    for column, text in enumerate(cells, sheet["first_column"]):
        heading = headings.get(normalised(text))
        at = (header_row, column)
        if heading in column_of:
            faults.add(FaultCode.MAPPING_HEADING_DUPLICATE, sheet=sheet["name"], at=at, heading=text)
        elif heading is not None:
            column_of[heading] = column
        elif text and normalised(text) not in _NOTE_COLUMNS:
            known = ", ".join(SHEETS[name])
            faults.add(FaultCode.MAPPING_HEADING_UNKNOWN, sheet=sheet["name"], at=at, heading=text, known=known)
    for heading in REQUIRED_COLUMNS[name]:
        if heading not in column_of:
            faults.add(FaultCode.MAPPING_HEADING_MISSING, sheet=sheet["name"], at=(header_row, 0), heading=heading)
    return column_of


def _check_required(name: str, row: GridRow, faults: FaultLog) -> None:
    for heading in REQUIRED_COLUMNS[name]:
        if heading in row.column_of and not row.text(heading):
            faults.add(FaultCode.MAPPING_VALUE_MISSING, sheet=row.sheet, at=row.at(heading), heading=heading)
