"""The frame's callbacks: one asks the server for a screen, the others never leave the browser."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, set_props
from dash.development.base_component import Component

from bemanning.presentation.problems import error_screen
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services
from bemanning.web.frame import known_catalogue, navigation, region_name
from bemanning.web.render import VIEWS_KEPT, Renderer
from bemanning.web.selection_bar import CONTROLS, offered, shown
from bemanning.web.sent import as_sent

_LOG = logging.getLogger(__name__)

Options = list[dict[str, Any]]
Offer = tuple[Options, Options, Options, str, bool]
Shown = tuple[Component, list[Component], dict[str, Any] | None]


def register_frame(app: Dash, services: Services, renderer: Renderer, screens: Sequence[Screen]) -> None:
    """Let the address and the theme decide what is shown, and the controls write the address.

    What has changed the data asks for it all anew, the choices included.
    """
    # A view that is kept is the same object each time.
    sent = lru_cache(VIEWS_KEPT)(as_sent)

    @app.callback(
        Output("frame-content", "children"),
        Output("frame-navigation", "children"),
        Output("frame-shown", "data"),
        Input("frame-url", "pathname"),
        Input("frame-url", "search"),
        Input("frame-theme", "data"),
        Input("frame-redraw", "data"),
        on_error=show_error,
    )
    def show(path: str, query: str, theme: str, _redraw: int | None) -> list[Any]:
        content, menu, controls = answer(renderer, screens, path, query or "", Theme(theme))
        return [sent(content), as_sent(menu), controls]

    @app.callback(
        Output("frame-month", "data"),
        Output("frame-node", "data"),
        Output("frame-compared", "data"),
        Output("frame-region", "children"),
        Output("frame-selection", "hidden"),
        Input("frame-redraw", "data"),
        prevent_initial_call=True,
    )
    def offer(_redraw: int) -> Offer:
        return choices(services)

    _register_browser_side(app)


def answer(renderer: Renderer, screens: Sequence[Screen], path: str, query: str, theme: Theme) -> Shown:
    """Give the content, the menu, and what the controls are to show (None: leave them)."""
    view = renderer.view(path, query, theme)
    menu = navigation(screens, path, query)
    if not isinstance(view, View):
        return view, menu, None
    screen = next(screen for screen in screens if screen.path == path)
    return view.content, menu, shown(view, screen)


def choices(services: Services) -> Offer:
    """Give what the controls offer now, the region's name, and whether the controls are hidden."""
    catalogue = known_catalogue(services)
    offers = offered(catalogue)
    return offers.months, offers.nodes, offers.compared, region_name(catalogue), catalogue is None


def show_error(error: Exception) -> None:
    """Log a bug in full for the administrator and show it to the user without a trace."""
    _LOG.error("a screen failed", exc_info=error)
    set_props("frame-content", {"children": error_screen()})


def _register_browser_side(app: Dash) -> None:
    """Tie assets/frame.js to the components."""
    app.clientside_callback(
        ClientsideFunction("frame", "theme"),
        Output("frame-theme", "data"),
        Output("frame-mantine", "forceColorScheme"),
        Input("frame-theme-choice", "value"),
    )
    app.clientside_callback(
        ClientsideFunction("frame", "follow"),
        Output("frame-announcer", "children"),
        Input("frame-shown", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("frame", "address"),
        Output("frame-url", "search"),
        [Input(control, "value") for control in CONTROLS.values()],
        State("frame-shown", "data"),
        State("frame-url", "search"),
        prevent_initial_call=True,
    )
