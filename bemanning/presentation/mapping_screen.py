"""Mappning: what is unmapped, a proposal with its effect, every mapping, Excel, and what has been done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.addresses import MAPPING_FILE_PATH, MAPPING_PATH, MAPPING_WORKBOOK_PATH
from bemanning.presentation.blocks import icon, section
from bemanning.presentation.mapping_effect_panel import PANEL_ID as EFFECT_ID
from bemanning.presentation.mapping_form import PANEL_ID as FORM_ID
from bemanning.presentation.mapping_form import row_panel
from bemanning.presentation.mapping_headline import mapping_about, mapping_headline
from bemanning.presentation.mapping_history_panel import history_panel
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_nav import mapping_nav
from bemanning.presentation.mapping_tables_panel import tables_panel
from bemanning.presentation.mapping_unmapped_panel import unmapped_panel
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_desk import WORKBOOK_LIMIT_BYTES
from bemanning.services.mapping_difference import RowChange
from bemanning.services.upload import MEBIBYTE

# The file control, which assets/mapping.js puts in its place: Dash has none.
FILE_ID = "mapping-file"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the address proposes: its panels, and what was opened of the history."""

    panels: Sequence[Component] = ()
    opened: tuple[RowChange, ...] = ()


def mapping_screen(board: MappingBoard, proposed: Proposed, links: MappingLinks) -> Component:
    """Build the whole screen."""
    words = links.words
    form = [] if words.row is None else [row_panel(words.row, board, links)]
    return html.Div(
        [
            mapping_nav(MAPPING_PATH, links.selection),
            # What is shown, for the browser's side: the focus goes there.
            dcc.Store(id="mapping-shown", data=_shown(links, has_effect=bool(proposed.panels))),
            _heading(board),
            *form,
            *proposed.panels,
            _search(links),
            unmapped_panel(board, links),
            tables_panel(board, links),
            _excel(),
            history_panel(board.history, proposed.opened, links),
        ],
        className="screen",
    )


def _shown(links: MappingLinks, *, has_effect: bool) -> str:
    """Name what is opened by its heading, with what opened it in the address; "" where nothing is."""
    words = links.words
    opened = {EFFECT_ID: has_effect, FORM_ID: words.row is not None, "mapping-opened": words.opened is not None}
    heading = next((name for name, is_open in opened.items() if is_open), "")
    if not heading and words.before is not None:
        return f"mapping-history {words.before}"
    return f"{heading} {links.seen()}" if heading else ""


def _heading(board: MappingBoard) -> Component:
    return html.Header(
        html.Div(
            [
                html.P(texts.TITLE, className="eyebrow"),
                html.H1(mapping_headline(board)),
                html.P(mapping_about(board), className="about"),
            ]
        ),
        className="screen-heading",
    )


def _search(links: MappingLinks) -> Component:
    search = dmc.TextInput(
        id="mapping-search", label=texts.SEARCH, placeholder=texts.SEARCH_HINT, value=links.words.search, debounce=350,
        size="sm", className="tree-search",
    )  # fmt: skip
    return html.Div(search, className="mapping-search", role="search")


def _excel() -> Component:
    download = html.A(
        [icon("download"), texts.EXCEL_DOWNLOAD], href=MAPPING_WORKBOOK_PATH, className="button button-quiet"
    )
    steps = [
        html.Li([html.P(texts.EXCEL_STEP_GET, className="for-changing"), download]),
        html.Li([html.P(texts.EXCEL_STEP_SEND), _sender()], className="for-changing"),
    ]
    return section("mapping-excel", texts.EXCEL_TITLE, texts.EXCEL_SUBTITLE, [html.Ol(steps, className="excel-steps")])


def _sender() -> Component:
    limit = WORKBOOK_LIMIT_BYTES // MEBIBYTE
    words: dict[str, Any] = {
        "data-workbook": MAPPING_FILE_PATH,
        "data-limit-bytes": str(WORKBOOK_LIMIT_BYTES),
        "data-reading": texts.EXCEL_READING,
        "data-failed": texts.EXCEL_FAILED,
        "data-too-large": texts.EXCEL_TOO_LARGE.format(limit=limit),
    }
    chooser = html.Label(
        [icon("upload"), texts.EXCEL_CHOOSE, html.Span(className="workbook-slot")],
        className="button choose",
        htmlFor=FILE_ID,
    )
    return html.Form(
        [chooser, html.P(className="workbook-status"), html.Ul(className="action-problems", role="alert")],
        className="workbook-form", disable_n_clicks=True, **words,
    )  # fmt: skip
