"""Loads killed at any moment: python -m tests.proofs.kill_loads --kills 300 [--postgresql | --database URL].

A file is checked, its load is begun in a process as a server begins it, and the process is killed (SIGKILL) after a
while that chance decides; every other time first once it has begun to write. Afterwards the store must be as before or
as after the whole load, and the job must say which. Ends with status 1, at once, where it isn't so.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import enumerate as enumerate_threads

from bemanning.domain.job import JobStage, JobStatus
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from bemanning.wiring import AppSettings, open_services
from tests.bemanning.test_job_processes import HEADINGS, JOB_MODULE, children, command_of, ended, wait
from tests.builders.jobs import BuiltLauncher
from tests.builders.loads import ACTOR
from tests.conftest import PostgresServer

_ROWS = 4_000
_MONTHS = ("201801", "201802", "201803")


@dataclass(frozen=True)
class Seen:
    """All that a load changes: how many changes and loads there are, what speaks for the months, and every sum."""

    version: int
    loads: int
    speaking: tuple[tuple[str, int], ...]
    cells_ore: int
    cube_ore: int
    log: int


def seen(services: RegionServices) -> Seen:
    with services.store.reading() as session:
        return Seen(
            services.store.data_version(),
            len(session.loads.newest_first()),
            tuple((str(row.month), row.load_id) for row in session.months.current()),
            int(session.cells.current_cost()["amount_ore"].sum()),
            int(session.cube.cost()["amount_ore"].sum()),
            len(session.log.newest_first()),
        )


def after(before: Seen, load_id: int, ore: int) -> Seen:
    """What must be seen when the whole load is stored."""
    speaking = tuple((f"{month[:4]}-{month[4:]}", load_id) for month in _MONTHS)
    return Seen(before.version + 1, before.loads + 1, speaking, ore, ore, before.log + 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill so many loads; gives the exit status."""
    options = _options(arguments)
    with TemporaryDirectory() as folder, _database(options, Path(folder)) as url:
        services = open_services(AppSettings(url, Path(folder) / "sent"))
        assert not services.loads(), "the database must be one that nothing is loaded in"
        whole_s = _timed(services)
        counts: Counter[str] = Counter()
        chance = Random(options.seed)  # noqa: S311 - the same moments each time
        for number in range(1, options.kills + 1):
            outcome = killed(services, number, chance.uniform(0.0, 1.2 * whole_s), at_writing=number % 2 == 0)
            counts[outcome] += 1
            if outcome == "wrong" or number % 10 == 0 or number == options.kills:
                _print(f"{number} killed: {dict(sorted(counts.items()))}")
            if outcome == "wrong":
                return 1
        services.store.close()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.kill_loads", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", help="an empty database to use, instead of a SQLite file of its own")
    parser.add_argument("--postgresql", action="store_true", help="start a PostgreSQL server for it")
    return parser.parse_args(arguments)


@contextmanager
def _database(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    if not options.postgresql:
        yield options.database or f"sqlite:///{folder / 'killed.db'}"
        return
    server = PostgresServer(folder / "server")
    server.create("killed")
    yield server.url("killed")
    server.stop()


def _timed(services: RegionServices) -> float:
    """Load one file undisturbed, and give the seconds that its process took."""
    job = _begun(services, 0)
    start = time.monotonic()
    assert ended(services, job).status is JobStatus.DONE
    whole_s = time.monotonic() - start
    _settled(services, job)
    return whole_s


def killed(services: RegionServices, number: int, after_s: float, *, at_writing: bool) -> str:
    """Kill one load and say how the store and its job were left: "before", "after", or "wrong" with what was seen."""
    before = seen(services)
    job = _begun(services, number)
    if at_writing:
        wait(lambda: services.job(job.id).stage is JobStage.WRITING or not services.job(job.id).status.is_active)
        after_s /= 10
    time.sleep(after_s)
    for process in _processes(job):
        # It may have ended by itself in time.
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    found = _settled(services, job)
    now, is_done = seen(services), found.status is JobStatus.DONE
    load_id = found.report.load_id if is_done and found.report else None
    expected = before if load_id is None else after(before, load_id, _total_ore(number))
    if now == expected and (is_done or found.status in (JobStatus.INTERRUPTED, JobStatus.WAITING)):
        return "after" if is_done else "before"
    _print(f"wrong: {found}\nbefore: {before}\nnow:    {now}")
    return "wrong"


def _processes(job: Job) -> list[int]:
    """Give the process that was started for the job, unless it has ended."""
    return [process for process in children(os.getpid()) if command_of(process)[-2:] == [JOB_MODULE, str(job.id)]]


def _settled(services: RegionServices, job: Job) -> Job:
    """Give the job once its server has told of it. One that was killed before it began waits, to be launched again."""
    wait(lambda: not any(thread.name == f"job {job.id}" for thread in enumerate_threads()))
    found = services.job(job.id)
    if found.status is JobStatus.WAITING:
        services.cancel_job(job.id, ACTOR)
    return found


def _begun(services: RegionServices, number: int) -> Job:
    """Check a file here, then let a process begin to load it."""
    content = _content(number)
    here = replace(services, sent=replace(services.sent, launcher=BuiltLauncher()))
    check = here.receive(Upload(f"{number}.csv", BytesIO(content).read, len(content)), ACTOR)
    here.run_job(check.id, lambda: None)
    return services.confirm_job(check.id, LoadOptions(), ACTOR)


def _content(number: int) -> bytes:
    """The same accounts and units each time, with other amounts."""
    rows = (f"{_MONTHS[row % len(_MONTHS)]};{4000 + row % 90};{row:06};{row + number},50\n" for row in range(_ROWS))
    return (HEADINGS + "".join(rows)).encode()


def _total_ore(number: int) -> int:
    return sum(100 * (row + number) + 50 for row in range(_ROWS))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
