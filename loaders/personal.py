"""Personal data in cells: found so that it can be left out, and never shown."""

from __future__ import annotations

import re

# Wider than the domain's: what must never be shown need not be a valid number, a mistyped one is as personal.
_LOOKS_PERSONAL = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")
_SHOWN_LENGTH = 40
HIDDEN = "(visas inte)"


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
