"""What was known on an earlier day: said above every screen, with the way back to now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.blocks import icon
from bemanning.presentation.numbers import date_text
from bemanning.presentation.read_only import for_readers
from bemanning.presentation.screen import View
from bemanning.presentation.texts import known_on as texts


def told_as_known(view: View, known_on: date, now_href: str) -> View:
    """Give the view with a banner and without its forms: what is over is not changed."""
    shown = for_readers(view, told=False)
    return replace(shown, content=html.Div([_banner(texts.BANNER, known_on, now_href), shown.content]))


def told_as_now(view: View, known_on: date, now_href: str) -> View:
    """Give the view of a screen that has no past, and say that it has none."""
    return replace(view, content=html.Div([_banner(texts.ALWAYS_NOW, known_on, now_href), view.content]))


def nothing_known_screen(known_on: date, now_href: str) -> Component:
    """Say that nothing was loaded on the day."""
    return html.Div(
        [
            html.H1(texts.NOTHING_TITLE.format(date=date_text(known_on))),
            html.P(texts.NOTHING_LEAD),
            dcc.Link(texts.BACK, href=now_href, className="button"),
        ],
        className="notice",
    )


def _banner(words: str, known_on: date, now_href: str) -> Component:
    return html.Div(
        [
            html.P([icon("ongoing"), html.Span(words.format(date=date_text(known_on)))]),
            dcc.Link(texts.BACK, href=now_href, className="known-on-back"),
        ],
        className="known-on",
    )
