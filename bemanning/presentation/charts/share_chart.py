"""Översikt's large chart: R12 share per profession with target, 2015 level and events."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Definition
from bemanning.presentation.charts.comment_lane import comment_lane
from bemanning.presentation.charts.event_labels import (
    event_labels,
    event_rows,
    points,
    share_months,
    shown_events,
)
from bemanning.presentation.charts.event_marks import EVENT_ROW_PX, chart_words, event_line, event_words
from bemanning.presentation.charts.frame import Figure, base_layout, month_ticks
from bemanning.presentation.charts.labels import spread
from bemanning.presentation.charts.level_labels import Place, free_place
from bemanning.presentation.numbers import share_text
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.presentation.theme import LINE_STYLE, PALETTES, Palette, Theme
from bemanning.services.comments import PlacedComment
from bemanning.services.overview import Overview, ProfessionCard

# How much of the axis a line of label text takes, in a chart of the height that the style sheet gives.
_LINE_PART = 0.048

Mark = dict[str, Any]


def share_figure(overview: Overview, theme: Theme, comments: Sequence[PlacedComment] = ()) -> Figure:
    """Draw the answer's cards as lines that end at the selected month, with the comments at their months."""
    palette = PALETTES[theme]
    top = _axis_top(overview.cards)
    months = share_months(overview.cards)
    events = shown_events(overview)
    lane = comment_lane(comments, months, palette)
    return {
        "data": [*(_line(card, months, palette) for card in overview.cards), *lane.traces],
        "layout": {
            **base_layout(palette),
            "margin": {"l": 44, "r": 104, "t": 12 + EVENT_ROW_PX * event_rows(overview), "b": 28},
            "xaxis": _month_axis(months, palette),
            "yaxis": {**_share_axis(top, palette), "domain": lane.plot_domain},
            **lane.axes,
            "shapes": [*_levels(overview.cards, months, palette), *(event_line(event, palette) for event in events)],
            "annotations": [
                *_end_labels(overview, top, palette),
                *_baseline_labels(overview.cards, top, palette),
                *event_words(event_labels(overview), palette),
            ],
        },
    }


def _axis_top(cards: Sequence[ProfessionCard]) -> float:
    numbers = [number for card in cards for number in card.history.numbers if number is not None]
    levels = [float(value.number) for card in cards for value in (card.baseline_share,) if value.number is not None]
    return max([*numbers, *levels, 4.0]) * 1.08


def _date(month: Month) -> str:
    return f"{month}-01"


def _line(card: ProfessionCard, months: Sequence[Month], palette: Palette) -> Mark:
    drawn = [(month, share) for month, share in points(card.history) if months and month >= months[0]]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": PROFESSION_NAMES[card.profession],
        "x": [_date(month) for month, _ in drawn],
        "y": [share for _, share in drawn],
        "customdata": [None if share is None else share_text(share) for _, share in drawn],
        "hovertemplate": "%{customdata}",
        "line": {"color": palette.profession[card.profession], "width": 2.75, "dash": LINE_STYLE[card.profession]},
    }


def _month_axis(months: Sequence[Month], palette: Palette) -> Mark:
    return {
        "type": "date",
        "range": [_date(months[0]), _date(months[-1])] if months else None,
        **month_ticks(months),
        "hoverformat": "%b %Y",
        "showgrid": False,
        "linecolor": palette.grid,
        "tickfont": {"color": palette.muted},
        "fixedrange": True,
    }


def _share_axis(top: float, palette: Palette) -> Mark:
    return {
        "range": [0, top],
        "ticksuffix": "\u00a0%",
        "nticks": 6,
        "gridcolor": palette.grid,
        "zeroline": False,
        "tickfont": {"color": palette.muted},
        "fixedrange": True,
    }


def _levels(cards: Sequence[ProfessionCard], months: Sequence[Month], palette: Palette) -> list[Mark]:
    """Draw each 2015 level dotted in its line's colour, and the target once."""
    levels = [
        _level(card.baseline_share.number, palette.profession[card.profession], "1px,4px", 1.5)
        for card in cards
        if months and card.baseline_share.number is not None
    ]
    target = _target(cards)
    return levels if target is None else [*levels, _level(target, palette.target, "6px,4px", 1.75)]


def _level(share: Fraction, color: str, dash: str, width: float) -> Mark:
    line = {"color": color, "dash": dash, "width": width}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": float(share), "y1": float(share), "line": line}


def _target(cards: Sequence[ProfessionCard]) -> Fraction | None:
    """Give the national target; it is the same for every profession that has one."""
    targets = (card.target_pct.number for card in cards if card.target_pct is not None)
    return next((target for target in targets if target is not None), None)


def _end_labels(overview: Overview, top: float, palette: Palette) -> list[Mark]:
    """Write name and share where each line ends, and the target's, without overlap."""
    wanted = [
        (float(card.share.number), _named_share(card), 2.2, palette.profession[card.profession])
        for card in overview.cards
        if card.share.number is not None
    ]
    target = _target(overview.cards)
    if target is not None:
        wanted.append((float(target), *_target_words(target, overview.selection.definition), palette.target))
    heights = [lines * _LINE_PART * top for _, _, lines, _ in wanted]
    centres = spread([position for position, *_ in wanted], heights, floor=0.0)
    return [
        chart_words(text, color, x=1, xshift=8, y=centre, xanchor="left", yanchor="middle")
        for (_, text, _, color), centre in zip(wanted, centres, strict=True)
    ]


def _target_words(target: Fraction, definition: Definition) -> tuple[str, float]:
    """Name the target and how many lines that takes; it is about share_of_total, said where the lines are not."""
    if definition is Definition.TOTAL:
        return texts.CHART_TARGET.format(target=share_text(target, 0)), 1.1
    return texts.CHART_TARGET_OF_TOTAL.format(target=share_text(target, 0)), 2.2


def _named_share(card: ProfessionCard) -> str:
    return f"{PROFESSION_NAMES[card.profession]}<br><b>{share_text(card.share.number)}</b>"


def _baseline_labels(cards: Sequence[ProfessionCard], top: float, palette: Palette) -> list[Mark]:
    """Name each 2015 level where there is room for the words; the others are told by the key and the cards."""
    labels = []
    for card in (card for card in cards if card.baseline_share.number is not None):
        others = [float(level) for level in _other_levels(card, cards)]
        place = free_place(card, cards, others, top)
        if place is not None:
            labels.append(_baseline_label(card, place, palette.profession[card.profession]))
    return labels


def _other_levels(card: ProfessionCard, cards: Sequence[ProfessionCard]) -> list[Fraction]:
    levels = [each.baseline_share.number for each in cards if each is not card]
    return [level for level in (*levels, _target(cards)) if level is not None]


def _baseline_label(card: ProfessionCard, place: Place, color: str) -> Mark:
    """Write with a short leader, by which the style sheet knows what to hide where the plot is narrow."""
    level = card.baseline_share.number
    words = chart_words(
        texts.CHART_BASELINE.format(share=share_text(level)), color, y=float(level or 0), yanchor="middle"
    )
    side = {"x": 0.97, "xanchor": "right"} if place.is_right else {"x": 0.03, "xanchor": "left"}
    leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": color}
    return {**words, **side, **leader, "ax": 0, "ay": -13 if place.is_above else 13}
