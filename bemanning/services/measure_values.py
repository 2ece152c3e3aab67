"""Any measure of a node × profession: exact values month by month, and over the rolling twelve months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.targets import BASELINE_YEAR
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Source
from bemanning.kpi.hours_and_weeks import hours_share, worked_weeks
from bemanning.kpi.hyr_share import share_of_own, share_of_total
from bemanning.kpi.panel import Panel, RatioPanel
from bemanning.kpi.price import price_per_hour
from bemanning.kpi.registry import MeasureKey
from bemanning.kpi.windows import rolling_sum
from bemanning.services.node_figures import NodeFigures

PERCENT = 100
BASELINE = Month(BASELINE_YEAR, MONTHS_IN_YEAR)

_SHARES = frozenset({MeasureKey.SHARE_OF_TOTAL, MeasureKey.SHARE_OF_OWN, MeasureKey.HOURS_SHARE})
# What a measure is made of, where that is not the ledger alone.
_SOURCES = {
    MeasureKey.HOURS_SHARE: (Source.HEROMA,),
    MeasureKey.EXTERNAL_HOURS: (Source.HEROMA,),
    MeasureKey.WORKED_WEEKS: (Source.HEROMA,),
    MeasureKey.PRICE_PER_HOUR: (Source.LEDGER, Source.HEROMA),
}
_UNDEFINED = Value(None, MissingReason.ZERO_DENOMINATOR)
Summed = Callable[[Panel], Panel]


@dataclass(frozen=True, eq=False)
class MeasureValues:
    """A measure's values, in the registry's unit for it. Build with `measure_values`."""

    node: NodeFigures
    scale: int
    monthly: RatioPanel
    rolling12: RatioPanel
    is_deviation: bool
    sources: tuple[Source, ...]

    def month(self, month: Month) -> Value:
        """Give the value of a month alone; a deviation is against the same month of 2015."""
        own = self._value(self._monthly, month, 1)
        return (
            own.minus(self._value(self._monthly, Month(BASELINE_YEAR, month.number), 1)) if self.is_deviation else own
        )

    def r12(self, month: Month) -> Value:
        """Give the value of the twelve months that end with the month; a deviation is against calendar 2015."""
        own = self._value(self._rolling12, month, MONTHS_IN_YEAR)
        return own.minus(self._value(self._rolling12, BASELINE, MONTHS_IN_YEAR)) if self.is_deviation else own

    def baseline(self) -> Value:
        """Give the level of calendar 2015 that the measure is compared with: zero for a deviation from it."""
        return Value.of(0) if self.is_deviation else self.r12(BASELINE)

    @cached_property
    def _monthly(self) -> list[Value | None]:
        return _values(self.monthly, self.scale)

    @cached_property
    def _rolling12(self) -> list[Value | None]:
        return _values(self.rolling12, self.scale)

    def _value(self, values: Sequence[Value | None], month: Month, length: int) -> Value:
        figures = self.node.figures
        found = values[figures.column(month)] if figures.covers(month) else None
        if found is not None:
            return found
        # A sum is present where all of its months are: only for a missing one are they gone through.
        missing = tuple(each for each in month.window(length) if not self._is_known(each))
        return self.node.no_value(missing, *self.sources)

    def _is_known(self, month: Month) -> bool:
        figures = self.node.figures
        return figures.covers(month) and bool(self.monthly.present[0, figures.column(month)])


def _values(ratio: RatioPanel, scale: int) -> list[Value | None]:
    """Give each month's value, None where it is missing."""
    quotients = zip(ratio.quotients(0, scale), ratio.present[0].tolist(), strict=True)
    return [
        Value(number) if number is not None else _UNDEFINED if is_present else None for number, is_present in quotients
    ]


def measure_values(node: NodeFigures, key: MeasureKey, deviates: MeasureKey | None = None) -> MeasureValues:
    """Answer for one node × profession. `deviates`: the share that SHARE_DEVIATION is of (share_of_total by default).

    The hours that worked weeks are counted from are divided by the setting's hours per week.
    """
    share = deviates or MeasureKey.SHARE_OF_TOTAL
    base = {MeasureKey.COST_DEVIATION: MeasureKey.AGENCY_COST, MeasureKey.SHARE_DEVIATION: share}.get(key, key)
    return MeasureValues(
        node=node,
        scale=PERCENT if base in _SHARES else 1,
        monthly=_ratio(node, base, lambda panel: panel),
        rolling12=_ratio(node, base, rolling_sum),
        is_deviation=base is not key,
        sources=_SOURCES.get(base, (Source.LEDGER,)),
    )


def _ratio(node: NodeFigures, key: MeasureKey, summed: Summed) -> RatioPanel:
    """Compute one measure from its sums. A share is a share of sums, so the sums come first."""
    computed: dict[MeasureKey, Callable[[], RatioPanel]] = {
        MeasureKey.SHARE_OF_TOTAL: lambda: share_of_total(summed(node.agency), summed(node.own)),
        MeasureKey.SHARE_OF_OWN: lambda: share_of_own(summed(node.agency), summed(node.own)),
        MeasureKey.AGENCY_COST: lambda: _whole(summed(node.agency)),
        MeasureKey.HOURS_SHARE: lambda: hours_share(summed(node.external_hours), summed(node.own_hours)),
        MeasureKey.EXTERNAL_HOURS: lambda: _whole(summed(node.external_hours)),
        MeasureKey.WORKED_WEEKS: lambda: worked_weeks(
            summed(node.external_hours), node.figures.settings.hours_per_week
        ),
        MeasureKey.PRICE_PER_HOUR: lambda: price_per_hour(summed(node.agency), summed(node.external_hours)),
    }
    return computed[key]()


def _whole(panel: Panel) -> RatioPanel:
    return RatioPanel(panel.values, np.ones_like(panel.values), panel.present)
