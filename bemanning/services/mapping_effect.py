"""What a change of the mappings would do to the figures: before and after, and nothing written."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Profession
from bemanning.services.figures import Figures
from bemanning.services.figures_after import figures_after
from bemanning.services.heroma_effect import HeromaEffect, heroma_effect
from bemanning.services.mapping_difference import RowChange, row_changes
from bemanning.services.mapping_update import checked, loads_to_recompute
from bemanning.services.node_figures import node_figures
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.tallies import Tallies
from bemanning.services.unmapped import Unmapped, unmapped_of
from bemanning.store import LoadRecord, Session


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One profession (None: all): R12 share by the selection's definition, in percent, and R12 agency cost, öre."""

    profession: Profession | None
    share_before: Value
    share_after: Value
    cost_before_ore: Value
    cost_after_ore: Value

    @property
    def share_change_pp(self) -> Value:
        """How the share changes, in percentage points; missing where it is missing before or after."""
        return self.share_after.minus(self.share_before)

    @property
    def cost_change_ore(self) -> Value:
        """How the cost changes, öre; missing where it is missing before or after."""
        return self.cost_after_ore.minus(self.cost_before_ore)


@dataclass(frozen=True, slots=True)
class FiguresEffect:
    """What happens to the figures. rows are about `selection`, as the screens will answer it afterwards.

    months: those in which some unit's amounts become others. loads: those that will be computed again. heroma: the
    costs by Heroma that become others.
    """

    selection: ResolvedSelection
    rows: tuple[EffectRow, ...]
    months: tuple[Month, ...]
    loads: tuple[LoadRecord, ...]
    unmapped_before: Unmapped
    unmapped_after: Unmapped
    heroma: tuple[HeromaEffect, ...]


@dataclass(frozen=True, slots=True)
class MappingEffect:
    """A proposal held against what is. figures: None where nothing is loaded.

    latest_change: the last entry of the log that it was computed from; it is saved only while that is still so.
    """

    changes: tuple[RowChange, ...]
    figures: FiguresEffect | None
    latest_change: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is loaded: the figures as they are known, and the sums that no mapping changes."""

    figures: Figures
    tallies: Tallies


@dataclass(frozen=True, slots=True)
class Basis:
    """What an effect is computed from, and the last entry of the log behind it. loaded: None where nothing is."""

    loaded: Loaded | None
    latest_change: int


def mapping_effect(session: Session, basis: Basis, changes: MappingSet, selection: Selection) -> MappingEffect:
    """Compute the effect of replacing the parts that the set holds.

    Raises UserError with everything that would do harm, as saving it would; MAPPING_NOTHING_CHANGED where it is all so
    already; NODE_UNKNOWN where the selection's node isn't there before or after.
    """
    stored = session.mappings.read()
    rows = row_changes(stored, changes)
    if not rows:
        raise UserError([Fault(FaultCode.MAPPING_NOTHING_CHANGED)])
    after = checked(session, stored, changes)
    effect = None if basis.loaded is None else _figures_effect(session, basis.loaded, after, selection)
    return MappingEffect(rows, effect, basis.latest_change)


def _figures_effect(session: Session, loaded: Loaded, mappings: MappingSet, selection: Selection) -> FiguresEffect:
    before = loaded.figures
    foreseen = figures_after(session, before, mappings)
    after = foreseen.figures
    then, now = resolve(after, selection), resolve(before, selection)
    return FiguresEffect(
        selection=then,
        rows=tuple(_row(before, now, after, then, profession) for profession in (*Profession, None)),
        months=foreseen.months,
        loads=tuple(loads_to_recompute(session, before.mappings, mappings)),
        unmapped_before=unmapped_of(loaded.tallies, before.mappings),
        unmapped_after=unmapped_of(loaded.tallies, mappings),
        heroma=heroma_effect(before, now, after, then),
    )


def _row(
    before: Figures, now: ResolvedSelection, after: Figures, then: ResolvedSelection, profession: Profession | None
) -> EffectRow:
    old, new = (
        node_figures(figures, resolved.node.code, profession, resolved.view)
        for figures, resolved in ((before, now), (after, then))
    )
    return EffectRow(
        profession,
        old.share(now.definition, now.month),
        new.share(then.definition, then.month),
        old.agency_cost(now.month.window()),
        new.agency_cost(then.month.window()),
    )
