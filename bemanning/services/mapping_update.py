"""Change what accounts, codes, units and goals mean; the cube follows in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.mapping import MappingSet
from bemanning.domain.vocabulary import Source
from bemanning.services.ingest import write_cube
from bemanning.services.mapping_checks import mapping_faults, merged, scope_faults
from bemanning.services.mapping_difference import changed_keys
from bemanning.store import LoadRecord, Session, Store, WriteSession

# The log's word for a change of mappings, and its subjects: how the change came about.
LOG_ACTION = "mappings"
EDIT, WORKBOOK, RESTORATION, START, OTHER = "edit", "workbook", "restoration", "start", "mappings"


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """What the log says about a change beside its rows. subject: how it came about; detail: what else explains it."""

    subject: str = OTHER
    detail: Mapping[str, Any] = field(default_factory=dict)


# A change that needs no more words.
PLAIN = ChangeNote()


@dataclass(frozen=True, slots=True)
class MappingChange:
    """What was changed: part → (rows added, rows superseded), and how many loads were recomputed."""

    parts: dict[str, tuple[int, int]]
    recomputed_loads: int


def update_mappings(store: Store, mappings: MappingSet, actor: Actor, note: ChangeNote = PLAIN) -> MappingChange:
    """Replace the parts that the set holds.

    Raises UserError with every fault of the set, or of what it would make of the stored parts that it leaves; then
    nothing is changed.
    """
    if mappings.faults:
        raise UserError(mappings.faults)
    with store.writing(actor) as session:
        return change_mappings(session, mappings, note)


def change_mappings(session: WriteSession, mappings: MappingSet, note: ChangeNote) -> MappingChange:
    """Replace the parts that the set holds, within a transaction. Raises UserError as `update_mappings`."""
    before = session.mappings.read()
    after = checked(session, before, mappings)
    parts = session.mappings.replace(mappings)
    loads = loads_to_recompute(session, before, after)
    for load in loads:
        _recompute(session, after, load)
    if any(any(counts) for counts in parts.values()):
        detail = {part: list(counts) for part, counts in parts.items()}
        session.log.add(LOG_ACTION, note.subject, {**detail, **note.detail})
    return MappingChange(parts, len(loads))


def checked(session: Session, stored: MappingSet, changes: MappingSet) -> MappingSet:
    """Give what would hold after the changes.

    Raises UserError with everything that would do harm: a figure without an answer, or a loaded month that is lost.
    """
    after = merged(stored, changes)
    loaded = {row.scope for row in session.months.current()} if changes.scopes is not None else set()
    if faults := [*scope_faults(after, loaded), *mapping_faults(after)]:
        raise UserError(faults)
    return after


def loads_to_recompute(session: Session, before: MappingSet, after: MappingSet) -> list[LoadRecord]:
    """Give the loads, newest first, that have a cell whose account, code or unit means something else."""
    numbers = session.sums.cost_loads({"account": changed_keys("accounts", before, after)})
    hours = {"code": changed_keys("codes", before, after), "unit": changed_keys("unit_aliases", before, after)}
    numbers |= session.sums.hours_loads(hours)
    return [load for load in session.loads.newest_first() if load.id in numbers]


def _recompute(session: WriteSession, mappings: MappingSet, load: LoadRecord) -> None:
    read = session.cells.cost_of if load.source is Source.LEDGER else session.cells.hours_of
    write_cube(session, mappings, load.id, load.source, read(load.id))
