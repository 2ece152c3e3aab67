"""What every chart shares: configuration, layout, and the figure element with its words and its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.presentation.blocks import aria
from bemanning.presentation.charts.image import ChartImage, image_buttons
from bemanning.presentation.numbers import month_text
from bemanning.presentation.theme import FONT, Palette

Figure = dict[str, Any]

# Nothing is ever sent to a cloud; numbers, months and buttons are Swedish (see assets/plotly-2-locale-sv.js).
GRAPH_CONFIG: Any = {
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "locale": "sv",
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}


def base_layout(palette: Palette) -> dict[str, Any]:
    """Give the layout that charts have in common: quiet axes, the theme's ink, no animation."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "showlegend": False,
        "hovermode": "x unified",
        # A comment's lane is a plot of its own above the figures': both are told of at once.
        "hoversubplots": "axis",
        "hoverlabel": {"bgcolor": palette.surface, "bordercolor": palette.grid, "font": {"color": palette.ink}},
        "dragmode": False,
        "separators": ",\u00a0",
    }


def month_ticks(months: Sequence[Month]) -> dict[str, list[str]]:
    """Mark each January by its year; where there is none, the first month by its name."""
    marked = {month: str(month.year) for month in months if month.number == 1}
    marked = marked or {month: month_text(month) for month in months[:1]}
    return {"tickvals": [f"{month}-01" for month in marked], "ticktext": list(marked.values())}


def graph(graph_id: str, figure: Figure, class_name: str) -> Component:
    """Put a figure on the page. The height is the style sheet's, so that nothing jumps when it is drawn."""
    return dcc.Graph(id=graph_id, figure=figure, config=GRAPH_CONFIG, className=class_name, responsive=True)


def chart_block(chart: Component, *, label: str, summary: str, image: ChartImage, after: list[Component]) -> Component:
    """Wrap a chart for everyone: a labelled figure, what it shows in a sentence, as a picture, and what comes with it.

    The drawing itself is hidden from screen readers: the sentence and the table say the same.
    """
    return html.Figure(
        [
            html.Figcaption(summary, className="chart-summary"),
            html.Div(chart, **aria(hidden="true")),
            image_buttons(image, label),
            *after,
        ],
        className="chart",
        **aria(label=label),
    )
