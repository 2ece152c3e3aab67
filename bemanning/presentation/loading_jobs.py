"""The sent files, newest first, and what is drawn anew when something has happened to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.job import JobKind
from bemanning.presentation.blocks import section
from bemanning.presentation.loading_card import card_id, job_card
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_standing import Standing, standing, standing_words
from bemanning.presentation.texts import loading as texts
from bemanning.services.job import Job

# How often a running job is asked after.
POLL_MS = 1_000
# Each job's number → what was last shown of it.
Seen = dict[str, str]


def jobs_panel(jobs: Sequence[Job], context: LoadingContext) -> Component:
    """Give the panel with a card for each file, where there are any; while anything goes on it is asked after."""
    cards = [_placed(job, context) for job in jobs]
    panel = section("loading-files", texts.JOBS_TITLE, f"{texts.JOBS_SUBTITLE}.", cards)
    return html.Div(
        [
            panel,
            dcc.Interval(id="loading-poll", interval=POLL_MS, disabled=not _is_any_active(jobs)),
            dcc.Store(id="loading-seen", data=seen(jobs)),
        ],
        hidden=not jobs,
    )


def _placed(job: Job, context: LoadingContext) -> Component:
    return html.Div(job_card(job, context), id=card_id(job.id), className="job-place")


def seen(jobs: Sequence[Job]) -> Seen:
    """Say of each job what a card shows of it while it runs: compared with the next answer, it tells what is new."""
    return {str(job.id): f"{job.kind}/{job.status}/{job.stage}" for job in jobs}


@dataclass(frozen=True, slots=True)
class JobsUpdate:
    """What has happened since `seen`. cards: by job, those to draw anew. said: for screen readers.

    is_new_list: files have come, gone or been loaded: the whole screen is to be drawn anew.
    """

    cards: Mapping[int, Component]
    said: str
    is_new_list: bool
    is_any_active: bool


def jobs_update(jobs: Sequence[Job], context: LoadingContext, before: Seen) -> JobsUpdate:
    """Compare the jobs with what was seen of them."""
    now = seen(jobs)
    changed = [job for job in jobs if before.get(str(job.id)) != now[str(job.id)]]
    ended = [job for job in changed if job.kind is JobKind.LOAD and not job.status.is_active]
    return JobsUpdate(
        {job.id: job_card(job, context) for job in changed},
        " ".join(_said(job, standing(job, context)) for job in changed),
        before.keys() != now.keys() or bool(ended),
        _is_any_active(jobs),
    )


def _said(job: Job, stands: Standing) -> str:
    words = texts.RUNNING[job.stage].removesuffix(".") if job.stage else standing_words(job, stands)
    return texts.SAID.format(file=job.file_name, status=words)


def _is_any_active(jobs: Sequence[Job]) -> bool:
    return any(job.status.is_active for job in jobs)
