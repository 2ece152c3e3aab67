"""Enheter: the organisation under a node, every row with its share, cost, changes and deviations."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.organisation import Node, Tree
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR, NATIONAL_TARGET_PCT, NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import MissingReason, Series, Value
from bemanning.domain.vocabulary import Definition, Source
from bemanning.kpi.panel import Panel, RatioPanel
from bemanning.services.figures import Figures
from bemanning.services.node_panels import node_panels
from bemanning.services.outliers import Outliers, RowSums, find_outliers
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.scope_gaps import scope_gaps
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
    rows = tuple(_rows(reader, tree, resolved.node.code))
    outliers = find_outliers(rows, reader.sums([row.node.code for row in rows]), resolved.definition)
    return UnitTree(resolved, rows, outliers, tuple(_used(loads, resolved.month)))


def _used(loads: Sequence[LoadRecord], month: Month) -> Iterator[LoadRecord]:
    window = {str(each) for each in month.window()}
    return (load for load in loads if window.intersection(load.current_months))


def _rows(reader: _Reader, tree: Tree, code: str, parent: str | None = None, depth: int = 0) -> Iterator[_ReadRow]:
    children = tree.children_of.get(code, ())
    yield _ReadRow(reader.node(code), parent, depth, len(children), reader)
    for child in children:
        yield from _rows(reader, tree, child, code, depth + 1)


@dataclass(frozen=True, eq=False)
class _ReadRow:
    """A row whose figures are read when they are first asked for."""

    node: Node
    parent: str | None
    depth: int
    child_count: int
    _reader: _Reader

    @cached_property
    def share(self) -> Value:
        return self._reader.share(self.node.code, self._reader.month)

    @cached_property
    def change_on_year_pp(self) -> Value:
        return self.share.minus(self._reader.share(self.node.code, self._reader.year_ago))

    @cached_property
    def over_target_pp(self) -> Value | None:
        return self._reader.over_target(self.node.code)

    @cached_property
    def agency_cost_ore(self) -> Value:
        return self._reader.agency_cost(self.node.code, self._reader.month)

    @cached_property
    def own_cost_ore(self) -> Value:
        return self._reader.own_cost(self.node.code)

    @cached_property
    def change_on_year_ore(self) -> Value:
        return self.agency_cost_ore.minus(self._reader.agency_cost(self.node.code, self._reader.year_ago))

    @cached_property
    def cost_deviation_ore(self) -> Value:
        return self.agency_cost_ore.minus(self._reader.agency_cost(self.node.code, _BASELINE))

    @cached_property
    def history(self) -> Series:
        return self._reader.history(self.node.code)


class _Reader:
    """Reads values out of the rolled-up panels."""

    def __init__(self, figures: Figures, selection: ResolvedSelection) -> None:
        self.month, self.year_ago = selection.month, selection.month.plus(-MONTHS_IN_YEAR)
        self._figures, self._selection = figures, selection
        self._panels = node_panels(figures, selection.profession, selection.view)
        self._agency, self._own = self._panels.agency, self._panels.own
        self._share, self._national = (self._panels.share(of) for of in (selection.definition, Definition.TOTAL))

    def node(self, code: str) -> Node:
        return self._figures.organisation.by_code[code]

    def share(self, code: str, month: Month) -> Value:
        return self._ratio(self._share, code, month)

    def over_target(self, code: str) -> Value | None:
        if self._selection.profession not in NATIONAL_TARGET_PROFESSIONS:
            return None
        return self._ratio(self._national, code, self.month).minus(Value(NATIONAL_TARGET_PCT))

    def agency_cost(self, code: str, month: Month) -> Value:
        at = self._known(code, month)
        return self._missing(code, month) if at is None else Value.of(int(self._agency.values[at]))

    def own_cost(self, code: str) -> Value:
        at = self._known(code, self.month)
        return self._missing(code, self.month) if at is None else Value.of(int(self._own.values[at]))

    def sums(self, codes: Sequence[str]) -> RowSums:
        """Give the sums that the nodes' shares and changes are made of."""
        agency, own = (self._whole(panel, codes, self.month) for panel in (self._agency, self._own))
        years = zip(agency, self._whole(self._agency, codes, self.year_ago), strict=True)
        return RowSums(
            cost=[None if one is None or two is None else (one, two) for one, two in zip(agency, own, strict=True)],
            change=[None if now is None or then is None else now - then for now, then in years],
        )

    def _whole(self, panel: Panel, codes: Sequence[str], month: Month) -> list[int | None]:
        if not self._figures.covers(month):
            return [None] * len(codes)
        rows, column = [self._panels.sums.position[code] for code in codes], self._figures.column(month)
        amounts, present = panel.values[rows, column].tolist(), panel.present[rows, column].tolist()
        return [amount if known else None for amount, known in zip(amounts, present, strict=True)]

    def history(self, code: str) -> Series:
        months = self._figures.months[: max(self._figures.column(self.month) + 1, 0)]
        share = self._share.row(self._panels.sums.position[code])
        numbers = share.floats(PERCENT)[0, : len(months)].tolist()
        return Series(months, tuple(None if math.isnan(number) else number for number in numbers))

    def _ratio(self, ratio: RatioPanel, code: str, month: Month) -> Value:
        at = self._known(code, month)
        if at is None:
            return self._missing(code, month)
        if not ratio.denominator[at]:
            return Value(None, MissingReason.ZERO_DENOMINATOR)
        return Value(Fraction(PERCENT * int(ratio.numerator[at]), int(ratio.denominator[at])))

    def _known(self, code: str, month: Month) -> tuple[int, int] | None:
        """Give the cell of the month's R12 sum, None where there is none."""
        at = (self._panels.sums.position[code], self._figures.column(month))
        return at if self._figures.covers(month) and self._agency.present[at] else None

    def _missing(self, code: str, month: Month) -> Value:
        """Say which of the twelve months are missing, and whether the node had any unit in them."""
        sums, column = self._panels.sums, self._figures.column
        row = sums.position[code]
        covered = [each for each in month.window() if self._figures.covers(each)]
        absent = [each for each in covered if not sums.present[row, column(each)]]
        missing = tuple(each for each in month.window() if each in absent or not self._figures.covers(each))
        gone = absent and not any(sums.inhabited[row, column(each)] for each in absent)
        if gone:
            return Value(None, MissingReason.NOT_IN_ORGANISATION, missing)
        gaps = scope_gaps(self._figures, code, (Source.LEDGER,), self._selection.view, missing)
        return Value(None, MissingReason.MONTHS_NOT_LOADED, missing, gaps)
