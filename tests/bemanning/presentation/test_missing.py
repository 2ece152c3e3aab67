import pytest

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, ScopeGap, Value
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


NOVEMBER, DECEMBER = Month(2018, 11), Month(2018, 12)


@pytest.mark.parametrize(
    ("months", "gaps", "expected"),
    [
        ((DECEMBER,), {"Primärvård": [DECEMBER]}, "dec 2018 är inte inläst för Primärvård"),
        (
            (NOVEMBER, DECEMBER),
            {"Primärvård": [NOVEMBER, DECEMBER]},
            "nov–dec 2018 är inte inlästa för Primärvård",
        ),
        (
            (NOVEMBER, DECEMBER),
            {"Tandvård": [DECEMBER]},
            "nov 2018 är inte inläst och dec 2018 är inte inläst för Tandvård",
        ),
        (
            (DECEMBER,),
            {"Primärvård": [DECEMBER], "Tandvård": [DECEMBER]},
            "dec 2018 är inte inläst för Primärvård och Tandvård",
        ),
        (
            (Month(2018, 1), NOVEMBER, DECEMBER),
            {"Primärvård": [NOVEMBER], "Tandvård": [DECEMBER]},
            "jan 2018 är inte inläst, nov 2018 är inte inläst för Primärvård och dec 2018 är inte inläst för Tandvård",
        ),
    ],
)
def test_scopes_are_named_where_only_they_lack_the_month(
    months: tuple[Month, ...], gaps: dict[str, list[Month]], expected: str
) -> None:
    told = tuple(ScopeGap(name, tuple(lacking)) for name, lacking in gaps.items())
    value = Value(None, MissingReason.MONTHS_NOT_LOADED, months, told)
    assert reason_text(value).replace(NBSP, " ") == expected
