from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.store import Store
from bemanning.store.unreachable import as_user_error, is_full, parse_url
from tests.conftest import PostgresServer

# Nothing listens on port 1.
NOBODY = "127.0.0.1:1"


def _params(url: str) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        Store.open(url)
    (fault,) = caught.value.faults
    assert fault.code is FaultCode.DATABASE_UNREACHABLE
    return str(fault.params["database"]), str(fault.params["reason"])


@pytest.mark.parametrize(
    ("url", "database", "reason"),
    [
        (f"postgresql://kim:hemligt@{NOBODY}/b", f"postgresql://kim:***@{NOBODY}/b", "Connection refused"),
        (f"postgresql://kim@{NOBODY}/b?password=hemligt", f"postgresql://kim@{NOBODY}/b", "Connection refused"),
        (f"postgresql+asyncpg://kim:hemligt@{NOBODY}/b", f"postgresql+asyncpg://kim:***@{NOBODY}/b", "refused"),
        (f"postgresql://{NOBODY}/b?connect_timeout=hemligt&password=hemligt", f"postgresql://{NOBODY}/b", "***"),
        ("mysql://kim:hemligt@host/b", "mysql://kim:***@host/b", "neither sqlite nor postgresql: mysql"),
        ("postgresql://kim:hemligt@host:port/b", "postgresql://…", "not a database URL"),
        ("kim:hemligt@host", "…", "not a database URL"),
        ("sqlite://", "sqlite:///", "in memory"),
        ("sqlite:///:memory:", "sqlite:///:memory:", "in memory"),
    ],
)
def test_where_and_why_without_the_password(url: str, database: str, reason: str) -> None:
    shown, why = _params(url)
    assert shown == database
    assert reason in why
    assert "hemligt" not in shown + why


def test_the_password_is_not_in_the_traceback_either() -> None:
    with pytest.raises(UserError) as caught:
        Store.open(f"postgresql://kim:hemligt@{NOBODY}/b?options=hemligt")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_password_given_twice_in_the_options() -> None:
    url = parse_url(f"postgresql://{NOBODY}/b?password=hemligt&password=hemligare")
    with pytest.raises(UserError) as caught, as_user_error(url):
        raise OSError("hemligt hemligare")  # noqa: EM101, TRY003  # a driver's words
    assert caught.value.faults[0].params["reason"] == "*** ***"


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "Åsas utfall.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    assert _params(f"sqlite:///{path}") == (f"sqlite:///{path}", "file is not a database")
    assert path.read_bytes().startswith(b"PK")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert _params(f"sqlite:///{tmp_path}")[1] == "unable to open database file"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in _params(f"sqlite:///{tmp_path / 'file' / 'b.sqlite'}")[1]


def test_a_database_that_is_not_on_the_server(postgres: PostgresServer) -> None:
    assert 'database "no_such" does not exist' in _params(postgres.url("no_such"))[1]


class TestGoneMeanwhile:
    """A database that was there when the store was opened."""

    @pytest.fixture
    def engine_name(self) -> str:
        return "sqlite"

    def test_reading_says_so(self, store: Store, tmp_path: Path) -> None:
        for path in tmp_path.glob("bemanning.sqlite*"):
            path.unlink()
        tmp_path.joinpath("bemanning.sqlite").mkdir()
        store.close()
        with pytest.raises(UserError) as caught:
            store.data_version()
        assert caught.value.faults[0].code is FaultCode.DATABASE_UNREACHABLE


@pytest.mark.parametrize(
    ("error", "is_said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (psycopg.errors.DiskFull("could not extend file"), True),
        (psycopg.errors.AdminShutdown("terminating connection"), False),
        (sqlite3.OperationalError("no code"), False),
        (ValueError("no URL"), False),
    ],
)
def test_a_full_disk_is_said_to_be_one(error: Exception, *, is_said: bool) -> None:
    assert is_full(error) is is_said
    with pytest.raises(UserError) as caught, as_user_error(parse_url("sqlite:///a.db")):
        raise error if not isinstance(error, psycopg.Error) else OperationalError("INSERT", {}, error)
    (fault,) = caught.value.faults
    assert fault.code is (FaultCode.DATABASE_FULL if is_said else FaultCode.DATABASE_UNREACHABLE)
