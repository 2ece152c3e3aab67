"""Loads: files read in once, that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from bemanning.domain.errors import RefusedError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.store.change import Change
from bemanning.store.known import known
from bemanning.store.months import MonthWriter
from bemanning.store.records import LoadRecord, NewLoad
from bemanning.store.schema import load, load_month


class LoadReader:
    """Reads a company's loads."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def get(self, load_id: int) -> LoadRecord | None:
        """Give the load, undone or not; None when the company has none of that number."""
        return next(iter(self._records(self._loads().where(load.c.id == load_id))), None)

    def newest_first(self, limit: int | None = None) -> list[LoadRecord]:
        """Give the latest loads, undone ones too; all of them without a limit."""
        return self._records(self._loads().limit(limit))

    def of(self, load_ids: Iterable[int]) -> list[LoadRecord]:
        """Give these loads, the newest first; undone ones too."""
        return self._records(self._loads().where(load.c.id.in_(load_ids)))

    def same_content_current(self, source: Source, scope: str, content_hash: str) -> LoadRecord | None:
        """Give the load with the same content, if it is current for every month that it covers."""
        records = self.same_content(source, scope, content_hash)
        return next((record for record in records if set(record.months) == set(record.current_months)), None)

    def same_content(self, source: Source, scope: str, content_hash: str) -> list[LoadRecord]:
        """Give every load with the same content, the newest first; undone ones too."""
        same = (load.c.source == source) & (load.c.scope == scope) & (load.c.content_hash == content_hash)
        return self._records(self._loads().where(same))

    def _loads(self) -> Select[*tuple[object, ...]]:
        query = select(load).where(load.c.company == self._company).order_by(load.c.id.desc())
        return query if self._as_known is None else query.where(load.c.loaded_at <= self._as_known)

    def _records(self, query: Select[*tuple[object, ...]]) -> list[LoadRecord]:
        rows = self._connection.execute(query).mappings().all()
        current = self._current_months([row["id"] for row in rows])
        return [self._record(row, current.get(row["id"], ())) for row in rows]

    def _current_months(self, load_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        query = (
            select(load_month.c.load_id, load_month.c.month)
            .where(known(load_month, self._as_known), load_month.c.load_id.in_(load_ids))
            .order_by(load_month.c.month)
        )
        months: dict[int, tuple[str, ...]] = {}
        for load_id, month in self._connection.execute(query):
            months[load_id] = (*months.get(load_id, ()), str(month))
        return months

    def _record(self, row: RowMapping, current_months: tuple[str, ...]) -> LoadRecord:
        fields = {name: row[name] for name in LoadRecord.__dataclass_fields__ if name in row}
        if self._as_known is not None and row["undone_at"] is not None and row["undone_at"] > self._as_known:
            fields |= {"undone_at": None, "undone_by": None}
        return LoadRecord(**fields | {"months": tuple(row["months"]), "current_months": current_months})


class LoadWriter(LoadReader):
    """Adds and undoes loads."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, as the change's actor, at the change's moment."""
        super().__init__(connection, company)
        self._change = change
        self._months = MonthWriter(connection, company, change)

    def add(self, new: NewLoad) -> int:
        """Store the load and give its number. It speaks for no month until `months.switch` says so."""
        values = {name: getattr(new, name) for name in NewLoad.__dataclass_fields__}
        values |= {
            "company": self._company,
            "months": list(new.months),
            "actor_name": self._change.actor.name,
            "actor_role": self._change.actor.role,
            "loaded_at": self._change.recorded_at,
        }
        load_id: int = self._connection.execute(insert(load).values(values).returning(load.c.id)).scalar_one()
        return load_id

    def undo(self, load_id: int) -> list[Month]:
        """Make everything as if the load had never been made, whatever was loaded or undone since.

        In each month where it was current, the latest load before it that is not undone speaks again (or none does),
        and the month is open again. Gives those months, oldest first.

        Raises:
            RefusedError: the company has no such load (LOAD_UNKNOWN), or it is undone (LOAD_ALREADY_UNDONE).
        """
        record = self._undoable(load_id)
        mark = {"undone_at": self._change.recorded_at, "undone_by": self._change.actor.name}
        self._connection.execute(update(load).where(load.c.id == load_id).values(mark))
        months = [Month.parse(text) for text in record.current_months]
        self._months.fall_back(record.source, record.scope, months)
        return months

    def _undoable(self, load_id: int) -> LoadRecord:
        record = self.get(load_id)
        if record is None:
            raise RefusedError([Fault(FaultCode.LOAD_UNKNOWN, {"load": load_id})])
        if record.undone_at is not None:
            raise RefusedError([Fault(FaultCode.LOAD_ALREADY_UNDONE, {"load": load_id})])
        return record
