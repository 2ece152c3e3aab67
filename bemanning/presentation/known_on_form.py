"""The way back to an earlier day: a form of the browser's own, whose answer is an address that can be kept."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.address import KNOWN_ON, selection_words
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.texts import known_on as texts
from bemanning.services.resolved import ResolvedSelection


def known_on_form(path: str, selection: ResolvedSelection) -> Component:
    """Ask for a day; the screen's selection comes along."""
    kept = [
        dcc.Input(type="hidden", name=word, value=value, id=f"known-on-{word}")
        for word, value in selection_words(selection).items()
        if value is not None
    ]
    day: Component = dmc.TextInput(
        id="known-on-day",
        name=KNOWN_ON,
        label=texts.DAY,
        description=texts.CHOOSE_HELP,
        value="" if selection.known_on is None else selection.known_on.isoformat(),
        required=True,
        placeholder="2019-01-31",
        size="sm",
        className="known-on-day",
    )
    button = html.Button(texts.SHOW, type="submit", className="button button-quiet")
    form = html.Form([*kept, day, button], action=path, method="get", className="known-on-form", disable_n_clicks=True)
    return disclosure(texts.CHOOSE, [form])
