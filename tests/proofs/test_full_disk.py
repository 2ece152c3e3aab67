"""On a full disk nothing is lost, what is wrong is said in Swedish, and once there is room it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import psycopg
import pytest

from bemanning.cli.session import write_file
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.presentation.fault_texts import fault_text
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, ledger_file, paths
from tests.builders.full_disk import no_room_beyond
from tests.builders.jobs import no_files
from tests.builders.loads import ACTOR
from tests.builders.regions import no_mapping_files

SMALL = ledger_file("liten.xlsx", ("2018-01", "4610", "0101", 100))
# Some megabytes where they are stored.
LARGE = ledger_file("stor.xlsx", *(("2018-02", "4610", f"{unit:06}", unit) for unit in range(30_000)))


@contextmanager
def full(database_url: str) -> Iterator[None]:
    """Let SQLite's file not grow; let PostgreSQL say of the large file's rows what it says when its disk is full."""
    if database_url.startswith("sqlite"):
        with no_room_beyond(1_000_000):
            yield
        return
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF NEW.month = '2018-02' THEN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END IF; "
            "RETURN NEW; END $$"
        )
        connection.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON cost_cell FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )
        yield
        connection.execute("DROP TRIGGER full_disk ON cost_cell")


def test_a_load_without_room_changes_nothing_and_is_loaded_when_there_is(store: Store, database_url: str) -> None:
    services = RegionServices(store, BuiltReader(SMALL, LARGE), no_mapping_files, no_files(store))
    with store.writing(ACTOR) as session:
        session.mappings.replace(MAPPINGS)
        session.log.add("mappings", "mappings", {})
    list(services.load(paths(SMALL), LoadOptions(), ACTOR))
    before = services.data_version(), services.loads(), services.months()
    with full(database_url), pytest.raises(UserError) as caught:
        list(services.load(paths(LARGE), LoadOptions(), ACTOR))
    (fault,) = caught.value.faults
    assert fault.code is FaultCode.DATABASE_FULL
    assert fault_text(fault).startswith("Disken är full: det finns inte plats för mer i databasen ")
    assert (services.data_version(), services.loads(), services.months()) == before
    (report,) = services.load(paths(LARGE), LoadOptions(), ACTOR)
    assert (report.load_id is not None, [str(row.month) for row in services.months()]) == (True, ["2018-01", "2018-02"])


def test_a_file_that_is_sent_without_room_leaves_nothing(tmp_path: Path) -> None:
    folder = UploadFolder(tmp_path / "sent")
    content = BytesIO(b"x" * 2_000_000)
    with no_room_beyond(1_000_000), pytest.raises(UserError) as caught:
        folder.keep(Upload("stor.xlsx", content.read, 2_000_000))
    assert [fault.code for fault in caught.value.faults] == [FaultCode.UPLOAD_NO_SPACE]
    assert list((tmp_path / "sent").iterdir()) == []


def test_a_workbook_that_finds_no_room_leaves_the_one_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "mappningar.xlsx"
    write_file(path, b"ifylld")
    with no_room_beyond(1_000), pytest.raises(UserError) as caught:
        write_file(path, b"x" * 2_000)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.FILE_NOT_WRITTEN]
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("mappningar.xlsx", b"ifylld")]


def test_what_is_no_file_is_written_to_and_stays_what_it_is() -> None:
    null = Path("/dev/null")
    write_file(null, b"x")
    assert null.is_char_device()
