from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sie_line import LineError
from loaders.sie_values import Amounts

READ = {
    "0": 0, "-0.00": 0, "5": 500, "+5": 500, "-5.1": -510, "5,15": 515, "00012.340": 1234, "0.01": 1,
    "9999999999999.99": 999_999_999_999_999, "0" * 5000 + "1": 100, "1." + "0" * 5000: 100,
}  # fmt: skip
REFUSED = {
    "": "sie_amount", "-": "sie_amount", ".5": "sie_amount", "5.": "sie_amount", "5-": "sie_amount",
    "1 000": "sie_amount", "1.000.00": "sie_amount", "1e3": "sie_amount", "٣": "sie_amount", "--1": "sie_amount",
    "10000000000000": "sie_large", "9" * 10**6: "sie_large", "0.001": "sie_decimals",
    "5." + "0" * 50 + "1": "sie_decimals",
}  # fmt: skip


@pytest.mark.parametrize(("text", "ore"), READ.items(), ids=[text[:20] for text in READ])
def test_amounts(text: str, ore: int) -> None:
    assert Amounts()[text] == ore


@pytest.mark.parametrize(("text", "reason"), REFUSED.items(), ids=[text[:20] for text in REFUSED])
def test_what_is_no_amount(text: str, reason: str) -> None:
    with pytest.raises(LineError, match=reason):
        Amounts()[text]


@given(st.decimals(-(10**12), 10**12, places=2))
def test_amounts_are_exact(amount: Decimal) -> None:
    assert Amounts()[f"{amount:f}"] == amount * 100
