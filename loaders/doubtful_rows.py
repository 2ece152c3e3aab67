"""Judges a row where something is missing or unreadable: is it a detail row with faults, or no detail row at all?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from bemanning.domain.faults import FaultCode
from loaders.codes import is_blank_word
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.headings import normalised
from loaders.problem import Mark, Problem
from loaders.raw_sheet import RawSheet, Row
from loaders.sum_words import is_sum_text
from loaders.table import Column, Role


class RowKind(Enum):
    """DETAIL: should have been readable. SUM: sums others. OTHER: blank, a repeated header, a footer or a caption."""

    DETAIL = "detail"
    SUM = "sum"
    OTHER = "other"


def judge(row: Row, parsed: Mapping[str, Any], columns: Sequence[Column], header: Header) -> RowKind:
    """Tell what kind of row this is. `parsed` maps column name to what became of its cell."""
    keys = [parsed[column.name] for column in columns if column.role is Role.KEY]
    if Mark.SUM in keys or (None in keys and _has_sum_label(row, columns)):
        return RowKind.SUM
    amounts = [parsed[column.name] for column in columns if column.role is Role.AMOUNT]
    if _has_any(amounts) and not words_of(row, columns):
        return RowKind.SUM  # without a label: whether it is one is for its amounts to prove
    if _is_line(row) or _is_header_again(row, columns, header) or (None in keys and not _has_any(amounts)):
        return RowKind.OTHER
    return RowKind.DETAIL


def _is_line(row: Row) -> bool:
    """Tell a line that is drawn in text, as between the header and the rows of a report."""
    return all(isinstance(cell, str) and is_blank_word(cell) for cell in row)


def _has_any(amounts: Sequence[Any]) -> bool:
    return any(amount is not None for amount in amounts)


def report(row: int, parsed: Mapping[str, Any], columns: Sequence[Column], sheet: RawSheet, faults: FaultLog) -> None:
    """Note every fault of a detail row; what the guard has already pointed out is not called missing too."""
    for column in columns:
        value = parsed[column.name]
        at = (row, sheet.first_column + column.index)
        if isinstance(value, Problem):
            faults.add_problem(value, sheet.name, at)
        elif value is None and column.role is Role.KEY and at not in sheet.flaws:
            faults.add(FaultCode.KEY_MISSING, sheet=sheet.name, at=at, column=column.name)


def words_of(row: Row, columns: Sequence[Column]) -> frozenset[str]:
    """The words of a sum row's label and keys, among which the code that it sums may be."""
    amounts = {column.index for column in columns if column.role is Role.AMOUNT}
    cells = [cell for index, cell in enumerate(row) if index not in amounts]
    return frozenset(word for cell in cells for word in _text(cell).split())


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _has_sum_label(row: Row, columns: Sequence[Column]) -> bool:
    """Look for the label outside the columns that are kept: a supplier may be called Total."""
    kept = {column.index for column in columns if column.role is not Role.KEY}
    return any(isinstance(cell, str) and is_sum_text(cell) for index, cell in enumerate(row) if index not in kept)


def _is_header_again(row: Row, columns: Sequence[Column], header: Header) -> bool:
    """Tell the header on a later page, where every column that is read is headed as before."""
    return all(normalised(str(row[column.index])) == normalised(header.text(column.index)) for column in columns)
