"""Close, reopen or mark months: what may still change, and what may not."""

from __future__ import annotations

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


def set_month_status(store: Store, choice: MonthsChoice, status: MonthStatus, actor: Actor) -> list[CurrentMonth]:
    """Set the status of the chosen months. Gives their rows as they now stand.

    Raises UserError(MONTH_NOT_LOADED) for every chosen month in which nothing is loaded; then nothing is changed.
    """
    with store.writing(actor) as session:
        rows = [row for row in session.months.current() if choice.holds(row)]
        missing = sorted(choice.months - {row.month for row in rows})
        if missing:
            raise UserError([Fault(FaultCode.MONTH_NOT_LOADED, {"month": str(month)}) for month in missing])
        for row in rows:
            session.months.set_status(row.source, row.scope, row.month, status)
        detail = {"months": sorted(str(month) for month in choice.months), "status": status.value}
        session.log.add("month_status", "months", detail)
        return [row for row in session.months.current() if choice.holds(row)]
