"""The frame's callbacks: one asks the server for a screen, the others never leave the browser."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, set_props
from orjson import Fragment

from bemanning.presentation.problems import error_screen
from bemanning.presentation.screen import Screen
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services
from bemanning.web.answers import Answers
from bemanning.web.frame import known_catalogue, region_name
from bemanning.web.selection_bar import CONTROLS, offered

_LOG = logging.getLogger(__name__)

Options = list[dict[str, Any]]
Offer = tuple[Options, Options, Options, str, bool]


def register_frame(app: Dash, services: Services, screens: Sequence[Screen]) -> None:
    """Let the address and the theme decide what is shown, and the controls write the address.

    What has changed the data asks for it all anew, the choices included.
    """
    answers = Answers(services, screens)

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
        answer = answers.answer(path, query or "", Theme(theme))
        return [Fragment(answer.content), answer.menu, answer.controls]

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
