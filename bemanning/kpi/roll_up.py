"""Sums of a whole organisation at once, from the leaves upwards: every node's months in one pass per level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bemanning.kpi.panel import IntArray


@dataclass(frozen=True, eq=False, slots=True)
class TreeShape:
    """A tree as arrays. parents: for each node its parent's position, -1 for one without.

    levels: positions by depth, the deepest first; the roots are left out, for nothing lies above them.
    """

    parents: IntArray
    levels: tuple[IntArray, ...]


def tree_shape(nodes: Sequence[str], parent_of: Mapping[str, str]) -> TreeShape:
    """Lay out the nodes, in the order given. Every parent must be one of the nodes; there must be no cycle."""
    position = {code: at for at, code in enumerate(nodes)}
    parents = np.array([position[parent_of[code]] if code in parent_of else -1 for code in nodes], dtype=np.int64)
    levels: list[IntArray] = []
    above = np.flatnonzero(parents == -1)
    while (level := np.flatnonzero(np.isin(parents, above))).size:
        levels.append(level)
        above = level
    return TreeShape(parents, tuple(reversed(levels)))


def roll_up(own: IntArray, shape: TreeShape) -> IntArray:
    """Give each node's own amounts with those of everything below it: nodes × months in, nodes × months out."""
    totals = own.copy()
    for level in shape.levels:
        np.add.at(totals, shape.parents[level], totals[level])
    return totals
