from fractions import Fraction

import pytest

from bemanning.domain.errors import RefusedError, UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.value import MissingReason, Value

GONE = Value(None, MissingReason.MONTHS_NOT_LOADED)
NONE = Value(None, MissingReason.NOT_DEFINED)


@pytest.mark.parametrize(
    ("left", "right", "total", "difference"),
    [
        (Value.of(3), Value.of(Fraction(1, 2)), Value(Fraction(7, 2)), Value(Fraction(5, 2))),
        (GONE, Value.of(1), GONE, GONE),
        (Value.of(1), GONE, GONE, GONE),
        (NONE, GONE, NONE, NONE),
    ],
)
def test_what_is_missing_stays_missing_with_its_reason(
    left: Value, right: Value, total: Value, difference: Value
) -> None:
    assert left.plus(right) == total
    assert left.minus(right) == difference


@pytest.mark.parametrize(
    ("now", "base", "change_pct"),
    [
        (Value.of(150), Value.of(200), Value.of(-25)),
        (Value.of(5), Value.of(0), Value(None, MissingReason.ZERO_DENOMINATOR)),
        (GONE, Value.of(1), GONE),
        (Value.of(1), NONE, NONE),
    ],
)
def test_a_relative_change_is_in_percent_of_the_base(now: Value, base: Value, change_pct: Value) -> None:
    assert now.relative_to(base) == change_pct


def test_an_error_carries_every_fault() -> None:
    faults = [Fault(FaultCode.FILE_EMPTY), Fault(FaultCode.NODE_UNKNOWN, {"node": "X"})]
    error = RefusedError(faults)
    assert isinstance(error, UserError)
    assert error.faults == tuple(faults)
    assert str(error) == "file_empty, node_unknown"
