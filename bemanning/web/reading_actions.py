"""What is done under Så lästes filen: read a file again, save how it was read, remove a saved profile.

The forms' fields are told in presentation/reading_fields.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bemanning.domain.actor import Actor
from bemanning.domain.profile import FIELDS, UNITS, UNREAD, WORD_MEANINGS, Layout, ReadBy, Seen, Words, corrected
from bemanning.domain.vocabulary import Source
from bemanning.presentation.addresses import READ_AGAIN_PATH, REMOVE_PROFILE_PATH, SAVE_PROFILE_PATH
from bemanning.presentation.loading_fields import SCOPE, SOURCE
from bemanning.presentation.reading_fields import (
    AUTOMATIC,
    FLIP,
    NAME,
    PERIOD,
    PROFILE,
    ROW,
    SHEETS,
    UNIT,
    WORD_PREFIX,
    heading_field,
    word_of,
)
from bemanning.presentation.texts import profiles as texts
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.services import Services
from bemanning.web.actions import Action, Done, Form, chosen, no_month, not_offered
from bemanning.web.loading_actions import SOURCES, job_number

_UNITS = {unit: unit for unit in UNITS}
_FIELDS = {word_of(field): field for field in (UNREAD, *(field for fields in FIELDS.values() for field in fields))}
# A row that Excel has, and no more digits than that.
_ROW = re.compile(r"[1-9]\d{0,6}", re.ASCII)
# A year, or a month of one.
_PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)


def _read_again(services: Services, actor: Actor, form: Form) -> Done:
    job = services.job(job_number(form))
    reading = _read_by(job, form)
    options = LoadOptions(None, allow_erase=job.allow_erase, status=job.month_status, reading=reading)
    begun = services.check_again(job.id, options, actor)
    return Done(texts.READ_AGAIN_DONE.format(file=begun.file_name))


def _read_by(job: Job, form: Form) -> ReadBy:
    """Read what the file is to be read by: a saved profile, none, or what was said of it."""
    profile = form.get(PROFILE)
    if profile:
        return ReadBy(profile=None if profile == AUTOMATIC else profile)
    seen = job.report.seen if job.report else None
    source = chosen(form, SOURCE, SOURCES) or (seen.source if seen else None)
    row = _row(form)
    if seen is not None and row not in {None, seen.row}:
        layout = replace(_layout(seen, source or Source.LEDGER, form), columns=(), row=row or 0)
        return ReadBy(profile=form.get(NAME) or None, layout=layout)
    if seen is None or source is None:
        return ReadBy()
    if source is not (seen.source or source):
        # What the headings are was shown for the other source: this one's tables know them.
        return ReadBy(source)
    return ReadBy(profile=form.get(NAME) or None, layout=_layout(seen, source, form))


def _row(form: Form) -> int | None:
    """Give the row that the headings are said to stand in; None where nothing is said."""
    text = form.get(ROW, "").strip()
    if text and not _ROW.fullmatch(text):
        raise not_offered(text)
    return int(text) if text else None


def _layout(seen: Seen, source: Source, form: Form) -> Layout:
    said = {
        position: field
        for position in range(len(seen.columns))
        if (field := chosen(form, heading_field(position), _FIELDS)) is not None
    }
    period = form.get(PERIOD, "").strip()
    if period and not _PERIOD.fullmatch(period):
        raise no_month(period)
    return replace(
        corrected(seen, source, said),
        unit=chosen(form, UNIT, _UNITS) or "",
        overruled="",
        is_flipped=bool(form.get(FLIP)),
        sheets=tuple(name for name in form.get(SHEETS, "").splitlines() if name),
        scope=form.get(SCOPE, ""),
        period=period,
        words=_words(form),
    )


def _words(form: Form) -> Words:
    """Read what the file's own words are said to mean. Raises UserError(CHOICE_TEXT) for what no form offers."""
    return tuple(_word(text) for name, text in form.items() if name.startswith(WORD_PREFIX) and text)


def _word(text: str) -> tuple[str, str, str]:
    match text.split(" ", 2):
        case [column, meaning, word] if meaning in WORD_MEANINGS.get(column, ()):
            return column, word, meaning
        case _:
            raise not_offered(text)


def _save(services: Services, actor: Actor, form: Form) -> Done:
    record = services.save_job_profile(form.get(NAME, ""), job_number(form), actor)
    return Done(texts.SAVED_DONE.format(name=record.name, version=record.version))


def _remove(services: Services, actor: Actor, form: Form) -> Done:
    record = services.withdraw_profile(form.get(NAME, ""), actor)
    return Done(texts.REMOVED_DONE.format(name=record.name))


READING_ACTIONS: dict[str, Action] = {
    READ_AGAIN_PATH: _read_again,
    SAVE_PROFILE_PATH: _save,
    REMOVE_PROFILE_PATH: _remove,
}
