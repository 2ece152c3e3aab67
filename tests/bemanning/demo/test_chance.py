"""Chance is repeatable, spread out, and knows its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.demo.chance import chance, pick, wobble

KEYS = st.tuples(st.text(), st.integers())


@given(KEYS)
def test_chance_is_from_0_up_to_1_and_the_same_for_the_same_key(key: tuple[str, int]) -> None:
    assert 0 <= chance(*key) < 1
    assert chance(*key) == chance(*key)


def test_chance_never_changes_between_versions() -> None:
    # The demo region's bytes hang on this number.
    assert chance("a", 1) == 0.41850369768210594


def test_chance_is_spread_out() -> None:
    draws = [chance("spread", number) for number in range(2000)]
    assert sum(draws) / len(draws) == pytest.approx(0.5, abs=0.02)
    assert len(set(draws)) == len(draws)


@given(KEYS)
def test_wobble_stays_within_its_spread(key: tuple[str, int]) -> None:
    assert 0.8 <= wobble(0.2, *key) <= 1.2


def test_pick_follows_the_weights_and_never_takes_a_weight_of_zero() -> None:
    picked = [pick({"a": 3, "none": 0, "b": 1, "last": 0}, number) for number in range(2000)]
    assert set(picked) == {"a", "b"}
    assert picked.count("a") / len(picked) == pytest.approx(0.75, abs=0.03)
