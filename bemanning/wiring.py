"""Settings → Store → services with their loaders. Used by the app, the command line and job processes."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import MappingSet
from bemanning.services.loading_jobs import LoadingJobs
from bemanning.services.mapping_update import START, ChangeNote, update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import Store, utc_now
from loaders.default_codes import read_default_codes
from loaders.mapping_workbook import read_mapping_workbook
from loaders.reader import FileReader

_LOG = logging.getLogger(__name__)

PROJECT_FOLDER = Path(__file__).parents[1]
DATA_FOLDER = PROJECT_FOLDER / "data"
# Who the log names for what the product itself puts into a new store.
PRODUCT = Actor("Bemanning", "system")


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable that Bemanning reads: what the README's configuration table is made of."""

    name: str
    default: str
    meaning: str


DATABASE = Variable(
    "BEMANNING_DATABASE",
    "sqlite:///data/bemanning.db",
    "The store: `sqlite:///PATH`, or `postgresql://USER:PASSWORD@HOST/NAME` for many users. `--database` wins over it.",
)
UPLOADS = Variable(
    "BEMANNING_UPLOADS",
    "data/uploads",
    "Where sent files are kept until they are loaded, for a day at most. Servers on one database share it.",
)
USER = Variable("BEMANNING_USER", "the login name", "The name that changes are logged under.")
READ_ONLY = Variable(
    "BEMANNING_READ_ONLY",
    "off",
    "Set to 1, the screens and the commands show everything and change nothing: a server for readers.",
)
DEBUG = Variable("BEMANNING_DEBUG", "off", "Set to 1, a bug shows its traceback in the terminal.")
# What switches a setting off; anything else, misspelt or not, switches it on.
_OFF = {"", "0", "off", "false", "no", "nej"}
CONFIGURATION = (DATABASE, UPLOADS, USER, READ_ONLY, DEBUG)


@dataclass(frozen=True, slots=True)
class AppSettings:
    """What is set from outside: the store's address, where sent files go, whether data may be changed from here."""

    database_url: str
    uploads_folder: Path = DATA_FOLDER / "uploads"
    may_change: bool = True


def settings_from(environment: Mapping[str, str], database: str | None = None) -> AppSettings:
    """Read the settings; `database` (from the command line) goes before the environment."""
    default = f"sqlite:///{DATA_FOLDER / 'bemanning.db'}"
    url = database or environment.get(DATABASE.name) or default
    uploads = environment.get(UPLOADS.name)
    folder = Path(uploads).resolve() if uploads else DATA_FOLDER / "uploads"
    return AppSettings(url, folder, may_change=environment.get(READ_ONLY.name, "").casefold() in _OFF)


def open_services(settings: AppSettings) -> RegionServices:
    """Open (create, migrate) the store and build the services on it. A new store begins with the known AID codes.

    Raises UserError: DATABASE_UNREACHABLE, DATABASE_NEWER.
    """
    store = Store.open(settings.database_url, may_change=settings.may_change)
    with ExitStack() as on_failure:
        on_failure.callback(store.close)
        if settings.may_change and store.data_version() == 0:
            update_mappings(
                store,
                MappingSet(codes=read_default_codes(DATA_FOLDER / "mappings" / "aid.csv")),
                PRODUCT,
                ChangeNote(START),
            )
        on_failure.pop_all()
    sent = LoadingJobs(
        store, UploadFolder(settings.uploads_folder), JobProcesses(settings, store.jobs.interrupt_running), utc_now
    )
    return RegionServices(store, FileReader(DATA_FOLDER / "headings"), read_mapping_workbook, sent)


@dataclass(frozen=True, slots=True)
class JobProcesses:
    """Runs each job in a process of its own, on the same database: it lives on when the server is stopped.

    on_broken: called from another thread with the job's number when its process was killed, or broke down.
    """

    settings: AppSettings
    on_broken: Callable[[int], None]

    def launch(self, job_id: int) -> None:
        """Start the process and let go of it. The job itself says how it went; nothing is printed."""
        try:
            process = subprocess.Popen(  # noqa: S603 -- our own interpreter and command
                [sys.executable, "-m", "bemanning.cli.job", str(job_id)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | self.environment(),
                start_new_session=True,
            )
        except OSError:
            # No room for another process just now: the job waits, and is launched again.
            _LOG.exception("job %s could not be started", job_id)
            return
        # Someone must wait for the process when it ends, or it stays in the system's table as a zombie.
        Thread(target=self._wait, args=(process, job_id), name=f"job {job_id}", daemon=True).start()

    def _wait(self, process: subprocess.Popen[bytes], job_id: int) -> None:
        """Wait for the process, and tell at once where it could not say itself how the job ended."""
        if process.wait() == 0:
            return
        try:
            self.on_broken(job_id)
        except Exception:  # noqa: BLE001 -- the store is away: the job is taken for dead when it has been silent
            _LOG.exception("job %s has ended, which could not be told", job_id)

    def environment(self) -> dict[str, str]:
        """Give what the process must know beside what this one's environment says."""
        return {DATABASE.name: self.settings.database_url, UPLOADS.name: str(self.settings.uploads_folder)}
