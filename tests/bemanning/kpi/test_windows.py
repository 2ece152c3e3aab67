import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.kpi.panel import Panel
from bemanning.kpi.windows import rolling_sum

MONTHS = st.lists(st.tuples(st.integers(-(10**12), 10**12), st.booleans()), min_size=1, max_size=40)


def panel(*rows: list[tuple[int, bool]]) -> Panel:
    values = np.array([[amount if known else 0 for amount, known in row] for row in rows], dtype=np.int64)
    return Panel(values, np.array([[known for _, known in row] for row in rows], dtype=np.bool_))


@pytest.mark.parametrize(
    ("values", "length", "expected"),
    [
        ([1, 2, 3, 4], 2, [None, 3, 5, 7]),
        ([1, None, 3, 4], 2, [None, None, None, 7]),
        ([1, -1, 0, 5], 3, [None, None, 0, 4]),
        ([7], 12, [None]),
        ([7], 1, [7]),
    ],
)
def test_a_window_with_a_missing_month_has_no_sum(
    values: list[int | None], length: int, expected: list[int | None]
) -> None:
    result = rolling_sum(panel([(value or 0, value is not None) for value in values]), length)
    found = [int(value) if known else None for value, known in zip(result.values[0], result.present[0], strict=True)]
    assert found == expected


@given(MONTHS, st.integers(1, 14))
def test_agrees_with_adding_up_month_by_month(months: list[tuple[int, bool]], length: int) -> None:
    result = rolling_sum(panel(months), length)
    for last in range(len(months)):
        inside = months[last - length + 1 : last + 1] if last + 1 >= length else []
        known = len(inside) == length and all(is_known for _, is_known in inside)
        assert bool(result.present[0, last]) is known
        assert result.values[0, last] == (sum(amount for amount, _ in inside) if known else 0)


@given(MONTHS)
def test_rows_do_not_leak_into_each_other(months: list[tuple[int, bool]]) -> None:
    together, alone = rolling_sum(panel(months, months[::-1]), 3), rolling_sum(panel(months[::-1]), 3)
    assert (together.values[1] == alone.values[0]).all()
