"""What is usual, and what departs from it."""

from fractions import Fraction

import pytest

from bemanning.kpi.reconciliation import departs, usual_price, usual_ratio

EVEN = [Fraction(n) for n in (7, 1, 3, 100, 2, 5)]


def test_the_usual_ratio_is_the_median_of_enough_months() -> None:
    assert usual_ratio(EVEN) == 4
    assert usual_ratio([*EVEN, Fraction(6)]) == 5
    assert usual_ratio(EVEN[:5]) is None
    assert usual_ratio([]) is None


def test_the_usual_price_weighs_months_by_their_hours() -> None:
    months = [(Fraction(1000), Fraction(1))] + [(Fraction(100), Fraction(10))] * 5
    assert usual_price(months) == Fraction(1500, 51)
    assert usual_price(months[:5]) is None
    assert usual_price([]) is None
    assert usual_price([(Fraction(1), Fraction(0))] * 6) is None


@pytest.mark.parametrize(
    ("quotient", "usual", "is_far"),
    [("1.05", "1", False), ("1.0501", "1", True), ("0.95", "1", False), ("0.9499", "1", True), ("-1.06", "-1", True),
     ("-1", "1", True), ("0", "0", False), ("0.001", "0", True)],
)  # fmt: skip
def test_what_lies_beyond_the_tolerance_departs(quotient: str, usual: str, is_far: bool) -> None:  # noqa: FBT001 - a column of the table
    assert departs(Fraction(quotient), Fraction(usual), 5) is is_far
