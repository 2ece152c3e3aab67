"""Parsed files, and a reader that hands them out: what stands at the port in place of the loaders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import polars as pl

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, UnitAlias
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession, Source

COST = {
    "month": pl.String,
    "account": pl.String,
    "ansvar": pl.String,
    "activity": pl.String,
    "project": pl.String,
    "counterparty": pl.String,
    "supplier": pl.String,
    "measure": pl.String,
    "amount_ore": pl.Int64,
}
VOUCHERS = {name: COST.get(name, pl.String) for name in ("month", "account", "ansvar", "supplier", "voucher")}
HOURS = {
    "month": pl.String,
    "unit": pl.String,
    "code": pl.String,
    "employment": pl.String,
    "time_kind": pl.String,
    "supplier": pl.String,
    "centihours": pl.Int64,
    "cost_ore": pl.Int64,
    "head_count": pl.Int64,
}
LedgerRow = tuple[str, str, str, int]
HoursRow = tuple[str, str, str, str, str, int]

MAPPINGS = MappingSet(
    accounts=(
        AccountRule("4110", CostKind.OWN, Profession.DOCTOR),
        AccountRule("4610", CostKind.AGENCY, Profession.DOCTOR),
        AccountRule("5000", CostKind.OTHER, None),
    ),
    codes=(CodeRule("D1", Profession.DOCTOR),),
    nodes=(
        Node("R", "Regionen", NodeKind.REGION),
        Node("HS", "Hälso- och sjukvård", NodeKind.DIVISION),
        Node("ST", "Stab", NodeKind.DIVISION),
        Node("0101", "Avdelning 1", NodeKind.UNIT),
        Node("0102", "Avdelning 2", NodeKind.UNIT),
        Node("0900", "Ekonomi", NodeKind.UNIT),
    ),
    edges=(Edge("HS", "R"), Edge("ST", "R"), Edge("0101", "HS"), Edge("0102", "HS"), Edge("0900", "ST")),
    unit_aliases=(UnitAlias("H-0101", "0101"),),
    scopes=(Scope("HSV", "Hälso- och sjukvård", "HS", is_default=True), Scope("STAB", "Stab", "ST")),
    supplier_aliases=(),
    goals=(),
    events=(),
    settings=(),
)


def ledger_file(name: str, *rows: LedgerRow) -> ParsedFile:
    """One file of (month, account, ansvar, amount_ore)."""
    cells = [(month, account, ansvar, "", "", "", "", "actual", amount) for month, account, ansvar, amount in rows]
    frame = pl.DataFrame(cells, schema=COST, orient="row").sort(list(COST))
    return _parsed(name, Source.LEDGER, frame, "amount_ore")


def budget_file(name: str, *rows: LedgerRow, budget: tuple[LedgerRow, ...]) -> ParsedFile:
    """A file with outcome rows and budget rows."""
    cells = [
        (month, account, ansvar, "", "", "", "", measure, amount)
        for measure, each in (("actual", rows), ("budget", budget))
        for month, account, ansvar, amount in each
    ]
    return _parsed(name, Source.LEDGER, pl.DataFrame(cells, schema=COST, orient="row").sort(list(COST)), "amount_ore")


def with_vouchers(file: ParsedFile, *rows: tuple[str, str, str, str, str, int]) -> ParsedFile:
    """The same file, with voucher rows (month, account, ansvar, supplier, voucher, amount_ore)."""
    schema = {**VOUCHERS, "amount_ore": pl.Int64}
    return replace(file, vouchers=_ipc(pl.DataFrame(rows, schema=schema, orient="row")))


def hours_file(name: str, *rows: HoursRow) -> ParsedFile:
    """One file of (month, unit, code, employment, time_kind, centihours)."""
    frame = pl.DataFrame([(*row[:5], "", row[5], None, None) for row in rows], schema=HOURS, orient="row")
    return _parsed(name, Source.HEROMA, frame.sort(list(HOURS)), "centihours")


def cells_of(file: ParsedFile) -> pl.DataFrame:
    """The file's cells."""
    return pl.read_ipc_stream(BytesIO(file.cells))


def priced_hours_file(name: str, *rows: tuple[str, str, str, str, str, str, int, int | None]) -> ParsedFile:
    """One file of (month, unit, code, employment, time_kind, supplier, centihours, cost_ore)."""
    frame = pl.DataFrame([(*row, None) for row in rows], schema=HOURS, orient="row")
    return _parsed(name, Source.HEROMA, frame.sort(list(HOURS)), "centihours")


def supplied_ledger_file(name: str, *rows: tuple[str, str, str, str, int]) -> ParsedFile:
    """One file of (month, account, ansvar, supplier, amount_ore)."""
    cells = [
        (month, account, ansvar, "", "", "", supplier, "actual", ore) for month, account, ansvar, supplier, ore in rows
    ]
    return _parsed(name, Source.LEDGER, pl.DataFrame(cells, schema=COST, orient="row").sort(list(COST)), "amount_ore")


def supplied_hours(name: str, *rows: tuple[str, str, str, int]) -> ParsedFile:
    """One file of (month, employment, supplier, centihours), all of one unit."""
    cells = [
        (month, "0101", "D1", kind, "ordinary", supplier, hours, None, None) for month, kind, supplier, hours in rows
    ]
    return _parsed(name, Source.HEROMA, pl.DataFrame(cells, schema=HOURS, orient="row").sort(list(HOURS)), "centihours")


def refused_file(name: str) -> ParsedFile:
    """A file that could not be understood."""
    return ParsedFile(name, "0" * 64, faults=(Fault(FaultCode.FILE_EMPTY),))


def _parsed(name: str, source: Source, frame: pl.DataFrame, amount: str) -> ParsedFile:
    counted = frame.filter(pl.col("measure") == "actual") if source is Source.LEDGER else frame
    per_month = dict(sorted(counted.group_by("month").agg(pl.col(amount).sum()).iter_rows()))
    content = _ipc(frame)
    return ParsedFile(
        file_name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        source=source,
        profile="byggd",
        rows=frame.height,
        per_month=per_month,
        total=sum(per_month.values()),
        content_hash=hashlib.sha256(content).hexdigest(),
        cells=content,
        vouchers=_ipc(pl.DataFrame(schema={**VOUCHERS, "amount_ore": pl.Int64})),
    )


def _ipc(frame: pl.DataFrame) -> bytes:
    buffer = BytesIO()
    frame.write_ipc_stream(buffer)
    return buffer.getvalue()


class BuiltReader:
    """Gives the parsed file whose name is asked for, and remembers what was asked."""

    def __init__(self, *files: ParsedFile) -> None:
        self.files = {file.file_name: file for file in files}
        self.requests: list[ReadRequest] = []

    def read(self, requests: Sequence[ReadRequest]) -> Iterator[ParsedFile]:
        self.requests += requests
        return (self.files[request.file_name] for request in requests)


def paths(*files: ParsedFile) -> list[Path]:
    return [Path(file.file_name) for file in files]
