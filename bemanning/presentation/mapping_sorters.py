"""Headings that sort, and tables that are shown in part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria, icon
from bemanning.presentation.tables import Cell, scroll_region
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.unit_links import in_place

# What a table shows before it is asked for whole.
ROWS_SHOWN = 50


def sorter(heading: str, href: str, direction: str, class_name: str = "", *, falls: bool) -> Component:
    """Give a column's heading as a link that sorts. direction: "ascending", "descending", or "" where it isn't sorted.

    falls: whether choosing it sorts from the largest, or from Ö.
    """
    mark = icon(f"sort-{direction}" if direction else "sort")
    words = [mark, heading] if class_name == "number" else [heading, mark]
    link = in_place(words, href, "sorter", title=texts.SORT_DOWN if falls else texts.SORT_UP)
    sorting = {"sort": direction} if direction else {}
    return html.Th(link, scope="col", className=class_name, **aria(**sorting))


def listing(
    caption: str, headings: Sequence[Component], rows: Sequence[Sequence[Cell]], labels: Sequence[str]
) -> Component:
    """Build a table of rows that can be chosen: the first cell heads its row, the last holds what can be done."""
    body = [_row(row, labels) for row in rows]
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr(list(headings))),
            html.Tbody(body),
        ],
        className="data listing",
    )
    return scroll_region(table, caption, "table-stack")


def _row(cells: Sequence[Cell], labels: Sequence[str]) -> Component:
    first, *others = cells
    named = [html.Td(cell, **_attributes(label)) for cell, label in zip(others, labels[1:], strict=True)]
    return html.Tr([html.Th(first, scope="row"), *named])


def _attributes(label: str) -> dict[str, Any]:
    return {"className": "number" if label in _NUMBERS else "", "data-label": label}


_NUMBERS = frozenset({texts.AMOUNT, texts.HOURS})


def more_link(shown: int, count: int, whole: str, part: str) -> list[Component]:
    """Give the way to the rest of a long table, and back to its beginning."""
    if count <= ROWS_SHOWN:
        return []
    link = in_place(texts.MORE.format(count=count), whole) if shown < count else in_place(texts.FEWER, part)
    return [html.P(link, className="more")]
