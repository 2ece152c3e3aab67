"""What the region's tables must hold together once a workbook's parts are merged with those that are stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from fractions import Fraction
from itertools import pairwise

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, Setting
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO
from bemanning.domain.organisation import edge_problems
from bemanning.domain.vocabulary import Definition
from bemanning.services.mapping_difference import key_of
from bemanning.services.placement import DEFAULT_SCOPE_CODE, ROOT_CODE
from bemanning.services.settings import DEFINITION, HEALTH_CARE_NODE, HOURS_PER_WEEK, SETTING_KEYS

_EDGE_CODE = {
    "two_parents": FaultCode.MAPPING_TWO_PARENTS,
    "cycle": FaultCode.MAPPING_CYCLE,
    "region_below": FaultCode.MAPPING_REGION_BELOW,
}


# Parts whose rows are valid from–to. The tree's check tells of a unit with two parents.
_ONE_ROW_A_MONTH = ("accounts", "codes", "unit_aliases", "supplier_aliases", "settings")


def merged(stored: MappingSet, changes: MappingSet) -> MappingSet:
    """Give what holds after the change: each part from the workbook where it has one, otherwise as stored."""
    parts = {
        part.name: getattr(stored if getattr(changes, part.name) is None else changes, part.name)
        for part in fields(MappingSet)
        if part.name != "faults"
    }
    return MappingSet(**parts)


def mapping_faults(mappings: MappingSet) -> list[Fault]:
    """Find everything that would leave the figures without an answer, or with two. `mappings` is a merged set."""
    return [
        *_overlap_faults(mappings),
        *_tree_faults(mappings),
        *_node_faults(mappings),
        *_setting_faults(mappings),
    ]


def scope_faults(mappings: MappingSet, loaded: Iterable[str]) -> list[Fault]:
    """Find the scopes with loaded months that would no longer exist: those months would turn up as missing."""
    kept = {scope.code for scope in mappings.scopes or ()} or {DEFAULT_SCOPE_CODE}
    return [Fault(FaultCode.SCOPE_IN_USE, {"scope": scope}) for scope in sorted(set(loaded) - kept)]


def _overlap_faults(mappings: MappingSet) -> Iterator[Fault]:
    """Find keys with two rows in the same month: what hangs on them would be counted twice."""
    for part in _ONE_ROW_A_MONTH:
        rows = sorted(getattr(mappings, part) or (), key=lambda row: (key_of(part, row), row.valid_from))
        for row, later in pairwise(rows):
            if key_of(part, row) == key_of(part, later) and later.valid_from <= row.valid_to:
                params: dict[str, str | int] = {"key": key_of(part, row), "month": str(later.valid_from)}
                yield Fault(FaultCode.MAPPING_TWO_ROWS, params)


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
