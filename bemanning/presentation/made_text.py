"""When a file was made, and what it tells as known."""

from __future__ import annotations

from datetime import datetime

from bemanning.presentation.numbers import date_text
from bemanning.presentation.texts import known_on as texts
from bemanning.services.resolved import ResolvedSelection


def made_text(selection: ResolvedSelection, made_at: datetime) -> str:
    """Say when a file was taken out and, where that is another day, what it tells as known."""
    made = date_text(made_at)
    if selection.known_on is None:
        return made
    return texts.MADE.format(made=made, date=date_text(selection.known_on))
