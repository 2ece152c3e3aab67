"""The region's own tables: what accounts, codes, units and suppliers mean, each valid from a month to a month."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.faults import Fault
from bemanning.domain.goal import Event, Goal
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, Profession


@dataclass(frozen=True, slots=True)
class AccountRule:
    """Konto → kostnadsslag and yrkesgrupp. Kind `other` has no profession; every other kind must have one."""

    account: str
    cost_kind: CostKind
    profession: Profession | None
    name: str = ""
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


@dataclass(frozen=True, slots=True)
class CodeRule:
    """AID or befattning code → yrkesgrupp."""

    code: str
    profession: Profession
    name: str = ""
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


@dataclass(frozen=True, slots=True)
class UnitAlias:
    """Heroma unit → ansvar. A unit without an alias is taken to carry the ledger's own code."""

    unit: str
    ansvar: str
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


@dataclass(frozen=True, slots=True)
class SupplierAlias:
    """A supplier as written in an export → the supplier's name."""

    alias: str
    supplier: str
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the organisation that one feeder file speaks for: everything under `node`.

    The default scope (exactly one) also takes every unit that lies under no other scope's node.
    """

    code: str
    name: str
    node: str
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, valid from a month: see services.settings for the keys."""

    key: str
    value: str
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A mapping workbook, read. A sheet that the workbook lacks is None: it changes nothing.

    A sheet that is there replaces that table as a whole (the earlier rows stay in the history).
    """

    accounts: tuple[AccountRule, ...] | None = None
    codes: tuple[CodeRule, ...] | None = None
    nodes: tuple[Node, ...] | None = None
    edges: tuple[Edge, ...] | None = None
    unit_aliases: tuple[UnitAlias, ...] | None = None
    supplier_aliases: tuple[SupplierAlias, ...] | None = None
    scopes: tuple[Scope, ...] | None = None
    goals: tuple[Goal, ...] | None = None
    events: tuple[Event, ...] | None = None
    settings: tuple[Setting, ...] | None = None
    faults: tuple[Fault, ...] = ()
