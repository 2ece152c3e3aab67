import pytest

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.missing import reason_text, spans_text
from bemanning.presentation.numbers import NBSP


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([], ""),
        ([Month(2018, 3)], "mars 2018"),
        ([Month(2018, 7), Month(2018, 5), Month(2018, 6), Month(2018, 3)], "mars 2018, maj–juli 2018"),
        ([Month(2017, 12), Month(2018, 1)], "dec 2017–jan 2018"),
    ],
)
def test_runs_are_named_by_their_ends(months: list[Month], expected: str) -> None:
    assert spans_text(months).replace(NBSP, " ") == expected


def test_every_reason_has_words_and_a_number_has_none() -> None:
    assert reason_text(Value.of(1)) == ""
    for reason in MissingReason:
        assert reason_text(Value(None, reason))
    missing = Value(None, MissingReason.MONTHS_NOT_LOADED, (Month(2018, 3),))
    assert reason_text(missing).replace(NBSP, " ") == "mars 2018 är inte inläst"
