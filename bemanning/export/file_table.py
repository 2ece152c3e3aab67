"""A table on its way into a file: text and true numbers, under a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.export.page import Page

Cell = str | Fraction | None


@dataclass(frozen=True, slots=True)
class FileTable:
    """One table of a file. formats: a column's position → its number format; the text columns have none."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    formats: dict[int, str]


def text_lines(tables: Sequence[FileTable]) -> list[Sequence[Cell]]:
    """Give the tables beneath each other, each under its title and followed by an empty line, for a CSV file."""
    return [line for table in tables for line in ([table.title], table.headings, *table.rows, [])]


def write_table(page: Page, table: FileTable, heading_height: int = 36) -> None:
    """Write headings and rows. What is missing (None) is an empty, yellow cell."""
    page.headings(table.headings, frozenset(table.formats), heading_height)
    for row in table.rows:
        page.fit([cell if isinstance(cell, str) else "" for cell in row], least=18)
        for column, cell in enumerate(row):
            if cell is None:
                page.sheet.write_blank(page.row, column, None, page.styles.get("blank"))
            else:
                page.put(column, cell, "cell", table.formats.get(column, "@"))
        page.row += 1
