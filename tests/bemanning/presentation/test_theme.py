"""Contrast is computed, not believed: WCAG 2.1's relative luminance."""

import re
from pathlib import Path

import pytest

import pages
from bemanning.presentation.theme import PALETTES, Palette, Theme

STYLES = (Path(pages.__file__).parent / "assets" / "app.css").read_text()
LEAST_CONTRAST = 4.5


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values())
def test_every_word_in_a_chart_can_be_read(palette: Palette) -> None:
    for color in (palette.ink, palette.muted, palette.target, *palette.profession.values()):
        assert contrast(color, palette.surface) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", list(Theme))
def test_the_style_sheet_and_the_charts_share_their_colours(theme: Theme) -> None:
    block = re.search(r":root \{(.*?)\}" if theme is Theme.LIGHT else r'"dark"\] \{(.*?)\}', STYLES, re.DOTALL)
    assert block is not None
    styles = dict(re.findall(r"--([a-z-]+): (#\w+);", block[1]))
    palette = PALETTES[theme]
    assert {name: styles[name] for name in ("ink", "muted", "surface", "doctor", "nurse", "other")} == {
        "ink": palette.ink,
        "muted": palette.muted,
        "surface": palette.surface,
        **{profession.value: color for profession, color in palette.profession.items()},
    }
