"""What can be asked and done about sent files: the part of Services that runs in processes of its own."""

from __future__ import annotations

from typing import Protocol

from bemanning.domain.actor import Actor
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.upload import Upload


class JobServices(Protocol):
    """Jobs: each sent file is checked first (CHECK), and loaded (LOAD) when a person has confirmed what was found.

    Every method that names a job raises UserError(JOB_UNKNOWN) for one that isn't there.
    """

    def receive(self, upload: Upload, actor: Actor) -> Job:
        """Keep the file and begin to check it.

        Raises UserError, and keeps nothing: FILE_TOO_LARGE, FILE_EMPTY, UPLOAD_BROKEN, UPLOAD_NO_SPACE.
        """
        ...

    def jobs(self) -> tuple[Job, ...]:
        """Give the latest job of every sent file, newest first, until it is discarded or a day has gone."""
        ...

    def job(self, job_id: int) -> Job:
        """Give one job, also one that a later job of the same file has replaced."""
        ...

    def confirm_job(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to load the job's file: after its check, or once more after a load that stored nothing.

        Nothing is stored where the file would change something else than its latest check showed. Gives the new job.
        Raises RefusedError: JOB_ACTIVE (the file is being checked or loaded), JOB_FILE_GONE.
        """
        ...

    def check_again(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to check the job's file with other options. Gives the new job. Raises as `confirm_job`."""
        ...

    def cancel_job(self, job_id: int, actor: Actor) -> Job:
        """Stop a job. Once it is CANCELLED nothing of it is stored, and the file is kept for an hour.

        Raises RefusedError(JOB_ENDED) for one that has ended: a load that was quicker is stored.
        """
        ...

    def discard_job(self, job_id: int) -> None:
        """Throw the job's file away and take it off the list; what was loaded stays.

        Raises RefusedError(JOB_ACTIVE).
        """
        ...
