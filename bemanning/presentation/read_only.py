"""A screen for those who may look and not change."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from bemanning.presentation.blocks import icon
from bemanning.presentation.screen import View
from bemanning.presentation.texts import actions as texts


def for_readers(view: View, *, told: bool) -> View:
    """Give the view without its forms, which the style sheet leaves out of sight and out of reach by keyboard.

    told: say it in words, with what to do, where changing is what the screen is for. Whatever is posted all the same is
    refused: no right hangs on what is shown.
    """
    words = html.P([icon("not_evaluable"), texts.READ_ONLY], className="read-only-words")
    children = [words, view.content] if told else [view.content]
    return replace(view, content=html.Div(children, className="read-only"))
