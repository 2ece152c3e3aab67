"""What the records of a binary workbook say of rows and columns that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct

from loaders.look import Look


@dataclass(frozen=True, slots=True)
class Hidden:
    """The records of a row and of a run of columns: kind, layout (flags last), the flag for hidden."""

    row: int
    row_layout: Struct
    row_flag: int
    columns: int
    columns_layout: Struct
    columns_flag: int

    def note(self, look: Look, kind: int, content: bytes) -> None:
        """Note what a record says; one of another kind, or that is cut short, says nothing."""
        if kind == self.row and len(content) >= self.row_layout.size:
            row, flags = self.row_layout.unpack_from(content)
            if flags & self.row_flag:
                look.hidden_rows.add(row)
        elif kind == self.columns and len(content) >= self.columns_layout.size:
            first, last, flags = self.columns_layout.unpack_from(content)
            if flags & self.columns_flag:
                look.hidden_columns.append((first, last))
