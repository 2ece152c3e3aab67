"""A running job's sign of life, from a thread of its own: what it is doing, and whether anyone still wants it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from bemanning.domain.job import JobStage, JobStatus
from bemanning.store import JobStore

_LOG = logging.getLogger(__name__)

# How often a job says that it lives; and how often it looks whether it has been cancelled.
BEAT_SECONDS = 2.0
LOOK_SECONDS = 0.3
_LOOKS_PER_BEAT = round(BEAT_SECONDS / LOOK_SECONDS)


class Heartbeat:
    """Beats while it is entered. on_lost is called once, from its thread, when someone else has ended the job."""

    def __init__(self, jobs: JobStore, job_id: int, on_lost: Callable[[], None]) -> None:
        """Nothing beats yet."""
        self._jobs, self._job_id, self._on_lost = jobs, job_id, on_lost
        self._stage = JobStage.READING
        self._stopped = Event()
        self._thread = Thread(target=self._run, name=f"heartbeat of job {job_id}", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self._stopped.set()
        self._thread.join()

    def tell(self, stage: JobStage) -> None:
        """Say what the job does from now on."""
        self._stage = stage
        self._jobs.beat(self._job_id, stage)

    def _run(self) -> None:
        looks = 0
        while not self._stopped.wait(LOOK_SECONDS):
            looks += 1
            try:
                if self._jobs.status(self._job_id) in {JobStatus.CANCELLED, JobStatus.INTERRUPTED}:
                    self._on_lost()
                    return
                if looks % _LOOKS_PER_BEAT == 0:
                    self._jobs.beat(self._job_id, self._stage)
            except Exception:  # noqa: BLE001 -- a database that is away for a moment must not end a job that lives
                _LOG.exception("job %s could not be seen", self._job_id)
