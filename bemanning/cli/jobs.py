"""run-job: the process of one job. It ends as it is told to, and so does the child that reads the file for it."""

from __future__ import annotations

import signal
from threading import main_thread
from types import FrameType
from typing import Annotated

import typer

from bemanning.cli.session import DatabaseOption, services
from bemanning.presentation.texts import cli as texts
from bemanning.services.job_run import JobStoppedError


def run_job(
    job: Annotated[int, typer.Argument(metavar="JOBB", help=texts.JOB_HELP)],
    *,
    database: DatabaseOption = None,
) -> None:
    """Kontrollera eller läs in en fil som har skickats till servern. Körs av servern."""
    signal.signal(signal.SIGTERM, _stop)
    with services(database) as known:
        known.run_job(job, _stop_here)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End what the process does, from where it is: transactions roll back, the reading child is ended."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough, and the ending is left in peace
    raise JobStoppedError


def _stop_here() -> None:
    """Let the heartbeat's thread stop the main thread; the signal breaks off what that waits for."""
    signal.pthread_kill(main_thread().ident or 0, signal.SIGTERM)
