"""Numbers here are made up for people born in 1890, or the authority's own test numbers."""

from __future__ import annotations

import pytest

from bemanning.domain.masking import masked
from loaders.personal import HIDDEN, shown, shown_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("900101-0018", HIDDEN),  # mistyped is as personal
        ("x 189001010017", HIDDEN),
        (" två\n rader ", "två rader"),
        ("a" * 41, "a" * 39 + "…"),
        (12.5, "12.5"),
    ],
)
def test_shows_values_short_and_without_personal_numbers(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(("value", "text"), [("Test Testsson", HIDDEN), ("12 fel", "12 fel")])
def test_shows_no_words_where_a_number_should_stand(value: object, text: str) -> None:
    assert shown_number(value) == text


@pytest.mark.parametrize(
    ("file_name", "kept"),
    [
        ("lön 18900101-9802 jan.xlsx", "lön (dolt) jan.xlsx"),
        ("189001019802.csv", "(dolt).csv"),
        ("ekonomi_2018-12.xlsx", "ekonomi_2018-12.xlsx"),
        ("export 20181231.xlsx", "export 20181231.xlsx"),
        ("\x1b[31mr\u202eött\n.csv", "\ufffd[31mr\ufffdött\ufffd.csv"),
        (b"v\xe5rd.csv".decode("utf-8", "surrogateescape"), "v\ufffdrd.csv"),
    ],
)
def test_file_names_lose_personal_numbers(file_name: str, kept: str) -> None:
    assert masked(file_name) == kept
