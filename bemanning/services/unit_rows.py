"""The units under a node that cost most and that changed most, with their R12 share and cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.value import MissingReason, Value
from bemanning.kpi.panel import IntArray, Panel, RatioPanel
from bemanning.services.figures import Figures
from bemanning.services.node_panels import NodePanels, node_panels
from bemanning.services.resolved import ResolvedSelection

YEAR = 12
PERCENT = 100


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


@dataclass(frozen=True, slots=True)
class UnitLists:
    """worst: units with the highest R12 agency cost; movers: with the largest change since the month before."""

    worst: tuple[UnitRow, ...]
    movers: tuple[UnitRow, ...]


def unit_lists(figures: Figures, selection: ResolvedSelection, most: int) -> UnitLists:
    """Give so many of the units that lie under the selection's node in its month, largest whatever the sign.

    Units with nothing, or nothing known, are in neither list; of two alike the lower code comes first.
    """
    if not figures.covers(selection.month):
        return UnitLists((), ())
    panels = node_panels(figures, selection.profession, selection.view)
    inside = figures.rows_under(selection.node.code, selection.view, selection.month)
    nodes = [panels.sums.position[figures.units[row]] for row in inside]
    now, before = (_costs(figures, panels.agency, nodes, selection.month.plus(-step)) for step in (0, 1))
    change = np.where(now.present & before.present, now.values - before.values, 0)
    lists = [
        tuple(_row(figures, selection, panels, figures.units[inside[at]]) for at in _largest(values, most))
        for values in (now.values, change)
    ]
    return UnitLists(*lists)


def _costs(figures: Figures, cost: Panel, rows: list[int], month: Month) -> Panel:
    """Give these rows' R12 costs of one month: zero and not present where they are missing."""
    if not figures.covers(month):
        return Panel(np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.bool_))
    return Panel(cost.values[rows, figures.column(month)], cost.present[rows, figures.column(month)])


def _largest(values: IntArray, most: int) -> list[int]:
    """Give the positions of the largest values whatever their sign, zeros left out. Units stand in code order."""
    order = np.argsort(-np.abs(values), kind="stable")[:most]
    return [int(at) for at in order if values[at]]


def _row(figures: Figures, selection: ResolvedSelection, panels: NodePanels, unit: str) -> UnitRow:
    parent = figures.tree(selection.view, selection.month).parent_of.get(unit)
    row, month = panels.sums.position[unit], selection.month
    now, month_ago, year_ago = (_cost_at(figures, panels.agency, row, month.plus(-step)) for step in (0, 1, YEAR))
    return UnitRow(
        node=figures.organisation.by_code[unit],
        parent=figures.organisation.by_code[parent] if parent else None,
        share=_share_at(panels.share(selection.definition), row, figures.column(month)),
        agency_cost_ore=now,
        change_on_year_ore=now.minus(year_ago),
        change_on_month_ore=now.minus(month_ago),
    )


def _cost_at(figures: Figures, cost: Panel, row: int, month: Month) -> Value:
    if not figures.covers(month) or not cost.present[row, figures.column(month)]:
        return Value(None, MissingReason.MONTHS_NOT_LOADED)
    return Value.of(int(cost.values[row, figures.column(month)]))


def _share_at(share: RatioPanel, row: int, column: int) -> Value:
    """Give the share of a unit whose cost is known, as that of every unit in the lists is."""
    number = share.quotient(row, column, PERCENT)
    return Value(None, MissingReason.ZERO_DENOMINATOR) if number is None else Value(number)
