"""A job as the screens see it: a file that was sent, what has been done with it, and what came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bemanning.domain.actor import Actor
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.profile import ReadBy
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.file_report import FileReport


@dataclass(frozen=True, slots=True)
class Job:
    """One job. report: what was found (CHECK) or done (LOAD); None until the job is DONE.

    stage: None unless RUNNING. has_file: whether the sent file is still kept, so that it can be loaded or tried again.
    scope, allow_erase, month_status, reading: the options it runs with.
    """

    id: int
    kind: JobKind
    status: JobStatus
    file_name: str
    size_bytes: int
    actor: Actor
    created_at: datetime
    scope: str | None = None
    allow_erase: bool = False
    month_status: MonthStatus = MonthStatus.OPEN
    stage: JobStage | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    report: FileReport | None = None
    has_file: bool = True
    reading: ReadBy | None = None
