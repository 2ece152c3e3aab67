"""How fresh the data is, and what no mapping knows."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import MonthStatus
from bemanning.presentation.addresses import LOADING_PATH, MAPPING_PATH
from bemanning.presentation.blocks import section, status_chip
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import amount_text, date_text, hours_text, month_text, months_text
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import mapping as mapping_texts
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.common import SOURCE_NAMES, STATUS_NAMES
from bemanning.services.freshness import SourceFreshness
from bemanning.services.unmapped import Unmapped, UnmappedItem

# The largest are named; the rest are counted, and shown in full where they are mended.
UNMAPPED_SHOWN = 5


def freshness_panel(sources: tuple[SourceFreshness, ...]) -> Component:
    """List each source and scope with its span, latest load and holes by name."""
    columns = [Column(texts.SOURCE), Column(texts.LOADED_SPAN), Column(texts.LATEST), Column(texts.HOLES)]
    rows = [[_source(source), _span(source), _load(source), _holes(source)] for source in sources]
    table = data_table(f"{texts.FRESH_TITLE} {texts.FRESH_SUBTITLE}", columns, rows, "table-stack")
    load = html.P(dcc.Link(texts.FRESH_LOAD, href=LOADING_PATH), className="empty-note")
    return section("overview-freshness", texts.FRESH_TITLE, texts.FRESH_SUBTITLE, [table, load])


def unmapped_panel(unmapped: Unmapped, query: str) -> Component:
    """List the largest sums that no mapping knows, with the way to mend them. query: the selection's."""
    words = mapping_texts.LINK_MAP if unmapped.items else mapping_texts.LINK_ALL
    link = html.P(dcc.Link(words, href=f"{MAPPING_PATH}?{query}"), className="more")
    return section("overview-unmapped", texts.UNMAPPED_TITLE, texts.UNMAPPED_SUBTITLE, [*_unmapped(unmapped), link])


def _unmapped(unmapped: Unmapped) -> list[Component]:
    if not unmapped.items:
        return [html.P(status_chip("met", texts.UNMAPPED_NONE), className="empty-note")]
    columns = [Column(texts.UNMAPPED_KIND), Column(texts.UNMAPPED_CODE), Column(texts.UNMAPPED_SUM, is_number=True)]
    rows: list[list[Cell]] = [
        [texts.UNMAPPED_KINDS[item.kind], html.Code(item.code), _sum(item)] for item in unmapped.items[:UNMAPPED_SHOWN]
    ]
    more = len(unmapped.items) - UNMAPPED_SHOWN
    note = [html.P(texts.UNMAPPED_MORE.format(count=more), className="empty-note")] if more > 0 else []
    return [data_table(f"{texts.UNMAPPED_TITLE}: {texts.UNMAPPED_SUBTITLE}", columns, rows), *note]


def _sum(item: UnmappedItem) -> str:
    return amount_text(item.amount_ore, "tkr", 0) if item.amount_ore else hours_text(item.centihours)


def _source(source: SourceFreshness) -> Cell:
    scope = html.Span(source.scope_name, className="unit-parent")
    return [html.Span(SOURCE_NAMES[source.source], className="unit-name"), scope]


def _span(source: SourceFreshness) -> Cell:
    status = "" if source.last_status is MonthStatus.OPEN else f" ({STATUS_NAMES[source.last_status]})"
    span = html.Span(months_text(source.first_month, source.last_month), className="unit-parent")
    return [html.Span(f"{month_text(source.last_month)}{status}", className="unit-name"), span]


def _load(source: SourceFreshness) -> Cell:
    who = html.Span(f"{source.actor_name}, {source.file_name}", className="unit-parent file-name")
    return [html.Span(date_text(source.loaded_at), className="unit-name"), who]


def _holes(source: SourceFreshness) -> Cell:
    if source.missing_months:
        return status_chip("missing", spans_text(source.missing_months))
    return status_chip("met", texts.NO_HOLES)
