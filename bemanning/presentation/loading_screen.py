"""Inläsning: the answer made visible."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.addresses import HELP_PATH
from bemanning.presentation.blocks import section
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_history import history_panel
from bemanning.presentation.loading_jobs import jobs_panel
from bemanning.presentation.loading_send import send_panel
from bemanning.presentation.loading_standing import Standing, standing
from bemanning.presentation.loading_strip import strip_panel
from bemanning.presentation.loading_words import counted
from bemanning.presentation.numbers import month_text
from bemanning.presentation.profiles_panel import profiles_panel
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.texts.help import LOAD_ID
from bemanning.services.job import Job
from bemanning.services.month_strip import MonthStrip


def loading_screen(jobs: Sequence[Job], strip: MonthStrip, context: LoadingContext) -> Component:
    """Build the whole screen in the order of the work: send, look, confirm; then what is loaded, and its history."""
    words = [
        html.P(texts.TITLE, className="eyebrow"),
        html.H1(headline(jobs, strip, context), id="loading-headline"),
        html.P(texts.ABOUT, className="about"),
    ]
    return html.Div(
        [
            # Asked and answered by assets/loading.js when something has been drawn, and when a month has been opened.
            dcc.Store(id="loading-screen", data=True),
            dcc.Store(id="loading-drawn"),
            dcc.Store(id="loading-opened"),
            html.Header([html.Div(words)], className="screen-heading"),
            send_panel(),
            jobs_panel(jobs, context),
            *_loaded(strip, context),
            *profiles_panel(context),
        ],
        className="screen loading",
    )


def _loaded(strip: MonthStrip, context: LoadingContext) -> list[Component]:
    """Give the months and the history; before the first load, how it goes."""
    if context.loads:
        return [strip_panel(strip), history_panel(context)]
    steps = [html.Li([html.Strong(step), html.Span(words)]) for step, words in texts.FIRST_STEPS]
    more = html.P(dcc.Link(texts.FIRST_HELP, href=f"{HELP_PATH}#{LOAD_ID}"), className="part-note")
    content = [html.Ol(steps, className="first-steps"), more]
    return [section("loading-first", texts.FIRST_TITLE, texts.FIRST_SUBTITLE, content)]


def headline(jobs: Sequence[Job], strip: MonthStrip, context: LoadingContext) -> str:
    """Say what there is to decide; else how far the figures reach; else that the first file is wanted."""
    waiting = sum(standing(job, context) is Standing.READY for job in jobs)
    if waiting:
        return texts.HEADLINE_WAITING.format(files=counted(waiting, texts.FILES))
    if not strip.months:
        return texts.HEADLINE_EMPTY
    return texts.HEADLINE.format(month=month_text(strip.months[-1], long=True))
