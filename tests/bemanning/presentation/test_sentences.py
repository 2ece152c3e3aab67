from dataclasses import replace
from fractions import Fraction

import pytest

from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Definition, Profession
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.sentences import card_sentence, chart_summary, headline
from bemanning.services.overview import ProfessionCard
from tests.builders import answers
from tests.builders.answers import MISSING_MARCH


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def doctors(over: str | None, change: str | None) -> ProfessionCard:
    over_target = MISSING_MARCH if over is None else Value.of(Fraction(over))
    on_year = MISSING_MARCH if change is None else Value.of(Fraction(change))
    return answers.card(Profession.DOCTOR, over_target_pp=over_target, change_on_year_pp=on_year)


@pytest.mark.parametrize(
    ("over", "change", "expected"),
    [
        ("14.7", "-4.4", "14,7 procentenheter över målet, ner 4,4 procentenheter på ett år."),
        ("-0.3", "0.26", "0,3 procentenheter under målet, upp 0,3 procentenheter på ett år."),
        ("0.04", "-0.04", "I nivå med målet, oförändrat på ett år."),
        (
            None,
            None,
            "Kan inte jämföras med målet ({0}), ingen jämförelse med året före ({0}).".format(
                "mars 2018 är inte inläst"
            ),
        ),
    ],
)
def test_standing_in_words(over: str | None, change: str | None, expected: str) -> None:
    assert plain(card_sentence(doctors(over, change), Definition.TOTAL)) == expected


def test_no_target_is_not_spoken_of_and_no_share_is_explained() -> None:
    assert plain(card_sentence(answers.card(Profession.OTHER, change_on_year_pp=Value.of(1)), Definition.TOTAL)) == (
        "Upp 1,0 procentenheter på ett år."
    )
    card = answers.card(Profession.DOCTOR, share=MISSING_MARCH)
    assert plain(card_sentence(card, Definition.TOTAL)) == "Ingen hyrandel: mars 2018 är inte inläst."


@pytest.mark.parametrize(
    ("doctor_over", "nurse_over", "expected"),
    [
        ("14.7", "1.7", "Läkare ligger 14,7 procentenheter över målet och sjuksköterskor 1,7"),
        ("14.7", "-0.2", "Läkare ligger 14,7 procentenheter över målet; sjuksköterskor når målet"),
        ("-1", "0", "Läkare och Sjuksköterskor når målet"),
        (None, None, "Ingen hyrandel att jämföra med målet för december 2018"),
    ],
)
def test_headline(doctor_over: str | None, nurse_over: str | None, expected: str) -> None:
    over = {Profession.DOCTOR: doctor_over, Profession.NURSE: nurse_over}
    cards = [
        answers.card(profession, over_target_pp=MISSING_MARCH if pp is None else Value.of(Fraction(pp)))
        for profession, pp in over.items()
    ]
    overview = answers.overview(cards=(*cards, answers.card(Profession.OTHER)))
    assert plain(headline(overview)) == expected


def test_the_targets_own_definition_is_said_where_the_shares_have_another() -> None:
    sentence = card_sentence(doctors("14.7", "-4.4"), Definition.OWN)
    assert plain(sentence).startswith("14,7 procentenheter över målet (som gäller andel av total), ner")
    level = card_sentence(doctors("0", "-4.4"), Definition.OWN)
    assert plain(level).startswith("I nivå med målet (som gäller andel av total), ner")
    overview = answers.overview(selection=answers.resolved(definition=Definition.OWN))
    assert headline(overview).endswith("1,7 (som gäller andel av total)")


def test_the_charts_words_hold_share_peak_level_and_definition() -> None:
    nurses = replace(answers.card(Profession.NURSE), history=Series((), ()), baseline_share=MISSING_MARCH)
    overview = answers.overview(cards=(answers.card(Profession.DOCTOR), nurses))
    assert plain(chart_summary(overview)) == (
        "Läkare: 16,7 %, som högst 21,5 % i juli 2017, 2015 års nivå 14,2 %. Sjuksköterskor: 3,7 %. "
        "Andelarna är av total personalkostnad."
    )
    nothing = answers.overview(cards=(answers.card(Profession.DOCTOR, share=MISSING_MARCH),))
    assert plain(chart_summary(nothing)) == "Ingen hyrandel av total personalkostnad kan visas för december 2018."
