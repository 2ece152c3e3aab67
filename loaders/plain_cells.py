"""The cells of a plainly written sheet, from the bytes that stand in the XML to what the reader library makes of them.

Whatever is not certain to come out the same is refused: then the library reads the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from loaders.raw_sheet import Cell

_NUMBERS = re.compile(rb"(?:-?[0-9]{1,17}(?:\.[0-9]{1,20})?(?:E[-+]?[0-9]{1,2})?(?:\n|$))+")
_WHOLES = re.compile(rb"(?:[0-9]{1,7}(?:\n|$))+")
# Stands in no value: it would begin an element.
_BETWEEN = b"<"
_ENTITY = re.compile("&(amp|lt|gt|quot|apos);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
XML_SPACES = " \t\n"
_DAY_ZERO = date(1899, 12, 30)
# Before March 1900, days are counted as if 1900 were a leap year; a date has four digits for its year.
_FIRST_DAY, _LAST_DAY = 61, (date(9999, 12, 31) - _DAY_ZERO).days


class NotPlainError(Exception):
    """Something is written another way than these few lines read."""


class Cells:
    """One way of writing cells. `read` raises NotPlainError where a value is anything else."""

    def column(self, values: Sequence[bytes]) -> list[Cell]:
        """Read a column. Values that come again are read once, and are one in memory."""
        different = list(set(values))
        return list(map(dict(zip(different, self.read(different), strict=True)).__getitem__, values))

    def read(self, values: Sequence[bytes]) -> Sequence[Cell]:
        """Read numbers, and make them the floats that the format means by them."""
        _check(_NUMBERS, values)
        return list(map(float, values))


class Texts(Cells):
    """Text that stands in the cell."""

    def read(self, values: Sequence[bytes]) -> Sequence[Cell]:
        """Read texts as they stand."""
        return plain_texts(values)


class TrimmedTexts(Cells):
    """Text that stands in the cell, and is not said to keep the blanks at its ends."""

    def read(self, values: Sequence[bytes]) -> Sequence[Cell]:
        """Read texts without them."""
        return [text.strip(XML_SPACES) for text in plain_texts(values)]


class SharedTexts(Cells):
    """Text that stands in the table of texts, by its number there."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` is the table."""
        self._texts = texts

    def read(self, values: Sequence[bytes]) -> Sequence[Cell]:
        """Look texts up."""
        _check(_WHOLES, values)
        places = list(map(int, values))
        if max(places) >= len(self._texts):
            raise NotPlainError
        return [self._texts[place] for place in places]


class Days(Cells):
    """Whole days of a cell whose format shows a day."""

    def read(self, values: Sequence[bytes]) -> Sequence[Cell]:
        """Read days; a moment is refused."""
        _check(_WHOLES, values)
        numbers = list(map(int, values))
        if min(numbers) < _FIRST_DAY or max(numbers) > _LAST_DAY:
            raise NotPlainError
        return [_DAY_ZERO + timedelta(days=number) for number in numbers]


def _check(pattern: re.Pattern[bytes], values: Sequence[bytes]) -> None:
    """Hold values against a pattern of lines: all of them at once, for one by one takes longer than to read them."""
    text = b"\n".join(values)
    if text.count(b"\n") != len(values) - 1 or not pattern.fullmatch(text):
        raise NotPlainError


def plain_texts(values: Sequence[bytes]) -> list[str]:
    """Decode texts. Raises NotPlainError at what XML or Excel would have one mean something else."""
    try:
        whole = _BETWEEN.join(values).decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    if "\r" in whole or "_x" in whole or whole.count("&") != len(_ENTITY.findall(whole)):
        raise NotPlainError
    texts = whole.split(_BETWEEN.decode())
    return [_ENTITY.sub(lambda match: _MEANT[match[1]], text) for text in texts] if "&" in whole else texts
