"""Comments in a chart: their numbers at their months, in a lane of their own above the plot, with words on hover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten, wrap
from typing import Any

from bemanning.domain.month import Month
from bemanning.presentation.numbers import month_text
from bemanning.presentation.texts import comments as texts
from bemanning.presentation.theme import Palette
from bemanning.services.comments import PlacedComment

# A row of marks takes this part of a large chart; a small one has to give more.
ROW_PART, SMALL_ROW_PART = 0.085, 0.13
_SIZE_PX = 20
_WIDTH, _MOST_LINES = 56, 4
# What a picture has room for at its foot.
MOST_PRINTED, _PRINTED_WIDTH = 3, 150

Mark = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CommentLane:
    """The marks' trace, and the axes: the lane's own, and the part of the height that is left for the plot's.

    No comment: no trace, and the plot has it all.
    """

    traces: tuple[Mark, ...]
    axes: dict[str, Mark]
    plot_domain: tuple[float, float]


def comment_lane(
    comments: Iterable[PlacedComment], months: Sequence[Month], palette: Palette, row_part: float = ROW_PART
) -> CommentLane:
    """Place the comments that fall in the months; several on one month stand above each other."""
    shown = [each for each in comments if each.record.month in months]
    rows = _rows(shown)
    if not rows:
        return CommentLane((), {}, (0.0, 1.0))
    top = 1 - row_part * (max(rows) + 1)
    # Edges half a row outside the marks, so that none is cut.
    axis = {"domain": (top, 1.0), "range": (-0.5, max(rows) + 0.5), "visible": False, "fixedrange": True}
    return CommentLane((_trace(shown, rows, palette),), {"yaxis3": axis}, (0.0, top))


def printed_comments(comments: Iterable[PlacedComment], months: Sequence[Month]) -> tuple[str, ...]:
    """Give a line for each of the latest comments that are marked, for a picture that stands alone."""
    shown = [each.record for each in comments if each.record.month in months][-MOST_PRINTED:]
    lines = (
        texts.PRINTED.format(number=each.number, month=month_text(each.month), text=" ".join(each.text.split()))
        for each in shown
    )
    return tuple(shorten(line, _PRINTED_WIDTH, placeholder=" …") for line in lines)


def _rows(comments: Sequence[PlacedComment]) -> list[int]:
    """Give each comment's row: how many before it are on the same month."""
    months = [each.record.month for each in comments]
    return [months[:at].count(month) for at, month in enumerate(months)]


def _trace(comments: Sequence[PlacedComment], rows: Sequence[int], palette: Palette) -> Mark:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": texts.TITLE,
        "x": [f"{each.record.month}-01" for each in comments],
        "y": list(rows),
        "yaxis": "y3",
        "text": [str(each.record.number) for each in comments],
        "textfont": {"size": 11, "color": palette.ink, "weight": 650},
        "customdata": [_words(each) for each in comments],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"size": _SIZE_PX, "color": palette.surface, "opacity": 1,
                   "line": {"color": palette.ink, "width": 1.5}},
        "cliponaxis": False,
    }  # fmt: skip


def _words(comment: PlacedComment) -> str:
    """Write the beginning of the words in short lines. What was written is text, never markup."""
    record = comment.record
    text = texts.HOVER.format(number=record.number, text=" ".join(record.text.split()))
    lines = wrap(text, _WIDTH, max_lines=_MOST_LINES, placeholder=" …")
    return "<br>".join(escape(line, quote=False) for line in lines)
