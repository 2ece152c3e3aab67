"""One R12 share with the sums behind it: what the command line's `share` answers."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition
from bemanning.services.figures import Figures
from bemanning.services.node_figures import node_figures
from bemanning.services.resolved import ResolvedSelection, resolve


@dataclass(frozen=True, slots=True)
class ShareAnswer:
    """R12 agency share in percent, and its sums in öre over the same twelve months.

    denominator_ore: own + agency, or own alone, by the selection's definition. baseline_share_pct: calendar 2015.
    hours_share_pct: externals' share of worked hours, where hours are loaded.
    """

    selection: ResolvedSelection
    share_pct: Value
    agency_ore: Value
    denominator_ore: Value
    baseline_share_pct: Value
    change_on_year_pp: Value
    hours_share_pct: Value
    worked_weeks: Value
    agency_cost_2015_ore: Value


def share(figures: Figures, selection: Selection) -> ShareAnswer:
    """Answer for the selection's node, profession, month and definition. Raises UserError for an unknown node."""
    resolved = resolve(figures, selection)
    node = node_figures(figures, resolved.node.code, resolved.profession, resolved.view)
    month, baseline = resolved.month, Month(BASELINE_YEAR, 12)
    value = node.share(resolved.definition, month)
    agency, own = node.agency_cost(month.window()), node.own_cost(month.window())
    return ShareAnswer(
        selection=resolved,
        share_pct=value,
        agency_ore=agency,
        denominator_ore=own.plus(agency) if resolved.definition is Definition.TOTAL else own,
        baseline_share_pct=node.share(resolved.definition, baseline),
        change_on_year_pp=value.minus(node.share(resolved.definition, month.plus(-12))),
        hours_share_pct=node.hours_share(month),
        worked_weeks=node.worked_weeks(month.window()),
        agency_cost_2015_ore=node.agency_cost(baseline.window()),
    )
