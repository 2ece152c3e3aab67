"""Which months the share chart spans, which events fall in it, and where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bemanning.domain.goal import Event
from bemanning.domain.month import Month, month_range
from bemanning.domain.value import Series
from bemanning.services.overview import Overview, ProfessionCard

MOST_ROWS = 3
_SPANS_KEPT = 64


@dataclass(frozen=True, slots=True)
class EventLabel:
    """An event's words: in which row above the plot (0 is nearest), and, late in the chart, to the line's left."""

    event: Event
    row: int
    is_late: bool


def points(series: Series) -> list[tuple[Month, float | None]]:
    """Pair months with figures."""
    return list(zip(series.months, series.numbers, strict=True))


def share_months(cards: Sequence[ProfessionCard]) -> tuple[Month, ...]:
    """Give the months from the first with a share: the first year has no twelve months behind it."""
    known = [month for card in cards if (month := card.history.known_from()) is not None]
    return _between(min(known), max(card.history.months[-1] for card in cards)) if known else ()


@lru_cache(_SPANS_KEPT)
def _between(first: Month, last: Month) -> tuple[Month, ...]:
    """Give the months of a span; each part of a chart asks for the same one."""
    return tuple(month_range(first, last))


def shown_events(overview: Overview) -> list[Event]:
    """Give the events that fall within the chart's months."""
    months = share_months(overview.cards)
    return [event for event in overview.events if months and months[0] <= event.month <= months[-1]]


def event_labels(overview: Overview) -> list[EventLabel]:
    """Place the words of the overview's events."""
    return placed(shown_events(overview), share_months(overview.cards))


def placed(shown: Sequence[Event], months: Sequence[Month]) -> list[EventLabel]:
    """Place every event's words where no other event's line passes: away from the nearer edge, in rows.

    Words to the right of their line stand lower the later they are; words to the left stand above those, higher the
    later they are.
    """
    events = sorted(shown, key=lambda event: event.month)
    early = [event for event in events if event.month <= months[len(months) // 2]]
    late = events[len(early) :]
    return [
        *(EventLabel(event, (len(early) - 1 - at) % MOST_ROWS, is_late=False) for at, event in enumerate(early)),
        *(EventLabel(event, (len(early) + at) % MOST_ROWS, is_late=True) for at, event in enumerate(late)),
    ]


def event_rows(overview: Overview) -> int:
    """Give how many rows of words stand above the plot."""
    return max((label.row + 1 for label in event_labels(overview)), default=0)
