"""Check, load and undo: the only way that figures come into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.profile import ReadBy, record_of
from bemanning.domain.vocabulary import CostKind, MonthStatus, Source
from bemanning.services.cube import cost_cube, hours_cube, mapped_hours
from bemanning.services.doubtful_sums import doubtful_sums
from bemanning.services.file_report import FileReport, MonthChange, Outcome
from bemanning.services.month_changes import month_changes, unchanged
from bemanning.services.ports import FileReader
from bemanning.services.profiles import with_choice
from bemanning.services.restatement import closed, erased, restated
from bemanning.services.scoping import scope_by_code, scope_of_units
from bemanning.services.stale_files import stale
from bemanning.services.unmapped import UnmappedItem, find_unmapped
from bemanning.store import NewLoad, Session, Store, WriteSession


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load. scope: a scope's code, or None to tell it from the file's units.

    allow_erase: let a file take away units or accounts from a loaded month. status: what the months become.
    reading: what the file is read by; None where nobody has said. A scope goes before that of what it is read by.
    """

    scope: str | None = None
    allow_erase: bool = False
    status: MonthStatus = MonthStatus.OPEN
    reading: ReadBy | None = None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A parsed file held against the store: what it is, what it would change, what speaks against it."""

    parsed: ParsedFile
    cells: pl.DataFrame
    scope: Scope | None
    warnings: tuple[Fault, ...]
    faults: tuple[Fault, ...]
    known_load: int | None = None
    changes: tuple[MonthChange, ...] = ()


# Called in the transaction that stores something of a file, last in it; an exception leaves everything as it was.
BeforeCommit = Callable[[WriteSession, FileReport], None]


def no_more(_session: WriteSession, _report: FileReport) -> None:
    """Do nothing before the commit."""


def check_files(store: Store, reader: FileReader, paths: Sequence[Path], options: LoadOptions) -> Iterator[FileReport]:
    """Say what loading each file would do. Writes nothing."""
    for parsed in reader.read(_requests(store, paths, options)):
        yield check_parsed(store, parsed, options)


def read_one(store: Store, reader: FileReader, path: Path, file_name: str, options: LoadOptions) -> ParsedFile:
    """Read one file that is kept under another name than its own. Raises UserError(PROFILE_UNKNOWN)."""
    (request,) = _requests(store, [path], options)
    return next(reader.read([replace(request, file_name=file_name)]))


def check_parsed(store: Store, parsed: ParsedFile, options: LoadOptions) -> FileReport:
    """Say what loading a parsed file would do. Writes nothing."""
    with store.reading() as session:
        mappings = session.mappings.read()
        return _report(_prepare(session, mappings, parsed, options), mappings)


def load_files(
    store: Store, reader: FileReader, paths: Sequence[Path], options: LoadOptions, actor: Actor
) -> Iterator[FileReport]:
    """Load each file in a transaction of its own: all of it, or nothing. A refused file doesn't stop the others.

    A month that is loaded already is replaced, and the report says by how much. The same content writes nothing.
    """
    for parsed in reader.read(_requests(store, paths, options)):
        yield load_parsed(store, parsed, options, actor)


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing changed: the months whose figures are others now, and those of them that were closed."""

    months: list[Month]
    reopened: list[Month]


def undo_load(store: Store, load_id: int, actor: Actor) -> Undone:
    """Take a load back, in any order. A closed month that it was current for is opened, and said to be.

    Raises UserError: LOAD_UNKNOWN, LOAD_ALREADY_UNDONE.
    """
    with store.writing(actor) as session:
        locked = {
            row.month for row in session.months.current() if row.load_id == load_id and row.status is MonthStatus.CLOSED
        }
        months = session.loads.undo(load_id)
        undone = Undone(months, [month for month in months if month in locked])
        detail = {"months": [str(month) for month in months], "reopened": [str(month) for month in undone.reopened]}
        session.log.add("undo", f"load {load_id}", detail)
        return undone


def _requests(store: Store, paths: Sequence[Path], options: LoadOptions) -> list[ReadRequest]:
    with store.reading() as session:
        rules = session.mappings.read().accounts or ()
        saved = session.profiles.current()
    agency = frozenset(rule.account for rule in rules if rule.cost_kind is CostKind.AGENCY)
    choice = options.reading or ReadBy()
    return [with_choice(ReadRequest(path, path.name, agency), saved, choice) for path in paths]


def load_parsed(
    store: Store, parsed: ParsedFile, options: LoadOptions, actor: Actor, before_commit: BeforeCommit = no_more
) -> FileReport:
    """Load a parsed file in a transaction of its own; see `load_files`."""
    if parsed.faults:
        return _report(_Prepared(parsed, pl.DataFrame(), None, parsed.warnings, parsed.faults), MappingSet())
    with store.writing(actor) as session:
        # Held against the store inside the transaction that writes: two loads at once see each other's months.
        mappings = session.mappings.read()
        prepared = _prepare(session, mappings, parsed, options)
        report = _report(prepared, mappings)
        if report.outcome is Outcome.REJECTED or prepared.scope is None:
            return report
        if prepared.known_load is None:
            report = replace(report, load_id=_write(session, mappings, prepared, prepared.scope, options))
        elif not _refresh_vouchers(session, prepared.known_load, parsed):
            return report
        before_commit(session, report)
        return report


def _refresh_vouchers(session: WriteSession, load_id: int, parsed: ParsedFile) -> bool:
    """Keep the vouchers of accounts that were mapped as agency after the file was loaded. Tell whether any were new.

    Only agency accounts' rows are kept, so a file loaded before its accounts were mapped has none; reading the same
    file again is how they come in. The figures are the same.
    """
    vouchers = pl.read_ipc_stream(BytesIO(parsed.vouchers))
    if parsed.source is not Source.LEDGER or session.cells.voucher_count(load_id) == vouchers.height:
        return False
    session.cells.replace_vouchers(load_id, vouchers)
    session.log.add("vouchers", f"load {load_id}", {"rows": vouchers.height})
    return True


def _prepare(session: Session, mappings: MappingSet, parsed: ParsedFile, options: LoadOptions) -> _Prepared:
    if parsed.faults or parsed.source is None:
        return _Prepared(parsed, pl.DataFrame(), None, parsed.warnings, parsed.faults)
    cells = pl.read_ipc_stream(BytesIO(parsed.cells))
    if not parsed.per_month:
        return _Prepared(parsed, cells, None, parsed.warnings, (Fault(FaultCode.NO_OUTCOME),))
    try:
        scope = _scope(mappings, parsed, cells, options)
    except UserError as error:
        return _Prepared(parsed, cells, None, parsed.warnings, error.faults)
    same = session.loads.same_content_current(parsed.source, scope.code, parsed.content_hash)
    if same is not None:
        known = Fault(FaultCode.SAME_CONTENT, {"load": same.id, "file": same.file_name})
        stays = unchanged(parsed.per_month)
        return _Prepared(parsed, cells, scope, (*parsed.warnings, known), (), known_load=same.id, changes=stays)
    return _against_loaded(session, parsed, scope, cells, options)


def _against_loaded(
    session: Session, parsed: ParsedFile, scope: Scope, cells: pl.DataFrame, options: LoadOptions
) -> _Prepared:
    """Hold the file against its months as they are loaded: what changes, and what speaks against that."""
    source, months = parsed.source or Source.LEDGER, sorted(parsed.per_month)
    read = session.cells.current_cost if source is Source.LEDGER else session.cells.current_hours
    before = read(scope=scope.code, months=months)
    current = [
        row
        for row in session.months.current()
        if (row.source, row.scope) == (source, scope.code) and str(row.month) in parsed.per_month
    ]
    lost = list(erased(source, before, cells))
    faults = closed(current, scope) + ([] if options.allow_erase else lost)
    changed = restated(source, before, cells)
    old = stale(session, parsed, scope.code, [str(fault.params["month"]) for fault in changed])
    changes = month_changes(source, before, cells, parsed.per_month, {str(row.month) for row in current})
    doubts = doubtful_sums(session, parsed, scope.code, changes)
    noticed = [*old, *doubts, *changed, *(lost if options.allow_erase else [])]
    return _Prepared(parsed, cells, scope, (*parsed.warnings, *noticed), tuple(faults), changes=changes)


def _scope(mappings: MappingSet, parsed: ParsedFile, cells: pl.DataFrame, options: LoadOptions) -> Scope:
    layout = parsed.seen.layout if parsed.seen else None
    code = options.scope or (layout.scope if layout else "")
    if parsed.source is Source.HEROMA:
        cells = mapped_hours(cells, (), mappings.unit_aliases or ())
    units = [(unit, Month.parse(month)) for unit, month in cells.select("ansvar", "month").unique().iter_rows()]
    return scope_by_code(mappings, code, units) if code else scope_of_units(mappings, units)


def _write(session: WriteSession, mappings: MappingSet, prepared: _Prepared, scope: Scope, options: LoadOptions) -> int:
    parsed, source = prepared.parsed, prepared.parsed.source or Source.LEDGER
    months = tuple(sorted(parsed.per_month))
    load_id = session.loads.add(
        NewLoad(
            source=source,
            scope=scope.code,
            file_name=parsed.file_name,
            sha256=parsed.sha256,
            content_hash=parsed.content_hash,
            profile=parsed.profile,
            profile_version=parsed.profile_version,
            months=months,
            rows=parsed.rows,
            total=parsed.total,
            warnings=[fault_record(fault) for fault in prepared.warnings],
            dropped=parsed.dropped,
        )
    )
    if source is Source.LEDGER:
        session.cells.add_cost(load_id, prepared.cells)
        session.cells.add_vouchers(load_id, pl.read_ipc_stream(BytesIO(parsed.vouchers)))
    else:
        session.cells.add_hours(load_id, prepared.cells)
    write_cube(session, mappings, load_id, source, prepared.cells)
    session.months.switch(load_id, source, scope.code, months)
    # A final file over a preliminary month makes it final, and the other way round.
    for row in session.months.current():
        if (row.source, row.scope, row.load_id) == (source, scope.code, load_id) and row.status is not options.status:
            session.months.set_status(source, scope.code, row.month, options.status)
    detail: dict[str, Any] = {
        "file": parsed.file_name,
        "source": source.value,
        "scope": scope.code,
        "months": list(months),
    }
    if options.reading and options.reading.layout:
        # Read as a person said, and not saved as a profile: nowhere else does it stand.
        detail["layout"] = record_of(options.reading.layout)
    session.log.add("load", f"load {load_id}", detail)
    return load_id


def write_cube(session: WriteSession, mappings: MappingSet, load_id: int, source: Source, cells: pl.DataFrame) -> None:
    """Compute and store the cube of one load's cells by the mappings."""
    if source is Source.LEDGER:
        session.cube.replace_cost(load_id, cost_cube(cells, mappings.accounts or ()))
    else:
        session.cube.replace_hours(load_id, hours_cube(cells, mappings.codes or (), mappings.unit_aliases or ()))


def fault_record(fault: Fault) -> dict[str, object]:
    """Turn a fault into what JSON can hold."""
    return {"code": fault.code.value, "params": fault.params, "sheet": fault.sheet, "cell": fault.cell}


def _report(prepared: _Prepared, mappings: MappingSet) -> FileReport:
    parsed = prepared.parsed
    outcome = Outcome.ACCEPTED_WITH_WARNINGS if prepared.warnings else Outcome.ACCEPTED
    return FileReport(
        file=parsed.file_name,
        outcome=Outcome.REJECTED if prepared.faults else outcome,
        source=parsed.source,
        scope=prepared.scope.code if prepared.scope else None,
        rows=parsed.rows,
        total=parsed.total,
        per_month=parsed.per_month,
        unmapped=_unmapped(prepared, mappings),
        warnings=prepared.warnings,
        faults=prepared.faults,
        dropped=parsed.dropped,
        changes=prepared.changes,
        profile=parsed.profile,
        profile_version=parsed.profile_version,
        seen=parsed.seen,
    )


def _unmapped(prepared: _Prepared, mappings: MappingSet) -> tuple[UnmappedItem, ...]:
    if prepared.cells.is_empty():
        return ()
    is_ledger = prepared.parsed.source is Source.LEDGER
    cost, hours = (prepared.cells, None) if is_ledger else (None, prepared.cells)
    return find_unmapped(cost, hours, mappings).items
