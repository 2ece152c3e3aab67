"""Short transactions beside those of the data: how long they wait for another writer, and what they tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bemanning.store import Store
from bemanning.store.backend import Backend, BusyError
from bemanning.store.postgresql import PostgresqlBackend
from bemanning.store.sqlite import SqliteBackend
from bemanning.store.unreachable import parse_url
from tests.bemanning.store.test_jobs import added


class TestNoting:
    """Notes wait for another writer as long as they are told, and only for what is in their way."""

    @pytest.fixture
    def backend(self, database_url: str) -> Backend:
        url = parse_url(database_url)
        return SqliteBackend(url, None) if database_url.startswith("sqlite") else PostgresqlBackend(url)

    def test_a_row_that_another_writes_is_waited_for_no_longer_than_told(self, store: Store, backend: Backend) -> None:
        number = added(store).id
        touch = f"UPDATE job SET launches = 9 WHERE id = {number}"  # noqa: S608 -- the test's own number
        with backend.noting(60) as first:
            first.exec_driver_sql(touch)
            with pytest.raises(BusyError), backend.noting(0.05) as second:
                second.exec_driver_sql(touch)
        backend.engine.dispose()

    def test_another_error_is_no_wait(self, backend: Backend, engine_name: str) -> None:
        wrong = (
            "UPDATE no_such_table SET a = 1"
            if engine_name == "sqlite"
            else "SELECT pg_terminate_backend(pg_backend_pid())"
        )
        with pytest.raises(DBAPIError), backend.noting(1) as connection:
            connection.exec_driver_sql(wrong)
        backend.engine.dispose()

    def test_a_file_whose_journal_cannot_be_opened_is_told(self, migrated_file: Path, tmp_path: Path) -> None:
        path = Path(shutil.copy(migrated_file, tmp_path / "copy.sqlite"))
        Path(f"{path}-wal").mkdir()
        backend = SqliteBackend(parse_url(f"sqlite:///{path}"), None)
        with pytest.raises(DBAPIError, match="unable to open"), backend.noting(0.05):
            raise AssertionError(path)
        backend.engine.dispose()
