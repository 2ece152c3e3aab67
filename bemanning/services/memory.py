"""What is kept in memory between questions: one data version's figures, some earlier days', and dear sums."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from threading import Lock

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.known_on import end_of_day
from bemanning.domain.mapping import MappingSet
from bemanning.services.cube_rows import CubeRows, read_rows
from bemanning.services.figureless import FIGURELESS_ACTIONS
from bemanning.services.figures import Figures
from bemanning.services.figures_after import figures_after
from bemanning.services.figures_read import figures_of_rows
from bemanning.services.tallies import Tallies, read_tallies
from bemanning.services.unnamed_suppliers import UnnamedSupplier, unnamed_suppliers
from bemanning.store import CommentRecord, CurrentMonth, LoadRecord, Session, Store

# Days that are looked back to at once: each holds as much as the figures of now.
DAYS_KEPT = 3


@dataclass(frozen=True, slots=True)
class Known:
    """One data version. latest_change: the last entry of the log that it knows of.

    known_on: it is told as it was known on that day, at the end of which the moment as_known is; None for now.
    """

    data_version: int
    latest_change: int
    rows: CubeRows
    figures: Figures | None
    loads: tuple[LoadRecord, ...]
    comments: tuple[CommentRecord, ...]
    known_on: date | None = None

    @property
    def as_known(self) -> datetime | None:
        """The moment that everything is told as of; None for now."""
        return None if self.known_on is None else end_of_day(self.known_on)

    @property
    def mappings(self) -> MappingSet:
        """The mappings as they hold."""
        return self.rows.mappings

    @property
    def loaded(self) -> Figures:
        """The figures. Raises UserError where there are none: NOTHING_LOADED, or NOTHING_KNOWN on an earlier day."""
        if self.figures is not None:
            return self.figures
        if self.known_on is None:
            raise UserError([Fault(FaultCode.NOTHING_LOADED)])
        raise UserError([Fault(FaultCode.NOTHING_KNOWN, {"date": self.known_on.isoformat()})])


@dataclass(eq=False, slots=True)
class Memory:
    """Reads what has changed, and nothing twice. Thread-safe: who asks while another reads waits for the answer."""

    store: Store
    _known: Known | None = None
    _earlier: dict[date, tuple[Known, bool]] = field(default_factory=dict)
    _tallies: tuple[tuple[CurrentMonth, ...], Tallies] | None = None
    _unnamed: tuple[CubeRows, tuple[UnnamedSupplier, ...]] | None = None
    _lock: Lock = field(default_factory=Lock)
    # Who asks for now never waits for an earlier day, whose cells must be summed anew.
    _earlier_lock: Lock = field(default_factory=Lock)

    def known(self, known_on: date | None = None) -> Known:
        """Give what holds now, or what was known when a day ended."""
        version = self.store.data_version()
        if known_on is not None:
            with self._earlier_lock:
                return self._known_on(known_on, version)
        with self._lock:
            if self._known is None or self._known.data_version != version:
                self._known = self._read(version, self._known)
            return self._known

    def tallies(self, known: Known) -> Tallies:
        """Give what is loaded, summed before any mapping; read again only when other loads speak for the months."""
        with self._lock:
            if self._tallies is None or self._tallies[0] != known.rows.current:
                with self.store.reading() as session:
                    self._tallies = known.rows.current, read_tallies(session.at(known.as_known))
            return self._tallies[1]

    def unnamed_suppliers(self, known: Known) -> tuple[UnnamedSupplier, ...]:
        """Give the suppliers without a collecting name; read again when the loads or the mappings are others."""
        with self._lock:
            if self._unnamed is None or self._unnamed[0] is not known.rows:
                with self.store.reading() as session:
                    self._unnamed = known.rows, unnamed_suppliers(session, known.mappings)
            return self._unnamed[1]

    def _known_on(self, known_on: date, version: int) -> Known:
        """Give an earlier day, the latest asked for last; one that may still change only while nothing has."""
        found, is_over = self._earlier.pop(known_on, (None, False))
        if found is None or not (is_over or found.data_version == version):
            found, is_over = self._read_day(known_on, version)
        self._earlier[known_on] = found, is_over
        while len(self._earlier) > DAYS_KEPT:
            del self._earlier[next(iter(self._earlier))]
        return found

    def _read_day(self, known_on: date, version: int) -> tuple[Known, bool]:
        moment, latest = end_of_day(known_on), self.store.changed_at()
        with self.store.reading() as session:
            then = session.at(moment)
            rows, figures = _as_known(session, then)
            loads, said = tuple(then.loads.newest_first()), tuple(then.comments.read())
        known = Known(version, 0, rows, figures, loads, said, known_on)
        # Each change is later than the one before it, so what is older than the latest can't change.
        return known, latest is not None and latest > moment

    def _read(self, version: int, before: Known | None) -> Known:
        # The version is read before the data: a change in between makes the next question read again.
        with self.store.reading() as session:
            latest = max((record.id for record in session.log.newest_first(1)), default=0)
            said = tuple(session.comments.read())
            if before is not None and session.log.actions_since(before.latest_change) <= FIGURELESS_ACTIONS:
                return replace(before, data_version=version, latest_change=latest, comments=said)
            rows = read_rows(session, None if before is None else before.rows)
            return Known(version, latest, rows, figures_of_rows(rows), tuple(session.loads.newest_first()), said)


def _as_known(now: Session, then: Session) -> tuple[CubeRows, Figures | None]:
    """Read the cubes of the loads that spoke then, which are what today's mappings make of them; go back from there.

    Only what the mappings made otherwise of is computed again: all cells of the demo region took ten times as long.
    """
    rows = CubeRows(now.mappings.read(), tuple(then.months.current()), then.cube.cost(), then.cube.hours())
    figures, mappings = figures_of_rows(rows), then.mappings.read()
    told = None if figures is None else figures_after(then, figures, mappings).figures
    return replace(rows, mappings=mappings), told
