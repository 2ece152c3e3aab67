"""What undoing a load would change, told before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store import CurrentMonth, LoadRecord


@dataclass(frozen=True, slots=True)
class FallBack:
    """Months that one earlier load would speak for again; load None: months that nothing would speak for."""

    load: LoadRecord | None
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class UndoEffect:
    """The months that would change, by what they fall back to, and those of them that are closed and would open.

    fall_backs: the latest load first, months without any last; empty where other loads speak for all its months.
    """

    fall_backs: tuple[FallBack, ...]
    reopened: tuple[Month, ...]


def undo_effect(load: LoadRecord, loads: Iterable[LoadRecord], current: Iterable[CurrentMonth]) -> UndoEffect:
    """Tell what `services.ingest.undo_load` would do to the load's months. loads: at least those of the same part."""
    others = [each for each in loads if _may_speak(each) and each.id != load.id and part_of(each) == part_of(load)]
    months_of: dict[int, list[Month]] = {}
    for text in load.current_months:
        months_of.setdefault(_latest(others, text), []).append(Month.parse(text))
    by_id = {each.id: each for each in others}
    falls = [FallBack(by_id.get(number), tuple(months)) for number, months in sorted(months_of.items(), reverse=True)]
    rows = (row for row in current if row.load_id == load.id and row.status is MonthStatus.CLOSED)
    return UndoEffect(tuple(falls), tuple(sorted(row.month for row in rows)))


def part_of(load: LoadRecord) -> tuple[Source, str]:
    """Give the source and the scope: a load's months are never replaced by another part's."""
    return load.source, load.scope


def _may_speak(load: LoadRecord) -> bool:
    return load.undone_at is None


def _latest(loads: Sequence[LoadRecord], month: str) -> int:
    """Give the number of the latest load that holds the month; 0 where there is none."""
    return max((load.id for load in loads if month in load.months), default=0)
