"""What a file's figures are about: the same labels and texts in every file."""

from __future__ import annotations

from datetime import datetime

from bemanning.presentation.goal_words import DEFINITION_WORDS, PROFESSION_NAMES, VIEW_WORDS
from bemanning.presentation.made_text import made_text
from bemanning.presentation.numbers import month_text, months_text
from bemanning.presentation.texts.common import LATEST_YEARS
from bemanning.services.resolved import ResolvedSelection

Fact = tuple[str, str]


def selection_facts(selection: ResolvedSelection, made_at: datetime) -> list[Fact]:
    """Say what twelve months' figures of a selection are about, and when they were taken out."""
    window = selection.month.window()
    status = "preliminära: någon månad kan ändras" if selection.is_preliminary else "slutliga"
    return [
        ("Region", selection.path[-1].name),
        ("Urval", f"{selection.node.name} ({selection.node.code})"),
        ("Yrkesgrupp", PROFESSION_NAMES[selection.profession]),
        ("Månad", month_text(selection.month, long=True)),
        ("Summerade månader", months_text(window[0], window[-1])),
        ("Hyrandel räknas som", DEFINITION_WORDS[selection.definition]),
        ("Organisation", VIEW_WORDS[selection.view]),
        ("Uppgifterna är", status),
        ("Framtaget", made_text(selection, made_at)),
    ]


def shown_months(selection: ResolvedSelection) -> Fact:
    """Say which months a history goes through."""
    years = f" ({LATEST_YEARS})" if selection.leaves_out else ""
    return "Visade månader", f"{months_text(min(selection.first_shown, selection.month), selection.month)}{years}"
