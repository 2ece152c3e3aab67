"""Which months are loaded, per source and scope: the calendar strip of Inläsning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bemanning.domain.mapping import Scope
from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store import CurrentMonth


@dataclass(frozen=True, slots=True)
class StripMonth:
    """One month of one source and scope. load_id and file_name: what speaks for it; None where it is MISSING."""

    month: Month
    status: MonthStatus
    load_id: int | None = None
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class StripRow:
    """One source × scope, with one entry for every month of the strip. scope is its code."""

    source: Source
    scope: str
    scope_name: str
    months: tuple[StripMonth, ...]

    @property
    def has_any(self) -> bool:
        """Whether anything is loaded for the source and scope."""
        return any(month.load_id is not None for month in self.months)


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """Every month from the earliest to the latest loaded of any source; none in an empty store.

    rows: each source with each declared scope, loaded or not, in the order that the region declares its scopes.
    """

    months: tuple[Month, ...]
    rows: tuple[StripRow, ...]


def month_strip(current: Sequence[CurrentMonth], scopes: Sequence[Scope]) -> MonthStrip:
    """Lay the loaded months out, holes included."""
    loaded = {row.month for row in current}
    months = tuple(month_range(min(loaded), max(loaded))) if loaded else ()
    row_of = {(row.source, row.scope, row.month): row for row in current}
    rows = [
        StripRow(source, code, name, tuple(_entry(month, row_of.get((source, code, month))) for month in months))
        for source in Source
        for code, name in _names(current, scopes).items()
    ]
    return MonthStrip(months, tuple(rows))


def _names(current: Sequence[CurrentMonth], scopes: Sequence[Scope]) -> dict[str, str]:
    """Give every scope by its code; what was loaded before the first scope was declared keeps a row of its own."""
    undeclared = {row.scope: row.scope for row in current}
    declared = {scope.code: scope.name for scope in scopes}
    return declared | {code: name for code, name in undeclared.items() if code not in declared}


def _entry(month: Month, row: CurrentMonth | None) -> StripMonth:
    if row is None:
        return StripMonth(month, MonthStatus.MISSING)
    return StripMonth(month, row.status, row.load_id, row.file_name)
