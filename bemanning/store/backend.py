"""What the two databases do differently: transactions, locks, backup copies."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, Engine

# How long a writer waits for another before it gives up. A month's load takes seconds.
LOCK_WAIT_SECONDS = 60


class BusyError(Exception):
    """Another writer was in the way for as long as was waited."""


class Backend(Protocol):
    """One database. Every method may raise SQLAlchemy's or the operating system's errors."""

    @property
    def engine(self) -> Engine:
        """Give the pool of connections."""
        ...

    def prepare(self) -> None:
        """Make the database ready to be connected to, before anything is read from it."""
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction in which everything is seen as it stood at one moment."""
        ...

    def writing(self, company: str) -> AbstractContextManager[Connection]:
        """Open a transaction that no other writer of the company runs beside. Any exception rolls it back."""
        ...

    def noting(self, wait_seconds: float) -> AbstractContextManager[Connection]:
        """Open a short write transaction beside those of `writing`, for rows that no figure depends on.

        Raises BusyError where another writer is in the way for longer. Any exception rolls it back.
        """
        ...

    @property
    def has_one_writer(self) -> bool:
        """Whether a transaction of `writing` keeps those of `noting` out, of every company."""
        ...

    def migrating(self) -> AbstractContextManager[Connection]:
        """Open a transaction that no other migration runs beside. Any exception rolls it back."""
        ...

    def write_mark(self, connection: Connection) -> int:
        """Give a number that is another one once something has been written in the transaction."""
        ...

    def back_up(self, connection: Connection, revision: str, at: datetime) -> None:
        """Copy everything as it is before the migration, under a name with revision and time."""
        ...
