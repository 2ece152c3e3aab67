"""The services as pages, exports and the command line get them: one object, built by wiring."""

from __future__ import annotations

from typing import Protocol

from bemanning.domain.selection import Selection
from bemanning.services.catalogue import Catalogue
from bemanning.services.drill_down import VOUCHERS_SHOWN, DrillCell, DrillDown
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.overview import Overview
from bemanning.services.trend import Trend
from bemanning.services.unit_tree import UnitTree


class Services(Protocol):
    """Questions that the screens ask. Each raises UserError for a selection that can't be answered.

    An empty store gives UserError(NOTHING_LOADED).
    """

    def data_version(self) -> int:
        """Give the number that every change of data raises; caches are keyed by it."""
        ...

    def catalogue(self) -> Catalogue:
        """Give what the pickers offer."""
        ...

    def overview(self, selection: Selection) -> Overview:
        """Answer Översikt."""
        ...

    def trend(self, selection: Selection) -> Trend:
        """Answer Trend."""
        ...

    def goal_table(self, selection: Selection) -> GoalTable:
        """Answer Måluppfyllelse."""
        ...

    def unit_tree(self, selection: Selection) -> UnitTree:
        """Answer Enheter."""
        ...

    def drill_down(self, selection: Selection, cell: DrillCell, most: int | None = VOUCHERS_SHOWN) -> DrillDown:
        """Open one cost cell of Enheter, with at most so many vouchers."""
        ...
