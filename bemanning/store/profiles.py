"""Profiles, version by version: superseded by the next or when withdrawn, never changed and never deleted."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from bemanning.domain.profile import Layout, read_layout, record_of
from bemanning.store.change import Change
from bemanning.store.known import known
from bemanning.store.records import ProfileRecord
from bemanning.store.schema import profile as table


class ProfileReader:
    """Reads a company's profiles."""

    def __init__(self, connection: Connection, company: str) -> None:
        """Read on the connection's transaction."""
        self._connection = connection
        self._company = company

    def current(self) -> list[ProfileRecord]:
        """Give the version of each profile that holds, in no order of names."""
        return [record for record in self.versions() if record.superseded_at is None]

    def versions(self) -> list[ProfileRecord]:
        """Give every version of every profile, withdrawn ones too, the latest first."""
        query = select(table).where(table.c.company == self._company).order_by(table.c.id.desc())
        return [_record(row) for row in self._connection.execute(query).mappings()]


class ProfileWriter(ProfileReader):
    """Adds versions, and withdraws profiles."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, as the change's actor, at the change's moment."""
        super().__init__(connection, company)
        self._change = change

    def add(self, name: str, layout: Layout) -> ProfileRecord:
        """Write the next version of the name, which takes the place of the one that holds."""
        own = (table.c.company == self._company) & (table.c.name == name)
        # Writers of a company take turns, so nobody else counts the same number.
        highest = self._connection.execute(select(func.max(table.c.version)).where(own)).scalar_one() or 0
        self.withdraw(name)
        values = {
            "company": self._company,
            "name": name,
            "version": highest + 1,
            "source": layout.source,
            "layout": record_of(layout),
            "actor_name": self._change.actor.name,
            "actor_role": self._change.actor.role,
            "recorded_at": self._change.recorded_at,
        }
        return _record(self._connection.execute(insert(table).values(values).returning(table)).mappings().one())

    def withdraw(self, name: str) -> bool:
        """Let no version of the name hold from now on. False where none did."""
        own = (table.c.company == self._company) & (table.c.name == name) & known(table, None)
        closing = update(table).where(own).values(superseded_at=self._change.recorded_at)
        return self._connection.execute(closing).rowcount > 0


def _record(row: RowMapping) -> ProfileRecord:
    fields = {name: row[name] for name in ProfileRecord.__dataclass_fields__}
    return ProfileRecord(**{**fields, "layout": read_layout(row["layout"])})
