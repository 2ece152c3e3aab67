"""What is shown when a screen can't be: its own words, and a next step."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.addresses import LOADING_PATH
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.texts import frame as texts


def problem_screen(problems: Sequence[str], reset_href: str) -> Component:
    """Say what is wrong with the selection and offer the way back."""
    items = html.Ul([html.Li(problem) for problem in problems], className="problem-list")
    reset = dcc.Link(texts.PROBLEM_RESET, href=reset_href, className="button")
    return _notice(texts.PROBLEM_TITLE, [items, html.P(texts.PROBLEM_NEXT), reset])


def empty_screen() -> Component:
    """Say that nothing is loaded, and lead to where files are; those who work in a terminal get the commands."""
    steps = [html.Li([html.P(words), html.Pre(html.Code(command))]) for words, command in texts.EMPTY_STEPS]
    return _notice(
        texts.EMPTY_TITLE,
        [
            html.P(texts.EMPTY_LEAD),
            html.P(dcc.Link(texts.EMPTY_LOAD, href=LOADING_PATH, className="button")),
            disclosure(texts.EMPTY_TERMINAL, [html.Ol(steps, className="steps"), html.P(texts.EMPTY_THEN)]),
        ],
    )


def not_found_screen(home_href: str) -> Component:
    """Say that the address leads nowhere."""
    home = dcc.Link(texts.NOT_FOUND_NEXT, href=home_href, className="button")
    return _notice(texts.NOT_FOUND_TITLE, [html.P(texts.NOT_FOUND_LEAD), home])


def error_screen() -> Component:
    """Say that the program failed, without a trace of how."""
    return _notice(texts.ERROR_TITLE, [html.P(texts.ERROR_LEAD)])


def _notice(title: str, children: list[Component]) -> Component:
    return html.Div([html.H1(title), *children], className="notice")
