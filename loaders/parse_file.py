"""One file, from its bytes to what is handed on, inside the child process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.file_format import FileFormat
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.vocabulary import Source
from loaders.frames import content_hash, month_sums, to_arrow
from loaders.group_headings import with_group_headings
from loaders.headings import Headings, normalised
from loaders.heroma import finish_heroma, read_heroma
from loaders.ledger import read_ledger
from loaders.ledger_file import finish_ledger
from loaders.limits import Limits
from loaders.outcome import Outcome
from loaders.profile_choice import of_balance
from loaders.raw_sheet import RawSheet
from loaders.read_sie import read_sie_4, read_sie_5
from loaders.read_text import read_text
from loaders.read_workbook import WORKBOOKS, read_workbook
from loaders.reading import Reading, SheetReading
from loaders.seen import Chosen
from loaders.sheets import choose_sheets
from loaders.sniff import sniff


@dataclass(frozen=True, slots=True)
class FileParser:
    """Parses files by one set of heading tables. latest: the last month that a file may speak of."""

    headings: Headings
    limits: Limits
    latest: Month

    def parse(self, request: ReadRequest, sha256: str) -> ParsedFile:
        """Read and understand a file. Whatever is wrong with it comes back as faults."""
        reading = Reading(
            self.headings.for_balance() if request.is_balance else self.headings,
            self.latest,
            request.agency_accounts,
            wanted=request.source,
            is_balance=request.is_balance,
            profiles=tuple(map(of_balance, request.profiles)) if request.is_balance else request.profiles,
            is_chosen=request.is_chosen,
        )
        blank = ParsedFile(request.file_name, sha256)
        try:
            outcome = self._understood(request, reading)
        except UserError as error:
            return replace(blank, faults=error.faults, warnings=reading.warnings.faults())
        for kind, count in sorted(reading.personal.items()):
            reading.warnings.add(FaultCode.PERSONAL_DATA_DROPPED, kind=kind, count=count)
        seen = replace(
            blank,
            source=reading.source,
            dropped=dict(reading.personal),
            warnings=reading.warnings.faults(),
            faults=reading.faults.faults(),
            seen=reading.seen,
        )
        return seen if outcome is None else _packed(seen, outcome, reading)

    def _understood(self, request: ReadRequest, reading: Reading) -> Outcome | None:
        form = sniff(request.path, self.limits)
        if form in (FileFormat.SIE, FileFormat.SIE_5):
            return _read_sie(form, request, reading)
        sheets = [with_group_headings(sheet, reading.headings) for sheet in self._sheets(form, request, reading)]
        chosen = choose_sheets(sheets, reading)
        reading.source = next((header.source for _, header in chosen), None)
        return _read(chosen, reading)

    def _sheets(self, form: FileFormat, request: ReadRequest, reading: Reading) -> Sequence[RawSheet]:
        if form in WORKBOOKS:
            return read_workbook(request.path, form, self.limits, reading.warnings)
        known = self._known_headings(request)
        return [read_text(request.path, lambda text: normalised(text) in known, reading.warnings)]

    def _known_headings(self, request: ReadRequest) -> set[str]:
        """Gather what the tables and the profiles know, normalised."""
        tables = {heading for table in self.headings.columns.values() for heading in table}
        said = {normalised(heading) for profile in request.profiles for heading, _ in profile.layout.columns}
        return tables | said


def _read_sie(form: FileFormat, request: ReadRequest, reading: Reading) -> Outcome | None:
    """Read a ledger that needs no headings: a profile asked for has no say, and a file of Heroma it never is."""
    reading.source = Source.LEDGER
    if request.is_chosen:
        reading.faults.add(FaultCode.PROFILE_NEEDLESS)
    if request.source is Source.HEROMA:
        reading.faults.add(FaultCode.SOURCE_OTHER, source=Source.LEDGER)
    return None if reading.faults else (read_sie_4 if form is FileFormat.SIE else read_sie_5)(request.path, reading)


def _read(chosen: Sequence[Chosen], reading: Reading) -> Outcome | None:
    sheets = [SheetReading.begin(reading, sheet, header) for sheet, header in chosen]
    outcome: Outcome | None
    if any(sheet.header.source is Source.HEROMA for sheet in sheets):
        hours = [part for sheet in sheets if (part := read_heroma(sheet))]
        outcome = finish_heroma(hours, reading) if hours and not reading.faults else None
    else:
        costs = [cost for sheet in sheets if (cost := read_ledger(sheet))]
        if reading.span and len(sheets) > 1:  # whose months are which?
            reading.faults.add(FaultCode.PERIOD_MISSING)
        outcome = finish_ledger(costs, reading) if costs and not reading.faults else None
    if outcome is not None and outcome.cells.is_empty():
        reading.faults.add(FaultCode.NO_ROWS)
        return None
    return outcome


def _packed(seen: ParsedFile, outcome: Outcome, reading: Reading) -> ParsedFile:
    per_month = month_sums(outcome.counted, outcome.number)
    saved = reading.profile if reading.profile and reading.profile.name else None
    return replace(
        seen,
        profile=saved.name if saved else outcome.profile,
        profile_version=saved.version if saved else 1,
        rows=reading.rows,
        per_month=per_month,
        total=sum(per_month.values()),
        span=reading.span,
        content_hash=content_hash(outcome.source, outcome.cells),
        cells=to_arrow(outcome.cells),
        vouchers=to_arrow(outcome.vouchers),
    )
