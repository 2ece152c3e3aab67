"""Forms that change something. assets/actions.js posts them; bemanning.web.actions answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria, icon
from bemanning.presentation.texts import actions as texts

# The field that every action is posted with.
SIGNATURE = "namn"
SIGNATURE_ID = "signature-name"


def signature_field() -> Component:
    """Give the field for who signs, once per screen that acts. The browser keeps the name between visits."""
    field: Component = dmc.TextInput(
        id=SIGNATURE_ID,
        name=SIGNATURE,
        label=texts.SIGNATURE,
        description=texts.SIGNATURE_HELP,
        autoComplete="name",
        value="",
        persistence=True,
        persistence_type="local",
        size="sm",
        className="signature",
    )
    return field


def action_form(
    path: str,
    children: Sequence[Component],
    submit: str,
    *,
    fields: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> Component:
    """Give a form that is posted to `path` with its named controls, the `fields` that aren't shown, and the signature.

    submit: the button's words. quiet: a button of less weight. Problems are shown in the form and read out; what was
    done is told in the frame, and the screen is drawn anew.
    """
    data: dict[str, Any] = {
        "data-action": path,
        "data-fields": json.dumps(fields or {}),
        "data-failed": texts.FAILED,
        "data-name-missing": texts.NAME_MISSING,
    }
    button = html.Button(submit, type="submit", className="button button-quiet" if quiet else "button button-primary")
    return html.Form(
        [
            *children,
            html.Div(button, className="action-buttons"),
            html.Ul(className="action-problems", role="alert"),
        ],
        className="action-form",
        disable_n_clicks=True,
        **data,
    )


def toast() -> Component:
    """Give the frame's place for what was done: announced, seen, and gone when it is closed, left or followed."""
    close = html.Button(icon("close"), type="button", className="toast-close", **aria(label=texts.CLOSE))
    words = html.P(id="frame-toast-words", tabIndex=-1)
    return html.Div([words, close], id="frame-toast", className="toast", role="status", hidden=True)
