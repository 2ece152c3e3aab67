"""Inläsning, "/inlasning": send a file, see what it would change, load it, undo it; and which months are loaded."""

from __future__ import annotations

import time
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update, set_props
from dash.development.base_component import Component

from bemanning.domain.selection import Selection
from bemanning.presentation.address import Words
from bemanning.presentation.addresses import LOADING_PATH
from bemanning.presentation.loading_card import card_id
from bemanning.presentation.loading_context import LoadingContext, loading_context
from bemanning.presentation.loading_history import PAGE_SIZE, has_more, history
from bemanning.presentation.loading_jobs import Seen, jobs_update, seen
from bemanning.presentation.loading_month import month_details
from bemanning.presentation.loading_screen import headline, loading_screen
from bemanning.presentation.loading_strip import find_month
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.loading import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.month_strip import MonthStrip
from bemanning.services.services import Services


def register(app: Dash, services: Services) -> Screen:
    """Give the screen, which shows the jobs beside the data."""
    _register_poll(app, services)
    _register_opening(app, services)
    _register_browser_side(app)

    def content(_selection: Selection, _theme: Theme, _words: Words) -> View:
        strip = services.month_strip()
        return View(loading_screen(services.jobs(), strip, _context(services, strip)), None)

    return Screen(LOADING_PATH, TITLE, (), content, acts=True, beside=services.jobs)


def _context(services: Services, strip: MonthStrip) -> LoadingContext:
    return loading_context(strip, services.loads(), services.months(), services.profiles())


def _register_poll(app: Dash, services: Services) -> None:
    """Ask after running jobs; only the cards of those that something happened to are drawn."""

    @app.callback(
        Output("loading-seen", "data"),
        Output("loading-poll", "disabled"),
        Output("loading-headline", "children"),
        Output("frame-announcer", "children", allow_duplicate=True),
        Output("frame-redraw", "data", allow_duplicate=True),
        Input("loading-poll", "n_intervals"),
        State("loading-seen", "data"),
        prevent_initial_call=True,
    )
    def poll(_asked: int, before: Seen) -> tuple[Any, ...]:
        jobs = services.jobs()
        if seen(jobs) == before:
            return (no_update,) * 5
        strip = services.month_strip()
        context = _context(services, strip)
        update = jobs_update(jobs, context, before)
        for job_id, card in update.cards.items():
            if str(job_id) in before:
                set_props(card_id(job_id), {"children": card})
        redraw = time.time() if update.is_new_list else no_update
        words = headline(jobs, strip, context)
        return seen(jobs), not update.is_any_active, words, update.said, redraw


def _register_opening(app: Dash, services: Services) -> None:
    """Open a month of the strip, and older loads."""

    @app.callback(Output("loading-month", "children"), Input("loading-cell", "data"), prevent_initial_call=True)
    def open_month(cell: dict[str, str] | None) -> Component | None:
        strip = services.month_strip()
        found = find_month(strip, **cell) if cell else None
        return None if found is None else month_details(*found, _context(services, strip))

    @app.callback(
        Output("loading-history-rows", "children"),
        Output("loading-more", "hidden"),
        Input("loading-more", "n_clicks"),
        prevent_initial_call=True,
    )
    def show_older(clicks: int) -> tuple[list[Component], bool]:
        context, shown = _context(services, services.month_strip()), PAGE_SIZE * (clicks + 1)
        return history(context, shown), not has_more(context, shown)


def _register_browser_side(app: Dash) -> None:
    """Tie assets/loading.js to the components."""
    app.clientside_callback(
        ClientsideFunction("loading", "drawn"),
        Output("loading-drawn", "data"),
        # Nothing else writes the first, so that the browser is told when the screen itself is drawn, too.
        Input("loading-screen", "data"),
        Input("loading-seen", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("loading", "drawn"),
        Output("loading-drawn", "data", allow_duplicate=True),
        Input("loading-history-rows", "children"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("loading", "opened"),
        Output("loading-opened", "data"),
        Input("loading-month", "children"),
        prevent_initial_call=True,
    )
