from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, insert, inspect, select, text

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStatus
from bemanning.domain.mapping import AccountRule, MappingSet, Setting
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.vocabulary import CostKind, Source
from bemanning.store import NewJob, Store, schema
from bemanning.store.backend import Backend
from bemanning.store.migrate import migrate
from bemanning.store.postgresql import PostgresqlBackend
from bemanning.store.sqlite import SqliteBackend
from bemanning.store.unreachable import parse_url
from bemanning.store.versions import add_company
from tests.builders.full_disk import no_room_beyond
from tests.builders.loads import ACTOR, add_load, new_load

AT = datetime(2019, 1, 15, 9, 30, 5, 12, tzinfo=UTC)
NEWEST = "0006"
NEW_JOB = NewJob(
    kind=JobKind.CHECK, file_key="k", file_name="a.xlsx", size_bytes=3, actor_name="Kim", actor_role="skärm"
)

Answer = TypeVar("Answer")


def _backend(url: str) -> Backend:
    parsed = parse_url(url)
    return SqliteBackend(parsed, None) if url.startswith("sqlite") else PostgresqlBackend(parsed)


def _make_older(url: str) -> None:
    """A database of the first revision with an account rule, a load and its month in it."""
    backend = _backend(url)
    migrate(backend, parse_url(url), lambda: AT, target="0001")
    new = new_load("2018-12")
    fields = {name: getattr(new, name) for name in new.__dataclass_fields__}
    key = {"company": "region", "source": Source.LEDGER, "scope": "primary"}
    with backend.writing("region") as connection:
        connection.execute(insert(schema.company_table).values(code="region"))
        connection.execute(insert(schema.data_version).values(company="region", version=7))
        row = fields | key | {"actor_name": "Kim", "actor_role": "controller", "loaded_at": AT}
        connection.execute(insert(schema.load).values(row))
        month = key | {"month": Month(2018, 12), "load_id": 1, "recorded_at": AT}
        connection.execute(insert(schema.load_month).values(month))
        rule = {"account": "4001", "cost_kind": "other", "name": "", "valid_from": ALWAYS_FROM, "valid_to": ALWAYS_TO}
        connection.execute(insert(schema.account_rule).values(rule | {"company": "region", "recorded_at": AT}))
    backend.engine.dispose()


def _asked(url: str, question: Callable[[Connection], Answer]) -> Answer:
    engine = create_engine(url)
    with engine.connect() as connection:
        answer = question(connection)
    engine.dispose()
    return answer


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def test_an_older_database_stays_as_it_is_where_its_copy_has_no_room(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    _make_older(url)
    with no_room_beyond(50_000), pytest.raises(UserError) as caught:
        Store.open(url)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.DATABASE_FULL]
    assert _asked(url, _revision) == "0001"
    # Half a copy is left nowhere, to be taken for a whole one or to take up the room.
    assert {path.name for path in tmp_path.iterdir()} <= {"old.sqlite", "old.sqlite-wal", "old.sqlite-shm"}
    Store.open(url).close()
    assert _asked(url, _revision) == NEWEST


class TestEmptyDatabase:
    """Made at start."""

    def test_the_folder_and_the_tables_are_made(self, empty_database_url: str) -> None:
        Store.open(empty_database_url).close()
        assert _asked(empty_database_url, _revision) == NEWEST

    def test_no_copy_is_made_of_nothing(self, empty_database_url: str, tmp_path: Path) -> None:
        Store.open(empty_database_url, backup_folder=tmp_path / "copies").close()
        Store.open(empty_database_url, backup_folder=tmp_path / "copies").close()
        assert not (tmp_path / "copies").exists()
        assert _backup_schemas(empty_database_url) == []

    def test_migrations_make_what_the_schema_says(self, database_url: str) -> None:
        def differences(connection: Connection) -> object:
            return compare_metadata(MigrationContext.configure(connection), schema.metadata)

        assert _asked(database_url, differences) == []

    def test_down_to_the_words_of_every_constraint_and_index(self, database_url: str, empty_database_url: str) -> None:
        """Alembic's comparison leaves CHECK constraints and the conditions of partial indexes out."""
        engine = create_engine(empty_database_url)
        Path(engine.url.database or "").parent.mkdir(exist_ok=True)
        schema.metadata.create_all(engine)
        engine.dispose()
        migrated, made = _asked(database_url, _statements), _asked(empty_database_url, _statements)
        assert migrated == made
        assert len(made) > len(schema.metadata.tables)


def _statements(connection: Connection) -> set[tuple[str, ...]]:
    """What the database says of each table's constraints and indexes, in its own words."""
    rows = connection.execute(text(_DEFINITIONS[connection.dialect.name]))
    # The order of lines within a table says nothing, nor the quotes around the name of one that SQLite built anew.
    return {
        (name, *sorted(line.strip(" \t,").replace('"', "") for line in definition.splitlines()))
        for name, definition in rows
    }


_DEFINITIONS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'",
    "postgresql": """
        SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
    """,
}


class TestOlderDatabase:
    """Migrated at start, after a copy."""

    def test_what_was_there_is_still_there(self, empty_database_url: str) -> None:
        _make_older(empty_database_url)
        store = Store.open(empty_database_url, now=lambda: AT)
        with store.reading() as session:
            assert [row.load_id for row in session.months.current()] == [1]
            assert session.mappings.read().accounts == (AccountRule("4001", CostKind.OTHER, None),)
        assert store.data_version() == 7
        assert _asked(empty_database_url, _revision) == NEWEST
        store.close()

    def test_jobs_are_as_they_were(self, empty_database_url: str) -> None:
        """Their table is built anew on SQLite."""
        backend = _backend(empty_database_url)
        migrate(backend, parse_url(empty_database_url), lambda: AT, target="0005")
        fields = {name: getattr(NEW_JOB, name) for name in NEW_JOB.__dataclass_fields__ if name != "reading"}
        stands = {"status": JobStatus.DONE, "file_kept": True, "launches": 1, "report": {"total": 1}}
        at = dict.fromkeys(("created_at", "launched_at", "ended_at"), AT)
        with backend.writing("region") as connection:
            connection.execute(insert(schema.company_table).values(code="region"))
            connection.execute(insert(schema.data_version).values(company="region", version=0))
            connection.execute(insert(schema.job).values(company="region", **fields, **stands, **at))
        backend.engine.dispose()

        store = Store.open(empty_database_url, now=lambda: AT)
        record = store.jobs.get(1)
        assert record is not None
        assert (record.file_name, record.created_at, record.report, record.reading) == (
            "a.xlsx",
            AT,
            {"total": 1},
            None,
        )
        again = store.jobs.add(NEW_JOB)
        assert again is not None
        assert again.id == 2
        assert store.jobs.add(NEW_JOB) is None, "a file has one active job, as before"
        store.close()

    def test_what_is_new_can_be_used(self, empty_database_url: str) -> None:
        _make_older(empty_database_url)
        store = Store.open(empty_database_url, now=lambda: AT)
        settings = (Setting("hours_per_week", "40"),)
        with store.writing(ACTOR) as session:
            session.mappings.replace(MappingSet(settings=settings))
            session.log.add("mappings", "", {})
        assert add_load(store, "2018-12") == 2
        with store.reading() as session:
            assert session.mappings.read().settings == settings
        store.close()

    def test_it_is_migrated_and_copied_once(self, empty_database_url: str, tmp_path: Path) -> None:
        _make_older(empty_database_url)
        for _ in range(2):
            Store.open(empty_database_url, backup_folder=tmp_path / "copies", now=lambda: AT).close()
        copies = list(tmp_path.glob("copies/*")) + _backup_schemas(empty_database_url)
        assert len(copies) == 1


class TestSqliteCopy:
    """A file beside the database, or in the folder that was asked for."""

    NAME = "bemanning-0001-20190115T093005000012Z.sqlite"

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "data" / "bemanning.sqlite"
        _make_older(f"sqlite:///{path}")
        return path

    @pytest.mark.parametrize("folder", [None, "copies/older"])
    def test_it_is_a_whole_database_of_the_older_revision(self, path: Path, folder: str | None) -> None:
        backup_folder = None if folder is None else path.parent / folder
        Store.open(f"sqlite:///{path}", backup_folder=backup_folder, now=lambda: AT).close()

        copy = (backup_folder or path.parent) / self.NAME
        assert [found.name for found in copy.parent.glob("*-0001-*")] == [self.NAME]
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
            assert connection.execute("SELECT id, file_name FROM load").fetchall() == [(1, "huvudbok.xlsx")]
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_without_a_copy_nothing_is_migrated(self, path: Path) -> None:
        url = f"sqlite:///{path}"
        with pytest.raises(UserError) as caught:
            Store.open(url, backup_folder=path)
        assert [fault.code for fault in caught.value.faults] == [FaultCode.DATABASE_UNREACHABLE]
        assert _asked(url, _revision) == "0001"

    def test_a_migration_that_breaks_a_foreign_key_is_undone(self, path: Path) -> None:
        backend = _backend(f"sqlite:///{path}")
        with pytest.raises(RuntimeError, match="broke 1 foreign keys"), backend.migrating() as connection:
            connection.execute(text("DELETE FROM load"))
        with backend.reading() as connection:
            assert connection.execute(select(schema.load.c.id)).scalar_one() == 1
        backend.engine.dispose()


class TestPostgresqlCopy:
    """A schema with every table's rows."""

    @pytest.fixture
    def engine_name(self) -> str:
        return "postgresql"

    def test_every_table_is_copied(self, empty_database_url: str) -> None:
        _make_older(empty_database_url)
        before = _asked(empty_database_url, lambda connection: set(inspect(connection).get_table_names()))
        Store.open(empty_database_url, now=lambda: AT).close()

        name = "backup_0001_20190115t093005000012z"
        assert _backup_schemas(empty_database_url) == [name]

        def look(connection: Connection) -> tuple[set[str], object, object]:
            connection.execute(text(f"SET search_path TO {name}"))
            loads = connection.execute(text("SELECT id, file_name FROM load")).all()
            return set(inspect(connection).get_table_names(name)), _revision(connection), loads

        assert _asked(empty_database_url, look) == (before, "0001", [(1, "huvudbok.xlsx")])


def _backup_schemas(url: str) -> list[str]:
    return _asked(
        url, lambda connection: [name for name in inspect(connection).get_schema_names() if name.startswith("backup_")]
    )


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    def pretend(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.commit()

    _asked(database_url, pretend)
    with pytest.raises(UserError) as caught:
        Store.open(database_url)
    shown = parse_url(database_url).set(query={}).render_as_string()
    assert caught.value.faults == (Fault(FaultCode.DATABASE_NEWER, {"database": shown, "revision": "9999"}),)
    assert _asked(database_url, _revision) == "9999"


class _Overtaken:
    """A backend that another process gets ahead of, just before a lock is taken."""

    def __init__(self, backend: Backend, overtake: Callable[[], None]) -> None:
        self._backend = backend
        self._overtake = overtake
        self.engine = backend.engine
        self.prepare, self.reading = backend.prepare, backend.reading
        self.write_mark, self.back_up = backend.write_mark, backend.back_up
        self.noting, self.has_one_writer = backend.noting, backend.has_one_writer

    def migrating(self) -> AbstractContextManager[Connection]:
        self._overtake()
        return self._backend.migrating()

    def writing(self, company: str) -> AbstractContextManager[Connection]:
        self._overtake()
        return self._backend.writing(company)


class TestOvertaken:
    """What was true before the lock is asked again under it."""

    def test_another_process_migrated_first(self, empty_database_url: str) -> None:
        backend = _backend(empty_database_url)
        overtaken = _Overtaken(backend, lambda: Store.open(empty_database_url).close())
        migrate(overtaken, parse_url(empty_database_url), lambda: AT)
        assert _asked(empty_database_url, _revision) == NEWEST
        backend.engine.dispose()

    def test_another_process_added_the_company_first(self, database_url: str) -> None:
        backend = _backend(database_url)
        overtaken = _Overtaken(backend, lambda: Store.open(database_url, company="other").close())
        add_company(overtaken, "other")
        query = select(schema.company_table.c.code)
        codes = _asked(database_url, lambda connection: connection.execute(query).scalars().all())
        assert sorted(codes) == ["other", "region"]
        backend.engine.dispose()
