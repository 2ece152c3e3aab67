"""The log: every change, with who made it and in which role."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, insert, select

from bemanning.store.change import Change
from bemanning.store.records import LogRecord
from bemanning.store.schema import change_log


class LogReader:
    """Reads a company's log."""

    def __init__(self, connection: Connection, company: str) -> None:
        """Read on the connection's transaction."""
        self._connection = connection
        self._company = company

    def newest_first(self, limit: int | None = None) -> list[LogRecord]:
        """Give the latest changes; all of them without a limit."""
        return self._records(self._changes().limit(limit))

    def of(self, action: str, limit: int | None = None) -> list[LogRecord]:
        """Give the latest changes of one kind; all of them without a limit."""
        return self._records(self._changes().where(change_log.c.action == action).limit(limit))

    def _changes(self) -> Select[*tuple[Any, ...]]:
        columns = [change_log.c[name] for name in LogRecord.__dataclass_fields__]
        return select(*columns).where(change_log.c.company == self._company).order_by(change_log.c.id.desc())

    def _records(self, query: Select[*tuple[Any, ...]]) -> list[LogRecord]:
        return [LogRecord(*row) for row in self._connection.execute(query)]

    def actions_since(self, record_id: int) -> set[str]:
        """Give the kinds of change that were logged after the record with the id."""
        query = select(change_log.c.action).distinct()
        rows = self._connection.execute(query.where(change_log.c.company == self._company, change_log.c.id > record_id))
        return set(rows.scalars())


class LogWriter(LogReader):
    """Adds to the log."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, as the change's actor, at the change's moment."""
        super().__init__(connection, company)
        self._change = change

    def add(self, action: str, subject: str, detail: dict[str, Any]) -> None:
        """Say what was done (a code such as "load"), to what, and whatever JSON-like detail explains it.

        Never personal data: the log is shown and kept.
        """
        values = {
            "company": self._company,
            "at": self._change.recorded_at,
            "actor_name": self._change.actor.name,
            "actor_role": self._change.actor.role,
            "action": action,
            "subject": subject,
            "detail": detail,
        }
        self._connection.execute(insert(change_log).values(values))
        self._change.logged = True
