"""What has been done with the mappings: who, when, how, which rows, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import section
from bemanning.presentation.mapping_changes import changes_table, sheet_of
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.numbers import moment_text, number_text
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.unit_links import in_place
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_history import MappingEvent

# So many changes are shown at once.
EVENTS_SHOWN = 20


def history_panel(history: Sequence[MappingEvent], opened: tuple[RowChange, ...], links: MappingLinks) -> Component:
    """Give the panel: every change, a page at a time. opened: the rows of the change that the address opens."""
    return section("mapping-history", texts.HISTORY_TITLE, texts.HISTORY_SUBTITLE, _history(history, opened, links))


def _history(history: Sequence[MappingEvent], opened: tuple[RowChange, ...], links: MappingLinks) -> list[Component]:
    if not history:
        return [html.P(texts.HISTORY_NONE, className="empty-note")]
    older = [event for event in history if links.words.before is None or event.id < links.words.before]
    seen = older[:EVENTS_SHOWN]
    headings = (texts.HISTORY_WHEN, texts.HISTORY_WHO, texts.HISTORY_HOW, texts.HISTORY_WHAT, texts.HISTORY_DO)
    table = data_table(
        texts.HISTORY_TITLE, [Column(heading) for heading in headings], [_row(event, links) for event in seen],
        "table-stack",
    )  # fmt: skip
    shown = next((event for event in history if event.id == links.words.opened), None)
    parts = [table, *_pages(seen, len(older) - len(seen), links)]
    return parts if shown is None else [*parts, _opened(shown, opened, links)]


def _pages(seen: Sequence[MappingEvent], left: int, links: MappingLinks) -> list[Component]:
    """Give the way to the older changes, and back to the latest."""
    ways: list[Component] = []
    if left:
        ways.append(in_place(texts.HISTORY_OLDER.format(count=number_text(left, 0)), links.page(seen[-1].id)))
    if links.words.before is not None:
        ways.append(in_place(texts.HISTORY_LATEST, links.page(None)))
    return [html.P(ways, className="more row-links")] if ways else []


def _opened(event: MappingEvent, rows: tuple[RowChange, ...], links: MappingLinks) -> Component:
    title = texts.OPENED_TITLE.format(change=event.id, at=moment_text(event.at))
    close = in_place(texts.HIDE_ROWS, links.opened(None), "button button-quiet")
    return html.Div(
        [html.H3(title, className="mapping-title", id="mapping-opened"), *changes_table(rows), html.P(close)],
        className="mapping-part",
    )


def _row(event: MappingEvent, links: MappingLinks) -> list[Cell]:
    at = moment_text(event.at)
    show = in_place(texts.SHOW_ROWS, links.opened(event.id), "row-link", label=texts.SHOW_ROWS_OF.format(at=at))
    back = in_place(
        texts.GO_BACK, links.restore(event.id), "row-link for-changing", label=texts.GO_BACK_BEFORE.format(at=at)
    )
    return [at, event.actor_name, how_text(event), counts_text(event), html.Span([show, back], className="row-links")]


def how_text(event: MappingEvent) -> str:
    """Say how a change came about."""
    if event.file_name:
        return texts.HOW_FILE.format(file=event.file_name)
    if event.restored is not None:
        return texts.HOW_BACK.format(change=event.restored)
    return texts.HOW.get(event.subject, texts.HOW["mappings"])


def counts_text(event: MappingEvent) -> str:
    """Say how many rows of which tables were changed, new and taken away."""
    return "; ".join(
        texts.COUNTS.format(table=sheet_of(part), counts=", ".join(_counts(*counts)))
        for part, counts in event.counts.items()
    )


def _counts(added: int, superseded: int) -> list[str]:
    """Take a row that came and one that went for one that was changed."""
    changed = min(added, superseded)
    counts = (
        (texts.COUNT_OTHER, changed),
        (texts.COUNT_NEW, added - changed),
        (texts.COUNT_GONE, superseded - changed),
    )
    return [
        one if count == 1 else several.format(count=number_text(count, 0)) for (one, several), count in counts if count
    ]
