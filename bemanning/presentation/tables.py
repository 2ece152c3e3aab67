"""Plain semantic tables: few rows, read by everyone, printed as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria
from bemanning.presentation.repeated import Repeated

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
    cells = [_data_cell(column) for column in columns[1:]]
    body = html.Tbody([_row(cells, row) for row in rows])
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


def _row(cells: Sequence[Repeated], row: Sequence[Cell]) -> Component:
    first, *others = row
    written = [cell.of(words) for cell, words in zip(cells, others, strict=True)]
    return _ROW.of([_ROW_HEADING.of(first), *written])


def _data_cell(column: Column) -> Repeated:
    return Repeated(html.Td("", className=_cell(column), **labelled(column.heading)))


def _cell(column: Column) -> str:
    return "number" if column.is_number else ""


_ROW, _ROW_HEADING = Repeated(html.Tr("")), Repeated(html.Th("", scope="row"))
