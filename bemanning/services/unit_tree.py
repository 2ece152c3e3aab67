"""Enheter: the organisation under a node, every row with its share, cost, changes and deviations."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.organisation import Tree
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR, NATIONAL_TARGET_PCT, NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import MissingReason, Series, Value
from bemanning.domain.vocabulary import Definition
from bemanning.kpi.hyr_share import hyr_share
from bemanning.kpi.panel import RatioPanel
from bemanning.kpi.windows import rolling_sum
from bemanning.services.figures import Figures
from bemanning.services.node_panels import NodePanels
from bemanning.services.outliers import Outliers, find_outliers
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.unit_tree_row import TreeRow
from bemanning.store import LoadRecord

PERCENT = 100
_BASELINE = Month(BASELINE_YEAR, MONTHS_IN_YEAR)


@dataclass(frozen=True, slots=True)
class UnitTree:
    """The whole screen. rows: the selected node, then everything under it in tree order, a parent before its children.

    source_loads: the ledger loads that speak for some month of the year that ends with the selection's month.
    """

    selection: ResolvedSelection
    rows: tuple[TreeRow, ...]
    outliers: Outliers
    source_loads: tuple[LoadRecord, ...]


def unit_tree(figures: Figures, loads: Sequence[LoadRecord], selection: Selection) -> UnitTree:
    """Answer the screen. Raises UserError for an unknown node."""
    resolved = resolve(figures, selection)
    tree = figures.tree(resolved.view, resolved.month)
    reader = _Reader(figures, resolved)
    rows = tuple(reader.row(code, depth, tree) for code, depth in _walk(tree, resolved.node.code, 0))
    return UnitTree(resolved, rows, find_outliers(rows, resolved.definition), tuple(_used(loads, resolved.month)))


def _used(loads: Sequence[LoadRecord], month: Month) -> Iterator[LoadRecord]:
    window = {str(each) for each in month.window()}
    return (load for load in loads if window.intersection(load.current_months))


def _walk(tree: Tree, code: str, depth: int) -> Iterator[tuple[str, int]]:
    yield code, depth
    for child in tree.children_of.get(code, ()):
        yield from _walk(tree, child, depth + 1)


class _Reader:
    """Reads values out of the rolled-up panels."""

    def __init__(self, figures: Figures, selection: ResolvedSelection) -> None:
        self._figures, self._selection = figures, selection
        self._panels = NodePanels(figures, selection.profession, selection.view)
        self._agency, self._own = rolling_sum(self._panels.agency), rolling_sum(self._panels.own)
        self._share = hyr_share(self._agency, self._own, selection.definition)
        self._national = hyr_share(self._agency, self._own, Definition.TOTAL)
        floats = self._share.floats(PERCENT).tolist()
        self._histories = [tuple(None if math.isnan(number) else number for number in row) for row in floats]

    def row(self, code: str, depth: int, tree: Tree) -> TreeRow:
        month = self._selection.month
        year_ago = month.plus(-MONTHS_IN_YEAR)
        share, cost = self._ratio(self._share, code, month), self._cost(code, month)
        return TreeRow(
            node=self._figures.organisation.by_code[code],
            parent=None if depth == 0 else tree.parent_of[code],
            depth=depth,
            child_count=len(tree.children_of.get(code, ())),
            share=share,
            change_on_year_pp=share.minus(self._ratio(self._share, code, year_ago)),
            over_target_pp=self._over_target(code),
            agency_cost_ore=cost,
            own_cost_ore=self._own_cost(code),
            change_on_year_ore=cost.minus(self._cost(code, year_ago)),
            cost_deviation_ore=cost.minus(self._cost(code, _BASELINE)),
            history=self._history(code),
        )

    def _history(self, code: str) -> Series:
        months = self._figures.months
        kept = sum(month <= self._selection.month for month in months)
        return Series(months[:kept], self._histories[self._panels.position[code]][:kept])

    def _over_target(self, code: str) -> Value | None:
        if self._selection.profession not in NATIONAL_TARGET_PROFESSIONS:
            return None
        return self._ratio(self._national, code, self._selection.month).minus(Value(NATIONAL_TARGET_PCT))

    def _cost(self, code: str, month: Month) -> Value:
        at = self._known(code, month)
        return self._missing(code, month) if at is None else Value.of(int(self._agency.values[at]))

    def _own_cost(self, code: str) -> Value:
        at = self._known(code, self._selection.month)
        return self._missing(code, self._selection.month) if at is None else Value.of(int(self._own.values[at]))

    def _ratio(self, ratio: RatioPanel, code: str, month: Month) -> Value:
        at = self._known(code, month)
        if at is None:
            return self._missing(code, month)
        if not ratio.denominator[at]:
            return Value(None, MissingReason.ZERO_DENOMINATOR)
        return Value(Fraction(PERCENT * int(ratio.numerator[at]), int(ratio.denominator[at])))

    def _known(self, code: str, month: Month) -> tuple[int, int] | None:
        """Give the cell of the month's R12 sum, None where there is none."""
        at = (self._panels.position[code], self._figures.column(month))
        return at if self._figures.covers(month) and self._agency.present[at] else None

    def _missing(self, code: str, month: Month) -> Value:
        """Say which of the twelve months are missing, and whether the node had any unit in them."""
        row, column = self._panels.position[code], self._figures.column
        covered = [each for each in month.window() if self._figures.covers(each)]
        absent = [each for each in covered if not self._panels.present[row, column(each)]]
        missing = tuple(each for each in month.window() if each in absent or not self._figures.covers(each))
        gone = absent and not any(self._panels.inhabited[row, column(each)] for each in absent)
        return Value(None, MissingReason.NOT_IN_ORGANISATION if gone else MissingReason.MONTHS_NOT_LOADED, missing)
