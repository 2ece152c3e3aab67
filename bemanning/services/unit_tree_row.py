"""One row of Enheter's tree."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.organisation import Node
from bemanning.domain.value import Series, Value


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A node's R12 figures at the selected month. Shares in percent, differences in percentage points, amounts in öre.

    parent: the row above it in the tree, None for the first row (depth 0). share, change_on_year_pp and history follow
    the selection's definition; over_target_pp is always about share_of_total, None where no national target exists for
    the profession. cost_deviation_ore: agency cost minus that of calendar 2015. history: R12 share by month, up to the
    selected month. own_cost_ore includes overtime.
    """

    node: Node
    parent: str | None
    depth: int
    child_count: int
    share: Value
    change_on_year_pp: Value
    over_target_pp: Value | None
    agency_cost_ore: Value
    own_cost_ore: Value
    change_on_year_ore: Value
    cost_deviation_ore: Value
    history: Series
