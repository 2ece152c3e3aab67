"""A workbook of any kind to raw sheets, after its guard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from bemanning.domain.faults import FaultCode
from bemanning.domain.file_format import FileFormat
from loaders.fault_log import FaultLog
from loaders.guard import Guarded, guard_workbook
from loaders.guard_xls import guard_xls
from loaders.guard_xlsb import guard_xlsb
from loaders.limits import Limits
from loaders.look import Look
from loaders.raw_sheet import RawSheet, Row
from loaders.read_html import read_html
from loaders.read_ods import read_ods
from loaders.read_xml_sheet import read_xml_sheet
from loaders.refusal import refusal
from loaders.shown_zeros import with_zeros

_GUARDS: Mapping[FileFormat, Callable[[Path, Limits], Guarded]] = {
    FileFormat.XLSX: guard_workbook,
    FileFormat.XLSB: guard_xlsb,
    FileFormat.XLS: guard_xls,
}
# The others guard as they read.
_MARKUP: Mapping[FileFormat, Callable[[Path, Limits], list[RawSheet]]] = {
    FileFormat.XML_SHEET: read_xml_sheet,
    FileFormat.HTML: read_html,
}
WORKBOOKS = (*_GUARDS, FileFormat.ODS, *_MARKUP)


def read_workbook(path: Path, form: FileFormat, limits: Limits, warnings: FaultLog) -> list[RawSheet]:
    """Give the worksheets that hold anything, in order. Raises UserError for a hostile or damaged file."""
    if form is FileFormat.ODS:
        return read_ods(path, limits, warnings)
    if form in _MARKUP:
        return _MARKUP[form](path, limits)
    guarded = _GUARDS[form](path, limits)
    if guarded.has_macros:
        warnings.add(FaultCode.MACROS_IGNORED)
    try:
        # The reader tells formats by name where it is given one, and by content where it is given the content alone.
        with path.open("rb") as file, load_workbook(file) as workbook:
            return list(_sheets(workbook, guarded))
    except (CalamineError, OSError) as error:  # the latter where a part ends too soon
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook") from error


def _sheets(workbook: CalamineWorkbook, guarded: Guarded) -> Iterator[RawSheet]:
    for metadata in workbook.sheets_metadata:
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        plain = guarded.plain_of.get(metadata.name)
        if plain is not None:
            yield _raw(plain.open_rows, min(plain.columns), metadata, guarded)
            continue
        sheet = workbook.get_sheet_by_name(metadata.name)
        if sheet.start is not None:
            # A list of fewer types is one of more, once only read.
            open_rows = cast("Callable[[], Iterator[Row]]", sheet.iter_rows)
            yield _raw(open_rows, sheet.start[1], metadata, guarded)


def _raw(
    open_rows: Callable[[], Iterator[Row]], first_column: int, metadata: SheetMetadata, guarded: Guarded
) -> RawSheet:
    scan = guarded.scan_of.get(metadata.name)
    look = scan.look if scan else Look()
    look.is_1904 = guarded.is_1904
    return RawSheet(
        name=metadata.name,
        open_rows=with_zeros(open_rows, look, first_column),
        # Rows are given from the sheet's first, but columns from the first that is filled.
        first_column=first_column,
        flaws=scan.flaws if scan else {},
        is_hidden=metadata.visible != SheetVisibleEnum.Visible,
        look=look,
    )
