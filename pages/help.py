"""Hjälp, "/hjalp": what every measure means, how a month is loaded, and the keyboard."""

from __future__ import annotations

from dash import Dash

from bemanning.domain.selection import Selection
from bemanning.presentation.address import Words
from bemanning.presentation.addresses import HELP_PATH
from bemanning.presentation.help import help_screen
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.help import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services


def register(_app: Dash, _services: Services) -> Screen:
    """Give the screen. It asks no service, and heeds no selection."""

    def content(_selection: Selection, _theme: Theme, _words: Words) -> View:
        return View(help_screen(), None)

    return Screen(HELP_PATH, TITLE, (), content)
