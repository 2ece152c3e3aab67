"""What keeps jobs going whichever server is up, and sent files from staying longer than they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bemanning.domain.job import JobKind, JobStatus
from bemanning.services.file_report import Outcome
from bemanning.services.ports import JobLauncher
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import JobRecord, Store

# A running job that has not been heard for so long is taken for dead: ten of its heartbeats.
SILENT = timedelta(seconds=20)
# How soon a process should have taken a job that was launched, and how often it is launched before it is given up.
LAUNCHED = timedelta(seconds=30)
MOST_LAUNCHES = 4
# Sent files may hold personal data: how long they are kept at most, and after someone stopped what was done with one.
FILE_KEPT = timedelta(days=1)
CANCELLED_FILE_KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class JobWatch:
    """Looks after the jobs and files of one store."""

    store: Store
    folder: UploadFolder
    launcher: JobLauncher
    now: Callable[[], datetime]

    def resume(self) -> None:
        """Take up what an earlier server left: launch what waits, throw away what no one needs."""
        self.sweep_files()
        self.tend(self.store.jobs.latest_of_files(self.now()))

    def tend(self, records: Iterable[JobRecord]) -> bool:
        """Launch again what no process took, and interrupt what has gone silent. Tell whether there was reason to.

        Cheap when all is well: nothing is written. A store opened for reading alone is left to others.
        """
        now = self.now()
        if not self.store.may_change or not any(_needs_tending(record, now) for record in records):
            return False
        self.store.jobs.interrupt_silent(now - SILENT, now - LAUNCHED, MOST_LAUNCHES)
        for job_id in self.store.jobs.to_launch_again(now - LAUNCHED):
            self.launcher.launch(job_id)
        return True

    def sweep_files(self) -> None:
        """Throw away files that are loaded, stopped and not tried again, or old; also what broke off on its way in."""
        if not self.store.may_change:
            return
        now = self.now()
        self.folder.sweep(now - FILE_KEPT)
        for record in self.store.jobs.kept_files():
            if self.folder.kept_since(record.file_key) is None or _is_done_with(record, now):
                self.throw_away(record.file_key)

    def throw_away(self, file_key: str) -> None:
        """Remove the file, and say in its jobs that it is gone."""
        self.folder.remove(file_key)
        self.store.jobs.forget_file(file_key)


def _needs_tending(record: JobRecord, now: datetime) -> bool:
    if record.status is JobStatus.RUNNING and record.heartbeat_at is not None:
        return record.heartbeat_at < now - SILENT
    return record.status is JobStatus.WAITING and record.launched_at < now - LAUNCHED


def _is_done_with(record: JobRecord, now: datetime) -> bool:
    """Tell whether the latest job of a file leaves no reason to keep it."""
    if record.discarded_at is not None:
        return True
    if record.status is JobStatus.CANCELLED and record.ended_at is not None:
        return record.ended_at < now - CANCELLED_FILE_KEPT
    is_loaded = record.kind is JobKind.LOAD and record.status is JobStatus.DONE
    return is_loaded and record.report is not None and record.report["outcome"] != Outcome.REJECTED.value
