"""Rounding for print: half away from zero, on exact numbers."""

from decimal import Context, Decimal
from fractions import Fraction

_EXACT = Context(prec=60)


def round_half_away(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Round an exact value to `decimals` places, halves away from zero, never giving minus zero."""
    return _EXACT.scaleb(Decimal(rounded_units(value, decimals)), -decimals)


def rounded_units(value: Fraction | Decimal | float, decimals: int, per: int = 1) -> int:
    """Give value / per in units of the last place, rounded so: 3.65 at one decimal is 37."""
    numerator, denominator = value.as_integer_ratio()
    denominator *= per
    one: int = 10**decimals
    units = (2 * abs(numerator) * one + denominator) // (2 * denominator)
    return units if numerator > 0 else -units
