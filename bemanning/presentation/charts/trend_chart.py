"""Trend's chart: monthly bars behind the R12 line, with target, 2015 level and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from bemanning.domain.goal import Event
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.presentation.charts.comment_lane import ROW_PART, SMALL_ROW_PART, comment_lane
from bemanning.presentation.charts.event_labels import placed
from bemanning.presentation.charts.event_marks import EVENT_ROW_PX, chart_words, event_line, event_words
from bemanning.presentation.charts.frame import Figure, base_layout, month_ticks
from bemanning.presentation.measure_scale import Scale
from bemanning.presentation.numbers import NBSP, share_text
from bemanning.presentation.texts import trend as texts
from bemanning.presentation.theme import PALETTES, Palette, Theme
from bemanning.presentation.trend_points import WrittenPoint, written_points
from bemanning.presentation.trend_words import is_deviation, trend_scale
from bemanning.services.comments import PlacedComment
from bemanning.services.trend import Trend, TrendLine

# Three days of the month's width, in the milliseconds that a time axis counts in.
_BAR_MS = 3 * 24 * 3600 * 1000
_TARGET_DASH, _LEVEL_DASH = "6px,4px", "1px,4px"
# What the words of a level take of the plot: a part of the months, and of the axis.
_WORDS_WIDTH, _WORDS_HEIGHT = 0.25, 0.11
# How high over a level its words begin, in words' heights, and where they are then written: on it, beneath it, or, on a
# longer leader, over words that stand on it.
_STEPS_PX = {0: -12, -1: 12, 1: -30}
# What a place costs, beside a point for each month of the line that is covered: on the longer leader the words are
# farther from their level, which only other words' place is reason for.
_OVER_COST, _WORDS_COST = 100, 1000
# As many months as the last value's words are wide.
_END_MONTHS = 4

Mark = dict[str, Any]
# Words that stand at the right or the left end, from one height to another.
Box = tuple[bool, float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """What every chart of a trend shares: its months, its axis, its scale, and what happened and was said."""

    months: tuple[Month, ...]
    low: float
    high: float
    scale: Scale
    events: tuple[Event, ...]
    comments: tuple[PlacedComment, ...] = ()

    @property
    def months_in_bar(self) -> int:
        """Give how many of a bar's axis go on the line's: a month is a twelfth of a year's sum."""
        return MONTHS_IN_YEAR if self.scale.is_sum else 1


def trend_axes(trend: Trend, comments: tuple[PlacedComment, ...] = ()) -> Axes:
    """Span every line, so that small multiples can be compared."""
    scale, months = trend_scale(trend), tuple(point.month for point in trend.lines[0].points)
    times = MONTHS_IN_YEAR if scale.is_sum else 1
    drawn = [number for line in trend.lines for number in _drawn(trend, line, times)]
    numbers = [0.0, *(number for number in drawn if number is not None)]
    span = (max(numbers) - min(numbers)) or 1.0
    low = min(numbers) - (0.08 * span if min(numbers) < 0 else 0)
    events = tuple(event for event in trend.events if event.month in months)
    return Axes(months, low, max(numbers) + 0.12 * span, scale, events, comments)


def trend_figure(trend: Trend, line: TrendLine, axes: Axes, theme: Theme, *, names_events: bool) -> Figure:
    """Draw one line of the trend. names_events: the words stand above the plot, as they do in the uppermost chart."""
    palette, points = PALETTES[theme], written_points(trend, line)
    labels = placed(axes.events, axes.months) if names_events else []
    rows = max((label.row + 1 for label in labels), default=0)
    lane = comment_lane(
        comments_on(line, axes), axes.months, palette, SMALL_ROW_PART if len(trend.lines) > 1 else ROW_PART
    )
    return {
        "data": [_bars(line, points, palette), _line(line, points, palette), *lane.traces],
        "layout": {
            **base_layout(palette),
            "margin": {"l": 56, "r": 52 if axes.scale.is_sum else 16, "t": 14 + EVENT_ROW_PX * rows, "b": 28},
            "bargap": 0.25,
            "xaxis": _month_axis(axes, palette),
            "yaxis": {**_bar_axis(axes, palette), "domain": lane.plot_domain},
            "yaxis2": _line_axis(axes, palette),
            **lane.axes,
            "shapes": [*_levels(line, axes, palette), *(event_line(event, palette) for event in axes.events)],
            "annotations": [
                *_level_words(trend, line, axes, palette),
                *_end_words(line, axes, palette),
                *event_words(labels, palette),
            ],
        },
    }


def comments_on(line: TrendLine, axes: Axes) -> list[PlacedComment]:
    """Give the comments about what a line shows: its node, and its profession where both have one."""
    professions = {None, line.profession}
    return [
        each
        for each in axes.comments
        if each.node == line.node and (line.profession is None or each.record.profession in professions)
    ]


def event_rows(axes: Axes) -> int:
    """Give how many rows of words stand above the uppermost plot."""
    return max((label.row + 1 for label in placed(axes.events, axes.months)), default=0)


def _drawn(trend: Trend, line: TrendLine, times: int) -> Iterator[float | None]:
    for point in written_points(trend, line):
        yield point.r12_drawn
        yield None if point.monthly_drawn is None else times * point.monthly_drawn
    levels = (line.baseline, line.target_pct)
    yield from (None if level is None else trend_scale(trend).drawn(level.number) for level in levels)


def _date(month: Month) -> str:
    return f"{month}-01"


def _bars(line: TrendLine, points: Sequence[WrittenPoint], palette: Palette) -> Mark:
    return {
        "type": "bar",
        "name": texts.MONTHLY,
        "x": [point.date for point in points],
        "y": [point.monthly_drawn for point in points],
        "customdata": [point.bar for point in points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": palette.line(line.profession), "opacity": 0.28},
        # Bars are as wide as their distance to the next one: a month that stands alone has none.
        **({"width": _BAR_MS} if len(points) == 1 else {}),
    }


def _line(line: TrendLine, points: Sequence[WrittenPoint], palette: Palette) -> Mark:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": texts.R12,
        "x": [point.date for point in points],
        "y": [point.r12_drawn for point in points],
        "yaxis": "y2",
        "connectgaps": False,
        "customdata": [point.hover for point in points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": palette.line(line.profession), "width": 2.75},
    }


def _month_axis(axes: Axes, palette: Palette) -> Mark:
    ends = [f"{axes.months[0].plus(-1)}-15", f"{axes.months[-1]}-17"] if axes.months else None
    return {
        "type": "date",
        "range": ends,
        **month_ticks(axes.months),
        "hoverformat": "%B %Y",
        "showgrid": False,
        "linecolor": palette.grid,
        "tickfont": {"color": palette.muted},
        "fixedrange": True,
    }


def _line_axis(axes: Axes, palette: Palette) -> Mark:
    return {
        "overlaying": "y",
        "side": "left",
        "range": [axes.low, axes.high],
        "ticksuffix": f"{NBSP}%" if axes.scale.word == "%" else "",
        # Ticks stand where the bars' axis has its own: one grid serves both.
        "tickmode": "sync",
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"color": palette.muted},
        "fixedrange": True,
    }


def _bar_axis(axes: Axes, palette: Palette) -> Mark:
    """Let a month stand against a twelfth of a year's sum; a share's month stands on the share's own axis."""
    return {
        "side": "right",
        "range": [axes.low / axes.months_in_bar, axes.high / axes.months_in_bar],
        "showticklabels": axes.scale.is_sum,
        "nticks": 6,
        "gridcolor": palette.grid,
        "zeroline": axes.low < 0,
        "zerolinecolor": palette.muted,
        "tickfont": {"color": palette.muted, "size": 11},
        "fixedrange": True,
    }


def _levels(line: TrendLine, axes: Axes, palette: Palette) -> list[Mark]:
    color = palette.line(line.profession)
    levels = [_level(axes.scale.drawn(line.baseline.number), color, _LEVEL_DASH, 1.75)]
    if line.target_pct is not None:
        levels.append(_level(axes.scale.drawn(line.target_pct.number), palette.target, _TARGET_DASH, 1.75))
    return [level for level in levels if level["y0"] is not None]


def _level(height: float | None, color: str, dash: str, width: float) -> Mark:
    line = {"color": color, "dash": dash, "width": width}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y2", "y0": height, "y1": height, "line": line}


def _level_words(trend: Trend, line: TrendLine, axes: Axes, palette: Palette) -> list[Mark]:
    """Name the levels where they cover the least of the line, and never each other."""
    level, target = line.baseline.number, None if line.target_pct is None else line.target_pct.number
    wanted = [(target, texts.TARGET.format(target=share_text(target, 0)), palette.target)]
    number = "" if is_deviation(trend) else f" {axes.scale.text(level)}"
    words = f"{texts.LEVELS[trend.measure.key]}{number}"
    wanted.append((level, words, palette.line(line.profession)))
    taken = [box for box in (_end_box(line, axes),) if box is not None]
    marks = []
    for height, *text_and_color in ((axes.scale.drawn(each), text, color) for each, text, color in wanted):
        if height is not None:
            mark, box = _placed_words(text_and_color, height, line, axes, taken)
            taken.append(box)
            marks.append({**mark, "bgcolor": palette.surface})
    return marks


def _placed_words(
    words: Sequence[str], number: float, line: TrendLine, axes: Axes, taken: Sequence[Box]
) -> tuple[Mark, Box]:
    """Choose the end and side of a level where its words, a text and its colour, stand."""
    text, color = words
    height = _WORDS_HEIGHT * (axes.high - axes.low)
    places = {
        (is_right, number + step * height, number + (step + 1) * height): step
        for is_right, step in product((False, True), _STEPS_PX)
    }
    fitting = [place for place in places if axes.low <= place[1] and place[2] <= axes.high] or list(places)
    box = min(fitting, key=lambda place: _cost(place, line, axes, taken) + (_OVER_COST if places[place] > 0 else 0))
    side = {"x": 0.99, "xanchor": "right"} if box[0] else {"x": 0.01, "xanchor": "left"}
    leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": color, "ax": 0}
    return {**chart_words(text, color, yref="y2", y=number, **side), **leader, "ay": _STEPS_PX[places[box]]}, box


def _cost(place: Box, line: TrendLine, axes: Axes, taken: Sequence[Box]) -> int:
    """Weigh what words would cover: other words are far worse than the line."""
    return _covered(place, line, axes) + _WORDS_COST * sum(_meets(place, each) for each in taken)


def _covered(place: Box, line: TrendLine, axes: Axes) -> int:
    """Count the months whose part of the line lies behind the words."""
    is_right, low, high = place
    width = max(round(len(line.points) * _WORDS_WIDTH), 1)
    points = line.points[-width:] if is_right else line.points[:width]
    numbers = [axes.scale.drawn(point.r12.number) for point in points]
    return sum(number is not None and low <= number <= high for number in numbers)


def _meets(place: Box, other: Box) -> bool:
    return place[0] is other[0] and place[1] < other[2] and other[1] < place[2]


def _end_words(line: TrendLine, axes: Axes, palette: Palette) -> list[Mark]:
    """Write the line's last value at its end, on the side that the line does not come from."""
    end = axes.scale.drawn(line.now.number)
    if end is None:
        return []
    text, is_falling = f"<b>{axes.scale.text(line.now.number)}</b>", _is_falling(line)
    side = {"yanchor": "top", "yshift": -6} if is_falling else {"yanchor": "bottom", "yshift": 6}
    place = {"xref": "x", "yref": "y2", "x": _date(axes.months[-1]), "y": end, "xanchor": "right", **side}
    return [{**chart_words(text, palette.line(line.profession), **place), "bgcolor": palette.surface, "borderpad": 1}]


def _end_box(line: TrendLine, axes: Axes) -> Box | None:
    """Give what the line's last value takes."""
    end, height = axes.scale.drawn(line.now.number), _WORDS_HEIGHT * (axes.high - axes.low)
    if end is None:
        return None
    return (True, end - height, end) if _is_falling(line) else (True, end, end + height)


def _is_falling(line: TrendLine) -> bool:
    numbers = [point.r12.number for point in line.points[-_END_MONTHS:]]
    before = next((number for number in numbers if number is not None), None)
    return before is not None and line.now.number is not None and before > line.now.number
