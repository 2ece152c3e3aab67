"""Which part of the organisation a file speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import ALWAYS_TO, Month
from bemanning.domain.organisation import Node, Organisation
from bemanning.services.placement import completed, completed_tree, default_scope, region_root, scope_of
from bemanning.services.settings import settings_at


def scope_by_code(mappings: MappingSet, code: str) -> Scope:
    """Give the scope asked for by name. Raises UserError(SCOPE_UNKNOWN), which lists those there are."""
    scopes = _declared(mappings)
    for scope in scopes:
        if scope.code == code:
            return scope
    known = ", ".join(scope.code for scope in scopes)
    raise UserError([Fault(FaultCode.SCOPE_UNKNOWN, {"scope": code, "known": known})])


def scope_of_units(mappings: MappingSet, units: Iterable[tuple[str, Month]]) -> Scope:
    """Tell the scope from the units (ansvar) that a file holds, in their months.

    Units that the organisation places decide; those it does not know follow along, and alone mean the default scope.
    Raises UserError(SCOPE_MIXED) where the placed units lie in several scopes: then the user must say which.
    """
    scopes = _declared(mappings)
    default = next(scope for scope in scopes if scope.is_default)
    organisation = Organisation(mappings.nodes or (), mappings.edges or ())
    placed = {edge.child for edge in organisation.edges}
    pairs = [(unit, month) for unit, month in units if unit in placed]
    whole = completed(organisation, (), _root(mappings))
    trees = {month: completed_tree(whole, month, _root(mappings)) for month in {month for _, month in pairs}}
    found = {scope_of(unit, trees[month], scopes, default).code for unit, month in pairs}
    if len(found) > 1:
        raise UserError([Fault(FaultCode.SCOPE_MIXED, {"scopes": ", ".join(sorted(found))})])
    return next((scope for scope in scopes if scope.code in found), default)


def _root(mappings: MappingSet) -> Node:
    organisation = Organisation(mappings.nodes or (), ())
    return region_root(organisation, settings_at(ALWAYS_TO, mappings.settings or ()).region_name)


def _declared(mappings: MappingSet) -> tuple[Scope, ...]:
    declared = mappings.scopes or ()
    return declared or (default_scope(declared, _root(mappings)),)
