"""The cells of a plainly written sheet, from the bytes that stand in the XML to what the reader library makes of them.

Whatever is not certain to come out the same is refused: then the library reads the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from loaders.raw_sheet import Cell

# Values that come again and again are kept as one; of those that don't, no more than this are remembered.
_MOST_REMEMBERED = 50_000
_NUMBER = re.compile(rb"-?[0-9]{1,17}(?:\.[0-9]{1,20})?(?:E[-+]?[0-9]{1,2})?")
_WHOLE = re.compile(rb"[0-9]{1,7}")
_ENTITY = re.compile("&(amp|lt|gt|quot|apos);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
XML_SPACES = " \t\n"
_DAY_ZERO = date(1899, 12, 30)
# Before March 1900, days are counted as if 1900 were a leap year; a date has four digits for its year.
_FIRST_DAY, _LAST_DAY = 61, (date(9999, 12, 31) - _DAY_ZERO).days


class NotPlainError(Exception):
    """Something is written another way than these few lines read."""


class Cells(dict[bytes, Cell]):
    """Bytes → cell, for one way of writing cells. Looking up raises NotPlainError where the bytes are anything else."""

    def __missing__(self, value: bytes) -> Cell:
        """Read a value that is not remembered."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        cell = self[value] = self.read(value)
        return cell

    def read(self, value: bytes) -> Cell:
        """Read a number, and make it the float that the format means by it."""
        if not _NUMBER.fullmatch(value):
            raise NotPlainError
        return float(value)


class Texts(Cells):
    """Text that stands in the cell."""

    def read(self, value: bytes) -> Cell:
        """Read text as it stands."""
        return plain_text(value)


class TrimmedTexts(Cells):
    """Text that stands in the cell, and is not said to keep the blanks at its ends."""

    def read(self, value: bytes) -> Cell:
        """Read text without them."""
        return plain_text(value).strip(XML_SPACES)


class SharedTexts(Cells):
    """Text that stands in the table of texts, by its number there."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` is the table."""
        super().__init__()
        self._texts = texts

    def read(self, value: bytes) -> Cell:
        """Look a text up."""
        if not _WHOLE.fullmatch(value) or int(value) >= len(self._texts):
            raise NotPlainError
        return self._texts[int(value)]


class Days(Cells):
    """Whole days of a cell whose format shows a day."""

    def read(self, value: bytes) -> Cell:
        """Read a day; a moment is refused."""
        if not _WHOLE.fullmatch(value) or not _FIRST_DAY <= int(value) <= _LAST_DAY:
            raise NotPlainError
        return _DAY_ZERO + timedelta(days=int(value))


def plain_text(value: bytes) -> str:
    """Decode text. Raises NotPlainError at what XML or Excel would have it mean something else."""
    try:
        text = value.decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    if "\r" in text or "_x" in text:
        raise NotPlainError
    if "&" not in text:
        return text
    if text.count("&") != len(_ENTITY.findall(text)):
        raise NotPlainError
    return _ENTITY.sub(lambda match: _MEANT[match[1]], text)
