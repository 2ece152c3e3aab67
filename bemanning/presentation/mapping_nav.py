"""What stands at the top of Mappning and Avstämning, which share one item of the menu: the way between them."""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.selection import Selection
from bemanning.presentation.address import write_query
from bemanning.presentation.addresses import MAPPING_PATH, RECONCILIATION_PATH
from bemanning.presentation.blocks import aria
from bemanning.presentation.texts import mapping_nav as texts

_SCREENS = {MAPPING_PATH: texts.MAPPING, RECONCILIATION_PATH: texts.RECONCILIATION}


def mapping_nav(path: str, selection: Selection) -> Component:
    """Give the links between the two screens; the one at `path` is marked, and both carry the selection."""
    query = write_query(selection)
    items = [
        _item(name, each, f"?{query}" if query else "", is_current=each == path) for each, name in _SCREENS.items()
    ]
    return html.Nav(html.Ul(items), className="subnav", **aria(label=texts.LABEL))


def _item(name: str, path: str, query: str, *, is_current: bool) -> Component:
    current: dict[str, Any] = aria(current="page") if is_current else {}
    # dcc.Link takes no aria attributes, so the item says that it is the one shown.
    return html.Li(dcc.Link(name, href=path + query, className="subnav-link"), **current)
