"""What somebody means to do with the mappings, before anything is done: one edit, a workbook, or a way back."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.mapping import AccountRule, CodeRule, SupplierAlias, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node

Rule = AccountRule | CodeRule | Edge | UnitAlias | SupplierAlias


@dataclass(frozen=True, slots=True)
class MappingEdit:
    """One row of one part ("accounts", "codes", "edges", "unit_aliases", "supplier_aliases").

    row: what is to hold in its months, whatever other rows about the same key say there. None: nothing is added.
    replaced_from: the row about the key that begins in this month is taken away; None: no row is.
    keeps_rest: what the row that is taken away said in other months than `row`'s holds on.
    node: the unit's name and level, where the organisation is to have it so.
    """

    part: str
    key: str
    row: Rule | None = None
    replaced_from: Month | None = None
    keeps_rest: bool = True
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class KeptWorkbook:
    """A mapping workbook that was sent and is kept under a token until it is decided on."""

    token: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """Back to before a logged change: the parts that it touched become what they were just before it."""

    change_id: int


Proposal = MappingEdit | KeptWorkbook | Restoration
