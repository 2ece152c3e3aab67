"""Which months are loaded: a row per source and scope, a column per month, a letter and a colour in each cell.

A grid that is walked with the arrow keys (assets/loading.js) and read as a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.blocks import aria, data, section
from bemanning.presentation.numbers import month_name, month_text
from bemanning.presentation.repeated import repeated
from bemanning.presentation.tables import scroll_region
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.texts.common import SOURCE_NAMES, STATUS_NAMES
from bemanning.services.month_strip import MonthStrip, StripMonth, StripRow

STRIP_ID = "loading-strip"
_CELLS_KEPT = 2_048


def strip_panel(strip: MonthStrip) -> Component:
    """Give the panel: the strip, what its letters mean, and the place where a month is opened."""
    content: list[Component] = [html.P(texts.STRIP_NONE, className="empty-note")]
    if strip.months:
        keys = html.P(texts.STRIP_KEYS, className="tree-keys")
        content = [_legend(), scroll_region(_table(strip), texts.STRIP_TITLE, "strip-scroll"), keys]
    # The month that is opened is written by assets/loading.js.
    opened = [dcc.Store(id="loading-cell"), html.Div(id="loading-month")]
    return section(STRIP_ID, texts.STRIP_TITLE, f"{texts.STRIP_SUBTITLE}.", [*content, *opened])


def _legend() -> Component:
    items = [
        html.Li(
            [html.Span(texts.LETTERS[status], className=f"month-cell month-{status}", **aria(hidden="true")), words]
        )
        for status, words in texts.LEGEND.items()
    ]
    return html.Ul(items, className="key strip-key", **aria(label=texts.LEGEND_LABEL))


def _table(strip: MonthStrip) -> Component:
    first = next(row for row in strip.rows if row.has_any)
    bodies = [
        _body(source, list(rows), first, len(strip.months))
        for source, rows in groupby(strip.rows, key=lambda row: row.source)
    ]
    return html.Table(
        [
            html.Caption(texts.STRIP_TITLE, className="visually-hidden"),
            html.Thead(_headings(strip.months), role="rowgroup"),
            *bodies,
        ],
        id="loading-grid", role="grid", className="strip", **aria(label=texts.STRIP_TITLE, readonly="true"),
    )  # fmt: skip


def _body(source: Source, rows: list[StripRow], first: StripRow, count: int) -> Component:
    """Give a source's rows under its name. The grid is reached by Tab at the latest month of its first row."""
    name = html.Th(html.Span(SOURCE_NAMES[source]), colSpan=count + 1, scope="rowgroup", role="rowheader")
    return html.Tbody(
        [
            html.Tr([name], role="row", className="strip-source"),
            *(_row(row, count, is_first=row is first) for row in rows),
        ],
        role="rowgroup",
    )


def _headings(months: Sequence[Month]) -> list[Component]:
    """Give a row of years over a row of months."""
    years = [(year, len(list(group))) for year, group in groupby(months, key=lambda month: month.year)]
    corner = html.Th(texts.STRIP_SOURCE, rowSpan=2, scope="col", role="columnheader", className="strip-name")
    over = [_heading(html.Span(str(year)), "strip-year", colSpan=count) for year, count in years]
    return [html.Tr([corner, *over], role="row"), html.Tr([_month_heading(month) for month in months], role="row")]


@lru_cache(_CELLS_KEPT)
def _month_heading(month: Month) -> Component:
    letter, name = month_name(month.number)[:1].upper(), month_text(month)
    return repeated(_heading(letter, _class(month, "strip-month"), name=name))


def _heading(words: str | Component, class_name: str, name: str = "", **attributes: Any) -> Component:  # noqa: ANN401 - as Dash takes them
    named = aria(label=name) if name else {}
    return html.Th(words, role="columnheader", scope="col", className=class_name, **attributes, **named)


def _row(row: StripRow, count: int, *, is_first: bool) -> Component:
    name = html.Th(row.scope_name, scope="row", role="rowheader", className="strip-name")
    if not row.has_any:
        nothing = html.Td(html.Span(texts.STRIP_NOTHING), colSpan=count, role="gridcell", className="strip-nothing")
        return html.Tr([name, nothing], role="row")
    last = row.months[-1]
    cells = [_cell(each.month, each.status, is_focusable=is_first and each is last) for each in row.months]
    return html.Tr([name, *cells], role="row", **data(source=row.source.value, scope=row.scope))


@lru_cache(_CELLS_KEPT)
def _cell(month: Month, status: MonthStatus, *, is_focusable: bool) -> Component:
    """Give one month; one cell of the grid is reached by Tab, the others by arrows. The same cell for the same month.

    One of fifteen years has some hundred cells, and making them takes longer than finding them.
    """
    label = f"{month_text(month, long=True)}: {STATUS_NAMES[status]}"
    cell = html.Td(
        texts.LETTERS[status],
        role="gridcell",
        tabIndex=0 if is_focusable else -1,
        className=_class(month, f"month-cell month-{status}"),
        **data(month=str(month)),
        **aria(label=label),
    )
    return repeated(cell)


def _class(month: Month, name: str) -> str:
    """Mark where a year begins, so that twelve months are seen as one."""
    return f"{name} year-start" if month.number == 1 else name


def find_month(strip: MonthStrip, source: str, scope: str, month: str) -> tuple[StripRow, StripMonth] | None:
    """Find the cell that was opened; None where the strip has it no more."""
    for row in strip.rows:
        if (row.source, row.scope) == (source, scope):
            return next(((row, each) for each in row.months if str(each.month) == month), None)
    return None
