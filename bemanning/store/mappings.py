"""The region's own tables, as they are and as they were known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from bemanning.domain.goal import Event, Goal
from bemanning.domain.mapping import (
    AccountRule,
    CodeRule,
    MappingSet,
    Scope,
    Setting,
    SupplierAlias,
    UnitAlias,
)
from bemanning.domain.organisation import Edge, Node
from bemanning.store import schema
from bemanning.store.change import Change
from bemanning.store.known import known

# Part of a MappingSet → its table and the class of its rows. Columns carry the fields' names.
PARTS: dict[str, tuple[Table, type[Any]]] = {
    "accounts": (schema.account_rule, AccountRule),
    "codes": (schema.code_rule, CodeRule),
    "nodes": (schema.organisation_node, Node),
    "edges": (schema.organisation_edge, Edge),
    "unit_aliases": (schema.unit_alias, UnitAlias),
    "supplier_aliases": (schema.supplier_alias, SupplierAlias),
    "scopes": (schema.scope, Scope),
    "goals": (schema.goal, Goal),
    "events": (schema.event, Event),
    "settings": (schema.setting, Setting),
}

# Rows superseded in one statement: far below SQLite's limit on bound values.
_CHUNK = 5_000


class MappingReader:
    """Reads a company's mappings, organisation, goals, events and settings."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def read(self) -> MappingSet:
        """Give every part as a tuple, empty when it has no rows, in the order that rows were first recorded."""
        return MappingSet(**{part: tuple(self._rows(part)) for part in PARTS})

    def changed_at(self, moment: datetime) -> tuple[MappingSet, MappingSet]:
        """Give the rows that stopped holding at a moment, and those that began to: what was recorded then."""
        gone, new = (
            {part: tuple(self._where(part, table.c[column] == moment)) for part, (table, _) in PARTS.items()}
            for column in ("superseded_at", "recorded_at")
        )
        return MappingSet(**gone), MappingSet(**new)

    def _rows(self, part: str) -> dict[Any, int]:
        """Map each row that is known to its number."""
        return self._where(part, known(PARTS[part][0], self._as_known))

    def _where(self, part: str, condition: ColumnElement[bool]) -> dict[Any, int]:
        table, row_class = PARTS[part]
        columns = [table.c[name] for name in row_class.__dataclass_fields__]
        query = select(table.c.id, *columns).where(table.c.company == self._company, condition)
        return {row_class(*fields): row_id for row_id, *fields in self._connection.execute(query.order_by(table.c.id))}


class MappingWriter(MappingReader):
    """Replaces parts of a company's mappings; what they said before stays in the history."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, at the change's moment."""
        super().__init__(connection, company)
        self._change = change

    def replace(self, mapping_set: MappingSet) -> dict[str, tuple[int, int]]:
        """Let each part that is not None be what it says, and nothing else, from now on.

        Gives part → (rows added, rows superseded). Rows that are the same stay as they are: nothing written, (0, 0).
        Raises SQLAlchemy's IntegrityError when two different rows claim the same key from the same month.
        """
        return {
            part: self._replace_part(part, rows) for part in PARTS if (rows := getattr(mapping_set, part)) is not None
        }

    def _replace_part(self, part: str, rows: Iterable[Any]) -> tuple[int, int]:
        known_rows = self._rows(part)
        wanted = dict.fromkeys(rows)
        added = [row for row in wanted if row not in known_rows]
        gone = [row_id for row, row_id in known_rows.items() if row not in wanted]
        table, _ = PARTS[part]
        # Superseded first, so that a changed row can take its key over.
        self._supersede(table, gone)
        self._insert(table, added)
        return len(added), len(gone)

    def _supersede(self, table: Table, row_ids: Sequence[int]) -> None:
        for start in range(0, len(row_ids), _CHUNK):
            closing = update(table).where(table.c.id.in_(row_ids[start : start + _CHUNK]))
            self._connection.execute(closing.values(superseded_at=self._change.recorded_at))

    def _insert(self, table: Table, rows: Sequence[Any]) -> None:
        common = {"company": self._company, "recorded_at": self._change.recorded_at}
        values = [common | {name: getattr(row, name) for name in row.__dataclass_fields__} for row in rows]
        if values:
            self._connection.execute(insert(table), values)
