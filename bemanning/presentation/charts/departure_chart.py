"""Avstämning's chart: how far each month's quotient lies from the usual one, against the band that counts as even."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from bemanning.presentation.charts.frame import Figure, base_layout
from bemanning.presentation.charts.labels import spread
from bemanning.presentation.numbers import NBSP, month_text
from bemanning.presentation.reconciliation_words import departure_text, subject
from bemanning.presentation.texts import reconciliation as texts
from bemanning.presentation.theme import LINE_STYLE, PALETTES, Palette, Theme
from bemanning.services.compared import ComparedLine

# The axis reaches so many times as far as the band, or a little beyond the furthest month.
_BAND_PART, _ROOM = 1.8, 1.15
# How much of the axis a line of label text takes, in a chart of the height that the style sheet gives.
_LINE_PART = 0.09

Mark = dict[str, Any]


def departure_figure(lines: Sequence[ComparedLine], tolerance_pct: int, theme: Theme) -> Figure:
    """Draw the lines that have a usual quotient, each month by its departure in percent."""
    palette, top = PALETTES[theme], _axis_top(lines, tolerance_pct)
    months = [month.month for month in lines[0].months]
    return {
        "data": [_line(line, palette) for line in lines],
        "layout": {
            **base_layout(palette),
            "margin": {"l": 56, "r": 118, "t": 10, "b": 28},
            "xaxis": {
                "type": "date",
                "range": [f"{months[0].plus(-1)}-15", f"{months[-1]}-17"],
                "tickvals": [f"{month}-01" for month in months[::-3]],
                "ticktext": [month_text(month).partition(NBSP)[0] for month in months[::-3]],
                "tickangle": 0,
                "hoverformat": "%B %Y",
                "showgrid": False,
                "linecolor": palette.grid,
                "tickfont": {"color": palette.muted},
                "fixedrange": True,
            },
            "yaxis": {
                "range": [-top, top],
                "ticksuffix": f"{NBSP}%",
                "nticks": 5,
                "gridcolor": palette.grid,
                "zeroline": True,
                "zerolinecolor": palette.muted,
                "tickfont": {"color": palette.muted},
                "fixedrange": True,
            },
            "shapes": [_band(tolerance_pct, palette)],
            "annotations": _names(lines, top, palette),
        },
    }


def _axis_top(lines: Sequence[ComparedLine], tolerance_pct: int) -> float:
    drawn = [abs(number) for line in lines for number in _departures(line) if number is not None]
    return max([tolerance_pct * _BAND_PART, *(number * _ROOM for number in drawn)])


def _departures(line: ComparedLine) -> list[float | None]:
    numbers = [line.departure_pct(month).number for month in line.months]
    return [None if number is None else float(number) for number in numbers]


def _line(line: ComparedLine, palette: Palette) -> Mark:
    color = palette.line(line.profession)
    dash = LINE_STYLE[line.profession] if line.profession else "solid"
    numbers = [line.departure_pct(month).number for month in line.months]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": subject(line),
        "x": [f"{month.month}-01" for month in line.months],
        "y": _departures(line),
        "connectgaps": False,
        "customdata": [_hover(line, number) for number in numbers],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": color, "width": 2.25, "dash": dash},
        # Shape as well as place tells the months that deviate.
        "marker": {
            "color": color,
            "opacity": 1,
            "size": [11 if month.deviation else 6 for month in line.months],
            "symbol": ["diamond" if month.deviation else "circle" for month in line.months],
        },
    }


def _hover(line: ComparedLine, number: Fraction | None) -> str:
    words = texts.MISSING if number is None else departure_text(number)
    return texts.CHART_HOVER.format(subject=subject(line), departure=words)


def _band(tolerance_pct: int, palette: Palette) -> Mark:
    ends = {"xref": "paper", "x0": 0, "x1": 1, "y0": -tolerance_pct, "y1": tolerance_pct}
    return {"type": "rect", **ends, "fillcolor": palette.muted, "opacity": 0.13, "line": {"width": 0}, "layer": "below"}


def _names(lines: Sequence[ComparedLine], top: float, palette: Palette) -> list[Mark]:
    """Name each line where it ends, without overlap."""
    ends = [next((number for number in _departures(line)[::-1] if number is not None), 0.0) for line in lines]
    height = _LINE_PART * 2 * top
    centres = spread(ends, [height] * len(lines), floor=-top)
    return [
        {
            "xref": "paper", "x": 1, "xshift": 6, "xanchor": "left", "y": centre, "yanchor": "middle",
            "text": subject(line), "showarrow": False, "align": "left",
            "font": {"color": palette.line(line.profession), "size": 12},
        }
        for line, centre in zip(lines, centres, strict=True)
    ]  # fmt: skip
