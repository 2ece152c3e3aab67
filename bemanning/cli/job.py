"""`python -m bemanning.cli.job NUMBER`: the process that a server starts for a job; never run by hand.

It ends as it is told to, and so does the child that reads the file for it. It is a module of its own since it starts
for every sent file: the other commands bring in the charts and the terminal, which a job never needs.
"""

from __future__ import annotations

import os
import signal
import sys
from threading import main_thread
from types import FrameType

from bemanning.services.job_run import JobStoppedError
from bemanning.wiring import open_services, settings_from


def run_job(job_id: int) -> None:
    """Check or load the job's file. The environment names the store and the folder of sent files."""
    signal.signal(signal.SIGTERM, _stop)
    services = open_services(settings_from(os.environ))
    try:
        services.run_job(job_id, _stop_here)
    finally:
        services.store.close()


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End what the process does, from where it is: transactions roll back, the reading child is ended."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough, and the ending is left in peace
    raise JobStoppedError


def _stop_here() -> None:
    """Let the heartbeat's thread stop the main thread; the signal breaks off what that waits for."""
    signal.pthread_kill(main_thread().ident or 0, signal.SIGTERM)


if __name__ == "__main__":  # pragma: no branch -- only ever run as the main module
    run_job(int(sys.argv[1]))
