"""Rows are summed per key as one would by hand, whether their keys are packed or too many for that."""

from __future__ import annotations

from collections import defaultdict

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.frames import summed
from loaders.packed_keys import PackedKeys

_KEYS = ("month", "account", "supplier")
_NUMBERS = ("ore", "heads")
_SCHEMA = {**dict.fromkeys(_KEYS, pl.String), **dict.fromkeys(_NUMBERS, pl.Int64)}
_TEXT = st.sampled_from(["", "a", "A", "å", "10", "9", " "])
_NUMBER = st.none() | st.integers(-(10**15), 10**15)
Rows = list[tuple[str, str, str, int | None, int | None]]


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT, _NUMBER, _NUMBER), max_size=12))
def test_sums_per_key(rows: Rows) -> None:
    expected: dict[tuple[str, ...], list[int | None]] = defaultdict(lambda: [None, None])
    for *key, ore, heads in rows:
        sums = expected[tuple(map(str, key))]
        for place, number in enumerate((ore, heads)):
            if number is not None:
                sums[place] = (sums[place] or 0) + number
    frame = pl.DataFrame(rows, schema=_SCHEMA, orient="row")
    ordered = sorted(expected.items(), key=lambda item: [part.encode() for part in item[0]])
    assert summed([frame[:1], frame[1:]], list(_SCHEMA), _NUMBERS).rows() == [(*key, *sums) for key, sums in ordered]


@pytest.mark.parametrize(("different", "is_packed"), [(511, True), (512, False)])
def test_keys_that_no_number_holds_are_summed_too(different: int, *, is_packed: bool) -> None:
    columns = [f"c{number}" for number in range(7)]
    texts = [f"{number:03d}" for number in range(different)]
    frame = pl.DataFrame({**dict.fromkeys(columns, texts), "ore": range(different)})
    assert (PackedKeys.of(frame, columns) is not None) == is_packed
    twice = summed([frame.reverse(), frame], [*columns, "ore"], ["ore"])
    assert twice.equals(frame.with_columns(pl.col("ore") * 2))
