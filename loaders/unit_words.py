"""The words for the units that sums of money are written in, and how many kronor each is."""

from __future__ import annotations

import re

KRONOR = ("kr", "kronor", "sek")
THOUSANDS = ("tkr", "kkr", "tsek", "ksek")
MILLIONS = ("mkr", "mnkr", "msek")
LARGE = (*THOUSANDS, *MILLIONS)
# As patterns of numbers that are units: "1000 kr", "1 000-tal", "x 1 000 000".
THOUSAND, MILLION = r"1[ .]?000(?![ .]?\d)", r"1[ .]?000[ .]?000(?![ .]?\d)"


def either(*words: str) -> str:
    """Give a pattern of any of the words."""
    return rf"(?:{'|'.join(words)})"


_MILLION_UNIT = re.compile(rf"{either(*MILLIONS)}$|m |.*(?:{MILLION}|milj(?!ard)|million|mio|\bmn\b|sek ?mn?$)")
_THOUSAND_UNIT = re.compile(rf"{either(*THOUSANDS)}$|[tk] |.*(?:000|tusen|thousand|sek ?[tk]n?$)")


def scale_of(units: set[str]) -> int | None:
    """Give kronor per unit; kronor where nothing is said. What isn't sure ("tkr?") gives way to what is.

    None where what is said contradicts itself, or isn't sure, or is a unit that nothing is read in: öre.
    """
    sure = {unit for unit in units if not unit.endswith("?")}
    scales = {_scale_of(unit) for unit in sure or units} or {1}
    return scales.pop() if len(scales) == 1 else None


def unread_units(units: set[str]) -> set[str]:
    """Give those that surely are units and that nothing is read in: öre, or thousands of millions."""
    return {unit for unit in units if not unit.endswith("?") and _scale_of(unit) is None}


def _scale_of(unit: str) -> int | None:
    if unit in KRONOR:
        return 1
    if unit.endswith("?"):
        return None
    if _MILLION_UNIT.match(unit):
        return 1_000_000
    return 1_000 if _THOUSAND_UNIT.match(unit) else None


def units_text(units: set[str]) -> str:
    """Write units for a person, without the mark of what isn't sure."""
    return ", ".join(sorted({unit.rstrip("?") for unit in units}))


def unit_name(units: set[str]) -> str:
    """Give the unit as one of domain.profile's UNITS; kr where nothing is said, or what is said contradicts itself."""
    return {1_000: "tkr", 1_000_000: "mkr"}.get(scale_of(units) or 1, "kr")
