"""The figures in memory, one set per data version: arrays by unit and month, summed for any node and window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, TypeVarTuple

import numpy as np

from bemanning.domain.goal import Event, Goal
from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Node, Organisation, Tree
from bemanning.domain.vocabulary import (
    UNMAPPED,
    CostKind,
    Employment,
    MonthStatus,
    OrganisationView,
    Profession,
    Source,
)
from bemanning.kpi.panel import BoolArray, IntArray, Panel
from bemanning.services.default_goals import default_goals
from bemanning.services.heroma_cost import HeromaCost
from bemanning.services.placement import completed_tree, default_scope, scope_of
from bemanning.services.settings import Settings
from bemanning.store import CurrentMonth

# Own personnel cost is the ledger's, including overtime (DOMAIN, Definitions).
OWN_KINDS = (CostKind.OWN, CostKind.OVERTIME)

_Derived = TypeVar("_Derived")
_Of = TypeVarTuple("_Of")


@dataclass(frozen=True, eq=False)
class Figures:
    """Everything loaded, as it counts now (built by figures_read); months run from the first loaded to the last."""

    months: tuple[Month, ...]
    units: tuple[str, ...]
    cost: dict[tuple[str, str], IntArray]  # (profession, cost kind) → öre, units × months
    hours: dict[tuple[str, str], IntArray]  # (profession, employment) → worked centihours, units × months
    loaded: dict[tuple[Source, str], BoolArray]  # (source, scope code) → per month
    current_months: tuple[CurrentMonth, ...]
    mappings: MappingSet
    root: Node
    organisation: Organisation  # completed: see services.placement
    settings: Settings
    unmapped_months: dict[Source, tuple[str, ...]]  # where some account or code had no rule
    heroma_cost: HeromaCost
    booked: dict[Source, frozenset[str]]  # the units that have a row at all
    _trees: dict[Month, Tree] = field(default_factory=dict, init=False)
    _rows_under: dict[tuple[str, OrganisationView], list[tuple[slice, IntArray]]] = field(
        default_factory=dict, init=False
    )
    _presence: dict[Source | Employment, BoolArray] = field(default_factory=dict, init=False)
    _derived: dict[Hashable, Any] = field(default_factory=dict, init=False)

    @property
    def first(self) -> Month:
        """The first month that anything is loaded for."""
        return self.months[0]

    @property
    def latest(self) -> Month:
        """The last month that anything is loaded for; this, never the clock, is "today"."""
        return self.months[-1]

    def goals_for(self, month: Month) -> tuple[Goal, ...]:
        """Give the region's goals, in position order; the national ones, judged at the month, where it has none."""
        own = self.mappings.goals or default_goals(self.health_care.code, month)
        return tuple(sorted(own, key=lambda goal: (goal.position, goal.key)))

    @property
    def health_care(self) -> Node:
        """The node that national goals are about: the setting's, or the whole region where there is none."""
        return self.organisation.by_code.get(self.settings.health_care_node, self.root)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, in month order."""
        return tuple(sorted(self.mappings.events or (), key=lambda event: event.month))

    @cached_property
    def preliminary(self) -> frozenset[Month]:
        """The months that were loaded while their books were still open."""
        return frozenset(row.month for row in self.current_months if row.status is MonthStatus.PRELIMINARY)

    @cached_property
    def latest_ledger(self) -> Month:
        """The last month with a ledger loaded; with anything, where there is no ledger."""
        return max((row.month for row in self.current_months if row.source is Source.LEDGER), default=self.latest)

    def column(self, month: Month) -> int:
        """Give the month's column. It may lie outside the arrays: ask `covers` first."""
        return month.index - self._first_index

    def covers(self, month: Month) -> bool:
        """Tell whether the month lies between the first and the last loaded month."""
        return 0 <= month.index - self._first_index < len(self.months)

    @cached_property
    def _first_index(self) -> int:
        return self.first.index

    def tree(self, view: OrganisationView, month: Month) -> Tree:
        """Give the tree that a month is summed by under the view."""
        seen_from = self._epoch(self.latest if view is OrganisationView.TODAY else month)
        if seen_from not in self._trees:
            self._trees[seen_from] = completed_tree(self.organisation, seen_from, self.root)
        return self._trees[seen_from]

    def runs(self, view: OrganisationView) -> list[tuple[Tree, slice]]:
        """Give each tree of the view with the columns in a row that it holds in."""
        trees = [self.tree(view, month) for month in self.months]
        starts = [at for at, tree in enumerate(trees) if at == 0 or tree is not trees[at - 1]]
        ends = [*starts[1:], len(trees)]
        return [(trees[start], slice(start, end)) for start, end in zip(starts, ends, strict=True)]

    def derived(self, make: Callable[[Figures, *_Of], _Derived], *of: *_Of) -> _Derived:
        """Give what a function makes of the figures: made once, and kept as long as they are."""
        key = (make, of)
        if key not in self._derived:
            self._derived[key] = make(self, *of)
        found: _Derived = self._derived[key]
        return found

    def cost_panel(
        self, node: str, kinds: tuple[CostKind, ...], profession: Profession | None, view: OrganisationView
    ) -> Panel:
        """Sum cost of the kinds for a node, month by month (one row, öre). profession None: all of them."""
        wanted = {(word, kind.value) for word in _profession_words(profession) for kind in kinds}
        parts = (self.cost[key] for key in wanted & self.cost.keys())
        return self.node_panel(node, parts, self.unit_presence(Source.LEDGER), view)

    def hours_panel(
        self, node: str, employment: Employment, profession: Profession | None, view: OrganisationView
    ) -> Panel:
        """Sum worked hours for a node, month by month (one row, centihours). profession None: all, unmapped too."""
        wanted = {(word, employment.value) for word in _profession_words(profession)}
        parts = (self.hours[key] for key in wanted & self.hours.keys())
        return self.node_panel(node, parts, self.unit_presence(Source.HEROMA), view)

    def node_panel(self, node: str, parts: Iterable[IntArray], known: BoolArray, view: OrganisationView) -> Panel:
        """Sum parts (units × months each) for a node, month by month (one row).

        known: for each unit and month; the node's month is missing unless all of its units' are known.
        """
        present, summed = self._all_known(node, known, view), list(parts)
        values = np.zeros(present.shape, dtype=np.int64)
        for span, rows in self.spans(node, view):
            values[0, span] = sum(part[rows, span].sum(axis=0) for part in summed)
        return Panel(np.where(present, values, 0), present)

    def presence(self, node: str, source: Source, view: OrganisationView) -> BoolArray:
        """Tell for each month whether every scope that the node's units belong to is loaded.

        Shape (1, months). A node without units in a month has nothing to be known: not present.
        """
        return self._all_known(node, self.unit_presence(source), view)

    def unit_presence(self, source: Source) -> BoolArray:
        """Tell for each unit and month whether the scope that the unit belonged to then is loaded: units × months.

        Whatever the view sums by: a month's files were written for the organisation of that month.
        """
        if source not in self._presence:
            never = np.zeros(len(self.months), dtype=np.bool_)
            loaded = np.stack([self.loaded.get((source, scope.code), never) for scope in self.scopes])
            self._presence[source] = loaded[self.unit_scopes, np.arange(len(self.months))]
        return self._presence[source]

    def unit_cost_presence(self, employment: Employment) -> BoolArray:
        """Tell for each unit and month whether its scope's Heroma export is loaded and says what the time cost."""
        if employment not in self._presence:
            silent = self.heroma_cost.silent(employment, self.unit_scopes, len(self.scopes))
            self._presence[employment] = self.unit_presence(Source.HEROMA) & ~silent
        return self._presence[employment]

    def unit_costs(self, kinds: tuple[CostKind, ...], profession: Profession | None) -> Panel:
        """Give cost of the kinds for every unit, month by month: a row per unit, öre."""
        wanted = {(word, kind.value) for word in _profession_words(profession) for kind in kinds}
        present = self.unit_presence(Source.LEDGER)
        return Panel(np.where(present, self._total(self.cost[key] for key in wanted & self.cost.keys()), 0), present)

    def scopes_of(self, node: str, view: OrganisationView) -> frozenset[str]:
        """Give the codes of the scopes that the node's units belonged to in any month."""
        return self.derived(_scopes_of, node, view)

    def has_units(self, node: str, view: OrganisationView, month: Month) -> bool:
        """Tell whether any unit lies under the node in a month that is covered."""
        return bool(len(self.rows_under(node, view, month)))

    def is_unit(self, code: str) -> bool:
        """Tell whether the code is a unit's own."""
        return code in self._row_of

    def mask(self, node: str, view: OrganisationView) -> BoolArray:
        """Tell which units lie under the node in which months: units × months."""
        mask = np.zeros((len(self.units), len(self.months)), dtype=np.bool_)
        for span, rows in self.spans(node, view):
            mask[rows, span] = True
        return mask

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The declared scopes; where there are none, the one for the whole region."""
        declared = self.mappings.scopes or ()
        return declared or (default_scope(declared, self.root),)

    def _all_known(self, node: str, known: BoolArray, view: OrganisationView) -> BoolArray:
        spans = self.spans(node, view)
        whole = [known[rows, span].all(axis=0) & bool(len(rows)) for span, rows in spans]
        return np.concatenate(whole)[np.newaxis]

    def rows_under(self, node: str, view: OrganisationView, month: Month) -> IntArray:
        """Give the rows of the units that lie under the node in a month that is covered."""
        column = self.column(month)
        return next(rows for span, rows in self.spans(node, view) if span.start <= column < span.stop)

    def spans(self, node: str, view: OrganisationView) -> list[tuple[slice, IntArray]]:
        """Give the months in a row that share a tree, each with the rows of the units that lie under the node then."""
        key = (node, view)
        if key not in self._rows_under:
            self._rows_under[key] = [(span, self._units_under(node, tree)) for tree, span in self.runs(view)]
        return self._rows_under[key]

    def _total(self, parts: Iterable[IntArray]) -> IntArray:
        return sum(parts, np.zeros((len(self.units), len(self.months)), dtype=np.int64))

    def _units_under(self, node: str, tree: Tree) -> IntArray:
        rows = [self._row_of[each] for each in tree.under(node) if each in self._row_of]
        return np.sort(np.array(rows, dtype=np.int64))

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def unit_scopes(self) -> IntArray:
        """Give the position in `scopes` of each unit's scope in each month, by that month's own tree."""
        default = default_scope(self.scopes, self.root)
        position = {scope.code: index for index, scope in enumerate(self.scopes)}
        by_epoch = {
            epoch: [
                position[scope_of(unit, self.tree(OrganisationView.THEN, epoch), self.scopes, default).code]
                for unit in self.units
            ]
            for epoch in dict.fromkeys(self._epoch(month) for month in self.months)
        }
        columns = [by_epoch[self._epoch(month)] for month in self.months]
        return np.array(columns, dtype=np.int64).reshape(len(columns), -1).T

    def _epoch(self, month: Month) -> Month:
        """Give the first of the months up to this one that share its tree."""
        return self._epochs[bisect_right(self._epochs, month) - 1]

    @cached_property
    def _epochs(self) -> list[Month]:
        """The months in which the tree changes: where an edge begins, or has just ended."""
        begun = {edge.valid_from for edge in self.organisation.edges}
        ended = {edge.valid_to.plus(1) for edge in self.organisation.edges if edge.valid_to < ALWAYS_TO}
        return sorted({ALWAYS_FROM} | begun | ended)


def _scopes_of(figures: Figures, node: str, view: OrganisationView) -> frozenset[str]:
    found = {
        int(position)
        for span, rows in figures.spans(node, view)
        for position in np.flatnonzero(np.bincount(figures.unit_scopes[rows, span].ravel()))
    }
    return frozenset(figures.scopes[position].code for position in found)


def is_preliminary(figures: Figures, months: tuple[Month, ...]) -> bool:
    """Tell whether any loaded month among these was loaded while its books were still open."""
    return not figures.preliminary.isdisjoint(months)


def _profession_words(profession: Profession | None) -> tuple[str, ...]:
    return (profession.value,) if profession else (*(word.value for word in Profession), UNMAPPED)
