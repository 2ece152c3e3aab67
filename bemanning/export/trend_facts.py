"""What both of a trend's files say about themselves: what it is about, its definition, its source and its name."""

from __future__ import annotations

from datetime import datetime

from bemanning.export.exported_file import dated
from bemanning.export.selection_facts import shown_months
from bemanning.presentation.file_names import trend_stem
from bemanning.presentation.made_text import made_text
from bemanning.presentation.measure_help import FORMULAS, SOURCES
from bemanning.presentation.measures import MEASURE_NAMES
from bemanning.presentation.numbers import month_text
from bemanning.presentation.texts.common import VIEW_WORDS
from bemanning.presentation.trend_words import definition_words, subject
from bemanning.services.trend import Trend


def trend_title(trend: Trend) -> str:
    """Give the title: Trend: Hyrkostnad till och med december 2018."""
    return f"Trend: {MEASURE_NAMES[trend.measure.key]} till och med {month_text(trend.selection.month, long=True)}"


def trend_facts(trend: Trend, made_at: datetime) -> list[tuple[str, str]]:
    """Give labels and texts, in the order they are read."""
    selection = trend.selection
    status = "preliminära: någon månad kan ändras" if selection.is_preliminary else "slutliga"
    return [
        ("Region", selection.path[-1].name),
        ("Urval", "; ".join(f"{subject(line)} ({line.node.code})" for line in trend.lines)),
        ("Månad", month_text(selection.month, long=True)),
        shown_months(selection),
        ("Organisation", VIEW_WORDS[selection.view]),
        ("Definition", definition_words(trend)),
        ("Formel", FORMULAS[trend.measure.key]),
        ("Källa", SOURCES[trend.measure.key]),
        ("Uppgifterna är", status),
        ("Framtaget", made_text(selection, made_at)),
    ]


def trend_file_name(trend: Trend, made_at: datetime, extension: str) -> str:
    """Name a file by what and when: trend_hyrkostnad_2018-12_hs_lakare_2019-01-15.xlsx."""
    return dated(trend_stem(trend), made_at, extension)
