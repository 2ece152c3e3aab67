"""Rounding for print: half away from zero, on exact numbers."""

from decimal import Context, Decimal
from fractions import Fraction

_EXACT = Context(prec=60)


def round_half_away(value: Fraction | Decimal | int, decimals: int) -> Decimal:
    """Round an exact value to `decimals` places, halves away from zero, never giving minus zero."""
    scaled = Fraction(value) * 10**decimals
    whole, remainder = divmod(abs(scaled.numerator), scaled.denominator)
    if 2 * remainder >= scaled.denominator:
        whole += 1
    sign = -1 if scaled < 0 and whole else 1
    return _EXACT.scaleb(Decimal(sign * whole), -decimals)
