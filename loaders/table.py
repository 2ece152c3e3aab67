"""What a sheet's rows come out as: parsed columns of detail rows, and the sum rows that stood between them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from loaders.columns import Columns
from loaders.raw_sheet import Cell, Row, Truth

_MOST_CAPTIONS = 1_000


class Role(Enum):
    """KEY: must be filled on every detail row. AMOUNT: a number, blank allowed. TEXT: kept as it is, or blank."""

    KEY = "key"
    AMOUNT = "amount"
    TEXT = "text"


class Parser(Protocol):
    """A dict that parses the cells it has not seen; the period's parser takes (year cell, period cell)."""

    def __getitem__(self, cell: Any, /) -> Any:  # noqa: ANN401 -- each parser has its own outcome; see Role
        """Give what became of the cell."""
        ...


@dataclass(frozen=True, slots=True)
class Column:
    """A column to read: its name here, its position in the row, and how. year_index: where a period's year stands."""

    name: str
    index: int
    role: Role
    parser: Parser
    year_index: int | None = None


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row that sums others. position: how many detail rows stand before it. words: of its label and key cells."""

    row: int
    position: int
    amounts: dict[str, Any]
    words: frozenset[str]


@dataclass(slots=True)
class Table:
    """The detail rows of one sheet, column by column, with the row number of each. captions: rows that are neither."""

    values: Columns
    rows: array[int] = field(default_factory=lambda: array("l"))
    sums: list[SumRow] = field(default_factory=list)
    personal: dict[str, int] = field(default_factory=dict)
    captions: list[Row] = field(default_factory=list)

    def note_caption(self, row: Row) -> None:
        """Keep a row that is neither detail nor sum, as far as there are no more of them than any report has."""
        if len(self.captions) < _MOST_CAPTIONS:
            self.captions.append(row)

    def count_personal(self, kind: str, count: int) -> None:
        """Count personal data that was left out."""
        if count:
            self.personal[kind] = self.personal.get(kind, 0) + count


def without_truth_values(cells: list[Cell]) -> list[Cell]:
    """Set TRUE and FALSE apart from 1 and 0."""
    if bool not in set(map(type, cells)):
        return cells
    return [(Truth.TRUE if cell else Truth.FALSE) if isinstance(cell, bool) else cell for cell in cells]
