"""Words that Inläsning's parts share: sums, spans of months, scopes and sizes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.presentation.loading_context import ScopeNames
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import MISSING, NBSP, amount_text, hours_text, number_text
from bemanning.presentation.texts import loading as texts

_KIB = 1024


def sum_text(source: Source | None, number: int) -> str:
    """Write a file's sum to the öre (centihour), with its unit."""
    return hours_text(number, 2) if source is Source.HEROMA else amount_text(number, "kr", 2)


def sum_digits(number: int, *, sign: bool = False) -> str:
    """Write öre or centihours without the unit, for a column whose heading says it."""
    return number_text(Decimal(number).scaleb(-2), 2, sign=sign)


def months_named(months: Sequence[str]) -> str:
    """Name "2018-11" and "2018-12" as nov-dec 2018; a dash where there are none."""
    return spans_text([Month.parse(month) for month in months]) or MISSING


def scope_named(scope: str | None, names: ScopeNames) -> str:
    """Give a scope's name; its code where it is declared no more."""
    return texts.UNKNOWN_SCOPE if scope is None else names.get(scope, scope)


def size_text(size_bytes: int) -> str:
    """Write a file's size: 640 kB, 1,4 MB."""
    kib = Fraction(size_bytes, _KIB)
    if kib < _KIB:
        return f"{number_text(max(kib, Fraction(1)), 0)}{NBSP}kB"
    return f"{number_text(kib / _KIB, 1)}{NBSP}MB"


def counted(count: int, words: tuple[str, str]) -> str:
    """Choose between one and several: (1 fel, {count} fel)."""
    return words[0] if count == 1 else words[1].format(count=number_text(count, 0))


def capitalized(words: str) -> str:
    """Begin with a capital and leave the rest: a file's name may follow."""
    return words[:1].upper() + words[1:]
