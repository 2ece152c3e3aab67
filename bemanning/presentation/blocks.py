"""Small pieces that every screen is built of."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component


def aria(**names: str) -> dict[str, Any]:
    """Give aria attributes, which Dash takes only as open keywords: label="x" becomes aria-label."""
    return {f"aria-{name}": value for name, value in names.items()}


def icon(name: str) -> Component:
    """Give a decorative icon (see assets/icons.css); words beside it carry the meaning."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))


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


def disclosure(summary: str, children: list[Component], about: str = "") -> Component:
    """Give a part that opens on demand, without script. about: what it opens, for those who can't see the row."""
    hidden = [html.Span(f" {about}", className="visually-hidden")] if about else []
    return html.Details([html.Summary([summary, *hidden]), *children], className="disclosure")
