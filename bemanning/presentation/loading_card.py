"""One sent file as a card: what it is, how far it has come, what it would change, and what can be done with it."""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.presentation.address import MONTH
from bemanning.presentation.blocks import aria, disclosure, status_chip
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_forms import job_forms, leave_form
from bemanning.presentation.loading_preview import findings, recognised
from bemanning.presentation.loading_reading import reading_part
from bemanning.presentation.loading_stages import stage_steps
from bemanning.presentation.loading_standing import CHIPS, Standing, next_words, standing, standing_words
from bemanning.presentation.loading_undo import undo_form
from bemanning.presentation.loading_words import size_text
from bemanning.presentation.numbers import moment_text, month_text
from bemanning.presentation.texts import loading as texts
from bemanning.services.job import Job

HOME = "/"


def job_card(job: Job, context: LoadingContext) -> Component:
    """Give the card's content; its place is kept by `card_id`, so that one card can be drawn anew alone."""
    stands = standing(job, context)
    title_id = f"loading-job-{job.id}"
    return html.Article(
        [
            html.Div(
                [
                    html.H3(job.file_name, id=title_id, tabIndex=-1, className="job-name file-name"),
                    status_chip(CHIPS[stands], standing_words(job, stands)),
                    leave_form(job),
                ],
                className="job-top",
            ),
            html.P(_sent(job), className="job-sent"),
            *stage_steps(job, stands),
            *_working(job),
            html.P(next_words(job, stands), className="job-next"),
            *_report(job, stands, context),
            *reading_part(job, context),
            *_loaded(job, stands, context),
            *job_forms(job, stands, context.names),
        ],
        className=f"job job-{stands}",
        **aria(labelledby=title_id),
    )


def card_id(job_id: int) -> dict[str, Any]:
    """Give the id of the card's place."""
    return {"type": "loading-card", "job": job_id}


def _sent(job: Job) -> str:
    sent = texts.SENT_BY.format(moment=moment_text(job.created_at), name=job.actor.name)
    return f"{sent}, {size_text(job.size_bytes)}"


def _working(job: Job) -> list[Component]:
    """Show that something goes on; how long it takes is not known."""
    return [html.Div(className="working", **aria(hidden="true"))] if job.status.is_active else []


def _report(job: Job, stands: Standing, context: LoadingContext) -> list[Component]:
    """Give what was found; of what is loaded, the sums, and the rest on demand."""
    if job.report is None:
        return []
    if stands not in {Standing.LOADED, Standing.UNDONE}:
        return [*recognised(job.report, context.names), *findings(job.report, is_done=False)]
    rest = disclosure(texts.CHANGES_DONE, findings(job.report, is_done=True))
    return [*recognised(job.report, context.names), rest]


def _loaded(job: Job, stands: Standing, context: LoadingContext) -> list[Component]:
    """Lead from what was loaded to its latest month, and back out of it."""
    load = context.load(job.report.load_id) if job.report else None
    if stands is not Standing.LOADED or load is None:
        return []
    last = max(load.months)
    see = texts.SEE_OVERVIEW.format(month=month_text(Month.parse(last), long=True))
    return [
        html.P(dcc.Link(see, href=f"{HOME}?{MONTH}={last}", className="button")),
        disclosure(texts.UNDO_CARD, undo_form(load, context)),
    ]
