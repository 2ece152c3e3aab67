"""One job, from claim to last word, in the process that was started for it."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.profile import read_choice
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.heartbeat import Heartbeat
from bemanning.services.ingest import LoadOptions, check_parsed, load_parsed, read_one
from bemanning.services.ports import FileReader
from bemanning.services.report_record import read_report, report_record
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import JobRecord, Store, WriteSession

_LOG = logging.getLogger(__name__)


class JobStoppedError(BaseException):
    """The job is to end now, wherever it is. No Exception: nothing on the way may take it for a fault of the file."""


class _JobLostError(Exception):
    """Someone ended the job before it could store what it read."""


class _OtherThanShownError(Exception):
    """The file would change something else than the person who confirmed it was shown."""

    def __init__(self, report: FileReport) -> None:
        self.report = replace(
            report, load_id=None, outcome=Outcome.REJECTED, faults=(Fault(FaultCode.LOADED_SINCE_CHECK),)
        )
        super().__init__(report.file)


@dataclass(frozen=True, slots=True)
class JobRun:
    """What a job needs. on_lost: called from another thread when the job is cancelled; raises JobStoppedError here."""

    store: Store
    reader: FileReader
    folder: UploadFolder
    on_lost: Callable[[], None]

    def run(self, job_id: int) -> None:
        """Claim the job and do it; nothing where it doesn't wait. Whatever happens, the job says how it ended.

        Nothing of a job that ends in any other way than DONE is stored.
        """
        record = self.store.jobs.claim(job_id)
        if record is None:
            return
        try:
            with Heartbeat(self.store.jobs, job_id, self.on_lost) as heart:
                report = self._report(record, heart)
            # Nothing happens here where the load's own transaction has said it, or someone has cancelled.
            self.store.jobs.end(job_id, JobStatus.DONE, report_record(report))
        except JobStoppedError:
            self.store.jobs.end(job_id, JobStatus.INTERRUPTED)
            return
        except _JobLostError:
            return
        if record.kind is JobKind.LOAD and report.outcome is not Outcome.REJECTED:
            self.folder.remove(record.file_key)
            self.store.jobs.forget_file(record.file_key)

    def _report(self, record: JobRecord, heart: Heartbeat) -> FileReport:
        try:
            return self._done(record, heart)
        except UserError as error:
            return _refused(record, error.faults)
        except _OtherThanShownError as error:
            return error.report
        except _JobLostError:
            raise
        except Exception as error:  # noqa: BLE001 -- a bug is told as one, to whoever sent the file
            # Only where it is: the text of the error, and its trace, may quote the file.
            _LOG.error("job %s failed: %s", record.id, type(error).__name__)
            return _refused(record, (_bug(error),))

    def _done(self, record: JobRecord, heart: Heartbeat) -> FileReport:
        options = LoadOptions(
            record.scope,
            allow_erase=record.allow_erase,
            status=record.month_status,
            reading=None if record.reading is None else read_choice(record.reading),
        )
        path: Path = self.folder.path(record.file_key)
        parsed = read_one(self.store, self.reader, path, record.file_name, options)
        heart.tell(JobStage.COMPARING)
        report = check_parsed(self.store, parsed, options)
        if record.kind is JobKind.CHECK or report.outcome is Outcome.REJECTED:
            return report
        heart.tell(JobStage.WRITING)
        check = self.store.jobs.last_check(record.file_key)
        shown = None if check is None or check.report is None else read_report(check.report).changes

        def finish(session: WriteSession, stored: FileReport) -> None:
            if stored.changes != shown:
                raise _OtherThanShownError(stored)
            if not session.jobs.finish(record.id, stored.load_id, report_record(stored)):
                raise _JobLostError

        actor = Actor(record.actor_name, record.actor_role)
        return load_parsed(self.store, parsed, options, actor, finish)


def _bug(error: Exception) -> Fault:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Fault(FaultCode.JOB_FAILED, {"error": type(error).__name__, "place": place})


def _refused(record: JobRecord, faults: tuple[Fault, ...]) -> FileReport:
    return FileReport(
        file=record.file_name,
        outcome=Outcome.REJECTED,
        source=None,
        scope=record.scope,
        rows=0,
        total=0,
        per_month={},
        unmapped=(),
        warnings=(),
        faults=faults,
        dropped={},
    )
