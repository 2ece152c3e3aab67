"""Events in a chart: a line through the plot, drawn up to words in rows above it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from bemanning.domain.goal import Event
from bemanning.presentation.charts.event_labels import EventLabel
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.theme import Palette

EVENT_ROW_PX = 20

Mark = dict[str, Any]


def event_line(event: Event, palette: Palette) -> Mark:
    """Draw the line at the event's month."""
    date, line = f"{event.month}-01", {"color": palette.muted, "width": 1, "dash": "2px,2px"}
    # Behind the figures, and the numbers of the comments.
    ends = {"yref": "paper", "y0": 0, "y1": 1, "x0": date, "x1": date}
    return {"type": "line", **ends, "line": line, "layer": "between"}


def event_words(labels: Iterable[EventLabel], palette: Palette) -> list[Mark]:
    """Write above the plot, each in its label's row with the event's line drawn up to it.

    Lowest row last: in a narrow chart its words reach over the lines that lead to the rows above, and cover them.
    """
    return [_words(label, palette) for label in sorted(labels, key=lambda label: -label.row)]


def _words(label: EventLabel, palette: Palette) -> Mark:
    place = {"x": f"{label.event.month}-01", "xref": "x", "y": 1, "yref": "paper", "yanchor": "middle"}
    leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": palette.muted}
    ground = {"bgcolor": palette.surface, "borderpad": 0}
    offset = {"ax": 0, "ay": -EVENT_ROW_PX * (label.row + 0.6), "xanchor": "right" if label.is_late else "left"}
    # The region's own words are text, never the markup that Plotly takes.
    text = escape(label.event.label, quote=False)
    return {**chart_words(f"{NBSP}{text}{NBSP}", palette.muted, **place), **leader, **offset, **ground}


def chart_words(text: str, color: str, **place: Any) -> Mark:  # noqa: ANN401 - plotly's own open set of keys
    """Write words in a chart, at a place that plotly's keys tell; without others, at a height of the first axis."""
    return {"xref": "paper", "yref": "y", **place, "text": text, "font": {"color": color, "size": 12},
            "align": "left", "showarrow": False}  # fmt: skip
