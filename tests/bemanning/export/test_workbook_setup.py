from datetime import UTC, datetime

import pytest

from bemanning.export.formulas import MISSING_TEXT, Formula
from bemanning.export.workbook_setup import swedish_time
from bemanning.export.workbook_styles import number_format
from bemanning.presentation.file_names import file_slug

NAIVE = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - a clock without a zone is what is tested


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), datetime(2026, 7, 1, 14, 0)),  # noqa: DTZ001 - as Excel shows it
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), datetime(2027, 1, 1, 0, 30)),  # noqa: DTZ001 - as Excel shows it
        (NAIVE, NAIVE),
    ],
)
def test_moments_are_shown_by_a_swedish_clock(moment: datetime, shown: datetime) -> None:
    assert swedish_time(moment) == shown


@pytest.mark.parametrize(
    ("text", "slug"), [("HS", "hs"), ("Hälso- och sjukvård", "halso-och-sjukvard"), ("4711/å", "4711-a"), ("", "")]
)
def test_file_names_are_plain(text: str, slug: str) -> None:
    assert file_slug(text) == slug


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (number_format(), '[$-41D]#,##0;[$-41D]"\u2212"#,##0'),
        (number_format(1, ",,"), '[$-41D]#,##0.0,,;[$-41D]"\u2212"#,##0.0,,'),
        (number_format(plus=True), '[$-41D]"+"#,##0;[$-41D]"\u2212"#,##0;[$-41D]#,##0'),
        (number_format(word="högst"), '[$-41D]"högst "#,##0;[$-41D]"högst \u2212"#,##0'),
    ],
)
def test_number_formats(made: str, expected: str) -> None:
    assert made == expected


def test_a_formula_without_a_value_caches_words() -> None:
    assert Formula("=A1", None).cached == MISSING_TEXT
