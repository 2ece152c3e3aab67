from datetime import date

from bemanning.presentation.charts.image import chart_image
from bemanning.presentation.known_on_form import known_on_form
from tests.builders import answers
from tests.builders.seen import by_class, by_type, text

DAY = date(2019, 1, 31)


def test_a_picture_says_as_of_when() -> None:
    image = chart_image("stam", "Titel", ("Vården",), "Heroma", answers.resolved(known_on=DAY, is_preliminary=True))
    assert [line.replace("\u00a0", " ") for line in image.about][:2] == ["Vården", "Så som det var känt 31 jan 2019."]
    assert len(image.about) == 3


def test_the_form_keeps_the_selection_and_is_sent_by_the_browser_itself() -> None:
    form = known_on_form("/maluppfyllelse", answers.resolved(known_on=DAY))
    (sent,) = by_type(form, "Form")
    assert (sent.action, sent.method) == ("/maluppfyllelse", "get")
    kept = {each.name: each.value for each in by_type(form, "Input")}
    assert kept == {"manad": "2018-12", "enhet": "HS", "andel": "total", "organisation": "idag"}
    (day,) = by_class(form, "known-on-day")
    assert (day.name, day.label, day.value) == ("kand", "Känt den", "2019-01-31")
    assert text(by_type(form, "Button")) == "Visa"
    assert by_class(known_on_form("/", answers.resolved()), "known-on-day")[0].value == ""
