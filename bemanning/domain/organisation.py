"""The organisation tree, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.vocabulary import NodeKind


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the organisation, with its code, Swedish name and level."""

    code: str
    name: str
    kind: NodeKind


@dataclass(frozen=True, slots=True)
class Edge:
    """`child` lies directly under `parent` from valid_from to valid_to, both included."""

    child: str
    parent: str
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO

    def holds_in(self, month: Month) -> bool:
        """Tell whether the edge is valid in the month."""
        return self.valid_from <= month <= self.valid_to


@dataclass(frozen=True)
class Tree:
    """The tree in one month: node code → parent's code, for every node that has a parent."""

    parent_of: Mapping[str, str]

    @cached_property
    def children_of(self) -> dict[str, list[str]]:
        """Map each parent to its children, in the order the edges were given."""
        children: dict[str, list[str]] = {}
        for child, parent in self.parent_of.items():
            children.setdefault(parent, []).append(child)
        return children

    def under(self, node: str) -> Iterator[str]:
        """Give the node itself and everything below it, each once."""
        waiting = [node]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self.children_of.get(current, ()))

    def path(self, node: str) -> list[str]:
        """Give the node and everything above it, nearest first."""
        steps = [node]
        while (parent := self.parent_of.get(steps[-1])) is not None:
            steps.append(parent)
        return steps


@dataclass(frozen=True)
class Organisation:
    """All nodes and edges. Build with checked edges only: see `edge_problems`."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @cached_property
    def by_code(self) -> dict[str, Node]:
        """Map code to node."""
        return {node.code: node for node in self.nodes}

    def tree_at(self, month: Month) -> Tree:
        """Give the tree as it stands in one month."""
        return Tree({edge.child: edge.parent for edge in self.edges if edge.holds_in(month)})


@dataclass(frozen=True, slots=True)
class EdgeProblem:
    """Why the edges are not a tree: kind is "unknown_node", "region_below", "two_parents" or "cycle"."""

    kind: str
    node: str
    month: Month


def edge_problems(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[EdgeProblem]:
    """Find everything that keeps the edges from being a tree in every month."""
    known = {node.code for node in nodes}
    all_edges = list(edges)
    problems = [
        EdgeProblem("unknown_node", code, edge.valid_from)
        for edge in all_edges
        for code in (edge.child, edge.parent)
        if code not in known
    ]
    regions = {node.code for node in nodes if node.kind is NodeKind.REGION}
    problems += [
        EdgeProblem("region_below", edge.child, edge.valid_from) for edge in all_edges if edge.child in regions
    ]
    # The tree only changes in the months where an edge begins or ends.
    for month in sorted({edge.valid_from for edge in all_edges}):
        valid = [edge for edge in all_edges if edge.holds_in(month)]
        problems += _problems_in_month(valid, month)
    return list(dict.fromkeys(problems))


def _problems_in_month(edges: Sequence[Edge], month: Month) -> Iterator[EdgeProblem]:
    parent_of: dict[str, str] = {}
    for edge in edges:
        if edge.child in parent_of:
            yield EdgeProblem("two_parents", edge.child, month)
        parent_of[edge.child] = edge.parent
    for start in parent_of:
        seen: set[str] = set()
        current: str | None = start
        while current is not None and current not in seen:
            seen.add(current)
            current = parent_of.get(current)
        if current == start:
            yield EdgeProblem("cycle", start, month)
