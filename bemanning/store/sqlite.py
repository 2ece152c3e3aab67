"""SQLite: one file, one writer, any number of readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import OperationalError

from bemanning.store.backend import LOCK_WAIT_SECONDS, BusyError


class SqliteBackend:
    """A database in a file. Its folder is made when it is missing."""

    def __init__(self, url: URL, backup_folder: Path | None) -> None:
        """Take the file's path from the URL; backup copies go to the folder, or beside the file."""
        if not url.database or url.database == ":memory:":
            message = "a database in memory can't be shared by connections"
            raise ValueError(message)
        url = url.set(drivername="sqlite")
        self._path = Path(str(url.database))
        self._backup_folder = backup_folder or self._path.parent
        self.engine = _engine(url, foreign_keys=True)
        # A migration may have to rebuild a table; with foreign keys on, dropping the old one would delete its children.
        self._migration_engine = _engine(url, foreign_keys=False, poolclass=NullPool)

    def prepare(self) -> None:
        """Make the folder, and let readers go on while one writes (WAL, which the file remembers)."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=LOCK_WAIT_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction whose snapshot is taken by its first question."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, company: str) -> Iterator[Connection]:  # noqa: ARG002  # the file has one writer for all companies
        """Open a transaction that holds the file's one write lock from its start."""
        with self.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            yield connection

    @contextmanager
    def noting(self, wait_seconds: float) -> Iterator[Connection]:
        """Open a transaction that holds the file's one write lock, or tell that it was not free in time."""
        options = {"begin": "BEGIN IMMEDIATE", "wait_ms": int(wait_seconds * 1000)}
        with self.engine.connect().execution_options(**options) as connection:
            try:
                transaction = connection.begin()
            except OperationalError as error:
                if isinstance(error.orig, sqlite3.Error) and error.orig.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                    raise BusyError from None
                raise
            with transaction:
                yield connection

    @property
    def has_one_writer(self) -> bool:
        """Tell that it has."""
        return True

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open a write transaction without foreign keys; they are checked before it ends."""
        connection = self._migration_engine.connect().execution_options(begin="BEGIN IMMEDIATE")
        with connection, connection.begin():
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                message = f"the migration broke {len(broken)} foreign keys"
                raise RuntimeError(message)

    def write_mark(self, connection: Connection) -> int:
        """Give how many rows the connection has changed since it was opened."""
        return cast("sqlite3.Connection", connection.connection.driver_connection).total_changes

    def back_up(self, connection: Connection, revision: str, at: datetime) -> None:  # noqa: ARG002  # its lock keeps writers out
        """Copy the file to `<name>-<revision>-<time>.sqlite`. Killed half way it leaves a `….part`."""
        self._backup_folder.mkdir(parents=True, exist_ok=True)
        name = f"{self._path.stem}-{revision}-{at.astimezone(UTC):%Y%m%dT%H%M%S%fZ}.sqlite"
        unfinished = self._backup_folder / f"{name}.part"
        with ExitStack() as on_failure:
            # Half a copy is no copy, and takes the room that may be lacking.
            on_failure.callback(unfinished.unlink, missing_ok=True)
            with closing(sqlite3.connect(self._path)) as source, closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
            on_failure.pop_all()
        unfinished.replace(self._backup_folder / name)


def _engine(url: URL, *, foreign_keys: bool, **options: Any) -> Engine:  # noqa: ANN401  # create_engine's own options
    engine = create_engine(url, connect_args={"timeout": LOCK_WAIT_SECONDS}, **options)

    @event.listens_for(engine, "connect")
    def _prepare(driver_connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin transactions late, and not at all for DDL; `_begin` does it instead.
        driver_connection.isolation_level = None
        driver_connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        wait_ms = options.get("wait_ms", LOCK_WAIT_SECONDS * 1000)
        connection.exec_driver_sql(f"PRAGMA busy_timeout={wait_ms}")
        connection.exec_driver_sql(options.get("begin", "BEGIN"))

    return engine
