"""Jobs: what is being done with sent files. Short transactions beside the data's own; nothing here is logged.

A job's process and its watchers meet only here. What has ended stays as it ended: every change of state asks for the
state before, so the first to end a job decides how, and a load's last word is written with the load itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, RowMapping, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.store.backend import LOCK_WAIT_SECONDS, Backend, BusyError
from bemanning.store.change import Change
from bemanning.store.job_records import JobRecord, NewJob
from bemanning.store.schema import IS_ACTIVE, job
from bemanning.store.unreachable import busy, entered

# How long a note may wait for another writer when it may as well be made a little later.
_NOTE_WAIT_SECONDS = 0.2


class JobStore:
    """One company's jobs. Safe to share between threads.

    Every method raises UserError(DATABASE_UNREACHABLE) when the database is gone or another writer doesn't finish.
    """

    def __init__(self, backend: Backend, url: URL, company: str, now: Callable[[], datetime]) -> None:
        """Use a database that is open and migrated."""
        self._backend, self._url, self._company, self._now = backend, url, company, now

    def add(self, new: NewJob) -> JobRecord | None:
        """Store a job that waits and is about to be launched; None where the file has an active job already."""
        at = self._now()
        values = {name: getattr(new, name) for name in NewJob.__dataclass_fields__}
        values |= {"company": self._company, "status": JobStatus.WAITING, "file_kept": True}
        values |= {"created_at": at, "launched_at": at, "launches": 1}
        try:
            with self._noting() as connection:
                return _record(connection.execute(insert(job).values(values).returning(job)).mappings().one())
        except IntegrityError:
            return None

    def get(self, job_id: int) -> JobRecord | None:
        """Give the job; None when the company has none of that number."""
        return next(iter(self._read(job.c.id == job_id)), None)

    def latest_of_files(self, ended_since: datetime) -> list[JobRecord]:
        """Give each sent file's latest job, newest first: those active, and those ended since and not discarded."""
        latest = select(func.max(job.c.id)).where(job.c.company == self._company).group_by(job.c.file_key)
        shown = and_(job.c.discarded_at.is_(None), or_(IS_ACTIVE, job.c.ended_at >= ended_since))
        return self._read(job.c.id.in_(latest), shown)

    def last_check(self, file_key: str) -> JobRecord | None:
        """Give the latest check of a file that was done; None before the first."""
        is_check = and_(job.c.kind == JobKind.CHECK, job.c.status == JobStatus.DONE)
        return next(iter(self._read(job.c.file_key == file_key, is_check)), None)

    def kept_files(self) -> list[JobRecord]:
        """Give the latest job of every file that may still be kept."""
        latest = select(func.max(job.c.id)).where(job.c.company == self._company).group_by(job.c.file_key)
        return self._read(job.c.id.in_(latest), job.c.file_kept)

    def status(self, job_id: int) -> JobStatus | None:
        """Give where the job stands."""
        with entered(self._url, self._backend.reading()) as connection:
            return connection.execute(select(job.c.status).where(self._own(job.c.id == job_id))).scalar()

    def claim(self, job_id: int) -> JobRecord | None:
        """Take a waiting job to run it; None where it no longer waits. Of several processes one gets it."""
        waiting = self._own(job.c.id == job_id, job.c.status == JobStatus.WAITING)
        # Whoever comes second does not wait for the first: on PostgreSQL the row is skipped, on SQLite one writes.
        free = select(job.c.id).where(waiting).with_for_update(skip_locked=True).scalar_subquery()
        at = self._now()
        values = {"status": JobStatus.RUNNING, "stage": JobStage.READING, "started_at": at, "heartbeat_at": at}
        with self._noting() as connection:
            claimed = update(job).where(job.c.id == free).values(values).returning(job)
            row = connection.execute(claimed).mappings().one_or_none()
            return None if row is None else _record(row)

    def beat(self, job_id: int, stage: JobStage | None = None) -> None:
        """Say that a running job lives, and what it is doing. Left out where another writer is in the way."""
        values: dict[str, Any] = {"heartbeat_at": self._now()} | ({} if stage is None else {"stage": stage})
        self._note(and_(job.c.id == job_id, job.c.status == JobStatus.RUNNING), values)

    def end(self, job_id: int, status: JobStatus, report: dict[str, Any] | None = None, by: str | None = None) -> bool:
        """End an active job that has stored nothing; `by` whom, where a person did. False where it has ended before."""
        with self._noting() as connection:
            own = self._own(job.c.id == job_id)
            return _ended(connection, own, status, self._now(), report=report, ended_by=by)

    def interrupt_running(self, job_id: int) -> None:
        """Let a running job be interrupted whose process is known to have ended; one that waits is launched again."""
        with self._noting() as connection:
            running = self._own(job.c.id == job_id, job.c.status == JobStatus.RUNNING)
            _ended(connection, running, JobStatus.INTERRUPTED, self._now())

    def interrupt_silent(self, heard_before: datetime, launched_before: datetime, most_launches: int) -> None:
        """Let jobs be interrupted whose process has not been heard, or has been launched often and never begun.

        On SQLite a writer keeps heartbeats out, and this too: then nothing is judged.
        """
        silent = and_(job.c.status == JobStatus.RUNNING, job.c.heartbeat_at < heard_before)
        never = and_(_waits(launched_before), job.c.launches >= most_launches)
        values = {"status": JobStatus.INTERRUPTED, "stage": None, "ended_at": self._now()}
        self._note(or_(silent, never), values)

    def to_launch_again(self, launched_before: datetime) -> list[int]:
        """Give the jobs that no process took, each to one caller, who launches it."""
        values = {"launched_at": self._now(), "launches": job.c.launches + 1}
        return self._note(_waits(launched_before), values)

    def forget_file(self, file_key: str) -> None:
        """Note that a file is no longer kept."""
        with self._noting() as connection:
            forgotten = self._own(job.c.file_key == file_key)
            connection.execute(update(job).where(forgotten).values(file_kept=False))

    def discard(self, file_key: str) -> bool:
        """Take a file's jobs off the list. False, and nothing is done, where one of them is active."""
        of_file = self._own(job.c.file_key == file_key)
        with self._noting() as connection:
            if connection.execute(select(job.c.id).where(of_file, IS_ACTIVE)).first() is not None:
                return False
            connection.execute(update(job).where(of_file).values(discarded_at=self._now()))
            return True

    def _own(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(job.c.company == self._company, *conditions)

    def _read(self, *conditions: ColumnElement[bool]) -> list[JobRecord]:
        query = select(job).where(self._own(*conditions)).order_by(job.c.id.desc())
        with entered(self._url, self._backend.reading()) as connection:
            return [_record(row) for row in connection.execute(query).mappings()]

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        try:
            with entered(self._url, self._backend.noting(LOCK_WAIT_SECONDS)) as connection:
                yield connection
        except BusyError as error:
            raise busy(self._url) from error

    def _note(self, condition: ColumnElement[bool], values: dict[str, Any]) -> list[int]:
        """Update rows that no one else is at, now or not at all. Gives their numbers."""
        free = select(job.c.id).where(self._own(condition)).with_for_update(skip_locked=True)
        noted = update(job).where(job.c.id.in_(free)).values(values).returning(job.c.id)
        try:
            with entered(self._url, self._backend.noting(_NOTE_WAIT_SECONDS)) as connection:
                return list(connection.execute(noted).scalars())
        except BusyError:
            return []


class JobWriter:
    """A job's last word, in the transaction that stores what it loaded."""

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Write on the connection's transaction, at the change's moment."""
        self._connection, self._company, self._change = connection, company, change

    def finish(self, job_id: int, load_id: int | None, report: dict[str, Any]) -> bool:
        """Let the job be done. False where it was cancelled or interrupted: then its load must not be stored."""
        own = and_(job.c.company == self._company, job.c.id == job_id)
        at = self._change.recorded_at
        return _ended(self._connection, own, JobStatus.DONE, at, load_id=load_id, report=report)


def vouch_for_running(connection: Connection, now: Callable[[], datetime]) -> None:
    """Say that running jobs live, as a writer that may have kept their own word out for as long as it wrote."""
    running = job.c.status == JobStatus.RUNNING
    if connection.execute(select(job.c.id).where(running)).first() is not None:
        connection.execute(update(job).where(running).values(heartbeat_at=now()))


def _ended(
    connection: Connection, which: ColumnElement[bool], status: JobStatus, at: datetime, **values: object
) -> bool:
    ended = update(job).where(which, IS_ACTIVE).values(status=status, stage=None, ended_at=at, **values)
    return connection.execute(ended).rowcount == 1


def _waits(launched_before: datetime) -> ColumnElement[bool]:
    return and_(job.c.status == JobStatus.WAITING, job.c.launched_at < launched_before)


def _record(row: RowMapping) -> JobRecord:
    return JobRecord(**{name: row[name] for name in JobRecord.__dataclass_fields__})
