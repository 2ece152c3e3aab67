"""What a person can do with a sent file, each as a form: load it, check it again, stop it, throw it away."""

from __future__ import annotations

from collections.abc import Callable

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation import loading_fields as fields
from bemanning.presentation.actions import action_form
from bemanning.presentation.addresses import CANCEL_PATH, CHECK_AGAIN_PATH, CONFIRM_PATH, DISCARD_PATH
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.loading_context import ScopeNames
from bemanning.presentation.loading_standing import Standing, is_erasing, is_of_other_scope, is_understood
from bemanning.presentation.texts import loading as texts
from bemanning.services.job import Job

YES = "ja"
# What the months may become; closing is a decision of its own.
_STATUSES = (MonthStatus.OPEN, MonthStatus.PRELIMINARY)

_Forms = Callable[[Job, ScopeNames], list[Component]]


def job_forms(job: Job, stands: Standing, names: ScopeNames) -> list[Component]:
    """Give what can be done with the file as it stands; nothing while it runs, or without the file."""
    if job.status.is_active or not job.has_file:
        return []
    offered = _OFFERED.get(stands, _again)(job, names)
    return [html.Div(offered, className="job-forms")] if offered else []


def leave_form(job: Job) -> Component:
    """Give the way out, at the same place on every card: stop what runs, or take the file off the list."""
    if job.status.is_active:
        path, words = CANCEL_PATH, texts.CANCEL
    else:
        path, words = DISCARD_PATH, texts.THROW if job.has_file else texts.TAKE_OFF
    return html.Div(action_form(path, [], words, fields={fields.JOB: str(job.id)}, quiet=True), className="job-leave")


def _confirm(job: Job, names: ScopeNames) -> list[Component]:
    """Let the file be loaded with the options that it was checked with; only the months' status is chosen here."""
    choices = [
        dmc.Radio(label=words, description=meaning, value=status.value)
        for status, (words, meaning) in zip(_STATUSES, texts.STATUS_CHOICES, strict=True)
    ]
    # What is chosen is kept when the screen is drawn anew, for another file may be ready at any time.
    group = dmc.RadioGroup(
        choices, id={"type": "loading-status", "job": job.id}, name=fields.STATUS, value=job.month_status.value,
        label=texts.STATUS_CHOICE, className="status-choice", persistence=True, persistence_type="session",
    )  # fmt: skip
    words = texts.CONFIRM_ERASING if job.allow_erase else texts.CONFIRM
    form = action_form(CONFIRM_PATH, [group], words, fields=_options(job))
    return [form, *_other_scope(job, names)]


def _known(job: Job, _names: ScopeNames) -> list[Component]:
    """Let a ledger be read again: rows behind accounts that were mapped as agency since come in."""
    if job.report is None or job.report.source is not Source.LEDGER:
        return []
    note = html.P(texts.KNOWN_VOUCHERS, className="part-note")
    return [action_form(CONFIRM_PATH, [note], texts.CONFIRM_AGAIN, fields=_options(job), quiet=True)]


def _rejected(job: Job, names: ScopeNames) -> list[Component]:
    """Let what hinders be allowed or chosen, and the file be held against what is loaded and mapped now."""
    if job.report is None or not is_understood(job.report):
        return []
    if is_of_other_scope(job.report) and len(names) > 1:
        return _scope_form(job, names)
    allowed = {**_again_options(job), fields.ALLOW_ERASE: YES}
    allow = [action_form(CHECK_AGAIN_PATH, [], texts.ALLOW_ERASE, fields=allowed, quiet=True)]
    return [*(allow if is_erasing(job.report) else []), *_again(job, names), *_other_scope(job, names)]


def _again(job: Job, _names: ScopeNames) -> list[Component]:
    return [action_form(CHECK_AGAIN_PATH, [], texts.CHECK_AGAIN, fields=_again_options(job), quiet=True)]


def _other_scope(job: Job, names: ScopeNames) -> list[Component]:
    return [disclosure(texts.OTHER_SCOPE, _scope_form(job, names))] if len(names) > 1 else []


def _scope_form(job: Job, names: ScopeNames) -> list[Component]:
    """Let the scope be chosen where the units don't tell it right; the file is then held against its months."""
    data = [
        {"value": _AUTO, "label": texts.SCOPE_AUTO},
        *({"value": code, "label": name} for code, name in names.items()),
    ]
    select = dmc.Select(
        name=fields.SCOPE, label=texts.SCOPE_CHOICE, data=data, value=job.scope or _AUTO, allowDeselect=False, size="sm"
    )
    options = {name: word for name, word in _again_options(job).items() if name != fields.SCOPE}
    return [action_form(CHECK_AGAIN_PATH, [select], texts.CHECK_AGAIN, fields=options, quiet=True)]


def _options(job: Job) -> dict[str, str]:
    """Give the options that the job ran with, so that what was checked is what is loaded."""
    options = {fields.JOB: str(job.id), fields.SCOPE: job.scope or ""}
    return {**options, fields.ALLOW_ERASE: YES} if job.allow_erase else options


def _again_options(job: Job) -> dict[str, str]:
    """Keep the status that was chosen before a load was stopped, for the next time it is confirmed."""
    return {**_options(job), fields.STATUS: job.month_status.value}


_AUTO = ""
_OFFERED: dict[Standing, _Forms] = {
    Standing.READY: _confirm,
    Standing.KNOWN: _known,
    Standing.REJECTED: _rejected,
}
