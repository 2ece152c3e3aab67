from fractions import Fraction

import pytest

from bemanning.domain.errors import RefusedError, UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, ScopeGap, Value, missing_together

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


def test_what_is_missing_for_one_reason_is_told_together() -> None:
    january, february, march = (Month(2018, number) for number in (1, 2, 3))
    values = [
        Value(None, GONE.reason, (march, february), (ScopeGap("Stab", (march,)),)),
        Value.of(1),
        Value(None, NONE.reason, (january,)),
        Value(None, GONE.reason, (march,), (ScopeGap("Stab", (march, february)), ScopeGap("Vård", (march,)))),
    ]
    gaps = (ScopeGap("Stab", (february, march)), ScopeGap("Vård", (march,)))
    assert missing_together(MissingReason.MONTHS_NOT_LOADED, values) == Value(
        None, MissingReason.MONTHS_NOT_LOADED, (february, march), gaps
    )
    assert missing_together(MissingReason.NOT_DEFINED, values) == Value(None, MissingReason.NOT_DEFINED, (january,))
