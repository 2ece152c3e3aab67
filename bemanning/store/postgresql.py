"""PostgreSQL: any number of processes on any number of hosts; writers of one company take turns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from psycopg.errors import LockNotAvailable
from sqlalchemy import URL, Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateSchema

from bemanning.store.backend import LOCK_WAIT_SECONDS, BusyError

# Advisory locks are numbers that everyone on the database shares: these are Bemanning's.
_MIGRATION_LOCK = 0x42454D41
_WRITER_LOCKS = 0x42454D42

CONNECT_SECONDS = 10


class PostgresqlBackend:
    """A database on a server."""

    def __init__(self, url: URL) -> None:
        """Connect nowhere yet."""
        options = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS}
        url = url.set(drivername="postgresql+psycopg")
        # pool_pre_ping: a server that was restarted overnight must not fail the morning's first question.
        self.engine: Engine = create_engine(url, connect_args=options, pool_pre_ping=True)

    def prepare(self) -> None:
        """Do nothing: the database is made by whoever runs the server."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a read-only transaction whose snapshot is taken by its first question."""
        with self.engine.connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, company: str) -> Iterator[Connection]:
        """Open a transaction that holds the company's lock until it ends."""
        with self._locked("pg_advisory_xact_lock(:space, hashtext(:company))", company) as connection:
            yield connection

    @contextmanager
    def noting(self, wait_seconds: float) -> Iterator[Connection]:
        """Open a transaction that waits for no writer of the company, and so long for a row that another one holds."""
        try:
            with self.engine.connect() as connection, connection.begin():
                connection.execute(text(f"SET LOCAL lock_timeout = '{int(wait_seconds * 1000)}ms'"))
                yield connection
        except OperationalError as error:
            if isinstance(error.orig, LockNotAvailable):
                raise BusyError from None
            raise

    @property
    def has_one_writer(self) -> bool:
        """Tell that it has not: rows are locked, not the database."""
        return False

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open a transaction that holds the lock of migrations until it ends."""
        with self._locked("pg_advisory_xact_lock(:migration)", "") as connection:
            yield connection

    def write_mark(self, connection: Connection) -> int:
        """Give 1 once the transaction has a number of its own, which it gets with its first written row."""
        return int(connection.execute(text("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")).scalar_one())

    def back_up(self, connection: Connection, revision: str, at: datetime) -> None:
        """Copy every table's rows into a schema `backup_<revision>_<time>` of the same database.

        The rows, not keys and indexes: to go back, empty the tables and insert from the copies. Take the server's own
        dump as well; this copy is for the mistake that is noticed the same day.
        """
        schema = f"backup_{revision}_{at.astimezone(UTC):%Y%m%dt%H%M%S%fz}"
        connection.execute(CreateSchema(schema))
        quote = connection.dialect.identifier_preparer.quote
        for table in inspect(connection).get_table_names():
            connection.execute(text(f"CREATE TABLE {quote(schema)}.{quote(table)} AS TABLE {quote(table)}"))

    @contextmanager
    def _locked(self, lock: str, company: str) -> Iterator[Connection]:
        names = {"space": _WRITER_LOCKS, "company": company, "migration": _MIGRATION_LOCK}
        used = {name: value for name, value in names.items() if f":{name}" in lock}
        with self.engine.connect() as connection, connection.begin():
            connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT_SECONDS}s'"))
            connection.execute(text(f"SELECT {lock}"), used)
            yield connection
