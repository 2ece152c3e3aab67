"""Översikt: where are we, against what, is it getting better, where is it worst, how fresh is this."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.goal import Event
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR, NATIONAL_TARGET_PCT, NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Definition, Profession
from bemanning.services.figures import Figures
from bemanning.services.freshness import SourceFreshness, freshness
from bemanning.services.node_figures import node_figures
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.unit_rows import UnitRow, unit_lists
from bemanning.services.unmapped import Unmapped

ROWS_IN_LIST = 8
YEAR = 12


@dataclass(frozen=True, slots=True)
class ProfessionCard:
    """One profession's standing. All shares are R12 in percent, all differences of shares in percentage points.

    share, share_year_ago, baseline_share and history follow the selection's definition; history ends with its month,
    and goes as far back as its span. national_share is always
    share_of_total, which the national target is about. over_target_pp = national_share − target, None where no
    national target exists for the profession. Costs are R12 agency cost in öre; the baseline is calendar 2015.
    """

    profession: Profession
    share: Value
    share_year_ago: Value
    change_on_year_pp: Value
    baseline_share: Value
    change_on_baseline_pp: Value
    national_share: Value
    target_pct: Value | None
    over_target_pp: Value | None
    agency_cost_ore: Value
    baseline_cost_ore: Value
    cost_deviation_ore: Value
    history: Series


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen. worst: units with the highest R12 agency cost; movers: largest change since last month."""

    selection: ResolvedSelection
    cards: tuple[ProfessionCard, ...]
    events: tuple[Event, ...]
    worst: tuple[UnitRow, ...]
    movers: tuple[UnitRow, ...]
    freshness: tuple[SourceFreshness, ...]
    unmapped: Unmapped


def overview(figures: Figures, unmapped: Unmapped, selection: Selection) -> Overview:
    """Answer the screen. Raises UserError for an unknown node."""
    resolved = resolve(figures, selection)
    units = unit_lists(figures, resolved, ROWS_IN_LIST)
    return Overview(
        selection=resolved,
        cards=tuple(_card(figures, resolved, profession) for profession in Profession),
        events=figures.events,
        worst=units.worst,
        movers=units.movers,
        freshness=figures.derived(freshness),
        unmapped=unmapped,
    )


def _card(figures: Figures, selection: ResolvedSelection, profession: Profession) -> ProfessionCard:
    node = node_figures(figures, selection.node.code, profession, selection.view)
    month, baseline = selection.month, Month(BASELINE_YEAR, YEAR)
    share, year_ago = (node.share(selection.definition, at) for at in (month, month.plus(-YEAR)))
    baseline_share = node.share(selection.definition, baseline)
    cost, baseline_cost = node.agency_cost(month.window()), node.agency_cost(baseline.window())
    national = node.share(Definition.TOTAL, month)
    target = Value(NATIONAL_TARGET_PCT) if profession in NATIONAL_TARGET_PROFESSIONS else None
    return ProfessionCard(
        profession=profession,
        share=share,
        share_year_ago=year_ago,
        change_on_year_pp=share.minus(year_ago),
        baseline_share=baseline_share,
        change_on_baseline_pp=share.minus(baseline_share),
        national_share=national,
        target_pct=target,
        over_target_pp=target and national.minus(target),
        agency_cost_ore=cost,
        baseline_cost_ore=baseline_cost,
        cost_deviation_ore=cost.minus(baseline_cost),
        history=node.share_series(selection.definition).between(selection.first_shown, month),
    )
