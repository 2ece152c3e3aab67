"""Which dimension of a SIE file is which column of the cells: by its name where the heading table knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bemanning.domain.faults import FaultCode
from bemanning.domain.personal_number import has_personal_number
from bemanning.domain.vocabulary import Source
from loaders.codes import LONGEST_CODE
from loaders.headings import Headings, normalised
from loaders.reading import Reading
from loaders.sie_line import LineError, Objects
from loaders.sie_values import Codes

ANSVAR = "ansvar"
KEPT = (ANSVAR, "activity", "project", "counterparty", "supplier")
# Section 8.17 of the specification (4B); from 20 on, and in what regions call their own, only the name tells.
_RESERVED = {"1": ANSVAR, "6": "project", "9": "supplier"}
_EMPLOYEE, _EMPLOYEE_KIND, _NUMBER_KIND = "7", "employee_number", "personal_number"


@dataclass(slots=True)
class Dimensions:
    """The dimensions of one file. column_of: dimension number → column. personal: number → kind of personal data."""

    column_of: Mapping[str, str]
    personal: Mapping[str, str]

    @classmethod
    def of(cls, names: Mapping[str, str], reading: Reading) -> Dimensions:
        """Tell which is which. Two that claim the same column, neither by its reserved number, are a fault."""
        claims: dict[str, list[tuple[int, int, str]]] = {}
        for number, name in names.items():
            meaning = reading.headings.columns[Source.LEDGER].get(normalised(name))
            if meaning is not None and meaning.column in KEPT:
                is_other = _RESERVED.get(number) != meaning.column
                claims.setdefault(meaning.column, []).append((is_other, meaning.priority, number))
        column_of: dict[str, str] = {}
        for column, claimants in claims.items():
            first, *others = sorted(claimants)
            if others and first[:2] == others[0][:2]:
                headings = ", ".join(names[number] for _, _, number in claimants)
                reading.faults.add(FaultCode.HEADING_DUPLICATE, column=column, headings=headings)
            column_of[first[2]] = column
        for number, column in _RESERVED.items():
            if column not in column_of.values() and (column == ANSVAR or number not in column_of):
                column_of[number] = column
        return cls(column_of, _personal(names, reading.headings))


def _personal(names: Mapping[str, str], headings: Headings) -> dict[str, str]:
    kinds = {number: headings.personal.get(normalised(name), "") for number, name in names.items()}
    return {_EMPLOYEE: _EMPLOYEE_KIND, **{number: kind for number, kind in kinds.items() if kind}}


class ObjectColumns:
    """Object lists to the codes of the columns, with what is personal left out and counted."""

    def __init__(self, dimensions: Dimensions, reading: Reading) -> None:
        """Faults and counts go to `reading`."""
        self._dimensions, self._reading, self._codes = dimensions, reading, Codes()

    def read(self, objects: Objects, line: int, count: int) -> dict[str, str]:
        """Give column → code for a list that stands on `count` rows, first on `line`."""
        codes = {}
        for number, code in objects:
            kind = self._dimensions.personal.get(number)
            column = self._dimensions.column_of.get(number)
            if kind is not None:
                self._reading.personal[kind] += count
            elif column is not None and code.strip():
                codes[column] = self._code(column, code, line, count)
        return codes

    def _code(self, column: str, code: str, line: int, count: int) -> str:
        if column == ANSVAR:
            try:
                return self._codes[code]
            except LineError as error:
                self._reading.faults.add(FaultCode.SIE_LINE, line=line, reason=error.reason)
                return ""
        if has_personal_number(code):
            self._reading.personal[_NUMBER_KIND] += count
            return ""
        return " ".join(code.split())[:LONGEST_CODE]


def columns_of_rows(
    written: Sequence[str], pairs_of: Mapping[str, tuple[Objects, int]], columns: ObjectColumns
) -> dict[str, list[str]]:
    """Turn the object list of each row, as written, into one list of codes per column."""
    codes_of = {text: columns.read(*pairs_of[text], count) for text, count in Counter(written).items()}
    found = {column for codes in codes_of.values() for column in codes}
    return {column: [codes_of[text].get(column, "") for text in written] for column in found}
