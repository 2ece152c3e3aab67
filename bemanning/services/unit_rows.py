"""Every unit under a node, with its R12 share and cost and how they changed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind
from bemanning.kpi.hyr_share import hyr_share
from bemanning.kpi.panel import Panel, RatioPanel
from bemanning.kpi.windows import rolling_sum
from bemanning.services.figures import OWN_KINDS, Figures
from bemanning.services.resolved import ResolvedSelection

YEAR = 12


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit (ansvar) in the lists. R12 amounts in öre and shares in percent at the selected month.

    change_on_month_ore: R12 agency cost now minus R12 agency cost one month earlier, which equals this month's cost
    minus the same month's a year ago (the month that came in, minus the month that fell out).
    """

    node: Node
    parent: Node | None
    share: Value
    agency_cost_ore: Value
    change_on_year_ore: Value
    change_on_month_ore: Value


def unit_rows(figures: Figures, selection: ResolvedSelection) -> list[UnitRow]:
    """Give a row for every unit that lies under the selection's node in its month, in code order."""
    if not figures.covers(selection.month):
        return []
    agency, own = (figures.unit_costs(kinds, selection.profession) for kinds in ((CostKind.AGENCY,), OWN_KINDS))
    cost = rolling_sum(agency)
    share = hyr_share(cost, rolling_sum(own), selection.definition)
    column = figures.column(selection.month)
    inside = np.flatnonzero(figures.mask(selection.node.code, selection.view)[:, column])
    return [_row(figures, selection, int(position), cost, share) for position in inside]


def _row(figures: Figures, selection: ResolvedSelection, position: int, cost: Panel, share: RatioPanel) -> UnitRow:
    unit = figures.units[position]
    parent = figures.tree(selection.view, selection.month).parent_of.get(unit)
    now, month_ago, year_ago = (_cost_at(figures, cost, position, selection.month.plus(-step)) for step in (0, 1, YEAR))
    return UnitRow(
        node=figures.organisation.by_code[unit],
        parent=figures.organisation.by_code[parent] if parent else None,
        share=_share_at(share, position, figures.column(selection.month), now),
        agency_cost_ore=now,
        change_on_year_ore=now.minus(year_ago),
        change_on_month_ore=now.minus(month_ago),
    )


def _cost_at(figures: Figures, cost: Panel, position: int, month: Month) -> Value:
    if not figures.covers(month) or not cost.present[position, figures.column(month)]:
        return Value(None, MissingReason.MONTHS_NOT_LOADED)
    return Value.of(int(cost.values[position, figures.column(month)]))


def _share_at(share: RatioPanel, position: int, column: int, cost: Value) -> Value:
    if cost.number is None:
        return cost
    if not share.defined[position, column]:
        return Value(None, MissingReason.ZERO_DENOMINATOR)
    return Value(Fraction(100 * int(share.numerator[position, column]), int(share.denominator[position, column])))
