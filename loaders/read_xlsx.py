"""An xlsx or xlsm to raw sheets, after the guard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from bemanning.domain.faults import FaultCode
from loaders.fault_log import FaultLog
from loaders.guard import Guarded, guard_workbook
from loaders.limits import Limits
from loaders.raw_sheet import RawSheet, Row
from loaders.refusal import refusal


def read_xlsx(path: Path, limits: Limits, warnings: FaultLog) -> Iterator[RawSheet]:
    """Give the worksheets that hold anything, in order. Raises UserError for a hostile or damaged file."""
    guarded = guard_workbook(path, limits)
    if guarded.has_macros:
        warnings.add(FaultCode.MACROS_IGNORED)
    try:
        with load_workbook(path) as workbook:
            yield from _sheets(workbook, guarded)
    except CalamineError as error:
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook") from error


def _sheets(workbook: CalamineWorkbook, guarded: Guarded) -> Iterator[RawSheet]:
    for metadata in workbook.sheets_metadata:
        if metadata.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(metadata.name)
            if sheet.start is not None:
                yield _raw(sheet, metadata, guarded)


def _raw(sheet: CalamineSheet, metadata: SheetMetadata, guarded: Guarded) -> RawSheet:
    def open_rows() -> Iterator[Row]:
        return cast("Iterator[Row]", sheet.iter_rows())  # a list of fewer types is one of more, once only read

    start = sheet.start
    scan = guarded.scan_of.get(metadata.name)
    return RawSheet(
        name=metadata.name,
        open_rows=open_rows,
        # Rows are given from the sheet's first, but columns from the first that is filled.
        first_column=start[1] if start else 0,
        flaws=scan.flaws if scan else {},
        is_hidden=metadata.visible != SheetVisibleEnum.Visible,
    )
