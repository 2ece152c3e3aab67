"""Signs that a file is older than what is loaded: an export that was kept, or found again, must not turn figures back.

A ledger's export says nowhere when it was made, so it is told by what has been loaded: never refused, always said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.known_on import day_of
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from bemanning.store import LoadRecord, Session


def stale(session: Session, parsed: ParsedFile, scope: str, changed: Sequence[str]) -> Iterator[Fault]:
    """Say of a file that isn't loaded already whether it was, or ends before a load whose months it changes.

    changed: the loaded months that the file changes.
    """
    before = session.loads.same_content(parsed.source or Source.LEDGER, scope, parsed.content_hash)
    if before:
        yield _again(before[0])
    elif changed:
        yield from _further(session, parsed, scope, changed)


def _again(load: LoadRecord) -> Fault:
    code = FaultCode.CONTENT_REPLACED if load.undone_at is None else FaultCode.CONTENT_UNDONE
    return Fault(code, {"load": load.id, "file": load.file_name, "date": day_of(load.loaded_at).isoformat()})


def _further(session: Session, parsed: ParsedFile, scope: str, changed: Sequence[str]) -> Iterator[Fault]:
    """Find the load with the furthest month among those that speak for the changed months, if the file ends before."""
    speaking = {
        row.load_id
        for row in session.months.current()
        if (row.source, row.scope) == (parsed.source, scope) and str(row.month) in changed
    }
    furthest = max(session.loads.of(speaking), key=lambda load: max(load.months))
    if max(furthest.months) > max(parsed.per_month):
        params: dict[str, str | int] = {"load": furthest.id, "file": furthest.file_name}
        yield Fault(
            FaultCode.FILE_ENDS_BEFORE, params | {"last": max(parsed.per_month), "reaches": max(furthest.months)}
        )
