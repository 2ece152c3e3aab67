"""Small pieces that every screen is built of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.texts import frame as texts


def aria(**names: str) -> dict[str, Any]:
    """Give aria attributes, which Dash takes only as open keywords: label="x" becomes aria-label."""
    return {f"aria-{name}": value for name, value in names.items()}


def data(**values: str) -> dict[str, Any]:
    """Give data attributes for our own scripts: close_month="x" becomes data-close-month."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}


def icon(name: str) -> Component:
    """Give a decorative icon (see assets/icons.css); words beside it carry the meaning."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))


def copy_link(href: str) -> Component:
    """Give the button that copies a full address: assets/copy-link.js adds the host and says when it is done."""
    data: dict[str, Any] = {"data-copy-link": href, "data-copied": texts.COPIED, "data-not-copied": texts.NOT_COPIED}
    button = html.Button([icon("link"), texts.COPY_LINK], type="button", className="button button-quiet", **data)
    return html.Span([button, html.Span(className="copy-status", role="status")], className="copy")


def status_chip(kind: str, words: str) -> Component:
    """Give a status as icon and words; the colour only helps."""
    return html.Span([icon(kind), words], className=f"chip chip-{kind}")


def section(section_id: str, title: str, subtitle: str, children: list[Component], class_name: str = "") -> Component:
    """Give a titled panel that can be reached by its heading."""
    heading = html.H2(title, id=f"{section_id}-title", className="panel-title")
    head = html.Div([heading, html.P(subtitle, className="panel-subtitle")], className="panel-head")
    return html.Section(
        [head, *children], id=section_id, className=f"panel {class_name}".strip(),
        **aria(labelledby=f"{section_id}-title"),
    )  # fmt: skip


def disclosure(summary: str, children: list[Component]) -> Component:
    """Give a part that opens on demand, without script."""
    return html.Details([html.Summary(summary), *children], className="disclosure")


def opening_rows(
    name: str, cells: Sequence[Component], opened: Sequence[Component], class_name: str = ""
) -> list[Component]:
    """Give a table row whose heading opens the row beneath it, without script: the style sheet ties the two."""
    switch = html.Details(html.Summary(name), className="disclosure row-switch")
    row = html.Tr([html.Th(switch, scope="row"), *cells], className=f"has-detail {class_name}".strip())
    detail = html.Tr(html.Td(list(opened), colSpan=len(cells) + 1), className=f"detail {class_name}".strip())
    return [row, detail]
