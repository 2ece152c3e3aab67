"""A trend's line, month by month: what each is worth, and what moved it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.recent import Recent
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import OrganisationView, Profession
from bemanning.kpi.registry import MeasureKey
from bemanning.services.figures import Figures
from bemanning.services.measure_values import MeasureValues, measure_values
from bemanning.services.node_figures import NodeFigures, node_figures

# What moves a measure is told in the amount that it is made of: agency cost, or hours.
MADE_OF_HOURS = frozenset({MeasureKey.HOURS_SHARE, MeasureKey.EXTERNAL_HOURS, MeasureKey.WORKED_WEEKS})
# A line of fifteen years is some hundred kilobytes.
_HISTORIES_KEPT = 24


@dataclass(frozen=True, slots=True, eq=False)
class TrendPoint:
    """One month. monthly and r12 in the measure's unit. The same month of the same line is the same object.

    came_in, fell_out: what this month and the one twelve months before hold of the line's amount (`amount_unit`).
    """

    month: Month
    monthly: Value
    r12: Value
    came_in: Value
    fell_out: Value


@dataclass(frozen=True, eq=False)
class History:
    """A line from the first loaded month to the last. A month's point is made when it is first asked for.

    amounts: what the line is made of (`amount_unit`).
    """

    values: MeasureValues
    amounts: MeasureValues
    _points: dict[Month, TrendPoint] = field(default_factory=dict)

    def points(self, first: Month, last: Month) -> tuple[TrendPoint, ...]:
        """Give the loaded months from the first to the last."""
        months = self.values.node.figures.months
        return tuple(self._point(month) for month in months[bisect_left(months, first) : bisect_right(months, last)])

    def _point(self, month: Month) -> TrendPoint:
        point = self._points.get(month)
        if point is None:
            came_in, fell_out = self.amounts.month(month), self.amounts.month(month.plus(-MONTHS_IN_YEAR))
            point = TrendPoint(month, self.values.month(month), self.values.r12(month), came_in, fell_out)
            self._points[month] = point
        return point


@dataclass(frozen=True, eq=False)
class Histories:
    """The lines of one set of figures (`Figures.derived`) that were looked at last.

    Whoever looks at a line looks at it from several months, and makes none of its points anew.
    """

    figures: Figures
    _kept: Recent[tuple[object, ...], History] = field(default_factory=lambda: Recent(_HISTORIES_KEPT))

    def of(
        self,
        node: str,
        profession: Profession | None,
        view: OrganisationView,
        key: MeasureKey,
        deviates: MeasureKey,
    ) -> History:
        """Give the line of a node × profession; see `measure_values`."""
        asked = (node, profession, view, key, deviates)
        history = self._kept.get(asked)
        if history is None:
            history = _history(node_figures(self.figures, node, profession, view), key, deviates)
            self._kept.set(asked, history)
        return history


def _history(node: NodeFigures, key: MeasureKey, deviates: MeasureKey) -> History:
    amount = MeasureKey.EXTERNAL_HOURS if key in MADE_OF_HOURS else MeasureKey.AGENCY_COST
    return History(measure_values(node, key, deviates), measure_values(node, amount))
