"""What the region's tables must hold together once a workbook's parts are merged with those that are stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, Setting
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO
from bemanning.domain.organisation import edge_problems
from bemanning.domain.vocabulary import Definition
from bemanning.services.placement import ROOT_CODE
from bemanning.services.settings import DEFINITION, HEALTH_CARE_NODE, HOURS_PER_WEEK, SETTING_KEYS

_EDGE_CODE = {
    "two_parents": FaultCode.MAPPING_TWO_PARENTS,
    "cycle": FaultCode.MAPPING_CYCLE,
    "region_below": FaultCode.MAPPING_REGION_BELOW,
}


def merged(stored: MappingSet, changes: MappingSet) -> MappingSet:
    """Give what holds after the change: each part from the workbook where it has one, otherwise as stored."""
    parts = {
        part.name: getattr(stored if getattr(changes, part.name) is None else changes, part.name)
        for part in fields(MappingSet)
        if part.name != "faults"
    }
    return MappingSet(**parts)


def mapping_faults(mappings: MappingSet) -> list[Fault]:
    """Find everything that would leave the figures without an answer. `mappings` is a merged set."""
    return [*_tree_faults(mappings), *_node_faults(mappings), *_setting_faults(mappings)]


def _tree_faults(mappings: MappingSet) -> Iterator[Fault]:
    for problem in edge_problems(mappings.nodes or (), mappings.edges or ()):
        if problem.kind == "unknown_node":
            yield _node_in_use(problem.node, "Organisation")
        else:
            yield Fault(_EDGE_CODE[problem.kind], {"node": problem.node, "month": str(problem.month)})


def _node_faults(mappings: MappingSet) -> Iterator[Fault]:
    # Without an organisation of its own, the region is the one node there is.
    known = {node.code for node in mappings.nodes or ()} or {ROOT_CODE}
    used = [(scope.node, "Omfattningar") for scope in mappings.scopes or ()]
    used += [(goal.node, "Mål") for goal in mappings.goals or ()]
    used += [(row.value, "Inställningar") for row in mappings.settings or () if row.key == HEALTH_CARE_NODE]
    for node, sheet in dict.fromkeys(used):
        if node not in known:
            yield _node_in_use(node, sheet)


def _node_in_use(node: str, sheet: str) -> Fault:
    return Fault(FaultCode.MAPPING_NODE_IN_USE, {"node": node, "sheet": sheet})


def _setting_faults(mappings: MappingSet) -> Iterator[Fault]:
    for row in mappings.settings or ():
        if row.key not in SETTING_KEYS:
            yield Fault(FaultCode.SETTING_UNKNOWN, {"key": row.key, "known": ", ".join(SETTING_KEYS)})
        elif (allowed := _lacks(row)) is not None:
            yield Fault(FaultCode.SETTING_VALUE, {"key": row.key, "value": row.value, "allowed": allowed})
        elif row.key == HOURS_PER_WEEK and (row.valid_from, row.valid_to) != (ALWAYS_FROM, ALWAYS_TO):
            # A window could span the change, and its weeks would then have two meanings.
            yield Fault(FaultCode.SETTING_DATED, {"key": row.key})


def _lacks(row: Setting) -> str | None:
    """Give what the value should be, or None where it is that."""
    if row.key == DEFINITION and row.value not in set(Definition):
        return " eller ".join(Definition)
    if row.key == HOURS_PER_WEEK and not _is_positive(row.value):
        return "ett tal över noll, till exempel 40"
    return None


def _is_positive(text: str) -> bool:
    try:
        return Fraction(text.replace(",", ".")) > 0
    except (ValueError, ZeroDivisionError):
        return False
