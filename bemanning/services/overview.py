"""Översikt: where are we, against what, is it getting better, where is it worst, how fresh is this."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.goal import Event
from bemanning.domain.organisation import Node
from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Profession
from bemanning.services.freshness import SourceFreshness, Unmapped
from bemanning.services.resolved import ResolvedSelection


@dataclass(frozen=True, slots=True)
class ProfessionCard:
    """One profession's standing. All shares are R12 in percent, all differences of shares in percentage points.

    share, share_year_ago, baseline_share and history follow the selection's definition; national_share is always
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
class Overview:
    """The whole screen. worst: units with the highest R12 agency cost; movers: largest change since last month."""

    selection: ResolvedSelection
    cards: tuple[ProfessionCard, ...]
    events: tuple[Event, ...]
    worst: tuple[UnitRow, ...]
    movers: tuple[UnitRow, ...]
    freshness: tuple[SourceFreshness, ...]
    unmapped: Unmapped
