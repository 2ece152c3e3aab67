"""Rows of a text file that are longer or shorter than its header: what a separator or a line break in a text leaves."""

from __future__ import annotations

from collections import Counter

from loaders.raw_sheet import Row


def square(chunk: list[Row], width: int) -> dict[int, int]:
    """Make rows at least as wide as the header. Gives index → position of what stands outside, in rows that do.

    A row that has more cells than the others has been shifted, though it may end in a blank.
    """
    usual = Counter(len(row) for row in chunk).most_common(1)[0][0]
    shifted = {}
    for index, row in enumerate(chunk):
        outside = [place for place, cell in enumerate(row[width:], width) if str(cell).strip()]
        if outside or len(row) > max(width, usual):
            shifted[index] = outside[0] if outside else width
        chunk[index] = [*row, *[""] * (width - len(row))]
    return shifted


def broken_off(chunk: list[Row], width: int) -> set[int]:
    """Find the rows that end before the header does and look like data: a caption has one cell, and no figures.

    Under a whole row, what begins in words is a footer: "Antal rader;500".
    """
    return {
        index
        for index, row in enumerate(chunk)
        if 1 < len(row) < width
        and any(str(cell)[:1].isdigit() for cell in row)
        and (index == 0 or len(chunk[index - 1]) < width or str(row[0])[:1].isdigit())
    }
