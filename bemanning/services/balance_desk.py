"""Where a balance list is held against what is loaded. Nothing is kept, and nothing changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polars as pl

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import AmountMeasure, MonthStatus, Source
from bemanning.services.balance_check import Amounts, BalanceCheck, compare
from bemanning.services.ports import FileReader
from bemanning.services.scoping import declared_scopes, scope_by_code
from bemanning.services.upload import MEBIBYTE, Upload, received
from bemanning.store import CurrentMonth, Session, Store

# It is read while the sender waits. A list of accounts is far smaller; a whole year's vouchers in SIE may not be.
BALANCE_LIMIT_BYTES = 40 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class BalanceDesk:
    """Checks against one store. Thread-safe."""

    store: Store
    reader: FileReader

    def sent(self, upload: Upload, scope: str | None) -> BalanceCheck:
        """Check a sent file. Raises UserError: BALANCE_FILE_LARGE, UPLOAD_BROKEN, or as `file`."""
        content = received(upload, BALANCE_LIMIT_BYTES, FaultCode.BALANCE_FILE_LARGE)
        with tempfile.TemporaryDirectory(prefix="bemanning-") as folder:
            path = Path(folder, "saldolista")
            path.write_bytes(content)
            return self.file(path, upload.shown_name, scope)

    def file(self, path: Path, file_name: str, scope: str | None) -> BalanceCheck:
        """Check a file against one scope, or the whole region.

        Raises UserError: SCOPE_UNKNOWN, NO_OUTCOME, or every fault of the file.
        """
        with self.store.reading() as session:
            mappings = session.mappings.read()
        asked = None if scope is None else scope_by_code(mappings, scope, ())
        request = ReadRequest(path, file_name, source=Source.LEDGER, is_balance=True)
        parsed = next(self.reader.read([request]))
        if parsed.faults:
            raise UserError(parsed.faults)
        if not parsed.per_month:
            raise UserError([Fault(FaultCode.NO_OUTCOME)])
        with self.store.reading() as session:
            return _checked(session, parsed, asked)


def _checked(session: Session, parsed: ParsedFile, scope: Scope | None) -> BalanceCheck:
    mappings = session.mappings.read()
    rows = [row for row in session.months.current() if _speaks(row, scope)]
    stated = [Month.parse(month) for month in sorted(parsed.per_month)]
    months = tuple(month for month in stated if month in {row.month for row in rows})
    code = None if scope is None else scope.code
    loaded = session.cells.account_costs([str(month) for month in months], code)
    return BalanceCheck(
        file_name=parsed.file_name,
        scope=scope,
        months=months,
        not_loaded=tuple(month for month in stated if month not in months),
        lacking=tuple(sorted(_lacking(rows, stated))),
        gaps=tuple(_gaps(rows, months, mappings)) if scope is None else (),
        comparison=compare(_amounts(loaded), _listed(parsed), months, mappings.accounts or ()),
        warnings=parsed.warnings,
    )


def _speaks(row: CurrentMonth, scope: Scope | None) -> bool:
    return row.source is Source.LEDGER and (scope is None or row.scope == scope.code)


def _listed(parsed: ParsedFile) -> Amounts:
    cells = pl.read_ipc_stream(BytesIO(parsed.cells)).filter(pl.col("measure") == AmountMeasure.ACTUAL.value)
    return _amounts(cells.group_by("month", "account").agg(pl.col("amount_ore").sum()))


def _amounts(sums: pl.DataFrame) -> Amounts:
    rows = sums.select("account", "month", "amount_ore").iter_rows()
    return {(account, Month.parse(month)): amount for account, month, amount in rows}


def _lacking(rows: Sequence[CurrentMonth], stated: Sequence[Month]) -> set[Month]:
    """Give the closed months of the file's years that it says nothing of."""
    years = {month.year for month in stated}
    closed = {row.month for row in rows if row.status is MonthStatus.CLOSED}
    return {month for month in closed if month.year in years} - set(stated)


def _gaps(rows: Sequence[CurrentMonth], months: Sequence[Month], mappings: MappingSet) -> Iterator[ScopeGap]:
    """Tell which of the region's scopes lack which of the months: a list of the whole company has them all."""
    loaded = {(row.scope, row.month) for row in rows}
    for scope in declared_scopes(mappings):
        if lacked := tuple(month for month in months if (scope.code, month) not in loaded):
            yield ScopeGap(scope.name, lacked)
