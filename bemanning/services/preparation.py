"""The sums that every screen begins with, made when the data change: otherwise the first who asks would wait for them.

They are made from a thread of its own, which looks for changes by whomever: another server, the command line, a job.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Thread

from bemanning.domain.errors import UserError
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import OrganisationView
from bemanning.services.services import Services

_LOG = logging.getLogger(__name__)

# How often it looks whether the data have changed: one row is read.
LOOK_SECONDS = 1.0
# Between two sums whoever asks for something else comes first.
PAUSE_SECONDS = 0.02


class Preparation:
    """Prepares the services for as long as the server runs. on_prepared is called from its thread after each time."""

    def __init__(self, services: Services, on_prepared: Callable[[], object] = lambda: None) -> None:
        """Nothing is prepared yet."""
        self._services, self._on_prepared = services, on_prepared
        self._version: int | None = None
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="preparation", daemon=True)

    def start(self) -> None:
        """Begin, and go on until `stop`."""
        self._thread.start()

    def stop(self) -> None:
        """End, when the sum that is being made is done."""
        self._stopped.set()
        self._thread.join()

    def prepare(self) -> bool:
        """Make the sums of what is loaded now. Give whether there was anything to make."""
        version = self._services.data_version()
        if version == self._version:
            return False
        for ask in _questions(self._services):
            try:
                ask()
            except UserError:
                # Nothing is loaded, or nothing that this question is about; whoever asks it is told so.
                continue
            if self._stopped.wait(PAUSE_SECONDS) or self._services.data_version() != version:
                return True
        self._version = version
        return True

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                if self.prepare():
                    self._on_prepared()
            except Exception:  # noqa: BLE001 -- a database that is away for a moment is asked again
                _LOG.exception("the sums could not be prepared")
            self._stopped.wait(LOOK_SECONDS)


def _questions(services: Services) -> Iterator[Callable[[], object]]:
    """Give what the screens ask first, the likeliest first."""
    for view in OrganisationView:
        selection = Selection(view=view)
        for screen in (services.overview, services.trend, services.unit_tree, services.goal_table):
            yield partial(screen, selection)
        yield partial(services.comments, selection)
    yield services.mapping_board
    yield from _supplier_years(services)


def _supplier_years(services: Services) -> Iterator[Callable[[], object]]:
    """Avstämning reads what suppliers are paid a year at a time: ask about each, the latest first."""
    try:
        months = services.catalogue().months
    except UserError:
        return
    yield partial(services.reconciliation, Selection())
    for year in sorted({month.year for month in months}, reverse=True):
        yield partial(services.reconciliation, Selection(month=Month(year, MONTHS_IN_YEAR)))
