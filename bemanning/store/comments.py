"""Comments as they stand, and as they stood: superseded when reworded or withdrawn, never deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from bemanning.domain.comment import Comment
from bemanning.store.change import Change
from bemanning.store.known import known
from bemanning.store.records import CommentRecord
from bemanning.store.schema import comment as table

_FIELDS = tuple(CommentRecord.__dataclass_fields__)


class CommentReader:
    """Reads a company's comments."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def read(self) -> list[CommentRecord]:
        """Give every comment by month, and within a month in the order that they were first written."""
        columns = [table.c[name] for name in _FIELDS]
        query = select(*columns).where(table.c.company == self._company, known(table, self._as_known))
        rows = self._connection.execute(query.order_by(table.c.month, table.c.number))
        return [CommentRecord(**row) for row in rows.mappings()]

    def find(self, comment_id: int) -> CommentRecord | None:
        """Give the comment whose latest wording has the id; None where it was reworded or withdrawn since."""
        return next((record for record in self.read() if record.id == comment_id), None)


class CommentWriter(CommentReader):
    """Adds, rewords and withdraws."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, as the change's actor, at the change's moment."""
        super().__init__(connection, company)
        self._change = change

    def add(self, comment: Comment) -> CommentRecord:
        """Write a new comment, signed by the actor."""
        # Writers of a company take turns, so nobody else counts the same number.
        highest = select(func.max(table.c.number)).where(table.c.company == self._company)
        number = (self._connection.execute(highest).scalar_one() or 0) + 1
        actor, at = self._change.actor, self._change.recorded_at
        return self._insert(comment, number, (actor.name, actor.role, at))

    def reword(self, record: CommentRecord, text: str) -> CommentRecord:
        """Let the comment say something else. Its author and date stay; who reworded it stands beside them."""
        self.withdraw(record)
        changed = Comment(record.node, record.month, record.profession, text)
        return self._insert(changed, record.number, (record.author_name, record.author_role, record.written_at))

    def withdraw(self, record: CommentRecord) -> None:
        """Take a comment back: from now on it is history."""
        closing = update(table).where(table.c.id == record.id)
        self._connection.execute(closing.values(superseded_at=self._change.recorded_at))

    def _insert(self, comment: Comment, number: int, written: tuple[str, str, datetime]) -> CommentRecord:
        author_name, author_role, written_at = written
        values = {
            "number": number,
            **{name: getattr(comment, name) for name in Comment.__dataclass_fields__},
            "author_name": author_name,
            "author_role": author_role,
            "written_at": written_at,
            "actor_name": self._change.actor.name,
            "actor_role": self._change.actor.role,
            "recorded_at": self._change.recorded_at,
        }
        added = self._connection.execute(insert(table).values(company=self._company, **values).returning(table.c.id))
        return CommentRecord(id=added.scalar_one(), **values)
