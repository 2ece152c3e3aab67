"""Histories as of the selected month: what came later is not part of what the screen says."""

from __future__ import annotations

from dataclasses import replace

from bemanning.services.overview import Overview


def as_of_selected(overview: Overview) -> Overview:
    """Let every card's history end with the selected month, as its share does."""
    month = overview.selection.month
    cards = (replace(card, history=card.history.until(month)) for card in overview.cards)
    return replace(overview, cards=tuple(cards))
