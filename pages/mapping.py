"""Mappning, "/mappning": what no mapping knows, and how a mapping is changed with its effect shown first."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from bemanning.domain.errors import UserError
from bemanning.domain.selection import Selection
from bemanning.presentation.address import DEFINITION, MONTH, NODE, VIEW, Words
from bemanning.presentation.addresses import MAPPING_PATH
from bemanning.presentation.fault_texts import placed_text
from bemanning.presentation.mapping_effect_panel import effect_panel, refused_panel
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_proposed import proposal_of, save_form
from bemanning.presentation.mapping_screen import Proposed, mapping_screen
from bemanning.presentation.mapping_words import OWN_WORDS, mapping_word_problems, read_mapping_words
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.mapping import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.services import Services

# What an effect is about; without one there is nothing to choose.
CHOICES = (MONTH, NODE, DEFINITION, VIEW)


def register(app: Dash, services: Services) -> Screen:
    """Give the screen. Its callbacks never leave the browser: the address decides what is shown."""
    _register_browser_side(app)

    def content(selection: Selection, _theme: Theme, words: Words) -> View:
        links = MappingLinks(selection, read_mapping_words(words))
        board = services.mapping_board()
        proposed, about = _proposed(services, board, links)
        opened = () if links.words.opened is None else services.mapping_change(links.words.opened)
        screen = mapping_screen(board, Proposed(proposed, opened), links)
        return View(screen, about, unheeded=CHOICES if about is None else ())

    return Screen(MAPPING_PATH, TITLE, CHOICES, content, OWN_WORDS, mapping_word_problems, acts=True)


def _proposed(
    services: Services, board: MappingBoard, links: MappingLinks
) -> tuple[list[Component], ResolvedSelection | None]:
    """Give the panels of what is proposed, and the selection that its effect is about."""
    try:
        proposal = proposal_of(links.words, board.mappings)
        if proposal is None:
            return [], None
        effect = services.mapping_effect(proposal, links.selection)
    except UserError as error:
        return [refused_panel([placed_text(fault) for fault in error.faults], links.plain())], None
    panel = effect_panel(effect, save_form(proposal, board, links))
    return [panel], None if effect.figures is None else effect.figures.selection


def _register_browser_side(app: Dash) -> None:
    """Tie assets/mapping.js to the components."""
    app.clientside_callback(
        ClientsideFunction("search", "address"),
        Output("frame-url", "search", allow_duplicate=True),
        Input("mapping-search", "value"),
        State("frame-url", "search"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("mapping", "shown"),
        Output("frame-announcer", "children", allow_duplicate=True),
        Input("mapping-shown", "data"),
        prevent_initial_call="initial_duplicate",
    )
