"""What a workbook's number formats make of a number: a day, or a number still. What could be either is left."""

from __future__ import annotations

import re

_BUILT_IN_DAYS = frozenset((14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 47))
_BUILT_IN_NUMBERS = frozenset((*range(14), *range(37, 45), 48, 49))
# Quoted text, a character shown as it is, one whose width is left blank, one that fills, and a colour.
_ASIDE = re.compile(r'"[^"]*"|[\\_*].|\[(?:black|blue|cyan|green|magenta|red|white|yellow)\]', re.IGNORECASE)
_NUMBER = re.compile(r"(?:[0#?.,%@;()\-+ ]|General)+")
_DAY = re.compile(r"[-/., ]*(?:(?:yyyy|yy|mmmm|mmm|mm|m|dd|d)[-/., ]*)+(?:;@)?", re.IGNORECASE)


def shows_day(number: str, code: str | None) -> bool | None:
    """Tell whether a format shows a day. None: neither that nor a number for certain. code: its text where it has one.

    number: of the format, which means the same everywhere where the workbook does not say what it is.
    """
    if code is not None:
        bare = _ASIDE.sub("", code)
        return False if _NUMBER.fullmatch(bare) else True if _DAY.fullmatch(bare) else None
    if not (number.isascii() and number.isdigit()):
        return None
    if int(number) in _BUILT_IN_DAYS:
        return True
    return False if int(number) in _BUILT_IN_NUMBERS else None
