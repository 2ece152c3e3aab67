"""Files that were sent and wait to be decided on: any process of any host can read them by their token."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import URL, ColumnElement, and_, delete, insert, select

from bemanning.store.backend import Backend
from bemanning.store.schema import kept_file
from bemanning.store.unreachable import entered

# How long a file waits: a proposal that was looked at yesterday is about yesterday's data.
KEPT = timedelta(hours=24)
_TOKEN_BYTES = 16


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file's name as its sender gave it (text, never a path), and its bytes."""

    file_name: str
    content: bytes


class KeptFiles:
    """One company's kept files: no data, so nothing is logged and no figure changes. Safe to share between threads.

    Every method raises UserError(DATABASE_UNREACHABLE) when the database is gone.
    """

    def __init__(self, backend: Backend, url: URL, company: str, now: Callable[[], datetime]) -> None:
        """Use a database that is open and migrated."""
        self._backend, self._url, self._company, self._now = backend, url, company, now

    def keep(self, file: KeptFile) -> str:
        """Keep the file and give its token, which can't be guessed. Files that have waited too long are thrown away."""
        at, token = self._now(), secrets.token_urlsafe(_TOKEN_BYTES)
        values = {"token": token, "company": self._company, "kept_at": at}
        values |= {"file_name": file.file_name, "content": file.content}
        with entered(self._url, self._backend.writing(self._company)) as connection:
            connection.execute(delete(kept_file).where(kept_file.c.kept_at <= at - KEPT))
            connection.execute(insert(kept_file).values(values))
        return token

    def get(self, token: str) -> KeptFile | None:
        """Give the file, or None when it was thrown away or has waited too long."""
        query = select(kept_file.c.file_name, kept_file.c.content).where(
            self._own(token), kept_file.c.kept_at > self._now() - KEPT
        )
        with entered(self._url, self._backend.reading()) as connection:
            row = connection.execute(query).first()
        return None if row is None else KeptFile(*row)

    def throw_away(self, token: str) -> None:
        """Forget the file; nothing happens when it is gone already."""
        with entered(self._url, self._backend.writing(self._company)) as connection:
            connection.execute(delete(kept_file).where(self._own(token)))

    def _own(self, token: str) -> ColumnElement[bool]:
        return and_(kept_file.c.company == self._company, kept_file.c.token == token)
