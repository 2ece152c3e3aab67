"""How fresh the data is: what is loaded per source and scope, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.figures import Figures
from bemanning.store import CurrentMonth


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """One source × scope: its loaded span, holes in it, and its latest load."""

    source: Source
    scope: str
    scope_name: str
    first_month: Month
    last_month: Month
    missing_months: tuple[Month, ...]
    last_status: MonthStatus
    loaded_at: datetime
    actor_name: str
    file_name: str


def freshness(figures: Figures) -> tuple[SourceFreshness, ...]:
    """Give one entry per source × scope that anything is loaded for, in that order."""
    rows_of: dict[tuple[Source, str], list[CurrentMonth]] = {}
    for row in figures.current_months:
        rows_of.setdefault((row.source, row.scope), []).append(row)
    names = {scope.code: scope.name for scope in figures.scopes}
    return tuple(_entry(rows, names.get(scope, scope)) for (_, scope), rows in sorted(rows_of.items()))


def _entry(rows: list[CurrentMonth], scope_name: str) -> SourceFreshness:
    last, latest_load = max(rows, key=lambda row: row.month), max(rows, key=lambda row: row.load_id)
    first = min(row.month for row in rows)
    loaded = {row.month for row in rows}
    return SourceFreshness(
        source=last.source,
        scope=last.scope,
        scope_name=scope_name,
        first_month=first,
        last_month=last.month,
        missing_months=tuple(month for month in month_range(first, last.month) if month not in loaded),
        last_status=last.status,
        loaded_at=latest_load.loaded_at,
        actor_name=latest_load.actor_name,
        file_name=latest_load.file_name,
    )
