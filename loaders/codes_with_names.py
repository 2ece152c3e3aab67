"""Codes that stand with their name: in one cell ("5011 Inhyrda läkare"), or beside it under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bemanning.domain.faults import FaultCode
from loaders.codes import code_text
from loaders.reading import SheetReading
from loaders.table import Table

# A code has a digit and no space; a name begins with a letter and has three at least: "101 A" is all code.
_CODE_AND_NAME = re.compile(r"(?=\S*\d)(\S+?)[:,]?\s+(?:[-–:]\s*)?([^\W\d_][^\W\d_]{2}.*)", re.DOTALL)
_DIGIT = re.compile(r"\d")


def split_names(reading: SheetReading, table: Table, columns: Sequence[str]) -> None:
    """Leave the names out, column by column: where every cell has one, and no two differ in their name alone.

    Refused are names that stand alone under a code's heading, where the codes are beside them without one.
    """
    told: set[int] = set()
    for column in columns:
        _refuse_names(reading, table, column, told)
        matches = {value: _CODE_AND_NAME.fullmatch(value) for value in table.values.different(column)}
        code_of = {value: match[1] for value, match in matches.items() if match}
        if matches and len(set(code_of.values())) == len(matches):
            table.values[column] = [code_of[value] for value in table.values[column]]
            first = min(code_of)
            reading.warn(FaultCode.CODE_WITH_NAME, column=column, value=first, text=code_of[first])


def _refuse_names(reading: SheetReading, table: Table, column: str, told: set[int]) -> None:
    """Note names whose codes stand beside them. told: the columns whose codes have been told to be another's."""
    place = reading.header.index_of[column]
    values = table.values.different(column)
    if not values or any(_DIGIT.search(value) for value in values):
        return
    for beside in (place + 1, place - 1):
        if beside not in told and _is_without_heading(reading, beside) and _holds_codes(reading, beside):
            told.add(beside)
            reading.fault(FaultCode.NAMES_FOR_CODES, place, column=column, heading=reading.header.text(place))


def _is_without_heading(reading: SheetReading, place: int) -> bool:
    return 0 <= place < len(reading.header.cells) and not reading.header.text(place)


def _holds_codes(reading: SheetReading, place: int) -> bool:
    """Tell whether most of what stands first in a column has digits; a label of a sum may stand there too."""
    rows = reading.first_rows()
    texts = [text for row in rows if place < len(row) and (text := code_text(row[place]))]
    return sum(_DIGIT.search(text) is not None for text in texts) * 2 > len(texts)
