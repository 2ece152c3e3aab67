"""The words for the units that sums of money are written in."""

from __future__ import annotations

KRONOR = ("kr", "kronor", "sek")
THOUSANDS = ("tkr", "kkr", "tsek", "ksek")
MILLIONS = ("mkr", "mnkr", "msek")
LARGE = (*THOUSANDS, *MILLIONS)


def either(*words: str) -> str:
    """Give a pattern of any of the words."""
    return rf"(?:{'|'.join(words)})"
