"""The selection in the address: ?manad=2018-12&enhet=HS&yrkesgrupp=lakare&andel=total&organisation=idag.

A trend adds its measure and what is compared: &matt=hyrkostnad&jamfor=PV&jamfor=yrkesgrupp:ssk. What was
known on a day is told with &kand=2019-01-31, and every month there is, instead of five years, with &tid=alla.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from bemanning.domain.known_on import read_day
from bemanning.domain.month import Month
from bemanning.domain.selection import MOST_COMPARED, Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession, Span, TrendMeasure
from bemanning.presentation.texts import frame as texts
from bemanning.presentation.texts.known_on import UNKNOWN_DAY
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.trend import Trend

MONTH, NODE, PROFESSION, DEFINITION, VIEW = "manad", "enhet", "yrkesgrupp", "andel", "organisation"
MEASURE, COMPARED, KNOWN_ON, SPAN = "matt", "jamfor", "kand", "tid"
CHOICES = (MONTH, NODE, PROFESSION, DEFINITION, VIEW)
_SELECTION_WORDS = frozenset((*CHOICES, MEASURE, COMPARED, KNOWN_ON, SPAN))

PROFESSION_WORDS = {"lakare": Profession.DOCTOR, "ssk": Profession.NURSE, "ovrig": Profession.OTHER}
DEFINITION_WORDS = {"total": Definition.TOTAL, "egen": Definition.OWN}
MEASURE_WORDS = {
    "hyrandel": TrendMeasure.SHARE,
    "hyrkostnad": TrendMeasure.AGENCY_COST,
    "timandel": TrendMeasure.HOURS_SHARE,
    "hyrtimmar": TrendMeasure.EXTERNAL_HOURS,
    "hyrveckor": TrendMeasure.WORKED_WEEKS,
    "timpris": TrendMeasure.PRICE_PER_HOUR,
    "kostnadsavvikelse": TrendMeasure.COST_DEVIATION,
    "andelsavvikelse": TrendMeasure.SHARE_DEVIATION,
}
# A compared profession is told from a node's code by what it begins with.
_COMPARED_PROFESSION = f"{PROFESSION}:"
VIEW_WORDS = {"idag": OrganisationView.TODAY, "da": OrganisationView.THEN}
SPAN_WORDS = {"5-ar": Span.FIVE_YEARS, "alla": Span.ALL}

Choice = TypeVar("Choice", bound=StrEnum)
# What a screen's own part of the address says, in order; a word may come more than once.
Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """What an address asks for. problems: what in it could not be read, in Swedish; the selection leaves that out.

    words: everything in it that is not the selection, for the screen that knows it.
    """

    selection: Selection
    problems: tuple[str, ...] = ()
    words: Words = ()


def read_address(query: str) -> Address:
    """Read a query string, with or without its question mark. Words that mean nothing become problems, never errors."""
    # Nobody types NUL, and PostgreSQL takes no text that holds one.
    pairs = [(key, word.replace("\0", "")) for key, word in parse_qsl(query.removeprefix("?"))]
    words = dict(pairs)
    compared = [value for key, value in pairs if key == COMPARED]
    problems: list[str] = []
    selection = Selection(
        month=_month(words.get(MONTH), problems),
        node=words.get(NODE),
        profession=_choice(words.get(PROFESSION), PROFESSION_WORDS, texts.UNKNOWN_PROFESSION, problems),
        definition=_choice(words.get(DEFINITION), DEFINITION_WORDS, texts.UNKNOWN_DEFINITION, problems),
        view=_choice(words.get(VIEW), VIEW_WORDS, texts.UNKNOWN_VIEW, problems) or OrganisationView.TODAY,
        measure=_choice(words.get(MEASURE), MEASURE_WORDS, texts.UNKNOWN_MEASURE, problems),
        compared=_compared(compared, problems),
        known_on=_day(words.get(KNOWN_ON), problems),
        span=_choice(words.get(SPAN), SPAN_WORDS, texts.UNKNOWN_SPAN, problems) or Span.FIVE_YEARS,
    )
    return Address(selection, tuple(problems), tuple(pair for pair in pairs if pair[0] not in _SELECTION_WORDS))


def write_query(selection: Selection) -> str:
    """Write the selection as `read_address` reads it, without question mark; defaults are left out."""
    view = None if selection.view is OrganisationView.TODAY else selection.view
    words = {
        MONTH: None if selection.month is None else str(selection.month),
        NODE: selection.node,
        PROFESSION: word_for(selection.profession, PROFESSION_WORDS),
        DEFINITION: word_for(selection.definition, DEFINITION_WORDS),
        VIEW: word_for(view, VIEW_WORDS),
        MEASURE: word_for(selection.measure, MEASURE_WORDS),
        KNOWN_ON: _day_word(selection.known_on),
        SPAN: _span_word(selection.span),
    }
    return _query(words, selection.compared)


def selection_words(selection: ResolvedSelection) -> dict[str, str | None]:
    """Give the word of every choice that an answer was made with; None where nothing is chosen."""
    return {
        MONTH: str(selection.month),
        NODE: selection.node.code,
        PROFESSION: word_for(selection.profession, PROFESSION_WORDS),
        DEFINITION: word_for(selection.definition, DEFINITION_WORDS),
        VIEW: word_for(selection.view, VIEW_WORDS),
        SPAN: _span_word(selection.span),
    }


def unheeded_span(selection: ResolvedSelection) -> tuple[str, ...]:
    """Give the span's word where every span shows the same months."""
    return () if selection.is_long else (SPAN,)


def selection_query(selection: ResolvedSelection) -> str:
    """Write the whole selection: a link that shows the same when newer months are loaded."""
    return _query({**selection_words(selection), KNOWN_ON: _day_word(selection.known_on)}, ())


def trend_query(trend: Trend) -> str:
    """Write the whole selection of a trend."""
    words = {
        **selection_words(trend.selection),
        MEASURE: word_for(trend.choice, MEASURE_WORDS),
        KNOWN_ON: _day_word(trend.selection.known_on),
    }
    return _query(words, trend.compared)


def compared_words(compared: Sequence[str | Profession]) -> list[str]:
    """Give the address's words for what is compared."""
    return [
        _COMPARED_PROFESSION + str(word_for(each, PROFESSION_WORDS)) if isinstance(each, Profession) else each
        for each in compared
    ]


def _query(words: dict[str, str | None], compared: Sequence[str | Profession]) -> str:
    chosen = [(key, word) for key, word in words.items() if word is not None]
    return urlencode([*chosen, *((COMPARED, word) for word in compared_words(compared))])


def word_for(choice: Choice | None, words: dict[str, Choice]) -> str | None:
    """Give the address's word for a choice."""
    return next((word for word, meaning in words.items() if meaning is choice), None)


def _month(word: str | None, problems: list[str]) -> Month | None:
    if word is None:
        return None
    try:
        return Month.parse(word)
    except ValueError:
        problems.append(texts.UNKNOWN_MONTH.format(word=word))
        return None


def _day(word: str | None, problems: list[str]) -> date | None:
    if word is None:
        return None
    try:
        return read_day(word)
    except ValueError:
        problems.append(UNKNOWN_DAY.format(word=word))
        return None


def _day_word(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _span_word(span: Span) -> str | None:
    """Leave out what every address without the word means."""
    return None if span is Span.FIVE_YEARS else word_for(span, SPAN_WORDS)


def _compared(words: Sequence[str], problems: list[str]) -> tuple[str | Profession, ...]:
    if len(words) > MOST_COMPARED:
        problems.append(texts.TOO_MANY_COMPARED.format(most=MOST_COMPARED, count=len(words)))
        return ()
    found = (_compared_one(word, problems) for word in words)
    return tuple(each for each in found if each is not None)


def _compared_one(word: str, problems: list[str]) -> str | Profession | None:
    if not word.startswith(_COMPARED_PROFESSION):
        return word
    return _choice(word.removeprefix(_COMPARED_PROFESSION), PROFESSION_WORDS, texts.UNKNOWN_PROFESSION, problems)


def _choice(word: str | None, words: dict[str, Choice], unknown: str, problems: list[str]) -> Choice | None:
    if word is not None and word not in words:
        problems.append(unknown.format(word=word))
    return words.get(word or "")
