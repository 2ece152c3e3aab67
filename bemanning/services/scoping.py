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

EXAMPLES_SHOWN = 5


def scope_by_code(mappings: MappingSet, code: str, units: Iterable[tuple[str, Month]]) -> Scope:
    """Give the scope asked for, for a file with these units (ansvar) in these months.

    Raises UserError: SCOPE_UNKNOWN, which lists the scopes there are; SCOPE_OTHER where some of the units are placed
    in another scope, whose own file would count them a second time.
    """
    scopes = declared_scopes(mappings)
    scope = next((scope for scope in scopes if scope.code == code), None)
    if scope is None:
        known = ", ".join(scope.code for scope in scopes)
        raise UserError([Fault(FaultCode.SCOPE_UNKNOWN, {"scope": code, "known": known})])
    strangers = {unit: other for unit, other in _scopes_of(mappings, units) if other != code}
    if strangers:
        raise UserError([_other_scope(code, strangers)])
    return scope


def _other_scope(code: str, strangers: dict[str, str]) -> Fault:
    examples = ", ".join(sorted(strangers)[:EXAMPLES_SHOWN]) + (" …" if len(strangers) > EXAMPLES_SHOWN else "")
    others = ", ".join(sorted(set(strangers.values())))
    params: dict[str, str | int] = {"scope": code, "count": len(strangers), "others": others, "examples": examples}
    return Fault(FaultCode.SCOPE_OTHER, params)


def scope_of_units(mappings: MappingSet, units: Iterable[tuple[str, Month]]) -> Scope:
    """Tell the scope from the units (ansvar) that a file holds, in their months.

    Units that the organisation places decide; those it does not know follow along, and alone mean the default scope.
    Raises UserError(SCOPE_MIXED) where the placed units lie in several scopes: the file must be divided.
    """
    scopes = declared_scopes(mappings)
    found = {code for _, code in _scopes_of(mappings, units)}
    if len(found) > 1:
        raise UserError([Fault(FaultCode.SCOPE_MIXED, {"scopes": ", ".join(sorted(found))})])
    default = next(scope for scope in scopes if scope.is_default)
    return next((scope for scope in scopes if scope.code in found), default)


def _scopes_of(mappings: MappingSet, units: Iterable[tuple[str, Month]]) -> list[tuple[str, str]]:
    """Give (unit, scope code) for every unit that the organisation places, by the tree of its month."""
    scopes = declared_scopes(mappings)
    default = next(scope for scope in scopes if scope.is_default)
    organisation = Organisation(mappings.nodes or (), mappings.edges or ())
    placed = {edge.child for edge in organisation.edges}
    pairs = [(unit, month) for unit, month in units if unit in placed]
    root = _root(mappings)
    whole = completed(organisation, (), root)
    trees = {month: completed_tree(whole, month, root) for month in {month for _, month in pairs}}
    return [(unit, scope_of(unit, trees[month], scopes, default).code) for unit, month in pairs]


def _root(mappings: MappingSet) -> Node:
    organisation = Organisation(mappings.nodes or (), ())
    return region_root(organisation, settings_at(ALWAYS_TO, mappings.settings or ()).region_name)


def declared_scopes(mappings: MappingSet) -> tuple[Scope, ...]:
    """Give the region's scopes; where it has declared none, the one that is everything."""
    declared = mappings.scopes or ()
    return declared or (default_scope(declared, _root(mappings)),)
