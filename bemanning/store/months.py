"""Which load speaks for each month, from when to when, and where the month stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, func, insert, select, update

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store.change import Change
from bemanning.store.known import known
from bemanning.store.records import CurrentMonth
from bemanning.store.schema import IS_CURRENT, load, load_month, month_status


class MonthReader:
    """Reads a company's loaded months."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def current(self) -> list[CurrentMonth]:
        """Give every loaded month with the load that speaks for it, by source, scope and month."""
        same_month = and_(*(load_month.c[name] == month_status.c[name] for name in _MONTH_KEY))
        query = (
            select(
                load_month.c.source,
                load_month.c.scope,
                load_month.c.month,
                load_month.c.load_id,
                func.coalesce(month_status.c.status, MonthStatus.OPEN, type_=month_status.c.status.type),
                load.c.loaded_at,
                load.c.actor_name,
                load.c.file_name,
            )
            .join(load, load.c.id == load_month.c.load_id)
            .outerjoin(month_status, and_(same_month, known(month_status, self._as_known)))
            .where(load_month.c.company == self._company, known(load_month, self._as_known))
        )
        months = [CurrentMonth(*row) for row in self._connection.execute(query)]
        # Sorted here and not in SQL: two databases sort text in two ways.
        return sorted(months, key=lambda month: (month.source, month.scope, month.month))


class MonthWriter(MonthReader):
    """Switches which load speaks for a month, and records where months stand."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, at the change's moment."""
        super().__init__(connection, company)
        self._change = change

    def switch(self, load_id: int, source: Source, scope: str, months: Iterable[Month | str]) -> None:
        """Let the load speak for the months from now on. What it takes over from stays in the history."""
        self._point({_month(month): load_id for month in months}, source, scope)

    def set_status(self, source: Source, scope: str, month: Month | str, status: MonthStatus) -> None:
        """Record where the month stands; the earlier status stays in the history.

        Raises ValueError for MISSING: a month is missing when no load speaks for it, never because someone says so.
        """
        if status is MonthStatus.MISSING:
            message = "a month is never set to missing"
            raise ValueError(message)
        self._set_statuses(source, scope, [_month(month)], status)

    def fall_back(self, source: Source, scope: str, months: Sequence[Month]) -> None:
        """Let the latest load that is not undone speak for each month, or none where there is none; open the months."""
        self._set_statuses(source, scope, months, MonthStatus.OPEN)
        self._supersede(load_month, self._key(load_month, source, scope, months))
        # Every switch is a row. A row reopened by an earlier undo comes after those below it, as its first row did.
        latest = (
            select(func.max(load_month.c.id))
            .join(load, load.c.id == load_month.c.load_id)
            .where(self._key(load_month, source, scope, months), load.c.undone_at.is_(None))
            .group_by(load_month.c.month)
        )
        query = select(load_month.c.month, load_month.c.load_id).where(load_month.c.id.in_(latest))
        self._point(dict(self._connection.execute(query).all()), source, scope)

    def _set_statuses(self, source: Source, scope: str, months: Sequence[Month], status: MonthStatus) -> None:
        self._supersede(month_status, self._key(month_status, source, scope, months))
        self._record(month_status, source, scope, [{"month": month, "status": status} for month in months])

    def _point(self, load_of: dict[Month, int], source: Source, scope: str) -> None:
        key = self._key(load_month, source, scope, load_of)
        query = select(load_month.c.month, load_month.c.load_id).where(key, IS_CURRENT)
        already = dict(self._connection.execute(query).all())
        changed = {month: load_id for month, load_id in load_of.items() if already.get(month) != load_id}
        self._supersede(load_month, self._key(load_month, source, scope, changed))
        self._record(load_month, source, scope, [{"month": month, "load_id": changed[month]} for month in changed])

    def _supersede(self, table: Table, key: ColumnElement[bool]) -> None:
        closing = update(table).where(key, table.c.superseded_at.is_(None))
        self._connection.execute(closing.values(superseded_at=self._change.recorded_at))

    def _record(self, table: Table, source: Source, scope: str, rows: list[dict[str, object]]) -> None:
        common = {
            "company": self._company,
            "source": source,
            "scope": scope,
            "recorded_at": self._change.recorded_at,
        }
        if rows:
            self._connection.execute(insert(table), [common | row for row in rows])

    def _key(self, table: Table, source: Source, scope: str, months: Iterable[Month]) -> ColumnElement[bool]:
        return and_(
            table.c.company == self._company,
            table.c.source == source,
            table.c.scope == scope,
            table.c.month.in_(list(months)),
        )


_MONTH_KEY = ("company", "source", "scope", "month")


def _month(month: Month | str) -> Month:
    return month if isinstance(month, Month) else Month.parse(month)
