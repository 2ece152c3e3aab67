"""One row of Enheter's tree."""

from __future__ import annotations

from typing import Protocol

from bemanning.domain.organisation import Node
from bemanning.domain.value import Series, Value


class TreeRow(Protocol):
    """A node's R12 figures at the selected month. Shares in percent, differences in percentage points, amounts in öre.

    A region has a thousand rows and shows ten, so figures may be read when they are first asked for.
    """

    @property
    def node(self) -> Node:
        """What the row is about."""
        ...

    @property
    def parent(self) -> str | None:
        """The row above it in the tree, None for the first row."""
        ...

    @property
    def depth(self) -> int:
        """How many rows lie above it."""
        ...

    @property
    def child_count(self) -> int:
        """How many rows lie directly under it."""
        ...

    @property
    def share(self) -> Value:
        """The share, by the selection's definition."""
        ...

    @property
    def change_on_year_pp(self) -> Value:
        """How the share has changed in a year."""
        ...

    @property
    def over_target_pp(self) -> Value | None:
        """Always about share_of_total; None where no national target exists for the profession."""
        ...

    @property
    def agency_cost_ore(self) -> Value:
        """Agency cost."""
        ...

    @property
    def own_cost_ore(self) -> Value:
        """Own personnel cost, overtime included."""
        ...

    @property
    def change_on_year_ore(self) -> Value:
        """How agency cost has changed in a year."""
        ...

    @property
    def cost_deviation_ore(self) -> Value:
        """Agency cost minus that of calendar 2015."""
        ...

    @property
    def history(self) -> Series:
        """The share by month, by the selection's definition, up to the selected month."""
        ...
