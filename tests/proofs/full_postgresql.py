"""A PostgreSQL whose disk is full: python -m tests.proofs.full_postgresql (as root, for it mounts a small disk).

The database lies in a tablespace of its own, on a disk of a few megabytes. File after file is sent, checked and loaded
as a server does it, until there is no room. Then what was loaded must stand as it was, to the öre; the load that found
no room must say so in Swedish; and once the disk is larger, the same file is loaded. Ends with status 1 where it isn't
so.
"""

from __future__ import annotations

import argparse
import os
import pwd
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from psycopg import sql

from bemanning.domain.faults import FaultCode
from bemanning.domain.job import JobStatus
from bemanning.presentation.fault_texts import fault_text
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from bemanning.wiring import AppSettings, open_services
from tests.bemanning.test_job_processes import HEADINGS, ended
from tests.builders.loads import ACTOR
from tests.conftest import PostgresServer
from tests.proofs.kill_loads import seen

# A server started by root runs as this user.
_SERVER_USER = "pgserver"
_LARGER = 4
_MOST_FILES = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill the disk; gives the exit status."""
    options = _options(arguments)
    with TemporaryDirectory() as name, _database(Path(name), options.megabytes) as (url, disk):
        services = open_services(AppSettings(url, Path(name) / "sent"))
        problems = _filled(services, disk, options)
        services.store.close()
    for problem in problems:
        _print(f"wrong: {problem}")
    return 1 if problems else 0


def _filled(services: RegionServices, disk: Path, options: argparse.Namespace) -> list[str]:
    """Load until there is no room, and give what isn't as it should be."""
    for number in range(_MOST_FILES):
        before = seen(services)
        job = _loaded(services, _content(number, options.rows))
        faults = job.report.faults if job.report else ()
        if job.status is JobStatus.DONE and not faults:
            _print(f"file {number}: loaded")
            continue
        words = [fault_text(fault) for fault in faults]
        _print(f"file {number}: {job.kind}, {job.status}, {words}")
        problems = [] if seen(services) == before else [f"{before} became {seen(services)}"]
        if [fault.code for fault in faults] != [FaultCode.DATABASE_FULL]:
            problems.append(f"what is said: {words}")
        _mount(disk, options.megabytes * _LARGER, "remount")
        again = _loaded(services, _content(number, options.rows))
        if again.report is None or again.report.load_id is None:
            problems.append(f"with room: {again}")
        _print(f"with room: {again.status}, load {again.report.load_id if again.report else None}")
        return problems
    return [f"no full disk after {_MOST_FILES} files"]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.full_postgresql", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=40)
    parser.add_argument("--rows", type=int, default=20_000)
    return parser.parse_args(arguments)


@contextmanager
def _database(folder: Path, megabytes: int) -> Iterator[tuple[str, Path]]:
    """Give an empty database on a disk of its own, and where that is mounted."""
    folder.chmod(0o755)
    with _disk(folder / "disk", megabytes) as disk, _server(folder / "server") as server:
        space = disk / "space"
        space.mkdir()
        user = pwd.getpwnam(_SERVER_USER)
        os.chown(space, user.pw_uid, user.pw_gid)
        server.run(
            sql.SQL("CREATE TABLESPACE small LOCATION {}").format(sql.Literal(str(space))),
            "CREATE DATABASE filled TEMPLATE template0 TABLESPACE small",
            # What is looked at afterwards is sorted elsewhere: a full disk has no room for that either.
            "ALTER DATABASE filled SET temp_tablespaces = pg_default",
        )
        yield server.url("filled"), disk


@contextmanager
def _server(folder: Path) -> Iterator[PostgresServer]:
    server = PostgresServer(folder)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def _disk(folder: Path, megabytes: int) -> Iterator[Path]:
    folder.mkdir()
    _mount(folder, megabytes)
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", str(folder)], check=True)  # noqa: S603 -- our own folder


def _mount(disk: Path, megabytes: int, *more: str) -> None:
    options = ",".join([f"size={megabytes}m", *more])
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)  # noqa: S603 -- as above


def _loaded(services: RegionServices, content: bytes) -> Job:
    """Send, check and load a file; gives the last of its jobs that was begun."""
    check = ended(services, services.receive(Upload("stor.csv", BytesIO(content).read, len(content)), ACTOR))
    if check.report is None or check.report.faults:
        return check
    return ended(services, services.confirm_job(check.id, LoadOptions(), ACTOR))


def _content(number: int, rows: int) -> bytes:
    """A month of its own per file, with a unit on each row."""
    month = f"{2010 + number // 12}{number % 12 + 1:02}"
    lines = (f"{month};{4000 + row % 90};{row:06};{row + number},50\n" for row in range(rows))
    return (HEADINGS + "".join(lines)).encode()


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
