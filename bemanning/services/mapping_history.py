"""What has been done with the mappings: who, when, which rows; and what they were before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.services.mapping_difference import KEY_FIELDS, RowChange, row_changes
from bemanning.services.mapping_update import LOG_ACTION
from bemanning.store import INSTANT, LogRecord, Session


@dataclass(frozen=True, slots=True)
class MappingEvent:
    """One logged change. counts: part → (rows added, rows superseded), of the parts that changed.

    subject: how it came about. file_name: the workbook that it was read from. restored: the change that it went back to
    before.
    """

    id: int
    at: datetime
    actor_name: str
    subject: str
    counts: dict[str, tuple[int, int]]
    file_name: str = ""
    restored: int | None = None


def mapping_history(session: Session, limit: int | None = None) -> tuple[MappingEvent, ...]:
    """Give the latest changes, newest first."""
    return tuple(_event(record) for record in session.log.of(LOG_ACTION, limit))


def change_rows(session: Session, change_id: int) -> tuple[RowChange, ...]:
    """Give the rows before and after of one change. Raises UserError(MAPPING_CHANGE_UNKNOWN)."""
    return row_changes(*session.mappings.changed_at(_find(session, change_id).at))


def restored(session: Session, change_id: int) -> MappingSet:
    """Give the parts that a change touched as they were just before it, whatever was changed in them since.

    Raises UserError(MAPPING_CHANGE_UNKNOWN).
    """
    event = _find(session, change_id)
    then = session.at(event.at - INSTANT).mappings.read()
    return MappingSet(**{part: getattr(then, part) for part in event.counts})


def _find(session: Session, change_id: int) -> MappingEvent:
    event = next((event for event in mapping_history(session) if event.id == change_id), None)
    if event is None:
        raise UserError([Fault(FaultCode.MAPPING_CHANGE_UNKNOWN, {"change": change_id})])
    return event


def _event(record: LogRecord) -> MappingEvent:
    detail = record.detail
    counts = {part: (detail[part][0], detail[part][1]) for part in KEY_FIELDS if any(detail.get(part, ()))}
    return MappingEvent(
        id=record.id,
        at=record.at,
        actor_name=record.actor_name,
        subject=record.subject,
        counts=counts,
        file_name=detail.get("file", ""),
        restored=detail.get("restored"),
    )
