from bemanning.domain.goal import Event
from bemanning.domain.month import Month
from bemanning.presentation.charts.event_labels import EventLabel
from bemanning.presentation.charts.event_marks import event_words
from bemanning.presentation.theme import PALETTES, Theme


def test_an_events_words_are_text_and_no_markup() -> None:
    event = Event(Month(2018, 1), "Mål <5 % & \"<a href='//x'>avtal</a>\"")
    words = event_words([EventLabel(event, 0, is_late=False)], PALETTES[Theme.LIGHT])[0]["text"]
    assert words.strip("\u00a0") == "Mål &lt;5 % &amp; \"&lt;a href='//x'&gt;avtal&lt;/a&gt;\""


def test_the_lowest_rows_words_lie_over_the_lines_that_lead_past_them() -> None:
    labels = [EventLabel(Event(Month(2018, row + 1), f"Rad {row}"), row, is_late=False) for row in range(3)]
    marks = event_words(labels, PALETTES[Theme.DARK])
    assert [each["text"].strip() for each in marks] == ["Rad 2", "Rad 1", "Rad 0"]
    assert {each["bgcolor"] for each in marks} == {PALETTES[Theme.DARK].surface}
