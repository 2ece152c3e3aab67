"""Where a balance list is held against what is loaded. Nothing is kept, and nothing changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import polars as pl

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, MappingSet, Scope
from bemanning.domain.month import Month, month_range
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import AmountMeasure, MonthStatus, Source
from bemanning.services.balance_check import Amounts, BalanceCheck, Comparison, compare
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
            saved = [record.profile for record in session.profiles.current()]
        profiles = tuple(profile for profile in saved if profile.layout.source is Source.LEDGER)
        asked = None if scope is None else scope_by_code(mappings, scope, ())
        request = ReadRequest(path, file_name, profiles=profiles, source=Source.LEDGER, is_balance=True)
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
    stated = _stated(parsed)
    there = {row.month for row in rows}
    months = tuple(month for month in stated if month in there)
    if parsed.span and len(months) < len(stated):
        months = ()  # the sum of fewer months says nothing of a sum of all
    code = None if scope is None else scope.code
    loaded = _amounts(session.cells.account_costs([str(month) for month in months], code))
    return BalanceCheck(
        file_name=parsed.file_name,
        scope=scope,
        months=months,
        not_loaded=tuple(month for month in stated if month not in there),
        lacking=tuple(sorted(_lacking(rows, stated))),
        gaps=tuple(_gaps(rows, months, mappings)) if scope is None else (),
        comparison=_compared(loaded, parsed, months, mappings.accounts or ()),
        warnings=parsed.warnings,
        is_sum=parsed.span is not None,
        profile=parsed.seen.profile if parsed.seen else "",
    )


def _stated(parsed: ParsedFile) -> list[Month]:
    """Give the months that the file speaks of."""
    if parsed.span:
        return list(month_range(*map(Month.parse, parsed.span)))
    return [Month.parse(month) for month in sorted(parsed.per_month)]


def _compared(loaded: Amounts, parsed: ParsedFile, months: Sequence[Month], rules: Sequence[AccountRule]) -> Comparison:
    """Hold month against month; or, where the file has the months' sum, sum against sum, on the last of the months."""
    if parsed.span is None or not months:
        return compare(loaded, _listed(parsed), months, rules)
    sums: dict[tuple[str, Month], int] = {}
    for (account, _), amount_ore in loaded.items():
        sums[account, months[-1]] = sums.get((account, months[-1]), 0) + amount_ore
    within = [
        replace(rule, valid_to=max(rule.valid_to, months[-1]))
        for rule in rules
        if rule.valid_from <= months[-1] and rule.valid_to >= months[0]
    ]
    return compare(sums, _listed(parsed), months[-1:], within)


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
