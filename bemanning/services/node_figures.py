"""One node × profession under one organisation view: its monthly panels, and values read out of them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Series, Value
from bemanning.domain.vocabulary import CostKind, Definition, Employment, OrganisationView, Profession, Source
from bemanning.kpi.hours_and_weeks import hours_share, worked_weeks
from bemanning.kpi.hyr_share import hyr_share
from bemanning.kpi.panel import Panel, RatioPanel
from bemanning.kpi.windows import rolling_sum
from bemanning.services.figures import OWN_KINDS, Figures
from bemanning.services.scope_gaps import scope_gaps

PERCENT = 100


@dataclass(frozen=True, eq=False)
class NodeFigures:
    """Figures of one node (a code that exists), for one profession or all. Ask `node_figures` for them."""

    figures: Figures
    node: str
    profession: Profession | None
    view: OrganisationView

    @cached_property
    def agency(self) -> Panel:
        """Agency cost per month, öre."""
        return self.figures.cost_panel(self.node, (CostKind.AGENCY,), self.profession, self.view)

    @cached_property
    def own(self) -> Panel:
        """Own personnel cost per month, overtime included, öre."""
        return self.figures.cost_panel(self.node, OWN_KINDS, self.profession, self.view)

    @cached_property
    def external_hours(self) -> Panel:
        """External hours worked per month, centihours."""
        return self.figures.hours_panel(self.node, Employment.EXTERNAL, self.profession, self.view)

    @cached_property
    def own_hours(self) -> Panel:
        """Own staff's hours worked per month, centihours."""
        return self.figures.hours_panel(self.node, Employment.OWN, self.profession, self.view)

    def share(self, definition: Definition, month: Month) -> Value:
        """Give the R12 hyr_share in percent."""
        return self._ratio_at(
            self._share_r12(definition), month, self._missing(self.agency, month.window()), Source.LEDGER
        )

    def share_series(self, definition: Definition) -> Series:
        """Give the R12 hyr_share in percent for every month."""
        return self._series(self._share_r12(definition))

    def hours_share(self, month: Month) -> Value:
        """Give the R12 share of hours in percent."""
        ratio = hours_share(rolling_sum(self.external_hours), rolling_sum(self.own_hours))
        return self._ratio_at(ratio, month, self._missing(self.external_hours, month.window()), Source.HEROMA)

    def agency_cost(self, months: Iterable[Month]) -> Value:
        """Sum agency cost over the months, öre; missing where any of them is."""
        return self._sum(self.agency, tuple(months), Source.LEDGER)

    def own_cost(self, months: Iterable[Month]) -> Value:
        """Sum own personnel cost over the months, öre; missing where any of them is."""
        return self._sum(self.own, tuple(months), Source.LEDGER)

    def external_centihours(self, months: Iterable[Month]) -> Value:
        """Sum external hours worked over the months, centihours; missing where any of them is."""
        return self._sum(self.external_hours, tuple(months), Source.HEROMA)

    def worked_weeks(self, months: Iterable[Month]) -> Value:
        """Give locum weeks worked over the months."""
        total = self._sum(self.external_hours, tuple(months), Source.HEROMA)
        if total.number is None:
            return total
        summed = Panel(np.array([[int(total.number)]]), np.array([[True]]))
        ratio = worked_weeks(summed, self.figures.settings.hours_per_week)
        return Value(Fraction(int(ratio.numerator[0, 0]), int(ratio.denominator[0, 0])))

    def amounts(self, panel: Panel, months: Iterable[Month]) -> tuple[tuple[Month, int | None], ...]:
        """Give a panel's amount for each of the months, None where it is missing."""
        return tuple((month, self._amount(panel, month)) for month in months)

    def no_value(self, missing: tuple[Month, ...], *sources: Source) -> Value:
        """Say why there is no figure made of the sources: the months are not loaded, or the node did not exist then."""
        covered = [month for month in missing if self.figures.covers(month)]
        if covered and not any(self.figures.has_units(self.node, self.view, month) for month in covered):
            return Value(None, MissingReason.NOT_IN_ORGANISATION, missing)
        gaps = scope_gaps(self.figures, self.node, sources, self.view, missing)
        return Value(None, MissingReason.MONTHS_NOT_LOADED, missing, gaps)

    def _share_r12(self, definition: Definition) -> RatioPanel:
        return hyr_share(self._agency_r12, self._own_r12, definition)

    @cached_property
    def _agency_r12(self) -> Panel:
        return rolling_sum(self.agency)

    @cached_property
    def _own_r12(self) -> Panel:
        return rolling_sum(self.own)

    def _amount(self, panel: Panel, month: Month) -> int | None:
        if not self.figures.covers(month) or not panel.present[0, self.figures.column(month)]:
            return None
        return int(panel.values[0, self.figures.column(month)])

    def _missing(self, panel: Panel, months: Iterable[Month]) -> tuple[Month, ...]:
        return tuple(month for month, amount in self.amounts(panel, months) if amount is None)

    def _sum(self, panel: Panel, months: tuple[Month, ...], source: Source) -> Value:
        if missing := self._missing(panel, months):
            return self.no_value(missing, source)
        return Value.of(sum(amount for _, amount in self.amounts(panel, months) if amount is not None))

    def _ratio_at(self, ratio: RatioPanel, month: Month, missing: tuple[Month, ...], source: Source) -> Value:
        if missing:
            return self.no_value(missing, source)
        column = self.figures.column(month)
        number = ratio.quotient(0, column, PERCENT)
        return Value(None, MissingReason.ZERO_DENOMINATOR) if number is None else Value(number)

    def _series(self, ratio: RatioPanel) -> Series:
        numbers = ratio.floats(PERCENT)[0].tolist()
        return Series(self.figures.months, tuple(None if math.isnan(number) else number for number in numbers))


def node_figures(figures: Figures, node: str, profession: Profession | None, view: OrganisationView) -> NodeFigures:
    """Give a node's figures, whose panels are made once for a data version: some kilobytes for each."""
    return figures.derived(NodeFigures, node, profession, view)
