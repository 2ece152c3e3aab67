"""Colours and shapes. Each profession is told apart by colour, line style and its own label, in light and in dark.

The hues are far apart for every common colour blindness (blue, orange, grey),
and each has at least 4.5:1 against its surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bemanning.domain.vocabulary import Profession

FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"


class Theme(StrEnum):
    """What the screen is drawn in; "system" has been settled by the browser."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, as the charts need them. The style sheet holds the same values for everything else."""

    ink: str
    muted: str
    grid: str
    surface: str
    target: str
    profession: dict[Profession, str]

    def line(self, profession: Profession | None) -> str:
        """Give a profession's colour; all of them together are drawn in ink."""
        return self.ink if profession is None else self.profession[profession]


PALETTES = {
    Theme.LIGHT: Palette(
        ink="#16202b",
        muted="#52606d",
        grid="#e4e8ec",
        surface="#ffffff",
        target="#1b6e3c",
        profession={Profession.DOCTOR: "#0b559f", Profession.NURSE: "#b04a00", Profession.OTHER: "#5b6673"},
    ),
    Theme.DARK: Palette(
        ink="#eef2f6",
        muted="#aab6c2",
        grid="#2d3944",
        surface="#18212a",
        target="#6fcf97",
        profession={Profession.DOCTOR: "#74b7f5", Profession.NURSE: "#f7a35c", Profession.OTHER: "#b3bec9"},
    ),
}

# Plotly's names; the sparkline and the legend swatches follow the same order.
LINE_STYLE = {Profession.DOCTOR: "solid", Profession.NURSE: "8px,3px", Profession.OTHER: "2px,3px"}

# Mantine's own blue has too little contrast in its default shades.
MANTINE_THEME: dict[str, Any] = {
    "primaryColor": "blue",
    "primaryShade": {"light": 9, "dark": 8},
    "autoContrast": True,
    "fontFamily": FONT,
    "headings": {"fontFamily": FONT, "fontWeight": "650"},
    "defaultRadius": "sm",
    # Mantine's own dark greys are neutral; ours lean to blue, as the surfaces of the style sheet do.
    "colors": {
        "dark": [
            "#eef2f6",
            "#c9d2da",
            "#aab6c2",
            "#7d8b98",
            "#4c5a67",
            "#3a4753",
            "#222d37",
            "#18212a",
            "#121a22",
            "#10171e",
        ],
    },
}
