"""Enheter, "/enheter": who stands out, and from a unit's figure down to its suppliers and vouchers."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from bemanning.domain.selection import Selection
from bemanning.presentation.address import CHOICES, Words
from bemanning.presentation.addresses import UNITS_PATH
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.units import TITLE
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_links import UnitLinks
from bemanning.presentation.unit_screen import unit_screen
from bemanning.presentation.unit_words import OWN_WORDS, read_tree_words, tree_word_problems
from bemanning.services.services import Services


def register(app: Dash, services: Services) -> Screen:
    """Give the screen. Its callbacks never leave the browser: the address decides what is shown."""
    _register_browser_side(app)

    def content(selection: Selection, theme: Theme, words: Words) -> View:
        tree_words = read_tree_words(words)
        answer = services.unit_tree(selection)
        drill = services.drill_down(selection, tree_words.cell) if tree_words.cell else None
        links, comments = UnitLinks(selection, tree_words), services.comments(selection.alone())
        return View(unit_screen(answer, drill, links, theme, comments), answer.selection)

    return Screen(UNITS_PATH, TITLE, CHOICES, content, OWN_WORDS, tree_word_problems)


def _register_browser_side(app: Dash) -> None:
    """Tie assets/units.js to the components."""
    app.clientside_callback(
        ClientsideFunction("search", "address"),
        Output("frame-url", "search", allow_duplicate=True),
        Input("units-search", "value"),
        State("frame-url", "search"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("units", "opened"),
        Output("frame-announcer", "children", allow_duplicate=True),
        Input("units-opened", "data"),
        prevent_initial_call="initial_duplicate",
    )
