"""A trend's figures as a table: on screen, and as the headings of its files."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from bemanning.domain.value import Value
from bemanning.presentation.comments import marked_months
from bemanning.presentation.tables import Cell, Column
from bemanning.presentation.texts import trend as texts
from bemanning.presentation.trend_points import written_points
from bemanning.presentation.trend_words import subject
from bemanning.services.comments import PlacedComment
from bemanning.services.trend import Trend


def trend_headings(trend: Trend) -> list[str]:
    """Name the columns: the month, and for each line the month's value and R12."""
    if len(trend.lines) == 1:
        return [texts.MONTH, texts.MONTHLY, texts.R12]
    kinds = (texts.MONTHLY.lower(), texts.R12.lower())
    return [texts.MONTH, *(f"{subject(line)}: {kind}" for line in trend.lines for kind in kinds)]


def trend_values(trend: Trend) -> list[list[Value]]:
    """Give the values of each month, oldest first, in the order of the headings after the month's own."""
    by_month = zip(*(line.points for line in trend.lines), strict=True)
    return [[value for point in points for value in (point.monthly, point.r12)] for points in by_month]


def trend_columns(trend: Trend) -> list[Column]:
    """Give the screen's columns."""
    first, *others = trend_headings(trend)
    return [Column(first), *(Column(heading, is_number=True) for heading in others)]


def trend_rows(trend: Trend, comments: Sequence[PlacedComment] = ()) -> list[list[Cell]]:
    """Write the screen's rows, latest month first, each month with the numbers of its comments."""
    months = [point.month for point in trend.lines[0].points]
    by_month = zip(*(written_points(trend, line) for line in trend.lines), strict=True)
    rows: list[list[Cell]] = [
        [month, *(_cell(digits) for point in points for digits in (point.monthly, point.r12))]
        for month, points in zip(marked_months(months, comments), by_month, strict=True)
    ]
    return rows[::-1]


def _cell(digits: str | None) -> Cell:
    return html.Span(texts.MISSING, className="missing-reason") if digits is None else digits
