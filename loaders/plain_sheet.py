"""A sheet that is written as nearly every program writes them, kept column by column while the guard looks it through.

By the reader library, guarding and reading took five times as long. It reads every sheet that is not plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import lt

from loaders.plain_cells import Cells, Days, NotPlainError, SharedTexts, Texts, TrimmedTexts
from loaders.plain_row import HIDDEN, ROW_END, RowShape, Written, shape_of
from loaders.plain_surroundings import BEGINNING, are_plain
from loaders.raw_sheet import Cell, Row

# A sheet of more kinds of rows is a form, not an export.
_MOST_SHAPES = 60
# One with fewer filled cells than one in so many has a cell astray.
_SPARSEST = 10


@dataclass(frozen=True, slots=True)
class PlainBook:
    """What the sheets of a workbook share. texts: their table of texts; None where it is not plain.

    is_day: style → whether it shows a day (or a number); a style that may be anything else is not there.
    most_cells: how many cells a sheet may have.
    """

    texts: Sequence[str] | None
    is_day: Mapping[int, bool]
    most_cells: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows of one shape after each other: their numbers, counted from 0, and their cells column by column."""

    columns: tuple[int, ...]
    rows: list[int]
    values: list[list[Cell]]


class PlainSheet:
    """Is given a sheet's XML, blocks of whole rows at a time, until something in it is not plain.

    first_row, last_row, columns: what is filled, counted from 0.
    """

    def __init__(self, book: PlainBook) -> None:
        """Nothing is read yet."""
        self.first_row: int | None = None
        self.last_row = -1
        self.columns: set[int] = set()
        self._book = book
        self._numbers, self._texts, self._trimmed, self._days = Cells(), Texts(), TrimmedTexts(), Days()
        self._shared = SharedTexts(book.texts or ())
        self._shapes: list[RowShape] = []
        self._readers: dict[RowShape, list[Cells]] = {}
        self._runs: list[_Run] = []
        self._above = b""
        self._cells = 0

    def take(self, block: bytes) -> bool:
        """Read a block that ends with a row. False: something is not plain, and the sheet is not to be read from here.

        Then the whole block is for the reader library to make sense of; the blocks before were plain.
        """
        try:
            rows = self._rows_of(block)
            if not self._take_alike(rows):
                self._take(rows.split(ROW_END)[:-1])
        except NotPlainError:
            return False
        return True

    def end(self, rest: bytes) -> bool:
        """Take what stands after the last row. False: not even now is the sheet known to be plain."""
        if not self._runs or not are_plain(self._above, rest):
            return False
        first, last = self._runs[0].rows[0], self.last_row
        return (last - first + 1) * self._width <= _SPARSEST * self._cells

    def open_rows(self) -> Iterator[Row]:
        """Give the rows from the first of the sheet, from the first column to the last that is filled."""
        following = 0
        for run in self._runs:
            values = dict(zip(run.columns, run.values, strict=True))
            columns = (values.get(column, repeat("")) for column in range(min(self.columns), max(self.columns) + 1))
            for number, *row in zip(run.rows, *columns, strict=False):  # a blank column has no end
                for _ in range(following, number):
                    yield [""] * self._width
                yield row
                following = number + 1

    @property
    def _width(self) -> int:
        return max(self.columns) - min(self.columns) + 1

    def _rows_of(self, block: bytes) -> bytes:
        """Cut off what stands above the rows."""
        if not self._above:
            above, beginning, block = block.partition(BEGINNING)
            if not beginning:
                raise NotPlainError
            self._above = above + beginning
        return block

    def _take_alike(self, rows: bytes) -> bool:
        """Read rows that are all of the shape that was met last. False where there is any tag but theirs."""
        shape = self._shapes[0] if self._shapes else None
        found = shape.within.findall(rows) if shape and shape.tags else []
        if shape is None or rows.count(b"<") != len(found) * shape.tags:
            return False
        self._keep(shape, found)
        return True

    def _take(self, rows: Sequence[bytes]) -> None:
        shape: RowShape | None = None
        alike: list[tuple[bytes, ...]] = []
        for row in rows:
            match = shape.pattern.fullmatch(row) if shape else None
            if match is None:
                self._keep(shape, alike)
                shape, match = self._shape_of(row)
                alike = []
            alike.append(match.groups())
        self._keep(shape, alike)

    def _shape_of(self, row: bytes) -> tuple[RowShape, re.Match[bytes]]:
        """Find the shape of a row among those that are known, the latest first, or make it known."""
        for shape in self._shapes:
            if match := shape.pattern.fullmatch(row):
                return shape, match
        new = shape_of(row) if len(self._shapes) < _MOST_SHAPES else None
        match = new.pattern.fullmatch(row) if new else None
        if new is None or match is None:
            raise NotPlainError
        self._shapes.insert(0, new)
        self._readers[new] = [self._reader(cell) for cell in new.cells]
        return new, match

    def _reader(self, cell: Written) -> Cells:
        if cell.type == b"s" and self._book.texts is not None:
            return self._shared
        if cell.type in (b"str", b"inlineStr"):
            return self._texts if cell.is_kept else self._trimmed
        if cell.type in (b"", b"n") and (cell.style is None or cell.style in self._book.is_day):
            return self._days if cell.style is not None and self._book.is_day[cell.style] else self._numbers
        raise NotPlainError

    def _keep(self, shape: RowShape | None, alike: Sequence[tuple[bytes, ...]]) -> None:
        """Keep rows of one shape. Rows without anything in them are left: the sheet may end before them."""
        if shape is None or not alike:
            return
        numbers, attributes, *columns = zip(*alike, strict=True)
        if any(HIDDEN.search(each) for each in set(attributes)):
            raise NotPlainError  # what is hidden is told
        if not columns:
            return
        rows = [int(number) - 1 for number in numbers]
        self._cells += len(rows) * len(shape.cells)
        if self._cells > self._book.most_cells or not all(map(lt, [self.last_row, *rows], rows)):
            raise NotPlainError
        values = [cells.column(column) for cells, column in zip(self._readers[shape], columns, strict=True)]
        places = tuple(cell.column for cell in shape.cells)
        self._runs.append(_Run(places, rows, values))
        self.first_row = rows[0] if self.first_row is None else self.first_row
        self.last_row = rows[-1]
        self.columns.update(places)
