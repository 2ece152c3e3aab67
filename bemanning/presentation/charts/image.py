"""A chart as a picture for a slide: made in the browser (assets/chart-images.js) of what is drawn there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import aria, icon
from bemanning.presentation.numbers import date_text
from bemanning.presentation.texts import charts as texts
from bemanning.presentation.texts.known_on import IMAGE
from bemanning.presentation.theme import PALETTES, Palette, Theme
from bemanning.services.resolved import ResolvedSelection

# A line of the picture's small print, in characters.
_LINE = 160


@dataclass(frozen=True, slots=True)
class ChartImage:
    """What is printed in the picture: title, what it is about, what is said about it, source.

    stem: its file's name without its day.
    """

    stem: str
    title: str
    about: tuple[str, ...]
    source: str
    notes: tuple[str, ...] = ()


def chart_image(stem: str, title: str, about: tuple[str, ...], source: str, selection: ResolvedSelection) -> ChartImage:
    """Describe the picture. What is preliminary, or was known on a day, says so wherever the picture ends up."""
    known = () if selection.known_on is None else (IMAGE.format(date=date_text(selection.known_on)),)
    reservation = (texts.PRELIMINARY,) if selection.is_preliminary else ()
    named = texts.SOURCE.format(source=source, region=selection.path[-1].name)
    return ChartImage(stem, title, (*about, *known, *reservation), named)


def image_buttons(image: ChartImage, label: str) -> Component:
    """Give the buttons beneath a chart. label: the chart's name, for those who hear the buttons one by one."""
    data: dict[str, Any] = {
        "data-stem": image.stem,
        "data-title": image.title,
        "data-about": json.dumps([line for text in image.about for line in wrap(text, _LINE)]),
        "data-notes": json.dumps(image.notes),
        "data-source": image.source,
        "data-colors": json.dumps(light_colors()),
        "data-done": texts.IMAGE_DONE,
        "data-failed": texts.IMAGE_FAILED,
    }
    buttons = [_button(kind, label) for kind in ("png", "svg")]
    return html.Div(buttons, className="chart-images", **data)


def light_colors() -> dict[str, str]:
    """Map each colour that charts are drawn with in the dark theme to the light theme's: paper is white."""
    dark, light = (_colors(PALETTES[theme]) for theme in (Theme.DARK, Theme.LIGHT))
    return dict(zip(dark, light, strict=True))


def _colors(palette: Palette) -> list[str]:
    plain = (palette.ink, palette.muted, palette.grid, palette.surface, palette.target)
    return [*plain, *palette.profession.values()]


def _button(kind: str, label: str) -> Component:
    data: dict[str, Any] = {"data-chart-image": kind}
    names = aria(label=texts.IMAGE_LABEL.format(chart=label, kind=kind.upper()))
    return html.Button([icon("download"), kind.upper()], type="button", className="chart-image", **names, **data)
