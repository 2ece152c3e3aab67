"""Personal data in cells: found so that it can be left out, and never shown."""

from __future__ import annotations

from bemanning.domain.masking import LOOKS_PERSONAL

_SHOWN_LENGTH = 40
HIDDEN = "(visas inte)"


def shown(value: object) -> str:
    """Write a cell's value for a fault's text: short, and without anything that looks like a personnummer."""
    written = int(value) if isinstance(value, float) and value.is_integer() else value  # as a spreadsheet shows it
    text = " ".join(str(written).split())
    if LOOKS_PERSONAL.search(text):
        return HIDDEN
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def shown_number(value: object) -> str:
    """Write a value that should have been a number: words without a digit may be a name that slipped in."""
    text = shown(value)
    return text if any(character.isdigit() for character in text) else HIDDEN
