"""Close, reopen or mark months: what may still change, and what may not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store import CurrentMonth, Store


@dataclass(frozen=True, slots=True)
class MonthsChoice:
    """Which loaded months: of one source and one scope, or (None) of all."""

    months: frozenset[Month]
    source: Source | None = None
    scope: str | None = None

    def holds(self, row: CurrentMonth) -> bool:
        """Tell whether a loaded month is chosen."""
        return row.month in self.months and self.source in {None, row.source} and self.scope in {None, row.scope}


@dataclass(frozen=True, slots=True)
class MarkedMonths:
    """What marking months changed: their rows before, and as they now stand, in the same order."""

    before: Sequence[CurrentMonth]
    rows: Sequence[CurrentMonth]

    @property
    def changed(self) -> tuple[Month, ...]:
        """The months in which the status of some source or scope became another."""
        return self._months(lambda was, now: was.status is not now.status)

    def left(self, status: MonthStatus) -> tuple[Month, ...]:
        """Give the months in which some source or scope had the status and has another now."""
        return self._months(lambda was, now: was.status is status is not now.status)

    def _months(self, counts: Callable[[CurrentMonth, CurrentMonth], bool]) -> tuple[Month, ...]:
        pairs = zip(self.before, self.rows, strict=True)
        return tuple(sorted({now.month for was, now in pairs if counts(was, now)}))


def set_month_status(store: Store, choice: MonthsChoice, status: MonthStatus, actor: Actor) -> MarkedMonths:
    """Set the status of the chosen months. Tells what that changed.

    Raises UserError(MONTH_NOT_LOADED) for every chosen month in which nothing is loaded; then nothing is changed.
    """
    with store.writing(actor) as session:
        rows = [row for row in session.months.current() if choice.holds(row)]
        missing = sorted(choice.months - {row.month for row in rows})
        if missing:
            raise UserError([Fault(FaultCode.MONTH_NOT_LOADED, {"month": str(month)}) for month in missing])
        for row in rows:
            session.months.set_status(row.source, row.scope, row.month, status)
        part = {"source": choice.source and choice.source.value, "scope": choice.scope}
        detail = {"months": sorted(str(month) for month in choice.months), "status": status.value, **part}
        session.log.add("month_status", "months", detail)
        return MarkedMonths(rows, [row for row in session.months.current() if choice.holds(row)])
