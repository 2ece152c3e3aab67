"""Every node's monthly panels at once: the same figures as `NodeFigures` gives for one node, in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bemanning.domain.vocabulary import CostKind, Definition, OrganisationView, Profession, Source
from bemanning.kpi.hyr_share import hyr_share
from bemanning.kpi.panel import BoolArray, IntArray, Panel, RatioPanel
from bemanning.kpi.roll_up import TreeShape, roll_up, tree_shape
from bemanning.kpi.windows import rolling_sum
from bemanning.services.figures import OWN_KINDS, Figures


@dataclass(frozen=True, eq=False)
class NodeSums:
    """Sums over the units under every node, month by month, each month by its tree under one view."""

    figures: Figures
    view: OrganisationView

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Every node's code, in the order of the rows."""
        return tuple(self.figures.organisation.by_code)

    @cached_property
    def position(self) -> dict[str, int]:
        """Map each node to its row."""
        return {code: at for at, code in enumerate(self.nodes)}

    @cached_property
    def inhabited(self) -> BoolArray:
        """Tell where a node has any unit in a month."""
        inhabited: BoolArray = self.of(np.ones_like(self._loaded, dtype=np.int64)) > 0
        return inhabited

    @cached_property
    def present(self) -> BoolArray:
        """Tell where a node has units and all of them are loaded in the ledger."""
        unknown = self.of((~self._loaded).astype(np.int64))
        present: BoolArray = self.inhabited & (unknown == 0)
        return present

    def of(self, units: IntArray) -> IntArray:
        """Sum units × months into nodes × months."""
        own = np.zeros((len(self.nodes), units.shape[1]), dtype=np.int64)
        own[self._unit_rows] = units
        return np.hstack([roll_up(own[:, span], shape) for shape, span in self._shapes])

    @cached_property
    def _unit_rows(self) -> IntArray:
        return np.array([self.position[unit] for unit in self.figures.units], dtype=np.int64)

    @cached_property
    def _shapes(self) -> list[tuple[TreeShape, slice]]:
        return [(tree_shape(self.nodes, tree.parent_of), span) for tree, span in self.figures.runs(self.view)]

    @property
    def _loaded(self) -> BoolArray:
        return self.figures.unit_presence(Source.LEDGER)


@dataclass(frozen=True, eq=False)
class NodePanels:
    """Cost of every node × month, for one profession or all. Rows stand in the order of `sums.nodes`."""

    figures: Figures
    profession: Profession | None
    view: OrganisationView

    @property
    def sums(self) -> NodeSums:
        """The sums that the panels are made by; every profession has the same."""
        return self.figures.derived(NodeSums, self.view)

    @cached_property
    def agency(self) -> Panel:
        """Agency cost, R12, öre."""
        return self._rolling((CostKind.AGENCY,))

    @cached_property
    def own(self) -> Panel:
        """Own personnel cost, R12, overtime included, öre."""
        return self._rolling(OWN_KINDS)

    def share(self, definition: Definition) -> RatioPanel:
        """Give the R12 hyr_share."""
        return self._of_total if definition is Definition.TOTAL else self._of_own

    @cached_property
    def _of_total(self) -> RatioPanel:
        return hyr_share(self.agency, self.own, Definition.TOTAL)

    @cached_property
    def _of_own(self) -> RatioPanel:
        return hyr_share(self.agency, self.own, Definition.OWN)

    def _rolling(self, kinds: tuple[CostKind, ...]) -> Panel:
        units, present = self.figures.unit_costs(kinds, self.profession), self.sums.present
        return rolling_sum(Panel(np.where(present, self.sums.of(units.values), 0), present))


def node_panels(figures: Figures, profession: Profession | None, view: OrganisationView) -> NodePanels:
    """Give the panels, which are made once for a data version."""
    return figures.derived(NodePanels, profession, view)
