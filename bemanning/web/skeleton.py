"""What stands in the content's place until it arrives: the boxes that most screens begin with, as large as they are."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria
from bemanning.presentation.texts import frame as texts
from bemanning.presentation.texts.common import PRODUCT_NAME

_BOXES = ("line", "heading", "line", "boxes", "chart")
_CARDS = 3


def skeleton() -> Component:
    """Give the boxes. Those who hear the page are told in words; the boxes say nothing."""
    return html.Div(
        [html.P(texts.LOADING, className="visually-hidden", role="status"), *(_box(kind) for kind in _BOXES)],
        className="skeleton",
    )


def skeleton_page() -> str:
    """Give the frame and the boxes as HTML, for the moment before the application has started."""
    boxes = "".join(_box_html(kind) for kind in _BOXES)
    return (
        f'<div class="top"><div class="top-inner"><span class="product-name">{PRODUCT_NAME}</span></div></div>'
        '<div class="selection selection-waiting"><div class="selection-inner"></div></div>'
        f'<div class="content"><div class="skeleton"><p class="visually-hidden" role="status">{texts.LOADING}</p>'
        f"{boxes}</div></div>"
    )


def _box(kind: str) -> Component:
    cards = [html.Div(className="skeleton-box") for _ in range(_CARDS)] if kind == "boxes" else None
    return html.Div(cards, className=f"skeleton-{kind}", **aria(hidden="true"))


def _box_html(kind: str) -> str:
    cards = '<div class="skeleton-box"></div>' * _CARDS if kind == "boxes" else ""
    return f'<div class="skeleton-{kind}" aria-hidden="true">{cards}</div>'
