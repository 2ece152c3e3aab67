"""Words for the 2015 levels, where they cover neither a line nor each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bemanning.services.overview import ProfessionCard

# The part of the chart's width that the words take, and the part of its height.
_WORDS_WIDTH, WORDS_HEIGHT = 0.28, 0.06


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: at the right or the left end, above or below the level."""

    is_right: bool
    is_above: bool


def free_place(
    card: ProfessionCard, cards: Sequence[ProfessionCard], others: Sequence[float], top: float
) -> Place | None:
    """Find a place for the words of a card's 2015 level; None where every place would cover something.

    others: the other horizontal lines. top: the axis's upper end. The words are left out rather than made unreadable:
    the card above the chart says the same.
    """
    level = float(card.baseline_share.number or 0)
    height = WORDS_HEIGHT * top
    for place in (Place(is_right=right, is_above=above) for right in (True, False) for above in (True, False)):
        low, high = (level, level + height) if place.is_above else (level - height, level)
        lines = [number for each in cards for number in _end(each.history.numbers, is_right=place.is_right)]
        if low >= 0 and not any(low < number < high for number in [*lines, *others]):
            return place
    return None


def _end(numbers: Sequence[float | None], *, is_right: bool) -> list[float]:
    known = [number for number in numbers if number is not None]
    width = max(round(len(known) * _WORDS_WIDTH), 1)
    return known[-width:] if is_right else known[:width]
