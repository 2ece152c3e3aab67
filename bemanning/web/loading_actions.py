"""What is done on Inläsning: confirm, check again, cancel and discard a sent file; undo a load; mark months.

The forms' fields are told in presentation/loading_fields.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.addresses import (
    CANCEL_PATH,
    CHECK_AGAIN_PATH,
    CONFIRM_PATH,
    DISCARD_PATH,
    MONTH_STATUS_PATH,
    UNDO_PATH,
)
from bemanning.presentation.loading_fields import ALLOW_ERASE, JOB, LOAD, MONTH, SCOPE, SOURCE, STATUS
from bemanning.presentation.missing import spans_text
from bemanning.presentation.texts import loading_actions as texts
from bemanning.services.ingest import LoadOptions
from bemanning.services.month_status import MarkedMonths, MonthsChoice
from bemanning.services.services import Services
from bemanning.web.actions import Action, Done, Form, chosen, month_in

_STATUSES = {status.value: status for status in MonthStatus if status is not MonthStatus.MISSING}
SOURCES = {source.value: source for source in Source}


def _confirm(services: Services, actor: Actor, form: Form) -> Done:
    job = services.confirm_job(job_number(form), _options(form), actor)
    return Done(texts.CONFIRMED.format(file=job.file_name))


def _check_again(services: Services, actor: Actor, form: Form) -> Done:
    job = services.check_again(job_number(form), _options(form), actor)
    return Done(texts.CHECKED_AGAIN.format(file=job.file_name))


def _cancel(services: Services, actor: Actor, form: Form) -> Done:
    job = services.cancel_job(job_number(form), actor)
    return Done(texts.CANCELLED.format(file=job.file_name))


def _discard(services: Services, _actor: Actor, form: Form) -> Done:
    services.discard_job(job_number(form))
    return Done(texts.DISCARDED)


def _undo(services: Services, actor: Actor, form: Form) -> Done:
    load = _number(form.get(LOAD, ""), FaultCode.LOAD_UNKNOWN, "load")
    undone = services.undo(load, actor)
    if not undone.months:
        return Done(texts.UNDONE_NOTHING.format(load=load))
    sentences = [texts.UNDONE.format(load=load, months=spans_text(undone.months))]
    if undone.reopened:
        sentences.append(texts.REOPENED.format(months=spans_text(undone.reopened)))
    return Done(" ".join(sentences))


def _month_status(services: Services, actor: Actor, form: Form) -> Done:
    months = frozenset(month_in(text) for text in form.getlist(MONTH) or [""])
    status = chosen(form, STATUS, _STATUSES) or MonthStatus.OPEN
    choice = MonthsChoice(months, chosen(form, SOURCE, SOURCES), form.get(SCOPE) or None)
    marked = services.set_month_status(choice, status, actor)
    said = [words.format(months=spans_text(of)) for words, of in _marked(marked, status) if of]
    return Done(" ".join(said) or texts.MONTHS_UNCHANGED.format(months=spans_text(sorted(months))))


def _marked(marked: MarkedMonths, status: MonthStatus) -> Iterator[tuple[str, tuple[Month, ...]]]:
    """Tell apart what the status meant for each month: an open month is final, but was opened only if it was closed."""
    if status is MonthStatus.CLOSED:
        yield texts.MONTHS_CLOSED, marked.changed
        return
    if status is MonthStatus.PRELIMINARY:
        yield texts.MONTHS_PRELIMINARY, marked.changed
    else:
        yield texts.MONTHS_FINAL, marked.left(MonthStatus.PRELIMINARY)
    yield texts.MONTHS_OPENED, marked.left(MonthStatus.CLOSED)


LOADING_ACTIONS: dict[str, Action] = {
    CONFIRM_PATH: _confirm,
    CHECK_AGAIN_PATH: _check_again,
    CANCEL_PATH: _cancel,
    DISCARD_PATH: _discard,
    UNDO_PATH: _undo,
    MONTH_STATUS_PATH: _month_status,
}


def _options(form: Form) -> LoadOptions:
    preliminary = form.get(STATUS) == MonthStatus.PRELIMINARY.value
    status = MonthStatus.PRELIMINARY if preliminary else MonthStatus.OPEN
    return LoadOptions(form.get(SCOPE) or None, allow_erase=bool(form.get(ALLOW_ERASE)), status=status)


def job_number(form: Form) -> int:
    """Give the number of the job that a form is about. Raises UserError(JOB_UNKNOWN) for what is none."""
    return _number(form.get(JOB, ""), FaultCode.JOB_UNKNOWN, "job")


def _number(text: str, unknown: FaultCode, name: str) -> int:
    # No number of ours is longer; a longer one would not fit in the database's column either.
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 -- digits of 2³¹
        raise UserError([Fault(unknown, {name: text[:20]})])
    return int(text)
