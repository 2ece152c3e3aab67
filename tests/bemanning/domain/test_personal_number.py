"""Numbers here are made up for people born in 1890, or the authority's own test numbers."""

from __future__ import annotations

import pytest

from bemanning.domain.personal_number import has_personal_number, may_hold_personal_number


@pytest.mark.parametrize(
    "text",
    ["900101-0017", "9001010017", "189001010017", "18900101-0017", "900101+0017", "900161-0014", "Lev 900101-0017 AB"],
)
def test_finds_personal_numbers(text: str) -> None:
    assert has_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "900101-0018",  # wrong check digit
        "901301-0013",  # no such month
        "900132-0011",  # no such day
        "900192-0019",  # no such coordination day
        "5560360793",  # an organisation's number: its "month" is never below 20
        "79001010017",  # a longer number
        "5011",
        "",
    ],
)
def test_leaves_other_numbers(text: str) -> None:
    assert not has_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "900101-0017",
        "Avser 900101-0018, se fakturan",  # mistyped is as personal
        "900101\u20130017",
        "900101 \u2212 0017",
        "900101\u00a0-\n0017",
        "18900101 0017",
        "900161-0015",
    ],
)
def test_a_form_and_a_date_are_enough_in_text_written_by_hand(text: str) -> None:
    assert may_hold_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "556036-0793",
        "901301-0017",
        "verifikation 79001010017",
        "1 234 567 kr",
        "2018-12-31",
        "december 2018 \u2013 mars 2019",
        "vecka 1801-1804",
        "",
    ],
)
def test_other_numbers_may_be_written(text: str) -> None:
    assert not may_hold_personal_number(text)
