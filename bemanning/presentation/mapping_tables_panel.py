"""Every mapping there is, table by table, with its months, and the way to correct each row."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria, section
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_seen import MappingLine, seen_lines, table_lines
from bemanning.presentation.mapping_sorters import ROWS_SHOWN, listing, more_link, sorter
from bemanning.presentation.mapping_words import MappingTable, RowColumn
from bemanning.presentation.numbers import number_text
from bemanning.presentation.tables import Cell
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.unit_links import in_place
from bemanning.services.mapping_board import MappingBoard

# Aliases have no name beside what they are about.
_UNNAMED = frozenset({MappingTable.UNIT_ALIASES, MappingTable.SUPPLIERS})


def tables_panel(board: MappingBoard, links: MappingLinks) -> Component:
    """Give the panel: the choice of table, and the rows of the one that is chosen."""
    table = links.words.table
    lines = table_lines(board, table)
    add = in_place(texts.ADD, links.form(table, ""), "button button-quiet for-changing")
    children = [html.Div([_choice(board, links), add], className="mapping-tools"), *_rows(table, lines, links)]
    return section("mapping-tables", texts.TABLES_TITLE, texts.TABLES_SUBTITLE, children)


def _choice(board: MappingBoard, links: MappingLinks) -> Component:
    items = [_item(table, len(seen_lines(table_lines(board, table), links.words)), links) for table in MappingTable]
    return html.Nav(html.Ul(items, className="table-choice"), **aria(label=texts.TABLES_LABEL))


def _item(table: MappingTable, count: int, links: MappingLinks) -> Component:
    is_current = table is links.words.table
    current = aria(current="true") if is_current else {}
    words = [texts.TABLE_TITLES[table], html.Span(number_text(count, 0), className="part-count")]
    return html.Li(in_place(words, links.seen(table=table, is_whole=False), "period", **current))


def _rows(table: MappingTable, lines: list[MappingLine], links: MappingLinks) -> list[Component]:
    seen = seen_lines(lines, links.words)
    if not seen:
        words = texts.SEARCH_NONE.format(search=links.words.search) if lines else texts.TABLE_EMPTY
        return [html.P(words, className="empty-note")]
    shown = seen if links.words.is_whole else seen[:ROWS_SHOWN]
    columns = _columns(table)
    headings = [_sorter(heading, column, links) for heading, column in columns]
    doing = html.Th(html.Span(texts.CORRECT, className="visually-hidden"), scope="col")
    labels = [*(heading for heading, _ in columns), texts.CORRECT]
    return [
        listing(texts.TABLE_TITLES[table], [*headings, doing], [_row(line, links) for line in shown], labels),
        *more_link(len(shown), len(seen), links.seen(is_whole=True), links.seen(is_whole=False)),
    ]


def _columns(table: MappingTable) -> list[tuple[str, RowColumn]]:
    name = [] if table in _UNNAMED else [(texts.NAME, RowColumn.NAME)]
    return [
        (texts.CODE_HEADINGS[table], RowColumn.CODE),
        *name,
        (texts.MEANING_HEADINGS[table], RowColumn.MEANING),
        (texts.VALID, RowColumn.FIRST),
    ]


def _sorter(heading: str, column: RowColumn, links: MappingLinks) -> Component:
    words = links.words
    is_sorted = words.order is column
    falls = is_sorted and not words.order_descending
    direction = ("descending" if words.order_descending else "ascending") if is_sorted else ""
    return sorter(heading, links.seen(order=column, order_descending=falls), direction, falls=falls)


def _row(line: MappingLine, links: MappingLinks) -> list[Cell]:
    name = [] if line.table in _UNNAMED else [line.name]
    label = texts.CORRECT_ONE.format(name=line.key, valid=line.valid)
    link = in_place(texts.CORRECT, links.form(line.table, line.key, line.begins), "row-link", label=label)
    return [html.Code(line.key), *name, line.meaning, line.valid, link]
