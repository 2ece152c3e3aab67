"""Words that a file uses and nobody knows: a select per word, to say what it means."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash.development.base_component import Component

from bemanning.domain.faults import FaultCode
from bemanning.domain.profile import WORD_MEANINGS
from bemanning.presentation.reading_fields import meaning_word, word_field
from bemanning.presentation.texts import profiles as texts
from bemanning.services.file_report import FileReport


def unknown_words(report: FileReport) -> list[tuple[str, str]]:
    """Give (column, word) for each word that is not known, in the order that they were met."""
    pairs = [
        (str(fault.params["column"]), str(fault.params["value"]))
        for fault in report.faults
        if fault.code is FaultCode.WORD_UNKNOWN
    ]
    return list(dict.fromkeys(pairs))


def word_fields(job_id: int, report: FileReport) -> list[Component]:
    """Give a select for each unknown word, and for each that was told of before."""
    layout = report.seen.layout if report.seen else None
    told = {(column, word): meaning for column, word, meaning in (layout.words if layout else ())}
    return [
        _select(job_id, position, pair, told.get(pair, ""))
        for position, pair in enumerate([*told, *(pair for pair in unknown_words(report) if pair not in told)])
    ]


def _select(job_id: int, position: int, pair: tuple[str, str], meaning: str) -> Component:
    column, word = pair
    data = [
        {"value": "", "label": texts.WORD_UNTOLD},
        *({"value": meaning_word(column, each, word), "label": texts.MEANINGS[each]} for each in WORD_MEANINGS[column]),
    ]
    field: Component = dmc.Select(
        id={"type": "reading-word", "job": job_id, "at": position}, name=word_field(position), data=data,
        label=texts.WORD_MEANS.format(word=word, column=texts.FIELD_NAMES[column].lower()), allowDeselect=False,
        value=meaning_word(column, meaning, word) if meaning else "", size="sm", persistence=True,
        persistence_type="session",
    )  # fmt: skip
    return field
