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


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A unit: what a number is divided by, the unit's word and the decimals that are shown. There is one of each.

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
        return MISSING if number is None else self.named(self.digits(number))

    def named(self, digits: str) -> str:
        """Put the unit after a number that is written."""
        return f"{digits}{NBSP}{self.word}"

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
        return _MONEY[_money_word(abs(float(largest))), is_deviation]
    return _SCALES[unit]


def _money_word(largest: float) -> str:
    if largest >= _ENOUGH * _MKR:
        return "mkr"
    return "tkr" if largest >= _ENOUGH * _TKR else "kr"


_SCALES = {
    "pct": Scale(1, "%", 1, is_sum=False, difference_word="procentenheter"),
    "pp": Scale(1, "procentenheter", 1, is_sum=False, is_signed=True),
    "centihours": Scale(CENTI, "timmar", 0, is_sum=True),
    "weeks": Scale(1, "veckor", 1, is_sum=True),
    "ore_per_hour": Scale(ORE_PER_KR, "kr per timme", 0, is_sum=False),
}
_MONEY = {
    (word, is_signed): Scale(divisor, word, decimals, is_sum=True, is_signed=is_signed)
    for word, divisor, decimals in (("mkr", _MKR, 1), ("tkr", _TKR, 1), ("kr", ORE_PER_KR, 0))
    for is_signed in (False, True)
}
