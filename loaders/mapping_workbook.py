"""The mapping workbook to a mapping set: every fault at once, with sheet and cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import ALWAYS_TO
from bemanning.domain.parsed_file import ReadRequest
from loaders import mapping_rows
from loaders.child_process import ChildError, ChildProcess
from loaders.fault_log import FaultLog
from loaders.limits import Limits
from loaders.mapping_cells import RowCells
from loaders.mapping_checks import check_overlaps, check_together
from loaders.mapping_grid import GridRow, read_grids
from loaders.reader import check_file
from loaders.wire import read_faults, request_line

# Sheet → (field of the mapping set, reader of a row).
_TABLES: dict[str, tuple[str, Callable[[RowCells], object]]] = {
    "Konton": ("accounts", mapping_rows.account_rule),
    "Befattningar": ("codes", mapping_rows.code_rule),
    "Enheter": ("nodes", mapping_rows.node),
    "Organisation": ("edges", mapping_rows.edge),
    "Heromaenheter": ("unit_aliases", mapping_rows.unit_alias),
    "Leverantörer": ("supplier_aliases", mapping_rows.supplier_alias),
    "Omfattningar": ("scopes", mapping_rows.scope),
    "Mål": ("goals", mapping_rows.goal),
    "Händelser": ("events", mapping_rows.event),
    "Inställningar": ("settings", mapping_rows.setting),
}
# The cells come back as text, all of them: far more than any region's tables, far less than an export.
_DEFAULT_LIMITS = Limits(span_cells=2_000_000)


def read_mapping_workbook(path: Path, file_name: str, limits: Limits = _DEFAULT_LIMITS) -> MappingSet:
    """Read a workbook in the format of `domain.mapping_sheets`. With any fault the set holds nothing else."""
    fault = check_file(path, file_name, limits)
    if fault is not None:
        return MappingSet(faults=(fault,))
    # The headings of exports are not asked for: a workbook comes back as text.
    with ChildProcess(None, ALWAYS_TO, limits) as child:
        try:
            head, _ = child.ask(request_line("workbook", ReadRequest(path, file_name), ""))
        except ChildError as error:
            return MappingSet(faults=(error.fault,))
    return MappingSet(faults=read_faults(head["faults"])) if head["faults"] else parse_mapping(head["sheets"])


def parse_mapping(sheets: list[dict[str, Any]]) -> MappingSet:
    """Understand the sheets' texts."""
    faults = FaultLog()
    grids = read_grids(sheets, faults)
    tables = {_TABLES[sheet][0]: _read_table(sheet, rows, faults) for sheet, rows in grids.items()}
    mapping = replace(MappingSet(), **tables)
    if not faults:  # what is misread would only be told twice
        check_together(mapping, grids, faults)
    return MappingSet(faults=faults.faults()) if faults else mapping


def _read_table(sheet: str, rows: list[GridRow], faults: FaultLog) -> tuple[Any, ...]:
    read = _TABLES[sheet][1]
    rules = tuple(read(RowCells(row, faults)) for row in rows)
    check_overlaps(sheet, rows, rules, faults)
    return rules
