"""How a file was read, in a sentence; and opened, what each heading was taken for, to say otherwise and to save."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.domain.faults import FaultCode
from bemanning.domain.profile import MONTH_COLUMN, NO_PROFILE, PERSONAL, UNREAD, Seen
from bemanning.domain.vocabulary import Source
from bemanning.presentation import loading_fields, reading_fields
from bemanning.presentation.actions import action_form
from bemanning.presentation.addresses import READ_AGAIN_PATH, SAVE_PROFILE_PATH
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_words import counted
from bemanning.presentation.reading_headings import heading_choices
from bemanning.presentation.reading_options import option_fields
from bemanning.presentation.reading_words import unknown_words, word_fields
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.texts import profiles as texts
from bemanning.services.file_report import FileReport
from bemanning.services.job import Job


def reading_part(job: Job, context: LoadingContext) -> list[Component]:
    """Give the part; open where the file was not understood, for then it is what there is to do."""
    report = job.report
    if report is None or report.seen is None or report.load_id is not None or not job.has_file:
        return []
    seen, choice = report.seen, _profile_choice(job, context)
    forms = [_correction(job, report, seen, context), *_save_form(job, report)]
    if any(fault.code is FaultCode.PROFILE_SEVERAL for fault in report.faults):
        forms = [*choice, *forms]
    elif choice:
        forms.append(disclosure(texts.PROFILE_OTHER, choice))
    is_open = not seen.is_whole or bool(unknown_words(report))
    words = html.Span([html.Strong(texts.READ_TITLE), f" {reading_words(report)}"])
    return [html.Details([html.Summary(words), *forms], className="disclosure reading", open=is_open)]


def reading_words(report: FileReport) -> str:
    """Say in a sentence how the file was read, or that it was not."""
    seen = report.seen
    if seen is None or not seen.is_whole:
        return texts.NOT_READ.format(row=seen.row if seen else 0)
    taken = sum(field not in {UNREAD, PERSONAL, MONTH_COLUMN} for _, field in seen.columns)
    months = sum(field == MONTH_COLUMN for _, field in seen.columns)
    flipped = seen.layout is not None and seen.layout.is_flipped
    words = [
        texts.READ_PROFILE.format(name=seen.profile, version=report.profile_version) if seen.profile else "",
        texts.READ_SHEETS.format(sheets=", ".join(seen.read)) if seen.read else "",
        texts.READ_UNIT.format(unit=seen.unit) if seen.source is Source.LEDGER else "",
        texts.READ_FLIPPED if flipped else "",
        texts.READ_COLUMNS.format(taken=taken, count=len(seen.columns) - months),
        counted(months, texts.READ_MONTHS) if months else "",
        counted(len(seen.layout.words), texts.OWN_WORDS) if seen.layout and seen.layout.words else "",
    ]
    return f"{', '.join(word for word in words if word)}."


def _profile_choice(job: Job, context: LoadingContext) -> list[Component]:
    """Let a saved profile be chosen, or none; nothing where there are none to choose from."""
    names = sorted((record.name for record in context.current_profiles), key=swedish_key)
    if not names:
        return []
    read_by = job.reading.profile if job.reading and job.reading.layout is None else None
    data = [
        {"value": reading_fields.AUTOMATIC, "label": texts.PROFILE_AUTOMATIC},
        *({"value": name, "label": name} for name in names),
        {"value": NO_PROFILE, "label": texts.PROFILE_NONE},
    ]
    select = dmc.Select(
        name=reading_fields.PROFILE, label=texts.PROFILE_CHOICE, data=data, value=read_by or reading_fields.AUTOMATIC,
        allowDeselect=False, size="sm",
    )  # fmt: skip
    fields = {loading_fields.JOB: str(job.id)}
    return [action_form(READ_AGAIN_PATH, [select], texts.READ_BY_IT, fields=fields, quiet=True)]


def _correction(job: Job, report: FileReport, seen: Seen, context: LoadingContext) -> Component:
    fields = {loading_fields.JOB: str(job.id), reading_fields.NAME: _name(job, seen)}
    children: Sequence[Component] = [
        html.P(texts.CORRECT_ABOUT, className="part-note"),
        *heading_choices(job.id, seen),
        html.Div(
            [*word_fields(job.id, report), *option_fields(job.id, seen, context.names)], className="reading-options"
        ),
    ]
    return action_form(
        READ_AGAIN_PATH, children, texts.READ_AGAIN, fields=fields, quiet=seen.is_whole and not unknown_words(report)
    )


def _save_form(job: Job, report: FileReport) -> list[Component]:
    """Let what read the file be saved; nothing where it did not, or where a saved profile says it already."""
    seen = report.seen
    if seen is None or not seen.is_whole or not report.per_month or seen.profile:
        return []
    name = dmc.TextInput(
        id={"type": "reading-name", "job": job.id}, name=reading_fields.NAME, label=texts.SAVE_NAME,
        description=texts.SAVE_HELP, value=_name(job, seen), size="sm",
    )  # fmt: skip
    return [
        html.H4(texts.SAVE_TITLE, className="part-title"),
        action_form(SAVE_PROFILE_PATH, [name], texts.SAVE, fields={loading_fields.JOB: str(job.id)}, quiet=True),
    ]


def _name(job: Job, seen: Seen) -> str:
    """Name the profile that the file was held against, for its next version."""
    asked = job.reading.profile if job.reading and job.reading.profile != NO_PROFILE else None
    return seen.profile or asked or ""
