"""What a mapping workbook's rows must hold together: one rule per key and month, a tree, one default scope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO
from bemanning.domain.organisation import EdgeProblem, edge_problems
from loaders.fault_log import FaultLog
from loaders.mapping_grid import GridRow

Rule = TypeVar("Rule")
# Sheet → the heading whose text may stand once for each month. A goal, a scope and a node stand once at all.
KEY_HEADINGS = {
    "Konton": "Konto",
    "Befattningar": "Kod",
    "Enheter": "Kod",
    "Organisation": "Enhet",
    "Heromaenheter": "Heromaenhet",
    "Leverantörer": "Skrivs i exporten",
    "Omfattningar": "Kod",
    "Mål": "Nyckel",
    "Händelser": "Händelse",
    "Inställningar": "Nyckel",
}
_EDGE_CODE = {
    "unknown_node": FaultCode.MAPPING_NODE_UNKNOWN,
    "two_parents": FaultCode.MAPPING_TWO_PARENTS,
    "cycle": FaultCode.MAPPING_CYCLE,
    "region_below": FaultCode.MAPPING_REGION_BELOW,
}


def check_overlaps(sheet: str, rows: Sequence[GridRow], rules: Sequence[object], faults: FaultLog) -> None:
    """Note each rule that is valid in a month where an earlier one for the same key is."""
    heading = KEY_HEADINGS.get(sheet)
    if heading is None or sheet == "Organisation":  # two parents in a month are told by the tree's check
        return
    earlier: dict[str, list[tuple[object, GridRow]]] = {}
    for row, rule in zip(rows, rules, strict=True):
        same_key = earlier.setdefault(row.text(heading), [])
        clash = next((other for other_rule, other in same_key if _overlap(rule, other_rule)), None)
        if clash is not None:
            key, number = row.text(heading), clash.number + 1
            faults.add(FaultCode.MAPPING_OVERLAP, sheet=row.sheet, at=row.at(heading), key=key, row=number)
        same_key.append((rule, row))


def _overlap(one: object, other: object) -> bool:
    first = max(getattr(rule, "valid_from", ALWAYS_FROM) for rule in (one, other))
    last = min(getattr(rule, "valid_to", ALWAYS_TO) for rule in (one, other))
    return bool(first <= last)


def check_together(mapping: MappingSet, grids: dict[str, list[GridRow]], faults: FaultLog) -> None:
    """Check what sheets say of each other. What a sheet that is not there says can't be checked here."""
    if mapping.edges is not None and mapping.nodes is not None:
        for problem in edge_problems(mapping.nodes, mapping.edges):
            _report_edge(problem, grids["Organisation"], faults)
    if mapping.nodes is not None:
        known = {node.code for node in mapping.nodes}
        for sheet in ("Omfattningar", "Mål"):
            for row in grids.get(sheet, []):
                _check_node(row, known, faults)
    if mapping.scopes is not None:
        _check_default_scope(mapping, grids["Omfattningar"], faults)


def _report_edge(problem: EdgeProblem, rows: Sequence[GridRow], faults: FaultLog) -> None:
    """Point at the last row that names the node: the later of two parents, the edge that closes the circle."""
    headings = [
        (row, heading) for row in rows for heading in ("Enhet", "Överordnad") if row.text(heading) == problem.node
    ]
    row, heading = headings[-1]
    params: dict[str, str | int] = {"node": problem.node}
    if problem.kind != "unknown_node":
        params["month"] = str(problem.month)
    faults.add(_EDGE_CODE[problem.kind], sheet=row.sheet, at=row.at(heading), **params)


def _check_node(row: GridRow, known: set[str], faults: FaultLog) -> None:
    node = row.text("Enhet")
    if node and node not in known:
        faults.add(FaultCode.MAPPING_NODE_UNKNOWN, sheet=row.sheet, at=row.at("Enhet"), node=node)


def _check_default_scope(mapping: MappingSet, rows: Sequence[GridRow], faults: FaultLog) -> None:
    if not rows:
        return  # an empty sheet declares none: the region is one
    count = sum(scope.is_default for scope in mapping.scopes or ())
    if count != 1:
        faults.add(FaultCode.MAPPING_DEFAULT_SCOPE, sheet="Omfattningar", at=rows[-1].at("Förvald"), count=count)
