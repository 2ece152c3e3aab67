"""Every node's monthly panels at once: the same figures as `NodeFigures` gives for one node, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bemanning.domain.organisation import Tree
from bemanning.domain.vocabulary import CostKind, OrganisationView, Profession, Source
from bemanning.kpi.panel import BoolArray, IntArray, Panel
from bemanning.kpi.roll_up import roll_up, tree_shape
from bemanning.services.figures import OWN_KINDS, Figures


@dataclass(frozen=True, eq=False)
class NodePanels:
    """Cost of every node × month, for one profession or all. Rows stand in the order of `nodes`."""

    figures: Figures
    profession: Profession | None
    view: OrganisationView

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Every node's code."""
        return tuple(self.figures.organisation.by_code)

    @cached_property
    def position(self) -> dict[str, int]:
        """Map each node to its row."""
        return {code: at for at, code in enumerate(self.nodes)}

    @cached_property
    def agency(self) -> Panel:
        """Agency cost per month, öre."""
        return self._panel((CostKind.AGENCY,))

    @cached_property
    def own(self) -> Panel:
        """Own personnel cost per month, overtime included, öre."""
        return self._panel(OWN_KINDS)

    @cached_property
    def inhabited(self) -> BoolArray:
        """Tell where a node has any unit in a month."""
        inhabited: BoolArray = self._sum(np.ones_like(self._loaded, dtype=np.int64)) > 0
        return inhabited

    @cached_property
    def present(self) -> BoolArray:
        """Tell where a node has units and all of them are loaded."""
        unknown = self._sum((~self._loaded).astype(np.int64))
        present: BoolArray = self.inhabited & (unknown == 0)
        return present

    @cached_property
    def _loaded(self) -> BoolArray:
        return self.figures.unit_presence(Source.LEDGER)

    def _panel(self, kinds: tuple[CostKind, ...]) -> Panel:
        units = self.figures.unit_costs(kinds, self.profession)
        return Panel(np.where(self.present, self._sum(units.values), 0), self.present)

    def _sum(self, units: IntArray) -> IntArray:
        """Sum units × months into nodes × months, each run of months by the tree that holds in it."""
        own = np.zeros((len(self.nodes), units.shape[1]), dtype=np.int64)
        own[np.array([self.position[unit] for unit in self.figures.units], dtype=np.int64)] = units
        runs = [(tree_shape(self.nodes, tree.parent_of), span) for tree, span in self._runs]
        return np.hstack([roll_up(own[:, span], shape) for shape, span in runs])

    @cached_property
    def _runs(self) -> Sequence[tuple[Tree, slice]]:
        """Give each tree with the months in a row that it holds in."""
        trees = [self.figures.tree(self.view, month) for month in self.figures.months]
        starts = [at for at, tree in enumerate(trees) if at == 0 or tree.parent_of != trees[at - 1].parent_of]
        ends = [*starts[1:], len(trees)]
        return [(trees[start], slice(start, end)) for start, end in zip(starts, ends, strict=True)]
