"""Merged cells below the header: a code that is merged over several rows is each row's, an amount is nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bemanning.domain.faults import FaultCode
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.look import Area
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.table import Column, Role, Table


class MergedCodes:
    """Fills in the keys and texts that a merged cell stands for on the rows below its first."""

    def __init__(self, sheet: RawSheet, header: Header, columns: Iterable[Column]) -> None:
        """`columns` are those that are read. Amounts are left: filled in, one would become several."""
        read = [column for column in columns if column.role is not Role.AMOUNT]
        places = {column.index for column in read} | {column.year_index for column in read}
        self._areas = [
            (area, area.first_column - sheet.first_column)
            for area in sheet.look.merged
            if area.last_row > area.first_row > header.row and area.first_column - sheet.first_column in places
        ]
        self._value_of: dict[Area, Cell] = {}

    def fill(self, first_row: int, chunk: list[Row]) -> None:
        """Fill in a chunk of the sheet's rows, chunk after chunk."""
        end = first_row + len(chunk)
        for area, place in self._areas:
            if first_row <= area.first_row < end:
                self._value_of[area] = chunk[area.first_row - first_row][place]
            for row in range(max(area.first_row + 1, first_row), min(area.last_row + 1, end)):
                chunk[row - first_row][place] = self._value_of.get(area, "")


def report_merged_amounts(sheet: RawSheet, columns: Sequence[Column], table: Table, faults: FaultLog) -> None:
    """Note each amount that is merged over several detail cells: whose it is, nobody can tell."""
    places = {sheet.first_column + column.index: column for column in columns if column.role is Role.AMOUNT}
    position_of: dict[int, int] = {}
    for area in sheet.look.merged:
        covered = [column for column in places if area.first_column <= column <= area.last_column]
        if not covered:
            continue
        position_of = position_of or {row: position for position, row in enumerate(table.rows)}
        rows = sum(row in position_of for row in range(area.first_row, area.last_row + 1))
        position = position_of.get(area.first_row)
        if rows * len(covered) > 1 and position is not None:
            amount = table.values[places[covered[0]].name][position]
            if amount is not None:
                at = (area.first_row, area.first_column)
                faults.add(FaultCode.AMOUNT_MERGED, sheet=sheet.name, at=at)
