"""Change what accounts, codes, units and goals mean; the cube follows in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.vocabulary import Source
from bemanning.services.ingest import write_cube
from bemanning.services.mapping_checks import mapping_faults, merged
from bemanning.services.placement import DEFAULT_SCOPE_CODE
from bemanning.store import LoadRecord, Store, WriteSession


@dataclass(frozen=True, slots=True)
class MappingChange:
    """What a mapping workbook changed: part → (rows added, rows superseded), and how many loads were recomputed."""

    parts: dict[str, tuple[int, int]]
    recomputed_loads: int


def update_mappings(store: Store, mappings: MappingSet, actor: Actor) -> MappingChange:
    """Replace the parts that the set holds.

    Raises UserError with every fault of the set, or of what it would make of the stored parts that it leaves; then
    nothing is changed.
    """
    if mappings.faults:
        raise UserError(mappings.faults)
    with store.writing(actor) as session:
        _refuse_lost_scopes(session, mappings)
        if faults := mapping_faults(merged(session.mappings.read(), mappings)):
            raise UserError(faults)
        parts = session.mappings.replace(mappings)
        changed = {part for part, counts in parts.items() if any(counts)}
        loads = _loads_to_recompute(session.loads.newest_first(), changed)
        now = session.mappings.read()
        for load in loads:
            _recompute(session, now, load)
        if changed:
            session.log.add("mappings", "mappings", {part: list(counts) for part, counts in parts.items()})
    return MappingChange(parts, len(loads))


def _refuse_lost_scopes(session: WriteSession, mappings: MappingSet) -> None:
    """A loaded month whose scope no longer exists would turn up as missing everywhere: refuse before that."""
    if mappings.scopes is None:
        return
    kept = {scope.code for scope in mappings.scopes} or {DEFAULT_SCOPE_CODE}
    lost = sorted({row.scope for row in session.months.current()} - kept)
    if lost:
        raise UserError([Fault(FaultCode.SCOPE_IN_USE, {"scope": scope}) for scope in lost])


def _loads_to_recompute(loads: list[LoadRecord], changed: set[str]) -> list[LoadRecord]:
    sources = set()
    if "accounts" in changed:
        sources.add(Source.LEDGER)
    if changed & {"codes", "unit_aliases"}:
        sources.add(Source.HEROMA)
    return [load for load in loads if load.source in sources]


def _recompute(session: WriteSession, mappings: MappingSet, load: LoadRecord) -> None:
    read = session.cells.cost_of if load.source is Source.LEDGER else session.cells.hours_of
    write_cube(session, mappings, load.id, load.source, read(load.id))
