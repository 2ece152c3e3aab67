"""A sheet's rows to a table, chunk by chunk: each distinct cell is parsed once, a row is judged only when in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import NoneType
from typing import Any

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.personal_number import has_personal_number
from loaders.columns import Columns
from loaders.doubtful_rows import RowKind, judge, report, words_of
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.merged_cells import MergedCodes, report_merged_amounts
from loaders.number_parser import NumberOutcome, NumberParser
from loaders.number_text import Number
from loaders.problem import Mark, Problem
from loaders.ragged_rows import broken_off, square
from loaders.raw_sheet import Block, Cell, RawSheet, Row
from loaders.row_block import RowBlock
from loaders.split_numbers import SplitNumbers
from loaders.table import Column, Role, SumRow, Table, without_truth_values
from loaders.whole_columns import parsed_column

_CHUNK_ROWS = 20_000
# As columns, more rows at a time are quicker.
_BLOCK_ROWS = 5 * _CHUNK_ROWS
# The outcomes that leave no doubt, per role.
_CERTAIN: dict[Role, set[type]] = {
    Role.KEY: {str},
    Role.AMOUNT: {int, NoneType, Number},
    Role.TEXT: {str, Mark},
}
# What to say of a row whose cells have moved, and where.
Shift = tuple[FaultCode, int]
_COUNTED_KINDS = ("person_name", "personal_number", "employee_number")


class TableReader:
    """Reads one sheet below its header. Faults go to `faults`; with any, the table is not to be used."""

    def __init__(self, sheet: RawSheet, header: Header, columns: Sequence[Column], faults: FaultLog) -> None:
        """`columns` are those to read; the personal columns of the header are counted and left."""
        self._sheet, self._header, self._columns, self._faults = sheet, header, columns, faults
        self._width = len(header.cells)
        self._merged = MergedCodes(sheet, header, columns)
        self._split = SplitNumbers(columns if sheet.has_commas else (), self._width)
        self._has_years = any(column.year_index is not None for column in columns)
        self._table = Table(Columns(column.name for column in columns))

    def read(self) -> Table:
        """Read every row."""
        self._report_flaws()
        first_row = self._header.row + 1
        for block in self._blocks(first_row):
            first_row += self._read_whole(first_row, block) or self._read_parts(first_row, block)
        self._resolve_pending()
        report_merged_amounts(self._sheet, self._columns, self._table, self._faults)
        return self._table

    def _report_flaws(self) -> None:
        used = {self._sheet.first_column + column.index for column in self._columns}
        for at, text in self._sheet.flaws.items():
            if at is None or (at[0] > self._header.row and at[1] in used):
                code = FaultCode.CELL_ERROR if text else FaultCode.FORMULA_UNCALCULATED
                self._faults.add(code, sheet=self._sheet.name, at=at, **({"value": text} if text else {}))

    def _blocks(self, first_row: int) -> Iterator[Block]:
        if self._sheet.open_blocks is not None:
            yield from self._sheet.open_blocks(first_row, _BLOCK_ROWS)
            return
        rows = islice(self._sheet.open_rows(), first_row, None)
        while chunk := list(islice(rows, _CHUNK_ROWS)):
            yield RowBlock(chunk)

    def _read_whole(self, first_row: int, block: Block) -> int:
        """Read a block column by column. Gives how many rows it has; 0 where any of them is in doubt."""
        wanted = {column.index for column in self._columns} | set(self._header.personal) | self._split.looked_at
        cells = None if self._has_years else block.columns(self._width, wanted)
        if cells is None or self._split.may_be_in(cells):
            return 0
        parsed: dict[str, pl.Series] = {}
        for column in self._columns:
            values = parsed_column(column, cells[column.index])
            if values is None:
                return 0
            parsed[column.name] = values
        height = len(cells[self._columns[0].index])
        self._table.rows.extend(range(first_row, first_row + height))
        for column in self._columns:
            self._keep_whole(column, parsed[column.name])
        self._count_personal({index: cells[index].to_list() for index in self._header.personal})
        return height

    def _read_parts(self, first_row: int, block: Block) -> int:
        """Read a block with a row in doubt: the parts around it still column by column. Gives how many rows it has."""
        row = first_row
        for part in block.parts(_CHUNK_ROWS):
            row += self._read_whole(row, part) or self._read_chunk(row, part.rows())
        return row - first_row

    def _keep_whole(self, column: Column, values: pl.Series) -> None:
        if column.role is Role.TEXT and (dropped := values.null_count()):
            self._table.count_personal("personal_number", dropped)
            values = values.fill_null("")
        self._table.values.extend(column.name, values)

    def _read_chunk(self, first_row: int, chunk: list[Row]) -> int:
        broken = broken_off(chunk, self._width) if self._sheet.ragged else set()
        shifted = self._shifted(chunk) if self._sheet.ragged else {}
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
        return len(chunk)

    def _shifted(self, chunk: list[Row]) -> dict[int, Shift]:
        """Find the rows where a separator has moved what stands after it, with what to say and where."""
        split = {index: (FaultCode.AMOUNT_SPLIT, place) for index, place in self._split.within(chunk).items()}
        return {index: (FaultCode.ROW_SHIFTED, at) for index, at in square(chunk, self._width).items()} | split

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

    def _judge(self, row: int, cells: Row, values: dict[str, Any], position: int, shift: Shift | None) -> RowKind:
        kind = judge(cells, values, self._columns, self._header)
        if kind is RowKind.OTHER:
            self._table.note_caption(cells)
            return kind
        if shift is not None:
            code, place = shift
            self._faults.add(code, sheet=self._sheet.name, at=(row, self._sheet.first_column + place))
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
            self._table.values.extend(column.name, values)
        self._count_personal({index: [chunk[row][index] for row in kept] for index in self._header.personal})

    def _count_personal(self, cells_of: Mapping[int, Sequence[Cell]]) -> None:
        for index, kind in self._header.personal.items():
            cells = cells_of[index]
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


def _personal_numbers(cells: Sequence[Cell]) -> int:
    """Count the free texts that hold a personnummer; most columns have none, and one look at all of it is cheaper."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return sum(map(has_personal_number, texts)) if has_personal_number("\n".join(texts)) else 0
