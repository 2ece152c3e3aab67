"""A workbook's cells as the text they show, for the tables that people keep themselves."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from loaders.fault_log import FaultLog
from loaders.limits import Limits
from loaders.raw_sheet import Cell, RawSheet
from loaders.read_workbook import WORKBOOKS, read_workbook
from loaders.refusal import refusal
from loaders.sniff import sniff


def workbook_text(path: Path, limits: Limits) -> list[dict[str, Any]]:
    """Give each sheet as name, first column and rows of text. Raises UserError where it can't be read or has errors."""
    form = sniff(path, limits)
    if form not in WORKBOOKS:
        raise refusal(FaultCode.FORMAT_UNKNOWN, format="text_not_workbook")
    sheets = read_workbook(path, form, limits, FaultLog())
    faults = [fault for sheet in sheets for fault in _flaws(sheet)]
    if faults:
        raise UserError(faults)
    return [
        {
            "name": sheet.name,
            "first_column": sheet.first_column,
            "rows": [[shown_text(cell) for cell in row] for row in sheet.open_rows()],
        }
        for sheet in sheets
    ]


def shown_text(cell: Cell) -> str:
    """Write a cell as it shows: 412.0 → "412", 2.5 → "2.5", a date as 2018-12-01, a truth value as Swedish."""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(round(cell, 10))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _flaws(sheet: RawSheet) -> list[Fault]:
    log = FaultLog()
    for at, text in sheet.flaws.items():
        code = FaultCode.CELL_ERROR if text else FaultCode.FORMULA_UNCALCULATED
        log.add(code, sheet=sheet.name, at=at, **({"value": text} if text else {}))
    return list(log.faults())
