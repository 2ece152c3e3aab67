"""The parts of a split add up exactly and lie as near the weights as whole numbers can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.demo.apportion import apportion, apportion_by_key

WEIGHTS = st.lists(st.integers(0, 1000), min_size=1, max_size=20).filter(any)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, [1, 1, 1], [4, 3, 3]),
        (10, [1, 2, 7], [1, 2, 7]),
        (5, [0, 1], [0, 5]),
        (0, [1, 2], [0, 0]),
        (-10, [1, 1, 1], [-3, -3, -4]),
        (7, [0.25, 0.5], [2, 5]),
    ],
)
def test_splits(total: int, weights: list[float], parts: list[int]) -> None:
    assert apportion(total, weights) == parts


@given(st.integers(-(10**12), 10**12), WEIGHTS)
def test_parts_add_up_and_miss_their_share_by_less_than_one(total: int, weights: list[int]) -> None:
    parts = apportion(total, weights)
    assert sum(parts) == total
    base = sum(weights)
    assert all(abs(part * base - total * weight) < base for part, weight in zip(parts, weights, strict=True))


@pytest.mark.parametrize("weights", [[0.0, 0.0], [2.0, -1.0], [1e-9]])
def test_weights_that_say_nothing_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        apportion(1, weights)


def test_by_key_keeps_keys_and_their_order() -> None:
    assert list(apportion_by_key(9, {"b": 2, "a": 1, "none": 0}).items()) == [("b", 6), ("a", 3), ("none", 0)]
