"""The header row of a sheet: which of its columns are which, and what is missing to call it a ledger or Heroma."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bemanning.domain.vocabulary import AmountMeasure, Source
from loaders.headings import Headings, Meaning, normalised
from loaders.periods import Period, read_period
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.unit_words import KRONOR, LARGE, either

LEDGER_KEYS = ("account", "ansvar")
HEROMA_KEYS = ("month", "unit", "code", "employment")
MEASURES = tuple(AmountMeasure)
_NEEDED: Mapping[Source, tuple[str, ...]] = {
    Source.LEDGER: (*LEDGER_KEYS, AmountMeasure.ACTUAL),
    Source.HEROMA: (*HEROMA_KEYS, "hours"),
}
_NEEDED_OF_BALANCE = ("account", AmountMeasure.ACTUAL)
# Before and after the change of a balance list.
BALANCES = ("opening", "closing")
# Of which the outcome is the one less the other, where no column holds it.
HALVES = ("debit", "credit")
# What only the one source has: a month or a unit says nothing about which.
_TELLING: Mapping[Source, tuple[str, ...]] = {
    Source.LEDGER: ("account", *MEASURES, *HALVES),
    Source.HEROMA: ("code", "employment", "hours"),
}
# Columns where a second heading of the same meaning does no harm, for nothing is read from them.
_UNREAD = ("name", "cumulative", "total")
_UNIT = re.compile(rf"[\s(,]+(?:i\s+)?({either(*KRONOR, *LARGE)})[\s).]*$", re.IGNORECASE)
_MEASURE = re.compile(r"^\s*(utfall|utf|budget|bud|prognos|prog)[\s:_.-]+(.+)$", re.IGNORECASE)
_MEASURE_LAST = re.compile(r"^(.+?)[\s:_.-]+(utfall|utf|budget|bud|prognos|prog)\s*$", re.IGNORECASE)
_MEASURE_OF = {"utf": AmountMeasure.ACTUAL, "bud": AmountMeasure.BUDGET, "pro": AmountMeasure.FORECAST}


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A column that holds one month's amounts; the period's year may stand in a title instead."""

    index: int
    measure: AmountMeasure
    period: Period


@dataclass(slots=True)
class Header:
    """A row read as a header, for one source. Columns are positions in the row.

    index_of: column → position. duplicates: column → the positions that claim it. units: as written, "tkr".
    unknown: positions of headings that no table knows. personal: position → kind.
    not_months: positions of headings that a layout calls months and that can't be read as one.
    is_balance: of a ledger that is whole without ansvar.
    """

    source: Source
    row: int
    cells: Row
    index_of: dict[str, int] = field(default_factory=dict)
    duplicates: dict[str, list[int]] = field(default_factory=dict)
    months: list[MonthColumn] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    unknown: list[int] = field(default_factory=list)
    personal: dict[int, str] = field(default_factory=dict)
    not_months: list[int] = field(default_factory=list)
    is_balance: bool = False

    @property
    def is_wide(self) -> bool:
        """Months as columns. A period column and month columns at once is no form that is read."""
        return bool(self.months)

    @property
    def has_halves(self) -> bool:
        """Whether the outcome is debit less credit, in a column each."""
        return all(half in self.index_of for half in HALVES)

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that it takes to read the source."""
        is_balance = self.is_balance and self.source is Source.LEDGER
        return _NEEDED_OF_BALANCE if is_balance else _NEEDED[self.source]

    @property
    def ledger_keys(self) -> tuple[str, ...]:
        """The codes of a ledger that it has columns for."""
        return tuple(name for name in LEDGER_KEYS if name in self.index_of)

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed columns that are not there. A ledger's period may stand in a title: that is asked later."""
        has_amounts = self.is_wide or self.has_halves or any(measure in self.index_of for measure in MEASURES)
        return tuple(
            column
            for column in self.needed
            if column not in self.index_of and not (column == AmountMeasure.ACTUAL and has_amounts)
        )

    @property
    def found(self) -> int:
        """How many needed columns are there."""
        return len(self.needed) - len(self.missing)

    @property
    def is_telling(self) -> bool:
        """Whether anything that only this source has is there."""
        return any(column in self.index_of for column in _TELLING[self.source])

    def text(self, index: int) -> str:
        """Give a heading as it is written."""
        return heading_text(self.cells[index])


def heading_text(cell: Cell) -> str:
    """Write a cell as a heading: a workbook's whole numbers may come as floats, and its days as moments."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def read_header(source: Source, row_number: int, cells: Row, headings: Headings) -> Header:
    """Read any row as if it were the header of the source."""
    header = Header(source, row_number, cells, is_balance=headings.is_balance)
    claims: dict[str, list[tuple[int, int]]] = {}
    for index, cell in enumerate(cells):
        if cell == "":  # of which a sheet may have thousands beside each other
            continue
        if unit := _unit_of(cell, headings.columns[source]):
            header.units.add(unit)
        if (meaning := meaning_of(cell, headings.columns[source])) is not None:
            claims.setdefault(meaning.column, []).append((meaning.priority, index))
        elif isinstance(cell, str) and normalised(cell) in headings.personal:
            header.personal[index] = headings.personal[normalised(cell)]
        elif source is Source.LEDGER and (month := month_column(index, cell)):
            header.months.append(month)
        elif str(cell).strip():
            header.unknown.append(index)
    settle(claims, header)
    _take_change(header, headings)
    leave_needless_halves(header)
    if not any(column in header.index_of for column in LEDGER_KEYS):
        header.months.clear()  # a row of data may well hold something like a month
    return header


def find_headers(sheet: RawSheet, headings: Headings, rows: int) -> list[Header]:
    """Give each source's best reading of the first rows: the first row where least is missing."""
    best: dict[Source, Header] = {}
    for number, cells in enumerate(sheet.open_rows()):
        if number == rows:
            break
        for source in Source:
            header = read_header(source, number, cells, headings)
            if header.found and (source not in best or header.found > best[source].found):
                best[source] = header
    return list(best.values())


def settle(claims: Mapping[str, list[tuple[int, int]]], header: Header) -> None:
    """The heading with the lowest priority number has its column; two that are equal are a duplicate."""
    for column, claimants in claims.items():
        first = min(priority for priority, _ in claimants)
        positions = [index for priority, index in claimants if priority == first]
        header.index_of[column] = positions[0]
        if len(positions) > 1 and column not in _UNREAD:
            header.duplicates[column] = positions


def leave_needless_halves(header: Header) -> None:
    """Leave debit and credit unread where the outcome has a column of its own, or only one of them is there."""
    if header.is_wide or AmountMeasure.ACTUAL in header.index_of or not header.has_halves:
        left = [header.index_of.pop(half) for half in HALVES if half in header.index_of]
        header.unknown = sorted([*header.unknown, *left])
        for half in HALVES:
            header.duplicates.pop(half, None)


def _take_change(header: Header, headings: Headings) -> None:
    """Take "Period" for the change of a balance list, where it stands between its balances and nothing else is it."""
    has_balances = all(column in header.index_of for column in BALANCES)
    has_amounts = header.is_wide or header.has_halves or any(measure in header.index_of for measure in MEASURES)
    if has_balances and not has_amounts and headings.may_be_change(header.text(header.index_of.get("month", 0))):
        header.index_of[AmountMeasure.ACTUAL] = header.index_of.pop("month")


def meaning_of(cell: Cell, table: Mapping[str, Meaning]) -> Meaning | None:
    """Look a heading up, by itself or without the unit of money that it ends with."""
    if not isinstance(cell, str):
        return None
    unit = unit_in(cell)
    return (unit and table.get(normalised(cell[: unit.start()]))) or table.get(normalised(cell))


def _unit_of(cell: Cell, table: Mapping[str, Meaning]) -> str | None:
    """Give the unit that a known heading ends with."""
    unit = unit_in(cell) if isinstance(cell, str) else None
    return unit[1].lower() if unit and normalised(str(cell)[: unit.start()]) in table else None


def unit_in(heading: str) -> re.Match[str] | None:
    """Find the unit of money that a heading ends with; its first group is the unit."""
    return _UNIT.search(heading)


def month_column(index: int, cell: Cell, *, is_said: bool = False) -> MonthColumn | None:
    """Read a heading as a month. is_said: someone has said that it is one, so a bare "1" may be too."""
    measure = AmountMeasure.ACTUAL
    if isinstance(cell, str) and (match := _MEASURE.match(cell)):
        measure, cell = _MEASURE_OF[match[1][:3].lower()], match[2]
    elif isinstance(cell, str) and (match := _MEASURE_LAST.match(cell)):
        measure, cell = _MEASURE_OF[match[2][:3].lower()], match[1]
    period = read_period(cell)
    if period is None or (period.year is None and not is_said and str(cell).strip()[:1].isdigit()):
        return None
    return MonthColumn(index, measure, period)
