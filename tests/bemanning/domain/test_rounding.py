from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.money import hours_text, kr_text
from bemanning.domain.rounding import round_half_away


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(-1, 3), 0, "0"),
        (Decimal("2.345"), 2, "2.35"),
        (Decimal("-2.345"), 2, "-2.35"),
        (Fraction(2, 3), 3, "0.667"),
        (10**30, 1, f"{10**30}.0"),
        (5, 0, "5"),
    ],
)
def test_halves_go_away_from_zero(value: Fraction | Decimal | int, decimals: int, expected: str) -> None:
    assert str(round_half_away(value, decimals)) == expected


@given(st.fractions(), st.integers(0, 6))
def test_never_further_than_half_a_unit_away(value: Fraction, decimals: int) -> None:
    rounded = round_half_away(value, decimals)
    assert abs(Fraction(rounded) - value) <= Fraction(1, 2 * 10**decimals)
    assert Fraction(round_half_away(-value, decimals)) == -Fraction(rounded)


@given(st.integers(-(10**15), 10**15))
def test_amounts_are_written_exactly(amount: int) -> None:
    assert Decimal(kr_text(amount)) * 100 == amount
    assert hours_text(amount) == kr_text(amount)
