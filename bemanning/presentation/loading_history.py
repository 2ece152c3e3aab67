"""Every load, newest first: what it was, whether it still counts, and the way to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dash import html
from dash.development.base_component import Component

from bemanning.domain.known_on import day_of
from bemanning.domain.selection import Selection
from bemanning.presentation.address import write_query
from bemanning.presentation.addresses import GOALS_PATH
from bemanning.presentation.blocks import aria, section, status_chip
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_undo import undo_form
from bemanning.presentation.loading_words import months_named, scope_named, sum_text
from bemanning.presentation.numbers import date_text, moment_text, number_text
from bemanning.presentation.tables import Cell, labelled, scroll_region
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.texts.common import SOURCE_NAMES
from bemanning.presentation.texts.known_on import DAY_BEFORE, DAY_BEFORE_LABEL
from bemanning.store import LoadRecord

# So many at a time: a region's fifteen years are some thousand loads.
PAGE_SIZE = 12


def history_panel(context: LoadingContext) -> Component:
    """Give the panel with the newest loads, and a button for older ones."""
    more = html.Button(
        texts.HISTORY_MORE, id="loading-more", type="button", className="button button-quiet",
        hidden=not has_more(context, PAGE_SIZE),
    )  # fmt: skip
    rows = html.Div(history(context, PAGE_SIZE), id="loading-history-rows")
    return section("loading-history", texts.HISTORY_TITLE, f"{texts.HISTORY_SUBTITLE}.", [rows, more])


def has_more(context: LoadingContext, shown: int) -> bool:
    """Tell whether there are older loads than those shown."""
    return len(context.loads) > shown


def history(context: LoadingContext, shown: int) -> list[Component]:
    """Give the newest loads, and say how many there are where that is not all."""
    loads = context.loads
    if not loads:
        return [html.P(texts.HISTORY_NONE, className="empty-note")]
    count = texts.HISTORY_SHOWN.format(shown=number_text(shown, 0), count=number_text(len(loads), 0))
    note = [html.P(count, className="history-count")] if has_more(context, shown) else []
    return [_table(loads[:shown], context), *note]


def _table(loads: Sequence[LoadRecord], context: LoadingContext) -> Component:
    head = [html.Th(heading, scope="col", className="number" if is_number else "") for heading, is_number in _HEADINGS]
    rows = [row for load in loads for row in _rows(load, context)]
    table = html.Table(
        [
            html.Caption(texts.HISTORY_TITLE, className="visually-hidden"),
            html.Thead(html.Tr(head)),
            html.Tbody(rows),
        ],
        className="data history",
    )
    return scroll_region(table, texts.HISTORY_TITLE, "table-cards")


_HEADINGS = (
    (texts.HISTORY_FILE, False),
    (texts.HISTORY_WHAT, False),
    (texts.HISTORY_MONTHS, False),
    (texts.HISTORY_ROWS, True),
    (texts.HISTORY_TOTAL, True),
    (texts.HISTORY_WHEN, False),
    (texts.HISTORY_STATE, False),
)


def _rows(load: LoadRecord, context: LoadingContext) -> list[Component]:
    """Give the load's row and, until it is undone, the row beneath that undoes it."""
    cells: list[Cell] = [
        [html.Span(SOURCE_NAMES[load.source], className="unit-name"),
         html.Span(scope_named(load.scope, context.names), className="unit-parent")],
        months_named(load.months),
        number_text(load.rows, 0),
        sum_text(load.source, load.total),
        [html.Span(moment_text(load.loaded_at)), html.Span(load.actor_name, className="unit-parent")],
        [_state(load), *_day_before(load, context), *_undo_switch(load)],
    ]  # fmt: skip
    name = [
        html.Span(load.file_name, className="unit-name file-name"),
        html.Span(texts.HISTORY_NUMBER.format(number=load.id), className="unit-parent"),
        *_profile(load, context),
    ]
    data = [
        html.Td(cell, className="number" if is_number else "", **labelled(heading))
        for cell, (heading, is_number) in zip(cells, _HEADINGS[1:], strict=True)
    ]
    heading = html.Th(name, scope="row")
    if load.undone_at is not None:
        return [html.Tr([heading, *data], className="undone")]
    detail = html.Tr(html.Td(undo_form(load, context), colSpan=len(_HEADINGS)), className="detail")
    return [html.Tr([heading, *data], className="has-detail"), detail]


def _profile(load: LoadRecord, context: LoadingContext) -> list[Component]:
    """Name the saved profile that the file was read by. What its headings were known by has no place in a list."""
    if (load.profile, load.profile_version) not in {(saved.name, saved.version) for saved in context.profiles}:
        return []
    words = texts.HISTORY_PROFILE.format(name=load.profile, version=load.profile_version)
    return [html.Span(words, className="unit-parent")]


def _day_before(load: LoadRecord, context: LoadingContext) -> list[Component]:
    """Lead to what was known the day before, where anything was."""
    day = day_of(load.loaded_at) - timedelta(days=1)
    if day_of(context.loads[-1].loaded_at) > day:
        return []
    label = aria(label=DAY_BEFORE_LABEL.format(date=date_text(day), number=load.id))
    href = f"{GOALS_PATH}?{write_query(Selection(known_on=day))}"
    return [html.Span(html.A(DAY_BEFORE, href=href, **label), className="unit-parent")]


def _undo_switch(load: LoadRecord) -> list[Component]:
    """Give the switch that opens the row beneath, without script: the style sheet ties the two."""
    if load.undone_at is not None:
        return []
    label = aria(label=texts.UNDO_OPEN.format(number=load.id, file=load.file_name))
    return [html.Details(html.Summary(texts.UNDO, **label), className="disclosure row-switch undo-switch")]


def _state(load: LoadRecord) -> Component:
    if load.undone_at is not None:
        words = texts.HISTORY_UNDONE.format(moment=moment_text(load.undone_at), name=load.undone_by)
        return html.Span([status_chip("none", texts.STATUSES["undone"]), html.Span(words, className="unit-parent")])
    if not load.current_months:
        return status_chip("none", texts.HISTORY_REPLACED)
    if set(load.current_months) == set(load.months):
        return status_chip("met", texts.HISTORY_CURRENT)
    part = texts.HISTORY_PART.format(months=months_named(load.current_months))
    return html.Span([status_chip("met", texts.HISTORY_CURRENT), html.Span(part, className="unit-parent")])
