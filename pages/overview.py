"""Översikt, "/": where are we, against what, is it getting better, where is it worst, how fresh is this."""

from __future__ import annotations

from dash import Dash

from bemanning.domain.selection import Selection
from bemanning.presentation.address import CHOICES, SPAN, Words, unheeded_span
from bemanning.presentation.addresses import OVERVIEW_PATH
from bemanning.presentation.overview import overview_screen
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.overview import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services


def register(_app: Dash, services: Services) -> Screen:
    """Give the screen. It has no callbacks of its own."""

    def content(selection: Selection, theme: Theme, _words: Words) -> View:
        answer = services.overview(selection)
        comments = services.comments(selection.alone())
        content = overview_screen(answer, theme, comments)
        return View(content, answer.selection, unheeded=unheeded_span(answer.selection))

    return Screen(OVERVIEW_PATH, TITLE, (*CHOICES, SPAN), content)
