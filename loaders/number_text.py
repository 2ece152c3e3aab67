"""Numbers as Swedes and their systems write them: "1 234 567,50", "1.234,5", "(12,00)", "1 234-", "100 kr"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SPACES = "\u00a0\u202f\u2009"  # no-break, narrow no-break and thin: all stand between thousands
APOSTROPHES = "'\u2019"
MINUS_SIGNS = "\u2212\u2013"
_TIDY = str.maketrans(dict.fromkeys(SPACES, " ") | dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(MINUS_SIGNS, "-"))

_SUFFIX = re.compile(r"\s*(?:kr\.?|sek|:-)$", re.IGNORECASE)
# Groups of three by space or apostrophe, or by the mark that is not the decimal mark, or no groups at all.
_PLAIN = re.compile(r"(?:\d{1,3}(?:[ ']\d{3})+|\d+)(?:([.,])(\d+))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])(\d+))?", re.ASCII)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
SCIENTIFIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from text.

    decimal_mark: what the text proves about its column, "," or ".", or "" for nothing.
    grouped: the value if the one mark in the text separates thousands ("1,234" → 1234); None when it can't.
    mark: that one mark.
    """

    value: Decimal
    decimal_mark: str = ""
    grouped: Decimal | None = None
    mark: str = ""


def tidy(text: str) -> str:
    """Make every space, apostrophe and minus sign the plain one, and cut the ends."""
    return text.translate(_TIDY).strip()


def read_number(text: str) -> Number | None:
    """Read a tidied text. None: not a number, or one with thousands that don't come in threes."""
    digits, is_negative = _without_sign(_SUFFIX.sub("", text))
    if digits is None:
        return None
    number = _read_digits(digits)
    if number is None or not is_negative:
        return number
    grouped = None if number.grouped is None else -number.grouped
    return Number(-number.value, number.decimal_mark, grouped, number.mark)


def _without_sign(text: str) -> tuple[str | None, bool]:
    """Take away at most one sign: in front, behind (as ledgers write credit) or as parentheses."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text.endswith("-"):
        return (None, True) if text.startswith(("-", "+")) else (text[:-1].rstrip(), True)
    if text.startswith(("-", "+")):
        return text[1:].lstrip(), text[0] == "-"
    return text, False


def _read_digits(digits: str) -> Number | None:
    if match := _PLAIN.fullmatch(digits):
        value = _decimal(digits.replace(",", "."))
        if _AMBIGUOUS.fullmatch(digits):
            mark = match[1]
            return Number(value, "", _decimal(digits.replace(mark, "")), mark)
        return Number(value, match[1] or "")
    if match := _GROUPED.fullmatch(digits):
        thousands = match[1]
        other = "," if thousands == "." else "."
        return Number(_decimal(digits.replace(thousands, "").replace(other, ".")), other)
    return None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(" ", "").replace("'", ""))
