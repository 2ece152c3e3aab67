"""Jobs in real processes, on both databases: started, cancelled, stopped, killed and taken up again."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.job_watch import LAUNCHED, SILENT
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from bemanning.store import utc_now
from bemanning.wiring import AppSettings, JobProcesses, open_services
from tests.builders.jobs import BuiltLauncher
from tests.builders.slow_text import slow_ledger

ACTOR = Actor("Kim Kontrollant", "skärm")
# A bound on a hang, not a measure of speed.
WAIT_S = 300
JOB_MODULE = "bemanning.cli.job"
HEADINGS = "PERIOD;KONTO_ID;KST_ID;UTFALL_V\n"


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> AppSettings:
    return AppSettings(database_url, tmp_path / "uploads")


@pytest.fixture
def services(settings: AppSettings) -> Iterator[RegionServices]:
    opened = open_services(settings)
    # However slow the machine is, nothing is taken for silent or not started until a test says so.
    yield shifted(opened, -timedelta(hours=1))
    opened.store.close()


def ledger(month: int = 1, rows: int = 2) -> bytes:
    return (
        HEADINGS + "".join(f"2018{month:02};{4000 + row % 900};{row:06};{row},50\n" for row in range(rows))
    ).encode()


def send(services: RegionServices, content: bytes, name: str = "huvudbok.csv") -> Job:
    path = services.sent.folder.path("..") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with path.open("rb") as file:
        return services.receive(Upload(name, file.read, len(content)), ACTOR)


def wait(what: Callable[[], bool]) -> None:
    until = time.monotonic() + WAIT_S
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


def ended(services: RegionServices, job: Job) -> Job:
    wait(lambda: not services.job(job.id).status.is_active)
    return services.job(job.id)


def checked(services: RegionServices, content: bytes, name: str = "huvudbok.csv") -> Job:
    return ended(services, send(services, content, name))


def children(parent: int) -> list[int]:
    """The living processes that a process has started; the dead ones that no one has waited for too."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def job_process(job: Job) -> int:
    """The process that was started for the job."""
    (found,) = (pid for pid in children(os.getpid()) if command_of(pid)[-2:] == [JOB_MODULE, str(job.id)])
    return found


def shifted(services: RegionServices, by: timedelta) -> RegionServices:
    """The same services at another time."""

    def then() -> datetime:
        return utc_now() + by

    return replace(services, sent=replace(services.sent, now=then))


def command_of(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[:-1]
    except (FileNotFoundError, ProcessLookupError):
        return []


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def reading(services: RegionServices, job: Job) -> tuple[int, int]:
    """Wait until the job's child reads the file; give the process and its child."""
    wait(lambda: services.job(job.id).status is JobStatus.RUNNING)
    process = job_process(job)
    wait(lambda: bool(children(process)))
    return process, children(process)[0]


def test_two_files_at_once_are_loaded_by_processes_that_leave_nothing(services: RegionServices) -> None:
    sent = [send(services, ledger(month, 2_000), f"{month}.csv") for month in (1, 2)]
    checks = [ended(services, job) for job in sent]
    assert [(job.kind, job.status) for job in checks] == [(JobKind.CHECK, JobStatus.DONE)] * 2
    assert services.loads() == []
    begun = [services.confirm_job(job.id, LoadOptions(), ACTOR) for job in checks]
    done = [ended(services, job) for job in begun]
    by_file = {load.file_name: (load.id, load.actor_name) for load in services.loads()}
    assert by_file == {job.file_name: (job.report and job.report.load_id, ACTOR.name) for job in done}
    assert [str(row.month) for row in services.months()] == ["2018-01", "2018-02"]
    wait(lambda: not list(services.sent.folder.path("").iterdir()))
    # Waited for: no zombie is left.
    wait(lambda: not any(JOB_MODULE in command_of(pid) for pid in children(os.getpid())))


@pytest.mark.usefixtures("measured_processes")
def test_cancelling_ends_the_process_and_the_child_that_reads(services: RegionServices) -> None:
    job = send(services, slow_ledger())
    process, child = reading(services, job)
    assert services.cancel_job(job.id, ACTOR).status is JobStatus.CANCELLED
    wait(lambda: is_gone(child) and is_gone(process))
    assert services.job(job.id).status is JobStatus.CANCELLED
    assert services.loads() == []


def test_a_process_that_is_stopped_says_so(services: RegionServices) -> None:
    job = send(services, slow_ledger())
    process, child = reading(services, job)
    os.kill(process, signal.SIGTERM)
    wait(lambda: is_gone(child) and is_gone(process))
    assert services.job(job.id).status is JobStatus.INTERRUPTED


def test_the_server_that_started_a_process_tells_at_once_that_it_was_killed(services: RegionServices) -> None:
    job = send(services, slow_ledger())
    process, _ = reading(services, job)
    os.kill(process, signal.SIGKILL)
    assert ended(services, job).status is JobStatus.INTERRUPTED


def test_a_killed_process_of_a_server_that_is_gone_is_missed_and_its_child_ends(
    services: RegionServices, settings: AppSettings
) -> None:
    deaf = JobProcesses(settings, on_broken=lambda _: None)
    job = send(replace(services, sent=replace(services.sent, launcher=deaf)), slow_ledger())
    process, child = reading(services, job)
    os.kill(process, signal.SIGKILL)
    wait(lambda: is_gone(child) and is_gone(process))
    assert services.store.jobs.status(job.id) is JobStatus.RUNNING
    later = shifted(services, SILENT)
    assert ended(later, job).status is JobStatus.INTERRUPTED
    again = services.check_again(job.id, LoadOptions(), ACTOR)
    assert services.cancel_job(again.id, ACTOR).status is JobStatus.CANCELLED


def test_a_load_that_is_killed_has_stored_all_or_nothing_and_its_job_knows(services: RegionServices) -> None:
    check = checked(services, ledger(rows=60_000))
    job = services.confirm_job(check.id, LoadOptions(), ACTOR)
    wait(lambda: services.job(job.id).status is JobStatus.RUNNING)
    process = job_process(job)
    wait(lambda: services.job(job.id).stage is JobStage.WRITING or not services.job(job.id).status.is_active)
    os.kill(process, signal.SIGKILL)
    wait(lambda: is_gone(process))
    found = ended(shifted(services, SILENT + timedelta(minutes=2)), job)
    loads = [load.id for load in services.loads()]
    if found.status is JobStatus.DONE:
        assert found.report is not None
        assert loads == [found.report.load_id]
    else:
        assert (found.status, loads, services.months()) == (JobStatus.INTERRUPTED, [], [])


def test_another_server_takes_up_what_waits(services: RegionServices, settings: AppSettings) -> None:
    dead = replace(services, sent=replace(services.sent, launcher=BuiltLauncher()))
    job = send(dead, ledger())
    restarted = open_services(settings)
    shifted(restarted, LAUNCHED + timedelta(seconds=1)).sent.watch.resume()
    assert ended(restarted, job).status is JobStatus.DONE
    restarted.store.close()


def test_a_process_that_cannot_be_started_leaves_the_job_waiting(
    services: RegionServices, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    job = send(services, ledger())
    assert services.job(job.id).status is JobStatus.WAITING
    assert "could not be started" in caplog.text


def test_a_process_that_breaks_down_before_it_begins_leaves_the_job_to_be_launched_again(
    services: RegionServices, settings: AppSettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[int] = []

    def on_broken(job_id: int) -> None:
        services.store.jobs.interrupt_running(job_id)
        told.append(job_id)
        raise OSError

    broken = JobProcesses(settings, on_broken)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    job = send(replace(services, sent=replace(services.sent, launcher=broken)), ledger())
    # A store that is away must not end the thread in a trace of its own.
    wait(lambda: "could not be told" in caplog.text)
    assert (told, services.job(job.id).status) == ([job.id], JobStatus.WAITING)


def test_the_process_gets_the_database_and_the_folder_of_its_server(settings: AppSettings) -> None:
    environment = JobProcesses(settings, on_broken=lambda _: None).environment()
    assert environment == {
        "BEMANNING_DATABASE": settings.database_url,
        "BEMANNING_UPLOADS": str(settings.uploads_folder),
    }
