"""The frame around every screen: menu, selection, theme, content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.errors import UserError
from bemanning.presentation.actions import toast
from bemanning.presentation.blocks import aria
from bemanning.presentation.screen import Screen
from bemanning.presentation.texts import frame as texts
from bemanning.presentation.texts.common import PRODUCT_NAME
from bemanning.presentation.theme import MANTINE_THEME
from bemanning.services.catalogue import Catalogue
from bemanning.services.services import Services
from bemanning.web.selection_bar import selection_bar
from bemanning.web.skeleton import skeleton


def frame(services: Services, screens: Sequence[Screen]) -> Component:
    """Give the layout: what stays while screens and selections change."""
    catalogue = known_catalogue(services)
    provider: Component = dmc.MantineProvider(
        [
            dcc.Location(id="frame-url", refresh="callback-nav"),
            dcc.Store(id="frame-theme"),
            dcc.Store(id="frame-shown"),
            dcc.Store(id="frame-redraw"),
            html.A(texts.SKIP, href="#frame-content", className="skip-link"),
            _top(catalogue, screens),
            selection_bar(catalogue, screens),
            html.Main(skeleton(), id="frame-content", tabIndex=-1, className="content"),
            html.Div(id="frame-announcer", role="status", className="visually-hidden"),
            toast(),
        ],
        id="frame-mantine",
        theme=MANTINE_THEME,
    )
    return provider


def navigation(screens: Sequence[Screen], path: str, query: str) -> list[Component]:
    """Give the menu's links: each carries the selection; the one that stands for the screen shown is marked."""
    items = {screen.path for screen in screens}
    current = {path, *(screen.within for screen in screens if screen.path == path)}
    return [_link(screen, query, is_current=screen.path in current) for screen in screens if screen.within not in items]


def _link(screen: Screen, query: str, *, is_current: bool) -> Component:
    """Give one link. dcc.Link takes no aria attributes, so the item says that it is the one shown."""
    style = "nav-link nav-link-current" if is_current else "nav-link"
    marked = aria(current="page") if is_current else {}
    return html.Li(dcc.Link(screen.title, href=screen.path + query, className=style), **marked)


def _top(catalogue: Catalogue | None, screens: Sequence[Screen]) -> Component:
    region = html.Span(region_name(catalogue), id="frame-region", className="region-name")
    brand = html.Div([html.Span(PRODUCT_NAME, className="product-name"), region], className="brand")
    links = html.Ul(navigation(screens, "", ""), id="frame-navigation")
    menu = html.Nav(links, className="nav", **aria(label=texts.NAVIGATION))
    return html.Header(html.Div([brand, menu, _theme_choice(), _printed()], className="top-inner"), className="top")


def _printed() -> Component:
    """Give the place where assets/print.js writes, on paper alone, when it was printed."""
    data: dict[str, Any] = {"data-printed": texts.PRINTED}
    return html.P(id="frame-printed", className="printed print-only", **data)


def region_name(catalogue: Catalogue | None) -> str:
    """Give the region's name; none is known without data."""
    return "" if catalogue is None else catalogue.region_name


def _theme_choice() -> Component:
    choices = [{"value": value, "label": label} for value, label in texts.THEME_CHOICES.items()]
    control = dmc.SegmentedControl(
        id="frame-theme-choice", data=choices, value="auto", size="xs", persistence=True, persistence_type="local"
    )
    return html.Div(control, className="theme-choice", role="group", **aria(label=texts.THEME))


def known_catalogue(services: Services) -> Catalogue | None:
    """Give the choices, or None for an empty store: the content says what to do then."""
    try:
        return services.catalogue()
    except UserError:
        return None
