"""A screen's top: what it says, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import status_chip
from bemanning.presentation.numbers import month_text
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.common import DEFINITION_LONG, VIEW_WORDS
from bemanning.services.resolved import ResolvedSelection


def screen_heading(
    eyebrow: str, title: str, about: str, selection: ResolvedSelection, actions: Sequence[Component] = ()
) -> Component:
    """Give the only h1, the screen's name above it, the selection beneath it, and what can be done beside it."""
    return html.Header(
        [
            html.Div(
                [
                    html.P(eyebrow, className="eyebrow"),
                    html.H1(title),
                    html.P(about, className="about"),
                    *_reservations(selection),
                ]
            ),
            *([html.Div(list(actions), className="actions")] if actions else []),
        ],
        className="screen-heading",
    )


def _reservations(selection: ResolvedSelection) -> list[Component]:
    """Say what the reader must know before trusting the figures as the latest and final."""
    reservations: list[Component] = []
    if selection.is_preliminary:
        reservations.append(status_chip("ongoing", texts.PRELIMINARY))
    if selection.month < selection.latest_month:
        newer = texts.NEWER_MONTH.format(month=month_text(selection.latest_month))
        reservations.append(status_chip("ongoing", newer))
    return [html.P(reservations, className="reservations")] if reservations else []


def r12_about(selection: ResolvedSelection) -> str:
    """Say what shares on the screen are about: node, window, definition and organisation view."""
    window = texts.R12_UNTIL.format(month=month_text(selection.month, long=True))
    definition = DEFINITION_LONG[selection.definition]
    return f"{selection.node.name}. {window}. Hyrpersonalens {definition}, {VIEW_WORDS[selection.view]}."
