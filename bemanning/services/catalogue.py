"""What the pickers offer: months with data and the organisation's nodes."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node


@dataclass(frozen=True, slots=True)
class NodeChoice:
    """One node in the picker, in tree order; depth 0 is the region."""

    node: Node
    depth: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Months oldest first; nodes in tree order down to and including units."""

    months: tuple[Month, ...]
    nodes: tuple[NodeChoice, ...]
    region_name: str
