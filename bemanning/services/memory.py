"""What is kept in memory between questions: one data version's figures, and sums that are dear to read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.services.comments import COMMENT_ACTIONS
from bemanning.services.cube_rows import CubeRows, read_rows
from bemanning.services.figures import Figures
from bemanning.services.figures_read import figures_of_rows
from bemanning.services.tallies import Tallies, read_tallies
from bemanning.services.unnamed_suppliers import UnnamedSupplier, unnamed_suppliers
from bemanning.store import CommentRecord, CurrentMonth, LoadRecord, Store


@dataclass(frozen=True, slots=True)
class Known:
    """One data version. latest_change: the last entry of the log that it knows of."""

    data_version: int
    latest_change: int
    rows: CubeRows
    figures: Figures | None
    loads: tuple[LoadRecord, ...]
    comments: tuple[CommentRecord, ...]

    @property
    def mappings(self) -> MappingSet:
        """The mappings as they hold."""
        return self.rows.mappings

    @property
    def loaded(self) -> Figures:
        """The figures. Raises UserError(NOTHING_LOADED) where there are none."""
        if self.figures is None:
            raise UserError([Fault(FaultCode.NOTHING_LOADED)])
        return self.figures


@dataclass(eq=False, slots=True)
class Memory:
    """Reads what has changed, and nothing twice. Thread-safe: who asks while another reads waits for the answer."""

    store: Store
    _known: Known | None = None
    _tallies: tuple[tuple[CurrentMonth, ...], Tallies] | None = None
    _unnamed: tuple[CubeRows, tuple[UnnamedSupplier, ...]] | None = None
    _lock: Lock = field(default_factory=Lock)

    def known(self) -> Known:
        """Give what holds now."""
        version = self.store.data_version()
        with self._lock:
            if self._known is None or self._known.data_version != version:
                self._known = self._read(version, self._known)
            return self._known

    def tallies(self, known: Known) -> Tallies:
        """Give what is loaded, summed before any mapping; read again only when other loads speak for the months."""
        with self._lock:
            if self._tallies is None or self._tallies[0] != known.rows.current:
                with self.store.reading() as session:
                    self._tallies = known.rows.current, read_tallies(session)
            return self._tallies[1]

    def unnamed_suppliers(self, known: Known) -> tuple[UnnamedSupplier, ...]:
        """Give the suppliers without a collecting name; read again when the loads or the mappings are others."""
        with self._lock:
            if self._unnamed is None or self._unnamed[0] is not known.rows:
                with self.store.reading() as session:
                    self._unnamed = known.rows, unnamed_suppliers(session, known.mappings)
            return self._unnamed[1]

    def _read(self, version: int, before: Known | None) -> Known:
        # The version is read before the data: a change in between makes the next question read again.
        with self.store.reading() as session:
            latest = max((record.id for record in session.log.newest_first(1)), default=0)
            said = tuple(session.comments.read())
            if before is not None and session.log.actions_since(before.latest_change) <= COMMENT_ACTIONS:
                return replace(before, data_version=version, latest_change=latest, comments=said)
            rows = read_rows(session, None if before is None else before.rows)
            return Known(version, latest, rows, figures_of_rows(rows), tuple(session.loads.newest_first()), said)
