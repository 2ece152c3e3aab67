"""Personal data in cells: found so that it can be left out, and never shown."""

from __future__ import annotations

import re
from datetime import date

_CANDIDATE = re.compile(r"(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
# Wider than the above: what must never be shown need not be a valid number, a mistyped one is as personal.
_LOOKS_PERSONAL = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")
_COORDINATION_DAYS = 60
_SHOWN_LENGTH = 40
HIDDEN = "(visas inte)"


def has_personal_number(text: str) -> bool:
    """Tell whether a personnummer or samordningsnummer (real date, right check digit) stands in the text."""
    return any(_is_valid(match) for match in _CANDIDATE.finditer(text))


def masked(file_name: str) -> str:
    """Take whatever looks like a personnummer out of a file's name, which is stored, logged and shown."""
    return _LOOKS_PERSONAL.sub("(dolt)", file_name)


def shown(value: object) -> str:
    """Write a cell's value for a fault's text: short, and without anything that looks like a personnummer."""
    text = " ".join(str(value).split())
    if _LOOKS_PERSONAL.search(text):
        return HIDDEN
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def shown_number(value: object) -> str:
    """Write a value that should have been a number: words without a digit may be a name that slipped in."""
    text = shown(value)
    return text if any(character.isdigit() for character in text) else HIDDEN


def _is_valid(match: re.Match[str]) -> bool:
    year, month, day, tail = match.groups()
    return _is_date(int(year), int(month), int(day)) and _luhn_holds(year + month + day + tail)


def _is_date(year: int, month: int, day: int) -> bool:
    if day > _COORDINATION_DAYS:
        day -= _COORDINATION_DAYS
    # The century is not always written: a day that exists in either century is a day (leap years differ in 1900).
    return any(_exists(century + year, month, day) for century in (1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _luhn_holds(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(digits):
        weighted = int(digit) * (2 - position % 2)
        total += weighted - 9 if weighted > 9 else weighted  # noqa: PLR2004 -- the digit sum of a two-digit product
    return total % 10 == 0
