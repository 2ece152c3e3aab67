"""Where a sent file stands, in a word, and what there is to do next."""

from __future__ import annotations

from enum import StrEnum

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobStatus
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.texts import loading as texts
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.job import Job


class Standing(StrEnum):
    """What a card says of its file. KNOWN: the same content is loaded already. READY: waits for a person."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    KNOWN = "known"
    REJECTED = "rejected"
    LOADED = "loaded"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


_WITHOUT_REPORT = {
    JobStatus.WAITING: Standing.WAITING,
    JobStatus.RUNNING: Standing.RUNNING,
    JobStatus.CANCELLED: Standing.CANCELLED,
}
# The chip's icon and colour; its words carry the meaning.
CHIPS = {
    Standing.WAITING: "none",
    Standing.RUNNING: "ongoing",
    Standing.READY: "met",
    Standing.KNOWN: "none",
    Standing.REJECTED: "missed",
    Standing.LOADED: "met",
    Standing.UNDONE: "none",
    Standing.CANCELLED: "none",
    Standing.INTERRUPTED: "missing",
}
# What can only be done while the sent file is kept.
_NEEDS_FILE = frozenset({Standing.READY, Standing.CANCELLED, Standing.INTERRUPTED})
_OF_SCOPE = frozenset({FaultCode.SCOPE_MIXED, FaultCode.SCOPE_OTHER, FaultCode.SCOPE_UNKNOWN})
# Faults that are one kind of trouble, and what mends it; everything else is mended in the file.
_MENDED: tuple[tuple[frozenset[FaultCode], str], ...] = (
    (frozenset({FaultCode.MONTH_CLOSED}), texts.REJECTED_NEXT_CLOSED),
    (frozenset({FaultCode.WOULD_ERASE}), texts.REJECTED_NEXT_ERASE),
    (frozenset({FaultCode.LOADED_SINCE_CHECK}), texts.REJECTED_NEXT_CHANGED),
    (_OF_SCOPE, texts.REJECTED_NEXT_SCOPE),
    (frozenset({FaultCode.JOB_FAILED, FaultCode.READ_FAILED}), texts.REJECTED_NEXT_FAILED),
)


def standing(job: Job, context: LoadingContext) -> Standing:
    """Tell where a job stands; a load may have been undone since."""
    if job.status is not JobStatus.DONE or job.report is None:
        return _WITHOUT_REPORT.get(job.status, Standing.INTERRUPTED)
    if job.report.outcome is Outcome.REJECTED:
        return Standing.REJECTED
    if job.report.load_id is not None:
        load = context.load(job.report.load_id)
        return Standing.UNDONE if load is not None and load.undone_at is not None else Standing.LOADED
    return Standing.KNOWN if _same_content(job.report) else Standing.READY


def standing_words(job: Job, stands: Standing) -> str:
    """Say how the job stands."""
    return texts.STATUS_RUNNING[job.kind] if stands is Standing.RUNNING else texts.STATUSES[stands]


def next_words(job: Job, stands: Standing) -> str:
    """Say what is going on, or what there is to do."""
    if job.stage is not None:
        return texts.RUNNING[job.stage]
    if stands is Standing.REJECTED and job.report is not None:
        return _rejected_next(job.report)
    if stands is Standing.KNOWN and job.report is not None:
        return texts.NEXT[stands].format(**_same_content(job.report)[0].params)
    gone = stands in _NEEDS_FILE and not job.has_file
    return f"{texts.NEXT[stands]} {texts.FILE_GONE}" if gone else texts.NEXT[stands]


def is_erasing(report: FileReport) -> bool:
    """Tell whether the file was refused for what it would take away."""
    return any(fault.code is FaultCode.WOULD_ERASE for fault in report.faults)


def is_of_other_scope(report: FileReport) -> bool:
    """Tell whether the file was refused for which part of the organisation it speaks for."""
    return any(fault.code in _OF_SCOPE for fault in report.faults)


def is_understood(report: FileReport) -> bool:
    """Tell whether what hinders lies outside the file: in what is loaded, mapped or closed, or in the program."""
    mended = {code for kind, _ in _MENDED for code in kind}
    return all(fault.code in mended for fault in report.faults)


def _rejected_next(report: FileReport) -> str:
    codes = {fault.code for fault in report.faults}
    if report.seen is not None and not report.seen.is_whole:
        return texts.REJECTED_NEXT_READING
    return next((words for kind, words in _MENDED if codes <= kind), texts.REJECTED_NEXT)


def _same_content(report: FileReport) -> list[Fault]:
    """Give what tells which load holds the same already; nothing where none does."""
    return [warning for warning in report.warnings if warning.code is FaultCode.SAME_CONTENT]
