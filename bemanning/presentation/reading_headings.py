"""What each heading of a file was taken for: a select per heading, those that are read first in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.domain.profile import FIELDS, MONTH_COLUMN, PERSONAL, UNREAD, Seen
from bemanning.domain.vocabulary import Source
from bemanning.presentation.blocks import aria, disclosure
from bemanning.presentation.loading_words import counted
from bemanning.presentation.reading_fields import UNREAD_WORD, heading_field, word_of
from bemanning.presentation.texts import profiles as texts
from bemanning.presentation.texts.common import SOURCE_NAMES

# Selects beyond these would only slow the screen down: what they are taken for stands.
_MOST_SHOWN = 80

# A heading's position, its text, and what it was taken for.
_Heading = tuple[int, str, str]


def heading_choices(job_id: int, seen: Seen) -> list[Component]:
    """Give the headings; of a file that was understood, those that are not read, and its months, on demand."""
    headings = [(position, *column) for position, column in enumerate(seen.columns)]
    folded = [each for each in headings if seen.is_whole and each[2] in {UNREAD, MONTH_COLUMN, PERSONAL}]
    shown = [each for each in headings if each not in folded]
    parts = [_table(job_id, seen, shown, texts.HEADINGS)] if shown else []
    if folded:
        parts.append(
            disclosure(counted(len(folded), texts.MORE_HEADINGS), [_table(job_id, seen, folded, texts.HEADINGS_MORE)])
        )
    return parts


def _table(job_id: int, seen: Seen, headings: Sequence[_Heading], caption: str) -> Component:
    head = html.Tr([html.Th(words, scope="col") for words in (texts.HEADING, texts.TAKEN_FOR)])
    rows = [
        html.Tr(
            [html.Th(_heading(seen, text, field), scope="row"), html.Td(_choice(job_id, seen, (position, text, field)))]
        )
        for position, text, field in headings[:_MOST_SHOWN]
    ]
    return html.Table(
        [html.Caption(caption, className="visually-hidden"), html.Thead(head), html.Tbody(rows)],
        className="data reading-headings",
    )


def _heading(seen: Seen, text: str, field: str) -> list[Component | str]:
    """Write a heading; of a file that has moved, say which ones its profile does not know."""
    known = {heading for heading, _ in seen.layout.columns} if seen.layout and not seen.is_whole else {text}
    is_new = text not in known and field != PERSONAL
    return [text, html.Span(texts.NEW, className="reading-new")] if is_new else [text]


def _choice(job_id: int, seen: Seen, heading: _Heading) -> Component | str:
    position, text, field = heading
    if field == PERSONAL:
        return texts.FIELD_NAMES[PERSONAL]
    # What is chosen is kept when the screen is drawn anew, for another file may come at any time.
    select: Component = dmc.Select(
        id={"type": "reading-heading", "job": job_id, "at": position}, name=heading_field(position),
        data=_fields(seen.source), value=word_of(field), allowDeselect=False, size="sm", persistence=True,
        persistence_type="session", **aria(label=texts.FIELD_OF.format(heading=text)),
    )  # fmt: skip
    return select


def _fields(source: Source | None) -> list[dict[str, object]]:
    """List what a heading can be; of a file that may be of either source, under the name of each."""
    unread: dict[str, object] = {"value": UNREAD_WORD, "label": texts.FIELD_NAMES[UNREAD]}
    if source is not None:
        return [unread, *_items(FIELDS[source])]
    shared = [field for field in FIELDS[Source.LEDGER] if field in FIELDS[Source.HEROMA]]
    groups: list[dict[str, object]] = [
        {
            "group": SOURCE_NAMES[each],
            "items": _items(field for field in FIELDS[each] if field not in shared),
        }
        for each in Source
    ]
    return [unread, *_items(shared), *groups]


def _items(fields: Iterable[str]) -> list[dict[str, object]]:
    return [{"value": word_of(field), "label": texts.FIELD_NAMES[field]} for field in fields]
