"""What no mapping knows, kind by kind with its sums, and suppliers without a collecting name."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria, section, status_chip
from bemanning.presentation.mapping_counts import counted
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_seen import KINDS, UnmappedLine, seen_unmapped, unmapped_lines
from bemanning.presentation.mapping_sorters import ROWS_SHOWN, listing, more_link, sorter
from bemanning.presentation.mapping_words import MappingTable, UnmappedColumn
from bemanning.presentation.numbers import amount_digits, hours_digits
from bemanning.presentation.tables import Cell
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.unit_links import in_place
from bemanning.services.mapping_board import MappingBoard

_TABLE_OF = {
    "account": MappingTable.ACCOUNTS,
    "code": MappingTable.CODES,
    "unit": MappingTable.UNITS,
    "supplier": MappingTable.SUPPLIERS,
}
# Which columns say something of each kind, beside its code.
_COLUMNS = {
    "account": (texts.NAME, texts.AMOUNT),
    "code": (texts.NAME, texts.HOURS),
    "unit": (texts.NAME, texts.AMOUNT, texts.HOURS),
    "supplier": (texts.AMOUNT, texts.HOURS),
}
_SORTS = {texts.NAME: UnmappedColumn.NAME, texts.AMOUNT: UnmappedColumn.SUM, texts.HOURS: UnmappedColumn.HOURS}
# Chosen for the first time, these sort the largest first.
_FALLING = frozenset({UnmappedColumn.SUM, UnmappedColumn.HOURS})


def unmapped_panel(board: MappingBoard, links: MappingLinks) -> Component:
    """Give the panel: a table for each kind that has something."""
    lines = unmapped_lines(board)
    seen = seen_unmapped(lines, links.words)
    parts = [_part(kind, of_kind, links) for kind in KINDS if (of_kind := [each for each in seen if each.kind == kind])]
    return section("mapping-unmapped", texts.UNMAPPED_TITLE, texts.UNMAPPED_SUBTITLE, parts or [_nothing(lines, links)])


def _nothing(lines: list[UnmappedLine], links: MappingLinks) -> Component:
    if lines:
        return html.P(texts.SEARCH_NONE.format(search=links.words.search), className="empty-note")
    return html.P(status_chip("met", texts.UNMAPPED_NONE), className="empty-note")


def _part(kind: str, lines: list[UnmappedLine], links: MappingLinks) -> Component:
    shown = lines if links.words.is_whole else lines[:ROWS_SHOWN]
    columns = _columns(kind, lines)
    labels, rows = [texts.KIND_HEADINGS[kind], *columns, texts.MAP], [_row(line, columns, links) for line in shown]
    table = listing(texts.KIND_TITLES[kind], _headings(kind, columns, links), rows, labels)
    count = html.Span(counted(kind, len(lines)), className="part-count")
    return html.Div(
        [
            html.H3([texts.KIND_TITLES[kind], count], className="mapping-title"),
            html.P(texts.KIND_NOTES[kind], className="mapping-note"),
            table,
            *more_link(len(shown), len(lines), links.seen(is_whole=True), links.seen(is_whole=False)),
        ],
        className="mapping-part",
    )


def _columns(kind: str, lines: list[UnmappedLine]) -> tuple[str, ...]:
    """Leave the names out where none is known: what no mapping holds seldom has one."""
    is_named = any(line.name for line in lines)
    return tuple(heading for heading in _COLUMNS[kind] if is_named or heading != texts.NAME)


def _headings(kind: str, columns: tuple[str, ...], links: MappingLinks) -> list[Component]:
    code = _sorter(texts.KIND_HEADINGS[kind], UnmappedColumn.CODE, links, "")
    others = [_sorter(heading, _column(heading, kind), links, _class(heading)) for heading in columns]
    return [code, *others, html.Th(html.Span(texts.MAP, className="visually-hidden"), scope="col")]


def _column(heading: str, kind: str) -> UnmappedColumn:
    """Give what a heading sorts by. Where hours are the only sum, they are the sum."""
    return UnmappedColumn.SUM if texts.AMOUNT not in _COLUMNS[kind] and heading == texts.HOURS else _SORTS[heading]


def _class(heading: str) -> str:
    return "" if heading == texts.NAME else "number"


def _sorter(heading: str, column: UnmappedColumn, links: MappingLinks, class_name: str) -> Component:
    words = links.words
    is_sorted = words.sort is column
    falls = not words.is_descending if is_sorted else column in _FALLING
    direction = ("descending" if words.is_descending else "ascending") if is_sorted else ""
    return sorter(heading, links.seen(sort=column, is_descending=falls), direction, class_name, falls=falls)


def _row(line: UnmappedLine, columns: tuple[str, ...], links: MappingLinks) -> list[Cell]:
    said = {
        texts.NAME: line.name or _no_name(),
        texts.AMOUNT: amount_digits(line.amount_ore, "kr", 0) if line.amount_ore else "",
        texts.HOURS: hours_digits(line.centihours) if line.centihours else "",
    }
    words = texts.MAP_SUPPLIER if line.kind == "supplier" else texts.MAP
    label = texts.MAP_ONE.format(what=words, name=line.code)
    link = in_place(words, links.form(_TABLE_OF[line.kind], line.code), "row-link", label=label)
    return [html.Code(line.code), *(said[heading] for heading in columns), link]


def _no_name() -> Component:
    dash = html.Span(texts.NO_NAME, **aria(hidden="true"))
    return html.Span([dash, html.Span(texts.NO_NAME_WORDS, className="visually-hidden")], className="missing-reason")
