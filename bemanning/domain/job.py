"""The words of a job: one file being checked or loaded in a process of its own."""

from __future__ import annotations

from enum import StrEnum


class JobKind(StrEnum):
    """What is done with the file. Checking writes nothing; loading is what a person confirmed after the preview."""

    CHECK = "check"
    LOAD = "load"


class JobStatus(StrEnum):
    """Where the job stands. INTERRUPTED: its process ended without saying how; nothing was stored."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"

    @property
    def is_active(self) -> bool:
        """Tell whether something more may happen."""
        return self in {JobStatus.WAITING, JobStatus.RUNNING}


class JobStage(StrEnum):
    """What a running job is doing, in this order."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"
