"""The tree table: a treegrid that is walked with the arrow keys (assets/units.js) and read as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Profession
from bemanning.presentation.blocks import aria, icon
from bemanning.presentation.charts.sparkline import sparkline_uri
from bemanning.presentation.missing import reason_text
from bemanning.presentation.tables import scroll_region
from bemanning.presentation.texts import units as texts
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.presentation.unit_columns import FigureColumn, figure_columns
from bemanning.presentation.unit_links import UnitLinks, in_place
from bemanning.presentation.unit_view import SeenRow
from bemanning.presentation.unit_words import SortColumn
from bemanning.services.drill_down import DrillCell
from bemanning.services.unit_tree import UnitTree

# The picture is shown at a third of its size.
_LINE_WIDTH = 5.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every row is drawn with."""

    links: UnitLinks
    line_color: str
    marks: Mapping[str, Component]


def unit_table(
    tree: UnitTree, rows: Sequence[SeenRow], links: UnitLinks, theme: Theme, marks: Mapping[str, Component]
) -> Component:
    """Draw the rows that are seen. marks: node code → the mark that says that it is commented on."""
    columns = figure_columns(tree.selection)
    drawn = _Drawn(links, _line_color(tree.selection.profession, theme), marks)
    body = [_row(seen, columns, drawn, is_first=at == 0) for at, seen in enumerate(rows)]
    table = html.Table(
        [
            html.Caption(texts.TREE_TITLE, className="visually-hidden"),
            html.Thead(html.Tr(_headings(columns, links), role="row")),
            html.Tbody(body, role="rowgroup"),
        ],
        id="units-tree", role="treegrid", className="data tree", **aria(label=texts.TREE_TITLE),
    )  # fmt: skip
    return scroll_region(table, texts.TREE_TITLE, "tree-scroll")


def _line_color(profession: Profession | None, theme: Theme) -> str:
    palette = PALETTES[theme]
    return palette.muted if profession is None else palette.profession[profession]


def _headings(columns: Sequence[FigureColumn], links: UnitLinks) -> list[Component]:
    return [
        _heading(SortColumn.NAME, texts.UNIT, links, ""),
        html.Th(texts.HISTORY, role="columnheader", scope="col", className="spark-cell"),
        *(_heading(column.sort, column.heading, links, "number") for column in columns),
    ]


def _heading(column: SortColumn, heading: str, links: UnitLinks, class_name: str) -> Component:
    """Give a heading that sorts: figures largest first, names from A, and the other way round when chosen again."""
    words = links.words
    is_sorted = words.sort is column
    descending = not words.is_descending if is_sorted else column is not SortColumn.NAME
    direction = "descending" if words.is_descending else "ascending"
    # Beside figures the mark stands on the left, so that heading and figures end at the same edge.
    mark = icon(f"sort-{direction}" if is_sorted else "sort")
    link = in_place(
        [heading, mark] if column is SortColumn.NAME else [mark, heading],
        links.href(sort=column, is_descending=descending),
        "sorter",
        title=texts.SORT_DOWN if descending else texts.SORT_UP,
    )
    sorting = {"sort": direction} if is_sorted else {}
    return html.Th(link, role="columnheader", scope="col", className=class_name, **aria(**sorting))


def _row(seen: SeenRow, columns: Sequence[FigureColumn], drawn: _Drawn, *, is_first: bool) -> Component:
    row, links = seen.row, drawn.links
    expanded = {"expanded": str(seen.is_open).lower()} if row.child_count else {}
    code: dict[str, Any] = {"data-code": row.node.code}
    place = code | aria(level=str(row.depth + 1), posinset=str(seen.position), setsize=str(seen.siblings), **expanded)
    return html.Tr(
        [
            html.Td(_name(seen, drawn), role="rowheader", className="tree-name", style={"--depth": row.depth}),
            html.Td(_spark(seen, drawn.line_color), role="gridcell", className="spark-cell"),
            *(html.Td(_figure(column, seen, links), role="gridcell", className="number") for column in columns),
        ],
        role="row", tabIndex=0 if is_first else -1, className=_row_class(seen, links),
        **place,
    )  # fmt: skip


def _row_class(seen: SeenRow, links: UnitLinks) -> str:
    cell = links.words.cell
    marks = {
        "tree-root": seen.row.depth == 0,
        "tree-parent": bool(seen.row.child_count),
        "tree-above": not seen.is_match,
        "tree-opened": cell is not None and cell.node == seen.row.node.code,
    }
    return " ".join(name for name, holds in marks.items() if holds)


def _name(seen: SeenRow, drawn: _Drawn) -> Component:
    node = seen.row.node
    mark = [drawn.marks[node.code]] if node.code in drawn.marks else []
    code = html.Span([node.code, *mark], className="unit-parent")
    words = html.Span([html.Span(node.name, className="unit-name"), code])
    return html.Div([_switch(seen, drawn.links), words], className="tree-line")


def _switch(seen: SeenRow, links: UnitLinks) -> Component:
    if not seen.can_switch:
        return html.Span(className="switch")
    label = (texts.CLOSE_ROW if seen.is_open else texts.OPEN_ROW).format(name=seen.row.node.name)
    mark = icon("open" if seen.is_open else "closed")
    return in_place(mark, links.switched(seen.row.node.code), "switch", label=label, tabIndex=-1)


def _spark(seen: SeenRow, color: str) -> Component:
    return html.Img(src=sparkline_uri(seen.row.history, color, line_width=_LINE_WIDTH), alt="", className="spark")


def _figure(column: FigureColumn, seen: SeenRow, links: UnitLinks) -> Any:  # noqa: ANN401 - what Dash takes as children
    value = column.value(seen.row)
    if value.number is None:
        return missing(value)
    written = column.written(value.number)
    if column.sort is not SortColumn.COST:
        return written
    label = texts.OPEN_CELL.format(amount=written, name=seen.row.node.name)
    return in_place(written, links.cell(DrillCell(seen.row.node.code)), "cell-link", label=label, tabIndex=-1)


def missing(value: Value) -> Component:
    """Say that a figure is missing and why."""
    return html.Span(f"{texts.MISSING}: {reason_text(value)}", className="missing-reason")
