"""What the store's jobs are told and tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.vocabulary import MonthStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """Something to do with a sent file. file_key: the name it is kept under; file_name: what the sender calls it.

    reading: what the file is to be read by, as it was given, JSON-like.
    """

    kind: JobKind
    file_key: str
    file_name: str
    size_bytes: int
    actor_name: str
    actor_role: str
    scope: str | None = None
    allow_erase: bool = False
    month_status: MonthStatus = MonthStatus.OPEN
    reading: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord(NewJob):
    """A stored job. file_kept: whether the file may still be there. report: as it was given, JSON-like.

    launched_at: when a process was last started for it. ended_by: who cancelled it.
    """

    id: int
    status: JobStatus
    stage: JobStage | None
    file_kept: bool
    created_at: datetime
    launched_at: datetime
    started_at: datetime | None
    heartbeat_at: datetime | None
    ended_at: datetime | None
    ended_by: str | None
    discarded_at: datetime | None
    load_id: int | None
    report: dict[str, Any] | None
