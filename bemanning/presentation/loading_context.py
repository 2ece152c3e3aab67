"""What every part of Inläsning is told beside its own: the scopes' names, the loads, and the loaded months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.services.month_strip import MonthStrip
from bemanning.services.undo_effect import UndoEffect, part_of, undo_effect
from bemanning.store import CurrentMonth, LoadRecord, ProfileRecord

# A scope's code → its name, as the region declares them.
ScopeNames = Mapping[str, str]


@dataclass(frozen=True)
class LoadingContext:
    """What is loaded, by whom, and for which part of the organisation. loads: newest first."""

    names: ScopeNames
    loads: Sequence[LoadRecord]
    months: Sequence[CurrentMonth]
    profiles: Sequence[ProfileRecord] = ()

    @property
    def current_profiles(self) -> list[ProfileRecord]:
        """The version of each saved profile that holds."""
        return [record for record in self.profiles if record.superseded_at is None]

    def load(self, load_id: int | None) -> LoadRecord | None:
        """Give a load by its number."""
        return next((load for load in self.loads if load.id == load_id), None)

    def month(self, source: Source, scope: str, month: Month) -> CurrentMonth | None:
        """Give what speaks for a month."""
        key = source, scope, month
        return next((row for row in self.months if (row.source, row.scope, row.month) == key), None)

    def undo_effect(self, load: LoadRecord) -> UndoEffect:
        """Tell what undoing the load would change."""
        return undo_effect(load, self._loads_of[part_of(load)], self.months)

    @cached_property
    def _loads_of(self) -> dict[tuple[Source, str], list[LoadRecord]]:
        found: dict[tuple[Source, str], list[LoadRecord]] = {}
        for load in self.loads:
            found.setdefault(part_of(load), []).append(load)
        return found


def loading_context(
    strip: MonthStrip,
    loads: Sequence[LoadRecord],
    months: Sequence[CurrentMonth],
    profiles: Sequence[ProfileRecord] = (),
) -> LoadingContext:
    """Gather the context; every scope, loaded or not, has its row in the strip."""
    return LoadingContext({row.scope: row.scope_name for row in strip.rows}, loads, months, profiles)
