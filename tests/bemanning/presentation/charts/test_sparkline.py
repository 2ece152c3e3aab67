from base64 import b64decode

from bemanning.domain.month import Month
from bemanning.domain.value import Series
from bemanning.presentation.charts.sparkline import sparkline_uri


def drawn(*numbers: float | None, target: float | None = None) -> str:
    months = tuple(Month(2018, 1).plus(step) for step in range(len(numbers)))
    uri = sparkline_uri(Series(months, numbers), "#123456", target=target, target_color="#00aa00")
    return b64decode(uri.removeprefix("data:image/svg+xml;base64,")).decode()


def test_gaps_stay_gaps_and_a_late_start_is_no_gap() -> None:
    assert drawn(None, 1, 2, None, 3, 2).count("<polyline") == 2
    assert 'points="5.0,28.0 355.0,5.0"' in drawn(None, 5, 10)


def test_the_last_point_and_the_target_are_marked() -> None:
    assert "<circle" in drawn(1, 2)
    assert "<circle" not in drawn(2, None)
    assert "#00aa00" in drawn(1, 2, target=2)
    assert "#00aa00" not in drawn(1, 2)


def test_nothing_known_draws_nothing() -> None:
    assert "<polyline" not in drawn(None, None)
    assert "<polyline" not in drawn()
