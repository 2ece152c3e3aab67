"""A selection with every default filled in, as the answers carry it."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession


@dataclass(frozen=True, slots=True)
class ResolvedSelection:
    """What an answer is about. `is_preliminary`: some month of the year that ends here may still change.

    path: the node and everything above it, nearest first. latest_month: the last month with anything loaded.
    """

    month: Month
    node: Node
    path: tuple[Node, ...]
    definition: Definition
    view: OrganisationView
    profession: Profession | None
    latest_month: Month
    is_preliminary: bool
