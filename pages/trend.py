"""Trend, "/trend": any measure, month by month and over twelve months, beside what it is compared with."""

from __future__ import annotations

from dash import Dash

from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import TrendMeasure
from bemanning.presentation.address import (
    CHOICES,
    COMPARED,
    DEFINITION,
    MEASURE,
    MEASURE_WORDS,
    SPAN,
    Words,
    compared_words,
    unheeded_span,
    word_for,
)
from bemanning.presentation.addresses import TREND_PATH
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.trend import TITLE
from bemanning.presentation.theme import Theme
from bemanning.presentation.trend import trend_screen
from bemanning.services.services import Services

# The other measures are no shares of personnel cost.
_SHARES = frozenset({TrendMeasure.SHARE, TrendMeasure.SHARE_DEVIATION})


def register(_app: Dash, services: Services) -> Screen:
    """Give the screen. It has no callbacks of its own."""

    def content(selection: Selection, theme: Theme, _words: Words) -> View:
        answer = services.trend(selection)
        words: dict[str, str | list[str]] = {
            MEASURE: str(word_for(answer.choice, MEASURE_WORDS)),
            COMPARED: compared_words(answer.compared),
        }
        no_share = () if answer.choice in _SHARES else (DEFINITION,)
        shown = trend_screen(answer, theme, services.comments(selection))
        return View(shown, answer.selection, words, (*no_share, *unheeded_span(answer.selection)))

    return Screen(TREND_PATH, TITLE, (MEASURE, *CHOICES, SPAN, COMPARED), content)
