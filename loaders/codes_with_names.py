"""Codes that stand in one cell with their name: "5011 Inhyrda läkare". The code is read, and it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bemanning.domain.faults import FaultCode
from loaders.reading import SheetReading
from loaders.table import Table

# A code has a digit and no space; a name begins with a letter and has three at least: "101 A" is all code.
_CODE_AND_NAME = re.compile(r"(?=\S*\d)(\S+?)[:,]?\s+(?:[-–:]\s*)?([^\W\d_][^\W\d_]{2}.*)", re.DOTALL)


def split_names(reading: SheetReading, table: Table, columns: Sequence[str]) -> None:
    """Leave the names out, column by column: where every cell has one, and no two differ in their name alone."""
    for column in columns:
        values = table.values[column]
        matches = {value: _CODE_AND_NAME.fullmatch(value) for value in set(values)}
        code_of = {value: match[1] for value, match in matches.items() if match}
        if values and len(set(code_of.values())) == len(matches):
            table.values[column] = [code_of[value] for value in values]
            first = min(code_of)
            reading.warn(FaultCode.CODE_WITH_NAME, column=column, value=first, text=code_of[first])
