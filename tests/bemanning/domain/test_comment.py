from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.comment import MOST_CHARACTERS, text_faults, tidy
from bemanning.domain.faults import Fault, FaultCode


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Två vakanser.\r\n\r\nTillsätts i mars.", "Två vakanser.\n\nTillsätts i mars."),
        ("  rad ett \u2028 rad två  ", "rad ett\nrad två"),
        ("noll\x00tecken\tflik", "noll tecken flik"),
        ("ensam \ud800 halva", "ensam   halva"),
        ("👩‍⚕️ åäö", "👩‍⚕️ åäö"),
        (" \n\t ", ""),
    ],
)
def test_typed_text_is_tidied(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(st.text())
def test_tidy_text_stays_as_it_is_and_any_database_takes_it(typed: str) -> None:
    kept = tidy(typed)
    assert tidy(kept) == kept
    kept.encode()
    assert all(character == "\n" or unicodedata.category(character) != "Cc" for character in kept)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Två vakanser", []),
        ("å" * MOST_CHARACTERS, []),
        ("", [Fault(FaultCode.COMMENT_EMPTY)]),
        ("å" * 1001, [Fault(FaultCode.COMMENT_TOO_LONG, {"count": 1001, "most": 1000})]),
        ("Avser 18900101\u20139802", [Fault(FaultCode.COMMENT_PERSONAL)]),
        (
            "å" * 1000 + " 900101-0017",
            [
                Fault(FaultCode.COMMENT_TOO_LONG, {"count": 1012, "most": 1000}),
                Fault(FaultCode.COMMENT_PERSONAL),
            ],
        ),
    ],
)
def test_everything_wrong_is_found_at_once(text: str, faults: list[Fault]) -> None:
    assert list(text_faults(text)) == faults
