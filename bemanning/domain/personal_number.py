"""Swedish personal numbers in running text: found so that they can be refused, dropped or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_CANDIDATE = re.compile(r"(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
_COORDINATION_DAYS = 60
# Typed by hand: a word processor's dashes, and spaces around them.
_TYPED_DASH = re.compile(r"[\s\u00a0]*[-\u2010-\u2015\u2212][\s\u00a0]*")


def has_personal_number(text: str) -> bool:
    """Tell whether a personnummer or samordningsnummer (real date, right check digit) stands in the text."""
    return any(_luhn_holds("".join(match.groups())) for match in _dated(text))


def may_hold_personal_number(text: str) -> bool:
    """Tell whether anything in hand-written text has a personnummer's form and date: a mistyped one is as personal."""
    return any(True for _ in _dated(_TYPED_DASH.sub("-", text)))


def _dated(text: str) -> Iterator[re.Match[str]]:
    """Give every number of the form that begins with a real date."""
    return (match for match in _CANDIDATE.finditer(text) if _is_date(*(int(part) for part in match.groups()[:3])))


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
