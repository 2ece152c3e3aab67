"""Bring a database to the newest schema when it is opened, after a backup copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.store.backend import Backend
from bemanning.store.unreachable import as_user_error, display_name, entered

# Alembic hands the migration its connection through module globals: one at a time in a process.
_ONE_AT_A_TIME = Lock()


def migrate(backend: Backend, url: URL, now: Callable[[], datetime], target: str = "head") -> None:
    """Make an empty database, or bring an older one to the newest schema; one that is newest is left alone.

    An older database is copied first. Raises UserError when the database can't be reached or copied
    (DATABASE_UNREACHABLE), or has no room (DATABASE_FULL), or was written by a newer version of this program
    (DATABASE_NEWER).
    """
    with as_user_error(url):
        backend.prepare()
        with backend.reading() as connection:
            revision = _revision(connection)
    if revision == _newest(target):
        return
    with entered(url, backend.migrating()) as connection:
        # Asked again under the lock: another process may have migrated meanwhile.
        revision = _revision(connection)
        _refuse_newer(revision, url)
        if revision == _newest(target):
            return
        if revision is not None:
            with as_user_error(url):
                backend.back_up(connection, revision, now())
        with _ONE_AT_A_TIME:
            command.upgrade(_config(connection), target)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _newest(target: str) -> str:
    return _scripts().get_revision(target).revision


def _refuse_newer(revision: str | None, url: URL) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise UserError([Fault(FaultCode.DATABASE_NEWER, {"database": display_name(url), "revision": revision})])


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bemanning.store:migrations")
    return config
