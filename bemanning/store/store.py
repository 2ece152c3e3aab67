"""The store: opened once, then read and written in transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from bemanning.domain.actor import Actor
from bemanning.domain.errors import RefusedError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.store.backend import Backend
from bemanning.store.change import INSTANT, Change
from bemanning.store.jobs import JobStore, vouch_for_running
from bemanning.store.kept_files import KeptFiles
from bemanning.store.migrate import migrate
from bemanning.store.postgresql import PostgresqlBackend
from bemanning.store.session import Session, WriteSession
from bemanning.store.sqlite import SqliteBackend
from bemanning.store.unreachable import as_user_error, entered, parse_url
from bemanning.store.versions import add_company, bump, changed_at, version


def utc_now() -> datetime:
    """Give the moment it is, in UTC."""
    return datetime.now(UTC)


class Store:
    """One company's data in a database. Safe to share between threads; each transaction is one thread's."""

    def __init__(
        self, backend: Backend, url: URL, company: str, now: Callable[[], datetime], *, may_change: bool = True
    ) -> None:
        """Use a database that is open and migrated: see `open`."""
        self.may_change = may_change
        self._backend = backend
        self._url = url
        self._company = company
        self._now = now
        self.jobs = JobStore(backend, url, company, now)
        self.kept_files = KeptFiles(backend, url, company, now)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        company: str = "region",
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
        may_change: bool = True,
    ) -> Store:
        """Open "sqlite:///path" or "postgresql://…"; make what is missing, migrate what is older after a backup copy.

        An older SQLite file is copied to `backup_folder` (or beside the file); on PostgreSQL the tables are copied into
        a schema. There is no way back to an older schema but the copy. Without `may_change`, every change of data is
        refused from then on.

        Raises:
            UserError: the database can't be reached, or is none (DATABASE_UNREACHABLE; the reason is the driver's own
                words, the password is left out); or a newer version of this program wrote it (DATABASE_NEWER).
        """
        parsed = parse_url(url)
        with ExitStack() as stack:
            with as_user_error(parsed):
                backend = _backend(parsed, backup_folder)
            stack.callback(backend.engine.dispose)
            migrate(backend, parsed, now)
            add_company(backend, company)
            stack.pop_all()
        return cls(backend, parsed, company, now, may_change=may_change)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read one consistent snapshot, whatever is written meanwhile.

        Raises UserError(DATABASE_UNREACHABLE) when the database is gone.
        """
        with entered(self._url, self._backend.reading()) as connection:
            yield Session(connection, self._company)

    @contextmanager
    def writing(self, actor: Actor) -> Iterator[WriteSession]:
        """Change things in one transaction; writers of a company take turns. Any exception undoes all of it.

        What is logged raises the data version. Raises UserError(DATABASE_UNREACHABLE) when the database is gone or
        another writer doesn't finish, RefusedError(NO_RIGHTS) where the store was opened for reading alone, and
        RuntimeError (a bug) when something was written but nothing logged.
        """
        self.refuse_without_rights()
        with entered(self._url, self._backend.writing(self._company)) as connection:
            mark = self._backend.write_mark(connection)
            # After the latest change even where this host's clock is slow: two changes never share a moment, or going
            # back to before the one would take the other along.
            latest = changed_at(connection, self._company)
            now = self._now()
            change = Change(actor, now if latest is None else max(now, latest + INSTANT))
            yield WriteSession(connection, self._company, change)
            if change.logged:
                bump(connection, self._company, change.recorded_at)
            elif self._backend.write_mark(connection) != mark:
                message = "something was written and nothing was logged"
                raise RuntimeError(message)
            if self._backend.has_one_writer:
                vouch_for_running(connection, self._now)

    def refuse_without_rights(self) -> None:
        """Raise RefusedError(NO_RIGHTS) where the store was opened for reading alone."""
        if not self.may_change:
            raise RefusedError([Fault(FaultCode.NO_RIGHTS)])

    def data_version(self) -> int:
        """Give the number that every logged change raises by one. One row is read."""
        with entered(self._url, self._backend.reading()) as connection:
            return version(connection, self._company)

    def changed_at(self) -> datetime | None:
        """Give the moment of the latest logged change; None before the first. Whatever changes later is later."""
        with entered(self._url, self._backend.reading()) as connection:
            return changed_at(connection, self._company)

    def close(self) -> None:
        """Let go of the connections."""
        self._backend.engine.dispose()


def _backend(url: URL, backup_folder: Path | None) -> Backend:
    match url.get_backend_name():
        case "sqlite":
            return SqliteBackend(url, backup_folder)
        case "postgresql":
            return PostgresqlBackend(url)
        case other:
            message = f"neither sqlite nor postgresql: {other}"
            raise ValueError(message)
