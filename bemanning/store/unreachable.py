"""What is said when the database can't be used: where it is and why, and never its password."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

import psycopg
from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# SQLite says "full" only of the file itself; of its journal and of what readers share it says that writing failed.
_SQLITE_FULL = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_TRUNCATE}
)
_POSTGRESQL_FULL = psycopg.errors.DiskFull.sqlstate


def parse_url(text: str) -> URL:
    """Read a database URL. Raises UserError(DATABASE_UNREACHABLE) for text that is none, without repeating it."""
    try:
        return make_url(text)
    except (ArgumentError, ValueError):
        # Where a password stands can't be told in text that can't be read: show the part before it, where there is one.
        scheme, _, rest = text.partition("://")
        raise _unreachable(f"{scheme}://…" if rest else "…", "not a database URL") from None


def display_name(url: URL) -> str:
    """Write the URL without its password, and without options, which can hold one too."""
    if url.get_backend_name() == "sqlite":
        # As the path is written: SQLAlchemy would escape å ä ö and spaces.
        return f"sqlite:///{url.database or ''}"
    return url.set(query={}).render_as_string(hide_password=True)


@contextmanager
def as_user_error(url: URL) -> Iterator[None]:
    """Turn errors of the database and the operating system into UserError: DATABASE_UNREACHABLE, DATABASE_FULL.

    Only for the first contact, where the user can mend it; after that an error is a bug and is left alone.
    """
    try:
        yield
    except DBAPIError as error:
        raise _said(url, error.orig or error) from None
    except (SQLAlchemyError, sqlite3.Error, ValueError, OSError) as error:
        raise _said(url, error) from None


def _said(url: URL, error: BaseException) -> UserError:
    if is_full(error):
        return UserError([Fault(FaultCode.DATABASE_FULL, {"database": display_name(url)})])
    return _unreachable(display_name(url), _without_secrets(str(error), url))


@contextmanager
def entered(url: URL, transaction: AbstractContextManager[Connection]) -> Iterator[Connection]:
    """Enter a transaction; only where that fails it is the user's error, what is done in it is not.

    But for a full disk, which may be met anywhere up to the end: UserError(DATABASE_FULL), and nothing is changed.
    """
    try:
        with ExitStack() as stack:
            with as_user_error(url):
                connection = stack.enter_context(transaction)
            yield connection
    except (DBAPIError, psycopg.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if cause is None or not is_full(cause):
            raise
        raise _said(url, cause) from None


def is_full(error: BaseException) -> bool:
    """Tell whether there was no room left on the disk."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) in _SQLITE_FULL
    if isinstance(error, psycopg.Error):
        return error.sqlstate == _POSTGRESQL_FULL
    return isinstance(error, OSError) and error.errno in NO_SPACE


def busy(url: URL) -> UserError:
    """Give what is said when another writer has been in the way for too long."""
    return _unreachable(display_name(url), "another writer holds the lock")


def _without_secrets(reason: str, url: URL) -> str:
    in_options = url.query.get("password", ())
    secrets = [url.password or "", *([in_options] if isinstance(in_options, str) else in_options)]
    for secret in filter(None, secrets):
        reason = reason.replace(secret, "***")
    return reason


def _unreachable(database: str, reason: str) -> UserError:
    return UserError([Fault(FaultCode.DATABASE_UNREACHABLE, {"database": database, "reason": reason})])
