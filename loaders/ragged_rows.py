"""Rows of a text file that are longer or shorter than its header: what a separator or a line break in a text leaves."""

from __future__ import annotations

import re
from collections import Counter

from loaders.raw_sheet import Row

_AMOUNT = re.compile(r"-?[\d \u00a0]+[.,]\d{1,2}-?")


def square(chunk: list[Row], width: int) -> dict[int, int]:
    """Make rows at least as wide as the header. Gives index → position of what stands outside, in rows that do.

    A row that has more cells than the others has been shifted, though it may end in a blank.
    """
    widths = Counter(map(len, chunk))
    if widths.keys() == {width}:
        return {}
    usual = widths.most_common(1)[0][0]
    shifted = {}
    for index, row in enumerate(chunk):
        outside = [place for place, cell in enumerate(row[width:], width) if str(cell).strip()]
        if outside or len(row) > max(width, usual):
            shifted[index] = outside[0] if outside else width
        chunk[index] = [*row, *[""] * (width - len(row))]
    return shifted


def broken_off(chunk: list[Row], width: int) -> set[int]:
    """Find the rows that end before the header does and look like data: a caption has one cell, and no figures.

    Under a whole row, what begins in words is a footer: "Antal rader;500". One cell is data where it is an amount with
    decimals: a page's number has none.
    """
    return {
        index
        for index, row in enumerate(chunk)
        if len(row) < width and (_is_amount(row) if len(row) == 1 else _is_data(row, chunk[index - 1 : index], width))
    }


def _is_amount(row: Row) -> bool:
    return _AMOUNT.fullmatch(str(row[0]).strip()) is not None


def _is_data(row: Row, above: list[Row], width: int) -> bool:
    if not any(str(cell)[:1].isdigit() for cell in row):
        return False
    is_under_whole = bool(above) and len(above[0]) >= width
    first = str(row[0]).strip()
    return not is_under_whole or not first or first[0].isdigit()
