from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.faults import FaultCode
from loaders.amounts import LARGEST_ORE, AmountParser
from loaders.number_text import Number, read_number, tidy
from loaders.problem import Problem

ore = st.integers(-LARGEST_ORE + 1, LARGEST_ORE - 1)
spaces = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "'", "’"])


def grouped(digits: str, separator: str) -> str:
    return f"{int(digits):,}".replace(",", separator)


@given(
    ore,
    spaces,
    st.sampled_from(["-", "\u2212", "\u2013"]),
    st.sampled_from(["{sign}{n}", "{n}{sign}", "({n})", "{sign} {n} kr"]),
)
def test_an_amount_written_in_any_swedish_way_reads_back(amount: int, space: str, sign: str, form: str) -> None:
    kronor, rest = divmod(abs(amount), 100)
    number = f"{grouped(str(kronor), space)},{rest:02d}"
    text = form.format(n=number, sign=sign) if amount < 0 else number
    assert AmountParser("amount")[text] == amount


@given(ore, st.sampled_from([",.", ".,"]))
def test_thousands_by_one_mark_and_decimals_by_the_other_read_back(amount: int, marks: str) -> None:
    kronor, rest = divmod(abs(amount), 100)
    text = f"{grouped(str(kronor), marks[0])}{marks[1]}{rest:02d}"
    assert AmountParser("amount")[text] == abs(amount)


@given(st.integers(-(10**13), 10**13), st.sampled_from([1, 1000, 1_000_000]))
def test_a_float_that_is_whole_ore_reads_back(amount: int, scale: int) -> None:
    cell = amount / 100 / scale
    assert AmountParser("amount", scale)[cell] == amount


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=50))
def test_a_sum_of_floats_reads_as_the_sum_of_ore(amounts: list[int]) -> None:
    assert AmountParser("amount")[sum(amount / 100 for amount in amounts)] == sum(amounts)


@given(st.integers(1, 10**9), st.integers(1, 9))
def test_a_third_decimal_is_never_rounded_away(kronor: int, third: int) -> None:
    outcome = AmountParser("amount")[float(f"{kronor}.00{third}")]
    assert isinstance(outcome, Problem)
    assert outcome.code is FaultCode.AMOUNT_DECIMALS


@given(st.text(max_size=12))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    assert isinstance(AmountParser("amount")[text], int | Number | Problem | None)


AMBIGUOUS = Number(Decimal("1.234"), "", Decimal(1234), ",")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", Number(Decimal(12))),
        ("+12", Number(Decimal(12))),
        ("1234,567", Number(Decimal("1234.567"), ",")),
        ("0,123", Number(Decimal("0.123"), ",")),
        ("1,234", AMBIGUOUS),
        ("1,234,567", Number(Decimal(1234567), ".")),
        ("1.234,5", Number(Decimal("1234.5"), ",")),
        ("12 345.6", Number(Decimal("12345.6"), ".")),
        ("", None),
        ("kr", None),
        ("12 34", None),
        ("1 234 56", None),
        ("1,23,456", None),
        ("1,234,56", None),
        ("1.234.567.8", None),
        ("--1", None),
        ("+1-", None),
        ("1 2", None),
        ("(1", None),
        ("\u0661", None),
    ],
)
def test_reads_numbers_and_nothing_else(text: str, number: Number | None) -> None:
    assert read_number(tidy(text)) == number


@pytest.mark.parametrize("cell", [float("inf"), float("nan"), True])
def test_what_is_no_number_is_a_problem(cell: float) -> None:
    outcome = AmountParser("amount")[cell]
    assert isinstance(outcome, Problem)
    assert outcome.code is FaultCode.AMOUNT_UNREADABLE


def test_whole_numbers_are_read_as_they_are() -> None:
    assert AmountParser("amount")[12] == 1200
