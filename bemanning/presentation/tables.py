"""Plain semantic tables: few rows, read by everyone, printed as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria

# Shares with one decimal in a handful of columns, in the tables of a morning's work.
_CELLS_KEPT = 8_192

Cell = str | Component | list[str | Component]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers are set to the right."""

    heading: str
    is_number: bool = False


def data_table(
    caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], class_name: str = ""
) -> Component:
    """Build a table whose first column heads its rows. The caption is for screen readers: a heading stands above."""
    head = html.Thead(html.Tr([html.Th(column.heading, scope="col", className=_cell(column)) for column in columns]))
    body = html.Tbody([_row(columns, row) for row in rows])
    table = html.Table([html.Caption(caption, className="visually-hidden"), head, body], className="data")
    return scroll_region(table, caption, class_name)


def scroll_region(table: Component, label: str, class_name: str = "") -> Component:
    """Let a wide table scroll sideways within the page, by keyboard too."""
    return html.Div(
        table, className=f"table-scroll {class_name}".strip(), tabIndex=0, role="group", **aria(label=label)
    )


def labelled(heading: str) -> dict[str, Any]:
    """Name a cell by its heading, which is out of sight where a narrow screen stacks the columns."""
    return {"data-label": heading}


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> Component:
    first, *others = row
    cells = [_written(cell, column) for column, cell in zip(columns[1:], others, strict=True)]
    return html.Tr([html.Th(first, scope="row"), *cells])


def _written(cell: Cell, column: Column) -> Component:
    return _words(cell, column) if isinstance(cell, str) else _data_cell(cell, column)


def _data_cell(cell: Cell, column: Column) -> Component:
    return html.Td(cell, className=_cell(column), **labelled(column.heading))


@lru_cache(_CELLS_KEPT)
def _words(words: str, column: Column) -> Component:
    """Give the same cell for the same words: making it takes longer than finding and sending it."""
    return _data_cell(words, column)


def _cell(column: Column) -> str:
    return "number" if column.is_number else ""
