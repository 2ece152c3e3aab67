"""What the ledger and Heroma each say of a node, month by month; what they don't say is missing, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value, missing_together
from bemanning.domain.vocabulary import UNMAPPED, CostKind, Employment, OrganisationView, Profession, Source
from bemanning.kpi.panel import BoolArray, IntArray, Panel
from bemanning.services.figures import OWN_KINDS, Figures
from bemanning.services.node_figures import node_figures

# What a group is called in the cubes.
PROFESSION_WORDS = tuple(profession.value for profession in Profession)


@dataclass(frozen=True, eq=False)
class SourceValues:
    """Figures of one node for the professions of some words: a profession's own, or UNMAPPED.

    In the ledger UNMAPPED is every account that no mapping knows, whatever kind of cost it may be. Ask `source_values`.
    """

    figures: Figures
    node: str
    view: OrganisationView
    words: tuple[str, ...]

    def own_cost(self, month: Month) -> Value:
        """Give the ledger's own personnel cost, overtime included, öre."""
        return self._value(self._own, month, Source.LEDGER)

    def wages(self, month: Month) -> Value:
        """Give Heroma's wage cost of the region's own employees, absence included, öre."""
        return self._said(self._wages, month)

    def agency_cost(self, month: Month) -> Value:
        """Give the ledger's agency cost, öre."""
        return self._value(self._agency, month, Source.LEDGER)

    def external_centihours(self, month: Month) -> Value:
        """Give external hours worked, centihours."""
        return self._value(self._external_hours, month, Source.HEROMA)

    def external_cost(self, month: Month) -> Value:
        """Give what Heroma itself says that externals cost, öre."""
        return self._said(self._external_cost, month)

    @cached_property
    def _own(self) -> Panel:
        return self._cost(OWN_KINDS)

    @cached_property
    def _agency(self) -> Panel:
        return self._cost((CostKind.AGENCY,))

    @cached_property
    def _external_hours(self) -> Panel:
        parts = self._parts(self.figures.hours, (Employment.EXTERNAL.value,))
        return self._panel(parts, self.figures.unit_presence(Source.HEROMA))

    @cached_property
    def _wages(self) -> Panel:
        return self._heroma_cost(Employment.OWN)

    @cached_property
    def _external_cost(self) -> Panel:
        return self._heroma_cost(Employment.EXTERNAL)

    @cached_property
    def _hours_loaded(self) -> BoolArray:
        return self.figures.presence(self.node, Source.HEROMA, self.view)

    def _cost(self, kinds: Iterable[CostKind]) -> Panel:
        parts = self._parts(self.figures.cost, (*(kind.value for kind in kinds), UNMAPPED))
        return self._panel(parts, self.figures.unit_presence(Source.LEDGER))

    def _heroma_cost(self, employment: Employment) -> Panel:
        parts = self._parts(self.figures.heroma_cost.amounts, (employment.value,))
        return self._panel(parts, self.figures.unit_cost_presence(employment))

    def _parts(self, amounts: dict[tuple[str, str], IntArray], kinds: Iterable[str]) -> list[IntArray]:
        keys = ((word, kind) for word in self.words for kind in kinds)
        return [amounts[key] for key in keys if key in amounts]

    def _panel(self, parts: Iterable[IntArray], known: BoolArray) -> Panel:
        return self.figures.node_panel(self.node, parts, known, self.view)

    def _said(self, panel: Panel, month: Month) -> Value:
        """Tell what a loaded export leaves out from what is not loaded."""
        value, figures = self._value(panel, month, Source.HEROMA), self.figures
        is_loaded = figures.covers(month) and self._hours_loaded[0, figures.column(month)]
        return Value(None, MissingReason.NOT_IN_EXPORT, (month,)) if value.number is None and is_loaded else value

    def _value(self, panel: Panel, month: Month, source: Source) -> Value:
        node = node_figures(self.figures, self.node, None, self.view)
        ((_, amount),) = node.amounts(panel, [month])
        return node.no_value((month,), source) if amount is None else Value.of(amount)


def source_values(figures: Figures, node: str, view: OrganisationView, words: Sequence[str]) -> SourceValues:
    """Give a node's figures, whose panels are made once for a data version."""
    return figures.derived(SourceValues, node, view, tuple(words))


def total(values: Sequence[Value]) -> Value:
    """Add months up; missing where any is, for the first one's reason, with every month that shares it."""
    reason = next((value.reason for value in values if value.reason is not None), None)
    if reason is not None:
        return missing_together(reason, values)
    return Value.of(sum(value.number for value in values if value.number is not None))
