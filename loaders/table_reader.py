"""A sheet's rows to a table, chunk by chunk: each distinct cell is parsed once, a row is judged only when in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from types import NoneType
from typing import Any

from bemanning.domain.faults import FaultCode
from bemanning.domain.personal_number import has_personal_number
from loaders.doubtful_rows import RowKind, judge, report, words_of
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.merged_cells import MergedCodes, report_merged_amounts
from loaders.number_parser import NumberOutcome, NumberParser
from loaders.number_text import Number
from loaders.problem import Mark, Problem
from loaders.ragged_rows import broken_off, square
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.table import Column, Role, SumRow, Table, without_truth_values

_CHUNK_ROWS = 20_000
# The outcomes that leave no doubt, per role.
_CERTAIN: dict[Role, set[type]] = {
    Role.KEY: {str},
    Role.AMOUNT: {int, NoneType, Number},
    Role.TEXT: {str, Mark},
}
_COUNTED_KINDS = ("person_name", "personal_number", "employee_number")


class TableReader:
    """Reads one sheet below its header. Faults go to `faults`; with any, the table is not to be used."""

    def __init__(self, sheet: RawSheet, header: Header, columns: Sequence[Column], faults: FaultLog) -> None:
        """`columns` are those to read; the personal columns of the header are counted and left."""
        self._sheet, self._header, self._columns, self._faults = sheet, header, columns, faults
        self._width = len(header.cells)
        self._merged = MergedCodes(sheet, header, columns)
        self._table = Table({column.name: [] for column in columns})

    def read(self) -> Table:
        """Read every row."""
        self._report_flaws()
        rows = islice(self._sheet.open_rows(), self._header.row + 1, None)
        first_row = self._header.row + 1
        while chunk := list(islice(rows, _CHUNK_ROWS)):
            self._read_chunk(first_row, chunk)
            first_row += len(chunk)
        self._resolve_pending()
        report_merged_amounts(self._sheet, self._columns, self._table, self._faults)
        return self._table

    def _report_flaws(self) -> None:
        used = {self._sheet.first_column + column.index for column in self._columns}
        for at, text in self._sheet.flaws.items():
            if at is None or (at[0] > self._header.row and at[1] in used):
                code = FaultCode.CELL_ERROR if text else FaultCode.FORMULA_UNCALCULATED
                self._faults.add(code, sheet=self._sheet.name, at=at, **({"value": text} if text else {}))

    def _read_chunk(self, first_row: int, chunk: list[Row]) -> None:
        broken = broken_off(chunk, self._width) if self._sheet.ragged else set()
        shifted = square(chunk, self._width) if self._sheet.ragged else {}
        self._merged.fill(first_row, chunk)
        parsed = {column.name: self._parse(column, chunk) for column in self._columns}
        left_out = {*self._doubtful(parsed), *shifted}
        position = len(self._table.rows)
        for before, index in enumerate(sorted(left_out)):
            values = {name: column[index] for name, column in parsed.items()}
            kind = self._judge(first_row + index, chunk[index], values, position + index - before, shifted.get(index))
            if kind is RowKind.OTHER and index in broken:
                self._faults.add(FaultCode.ROW_BROKEN_OFF, sheet=self._sheet.name, at=(first_row + index, 0))
        kept = [index for index in range(len(chunk)) if index not in left_out] if left_out else range(len(chunk))
        self._keep(first_row, chunk, parsed, kept)

    def _parse(self, column: Column, chunk: list[Row]) -> list[Any]:
        cells: list[Any] = without_truth_values([row[column.index] for row in chunk])
        if column.name == "month":
            years: list[Cell] = [""] * len(chunk)
            if column.year_index is not None:
                years = without_truth_values([row[column.year_index] for row in chunk])
            cells = list(zip(years, cells, strict=True))
        return list(map(column.parser.__getitem__, cells))

    def _doubtful(self, parsed: dict[str, list[Any]]) -> Iterator[int]:
        for column in self._columns:
            values = parsed[column.name]
            if doubtful := set(map(type, values)) - _CERTAIN[column.role]:
                yield from (index for index, value in enumerate(values) if type(value) in doubtful)

    def _judge(self, row: int, cells: Row, values: dict[str, Any], position: int, outside: int | None) -> RowKind:
        kind = judge(cells, values, self._columns, self._header)
        if kind is RowKind.OTHER:
            self._table.note_caption(cells)
            return kind
        if outside is not None:
            at = (row, self._sheet.first_column + outside)
            self._faults.add(FaultCode.ROW_SHIFTED, sheet=self._sheet.name, at=at)
        amounts = [column for column in self._columns if column.role is Role.AMOUNT]
        if kind is RowKind.DETAIL:
            report(row, values, self._columns, self._sheet, self._faults)
            return kind
        report(row, values, amounts, self._sheet, self._faults)
        stated = {column.name: values[column.name] for column in amounts}
        self._table.sums.append(SumRow(row, position, stated, words_of(cells, self._columns)))
        return kind

    def _keep(self, first_row: int, chunk: list[Row], parsed: dict[str, list[Any]], kept: Sequence[int]) -> None:
        self._table.rows.extend(first_row + index for index in kept)
        for column in self._columns:
            values = parsed[column.name]
            if len(kept) < len(chunk):
                values = [values[index] for index in kept]
            if column.role is Role.TEXT and (dropped := values.count(Mark.DROPPED)):
                self._table.count_personal("personal_number", dropped)
                values = ["" if value is Mark.DROPPED else value for value in values]
            self._table.values[column.name] += values
        for index, kind in self._header.personal.items():
            cells = [chunk[row][index] for row in kept]
            if kind in _COUNTED_KINDS:
                self._table.count_personal(kind, sum(cell != "" for cell in cells))
            else:
                self._table.count_personal("personal_number", _personal_numbers(cells))

    def _resolve_pending(self) -> None:
        for column in self._columns:
            if not (isinstance(column.parser, NumberParser) and column.parser.is_pending):
                continue
            values = self._table.values[column.name]
            for index, value in enumerate(values):
                values[index] = self._resolved(column, value, self._table.rows[index])
            for total in self._table.sums:
                total.amounts[column.name] = self._resolved(column, total.amounts[column.name], total.row)

    def _resolved(self, column: Column, value: NumberOutcome, row: int) -> NumberOutcome:
        if not (isinstance(value, Number) and isinstance(column.parser, NumberParser)):
            return value
        outcome = column.parser.resolve(value)
        if isinstance(outcome, Problem):
            self._faults.add_problem(outcome, self._sheet.name, (row, self._sheet.first_column + column.index))
        return outcome


def _personal_numbers(cells: list[Cell]) -> int:
    """Count the free texts that hold a personnummer; most columns have none, and one look at all of it is cheaper."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return sum(map(has_personal_number, texts)) if has_personal_number("\n".join(texts)) else 0
