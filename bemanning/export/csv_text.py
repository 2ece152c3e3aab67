"""CSV as Excel in Swedish opens it: semicolons, decimal comma, UTF-8 with byte order mark, no cell a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from bemanning.domain.rounding import round_half_away

MEDIA_TYPE = "text/csv; charset=utf-8"
# A text cell that begins so would be taken for a formula.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_DECIMALS = 6


def csv_bytes(rows: Iterable[Sequence[str | Fraction | None]]) -> bytes:
    """Write rows of text, exact numbers (up to six decimals) and blanks (None)."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(cell: str | Fraction | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Fraction):
        return _number(round_half_away(cell, _DECIMALS))
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def _number(rounded: Decimal) -> str:
    """Write a number plainly, with an ordinary minus and no thousands' spaces, so that it is read as one."""
    digits = f"{rounded:f}"
    return digits.rstrip("0").rstrip(".").replace(".", ",")
