"""How a measure's numbers are written: one unit and one number of decimals for a whole screen or file."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.domain.rounding import rounded_units
from bemanning.presentation.numbers import MISSING, NBSP, number_text

_TKR, _MKR = 1_000 * ORE_PER_KR, 1_000_000 * ORE_PER_KR
# Below this many of the larger unit, the smaller one says more.
_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit: what a number is divided by, the unit's word and the decimals that are shown.

    is_sum: twelve months add up to the year's value, so that a month is compared with a twelfth of it.
    difference_word: the unit of a difference between two numbers.
    """

    divisor: int
    word: str
    decimals: int
    is_sum: bool
    is_signed: bool = False
    difference_word: str = ""

    def digits(self, number: Fraction | None) -> str:
        """Write a number without its unit; a dash where it is missing."""
        return MISSING if number is None else number_text(number, self.decimals, sign=self.is_signed, per=self.divisor)

    def text(self, number: Fraction | None) -> str:
        """Write a number with its unit."""
        return MISSING if number is None else f"{self.digits(number)}{NBSP}{self.word}"

    def distance(self, difference: Fraction) -> str:
        """Write how far apart two numbers are, without sign."""
        digits = number_text(abs(difference), self.decimals, per=self.divisor)
        return f"{digits}{NBSP}{self.difference_word or self.word}"

    def is_level(self, difference: Fraction) -> bool:
        """Tell whether a difference is nothing as it is printed."""
        return rounded_units(difference, self.decimals, self.divisor) == 0

    def drawn(self, number: Fraction | None) -> float | None:
        """Give a number as a chart draws it."""
        return None if number is None else number.numerator / (number.denominator * self.divisor)


def scale_of(unit: str, largest: Fraction | float, *, is_deviation: bool = False) -> Scale:
    """Choose the scale for a registered measure's unit, by the largest number that is to be written."""
    if unit == "ore":
        return _money(abs(float(largest)), is_deviation=is_deviation)
    return {
        "pct": Scale(1, "%", 1, is_sum=False, difference_word="procentenheter"),
        "pp": Scale(1, "procentenheter", 1, is_sum=False, is_signed=True),
        "centihours": Scale(CENTI, "timmar", 0, is_sum=True),
        "weeks": Scale(1, "veckor", 1, is_sum=True),
        "ore_per_hour": Scale(ORE_PER_KR, "kr per timme", 0, is_sum=False),
    }[unit]


def _money(largest: float, *, is_deviation: bool) -> Scale:
    if largest >= _ENOUGH * _MKR:
        return Scale(_MKR, "mkr", 1, is_sum=True, is_signed=is_deviation)
    if largest >= _ENOUGH * _TKR:
        return Scale(_TKR, "tkr", 1, is_sum=True, is_signed=is_deviation)
    return Scale(ORE_PER_KR, "kr", 0, is_sum=True, is_signed=is_deviation)
