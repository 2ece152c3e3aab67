from datetime import UTC, date, datetime

from bemanning.presentation.made_text import made_text
from tests.builders import answers

DAY = date(2019, 1, 31)
MADE_AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_file_says_when_it_was_made_and_as_of_when() -> None:
    assert made_text(answers.resolved(), MADE_AT).split() == ["22", "nov", "2026"]
    said = made_text(answers.resolved(known_on=DAY), MADE_AT).replace("\u00a0", " ")
    assert said == "22 nov 2026, så som det var känt 31 jan 2019"
