"""Sent files: received, checked, loaded when confirmed, cancelled or thrown away. The work is done in job processes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

from bemanning.domain.actor import Actor
from bemanning.domain.errors import RefusedError, UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStatus
from bemanning.domain.profile import read_choice, record_of
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.job_watch import JobWatch
from bemanning.services.ports import JobLauncher
from bemanning.services.report_record import read_report
from bemanning.services.upload import Upload
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import JobRecord, NewJob, Store

# How long what has ended stays on the list.
LISTED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LoadingJobs:
    """Implements services.job_services.JobServices."""

    store: Store
    folder: UploadFolder
    launcher: JobLauncher
    now: Callable[[], datetime]

    @property
    def watch(self) -> JobWatch:
        """What keeps jobs going and files from staying."""
        return JobWatch(self.store, self.folder, self.launcher, self.now)

    def receive(self, upload: Upload, actor: Actor) -> Job:
        """Keep the file and begin to check it."""
        self.store.refuse_without_rights()
        self.watch.sweep_files()
        kept = self.folder.keep(upload)
        new = NewJob(
            kind=JobKind.CHECK,
            file_key=kept.key,
            file_name=upload.shown_name,
            size_bytes=kept.size_bytes,
            actor_name=actor.name,
            actor_role=actor.role,
        )
        with ExitStack() as on_failure:
            on_failure.callback(self.folder.remove, kept.key)
            job = self._begin(new)
            on_failure.pop_all()
        return job

    def jobs(self) -> tuple[Job, ...]:
        """Give the latest job of every sent file, newest first."""
        since = self.now() - LISTED
        records = self.store.jobs.latest_of_files(since)
        if self.watch.tend(records):
            records = self.store.jobs.latest_of_files(since)
        return tuple(map(_job, records))

    def job(self, job_id: int) -> Job:
        """Give one job."""
        record = self._record(job_id)
        return _job(self._record(job_id) if self.watch.tend([record]) else record)

    def confirm_job(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to load the job's file."""
        return self._once_more(JobKind.LOAD, job_id, options, actor)

    def check_again(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to check the job's file with other options."""
        return self._once_more(JobKind.CHECK, job_id, options, actor)

    def cancel_job(self, job_id: int, actor: Actor) -> Job:
        """Stop a job. One that is cancelled already stays so."""
        self.store.refuse_without_rights()
        self.store.jobs.end(job_id, JobStatus.CANCELLED, by=actor.name)
        record = self._record(job_id)
        if record.status is not JobStatus.CANCELLED:
            raise _refused(FaultCode.JOB_ENDED, record)
        return _job(record)

    def discard_job(self, job_id: int) -> None:
        """Throw the job's file away and take it off the list."""
        self.store.refuse_without_rights()
        record = self._record(job_id)
        if not self.store.jobs.discard(record.file_key):
            raise _refused(FaultCode.JOB_ACTIVE, record)
        self.watch.throw_away(record.file_key)

    def _once_more(self, kind: JobKind, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        self.store.refuse_without_rights()
        record = self._record(job_id)
        if not record.file_kept or self.folder.kept_since(record.file_key) is None:
            raise _refused(FaultCode.JOB_FILE_GONE, record)
        return self._begin(
            NewJob(
                kind=kind,
                file_key=record.file_key,
                file_name=record.file_name,
                size_bytes=record.size_bytes,
                actor_name=actor.name,
                actor_role=actor.role,
                scope=options.scope,
                allow_erase=options.allow_erase,
                month_status=options.status,
                # What nobody says anew is as it was: what is loaded is read as what was checked.
                reading=record.reading if options.reading is None else record_of(options.reading),
            )
        )

    def _begin(self, new: NewJob) -> Job:
        record = self.store.jobs.add(new)
        if record is None:
            raise RefusedError([Fault(FaultCode.JOB_ACTIVE, {"file": new.file_name})])
        self.launcher.launch(record.id)
        return _job(record)

    def _record(self, job_id: int) -> JobRecord:
        record = self.store.jobs.get(job_id)
        if record is None:
            raise UserError([Fault(FaultCode.JOB_UNKNOWN, {"job": job_id})])
        return record


def _refused(code: FaultCode, record: JobRecord) -> RefusedError:
    return RefusedError([Fault(code, {"file": record.file_name})])


def _job(record: JobRecord) -> Job:
    return Job(
        id=record.id,
        kind=record.kind,
        status=record.status,
        file_name=record.file_name,
        size_bytes=record.size_bytes,
        actor=Actor(record.actor_name, record.actor_role),
        created_at=record.created_at,
        scope=record.scope,
        allow_erase=record.allow_erase,
        month_status=record.month_status,
        stage=record.stage,
        started_at=record.started_at,
        ended_at=record.ended_at,
        report=None if record.report is None else read_report(record.report),
        has_file=record.file_kept,
        reading=None if record.reading is None else read_choice(record.reading),
    )
