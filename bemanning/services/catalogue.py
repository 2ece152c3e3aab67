"""What the pickers offer: months with data and the organisation's nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node, Tree
from bemanning.domain.vocabulary import OrganisationView
from bemanning.services.figures import Figures


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


def catalogue(figures: Figures) -> Catalogue:
    """Give the choices, by the tree of the latest month."""
    tree = figures.tree(OrganisationView.TODAY, figures.latest)
    return Catalogue(figures.months, tuple(_choices(figures, tree, figures.root.code, 0)), figures.settings.region_name)


def _choices(figures: Figures, tree: Tree, code: str, depth: int) -> Iterator[NodeChoice]:
    yield NodeChoice(figures.organisation.by_code[code], depth)
    for child in tree.children_of.get(code, ()):
        yield from _choices(figures, tree, child, depth + 1)
