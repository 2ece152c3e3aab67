"""Sums of a whole organisation at once, from the leaves upwards: every node's months in one pass per level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bemanning.kpi.panel import IntArray


@dataclass(frozen=True, eq=False, slots=True)
class Level:
    """Nodes of one depth by position, those of a parent side by side. starts: where each of `parents` begins."""

    nodes: IntArray
    starts: IntArray
    parents: IntArray


@dataclass(frozen=True, eq=False, slots=True)
class TreeShape:
    """A tree as arrays: levels by depth, the deepest first. The roots are left out, for nothing lies above them."""

    levels: tuple[Level, ...]


def tree_shape(nodes: Sequence[str], parent_of: Mapping[str, str]) -> TreeShape:
    """Lay out the nodes, in the order given. Every parent must be one of the nodes; there must be no cycle."""
    position = {code: at for at, code in enumerate(nodes)}
    parents = np.array([position[parent_of[code]] if code in parent_of else -1 for code in nodes], dtype=np.int64)
    levels: list[Level] = []
    above = np.flatnonzero(parents == -1)
    while (level := np.flatnonzero(np.isin(parents, above))).size:
        levels.append(_level(level[np.argsort(parents[level], kind="stable")], parents))
        above = level
    return TreeShape(tuple(reversed(levels)))


def _level(nodes: IntArray, parents: IntArray) -> Level:
    own_parents, starts = np.unique(parents[nodes], return_index=True)
    return Level(nodes, starts, own_parents)


def roll_up(own: IntArray, shape: TreeShape) -> IntArray:
    """Give each node's own amounts with those of everything below it: nodes × months in, nodes × months out."""
    totals = own.copy()
    for level in shape.levels:
        totals[level.parents] += np.add.reduceat(totals[level.nodes], level.starts, axis=0)
    return totals
