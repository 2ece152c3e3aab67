from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bemanning.domain.month import Month
from bemanning.presentation import numbers as n


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (n.number_text(Fraction(12_345, 10), 1), "1 234,5"),
        (n.number_text(-1_234_567, 0), "−1 234 567"),
        (n.number_text(Fraction(-4, 100), 1), "0,0"),
        (n.number_text(Fraction(5, 100), 1, sign=True), "+0,1"),
        (n.number_text(0, 0, sign=True), "0"),
        (n.number_text(None, 1), "–"),
        (n.share_text(Fraction(365, 100)), "3,7 %"),
        (n.share_text(Fraction(2), 0), "2 %"),
        (n.share_text(None), "–"),
        (n.pp_text(Fraction(17, 10)), "+1,7 procentenheter"),
        (n.pp_text(Fraction(-4, 10)), "−0,4 procentenheter"),
        (n.percent_int_text(Fraction(-43, 2)), "−22 %"),
        (n.percent_int_text(Fraction(1), sign=True), "+1 %"),
        (n.amount_text(123_450_000), "1 234,5 tkr"),
        (n.amount_text(10_872_000_000, "mkr"), "108,7 mkr"),
        (n.amount_text(-2_975_500_000, "mkr", sign=True), "−29,8 mkr"),
        (n.amount_text(150, "kr", 0), "2 kr"),
        (n.amount_text(None), "–"),
        (n.amount_digits(None), "–"),
        (n.weeks_text(Fraction(610)), "610 veckor"),
        (n.hours_text(51_200), "512 timmar"),
        (n.hours_text(None), "–"),
        (n.month_text(Month(2018, 12)), "dec 2018"),
        (n.month_text(Month(2018, 12), long=True), "december 2018"),
        (n.month_name(3), "mars"),
        (n.months_text(Month(2018, 9), Month(2018, 9)), "sep 2018"),
        (n.months_text(Month(2018, 1), Month(2018, 9)), "jan–sep 2018"),
        (n.months_text(Month(2017, 12), Month(2018, 3)), "dec 2017–mars 2018"),
        (n.date_text(date(2019, 1, 3)), "3 jan 2019"),
        (n.date_text(datetime(2018, 12, 31, 23, 30, tzinfo=UTC)), "1 jan 2019"),
    ],
)
def test_numbers_are_written_the_swedish_way(written: str, expected: str) -> None:
    assert written.replace(n.NBSP, " ") == expected
    assert " " not in written


@given(st.integers(-(10**15), 10**15), st.integers(0, 3))
def test_what_is_written_reads_back_as_the_rounded_number(scaled: int, decimals: int) -> None:
    written = n.number_text(Fraction(scaled, 10**decimals), decimals)
    plain = written.replace(n.NBSP, "").replace(n.MINUS, "-").replace(",", ".")
    assert Fraction(plain) == Fraction(scaled, 10**decimals)


@given(
    st.one_of(st.floats(-2_000, 2_000), st.integers(-40_000, 40_000).map(lambda twentieths: twentieths / 20)),
    st.integers(0, 3),
)
@example(0.25, 1)
@example(0.35, 1)
@example(999.96, 1)
@example(-0.04, 1)
@example(-0.0, 1)
def test_a_drawn_share_is_written_as_the_exact_number_that_it_is(share_pct: float, decimals: int) -> None:
    assert n.share_text(share_pct, decimals) == n.share_text(Fraction(share_pct), decimals)
