"""A measure's numbers as files hold them: kronor, hours, percent; unrounded."""

from __future__ import annotations

from fractions import Fraction

from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.export.workbook_styles import number_format

# How many of a registered unit go on the unit that is printed (presentation.measures.UNIT_WORDS).
_PER_PRINTED = {"ore": ORE_PER_KR, "ore_per_hour": ORE_PER_KR, "centihours": CENTI}
_FORMATS = {
    "pct": number_format(2),
    "pp": number_format(2, plus=True),
    "ore": number_format(),
    "centihours": number_format(1),
    "weeks": number_format(1),
    "ore_per_hour": number_format(),
}


def in_print_unit(unit: str, number: Fraction | None) -> Fraction | None:
    """Turn öre into kronor and centihours into hours."""
    return None if number is None else number / _PER_PRINTED.get(unit, 1)


def format_of(unit: str) -> str:
    """Give the number format for a registered unit."""
    return _FORMATS[unit]
