"""A trend's months as they are drawn and written: once for each scale, however many months they are looked at from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bemanning.domain.month import MONTHS_IN_YEAR
from bemanning.domain.value import Value
from bemanning.presentation.measure_scale import Scale
from bemanning.presentation.numbers import month_text
from bemanning.presentation.texts import trend as texts
from bemanning.presentation.trend_words import amount_scale, trend_scale
from bemanning.services.trend import Trend, TrendLine
from bemanning.services.trend_history import TrendPoint

# Some twenty lines of fifteen years: as many as the services keep.
_POINTS_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """One month. date: its place on the axis. monthly and r12: digits, None where missing; drawn: on the axis.

    bar and hover: what is said of the bar and of the line.
    """

    date: str
    monthly_drawn: float | None
    r12_drawn: float | None
    monthly: str | None
    r12: str | None
    bar: str
    hover: str


def written_points(trend: Trend, line: TrendLine) -> list[WrittenPoint]:
    """Write the points of one of the trend's lines."""
    scale, amount, name = trend_scale(trend), amount_scale(trend), texts.AMOUNTS[trend.amount_unit]
    return [_written(point, scale, amount, name) for point in line.points]


@lru_cache(_POINTS_KEPT)
def _written(point: TrendPoint, scale: Scale, amount: Scale, amount_name: str) -> WrittenPoint:
    monthly, r12 = point.monthly.number, point.r12.number
    monthly_digits, r12_digits = scale.digits(monthly), scale.digits(r12)
    return WrittenPoint(
        date=f"{point.month}-01",
        monthly_drawn=scale.drawn(monthly),
        r12_drawn=scale.drawn(r12),
        monthly=None if monthly is None else monthly_digits,
        r12=None if r12 is None else r12_digits,
        bar=texts.HOVER_MONTH.format(value=monthly_digits if monthly is None else scale.named(monthly_digits)),
        hover=texts.HOVER.format(
            value=r12_digits if r12 is None else scale.named(r12_digits),
            month=month_text(point.month),
            came_in=_moved(point.came_in, amount, amount_name),
            earlier=month_text(point.month.plus(-MONTHS_IN_YEAR)),
            fell_out=_moved(point.fell_out, amount, amount_name),
        ),
    )


def _moved(value: Value, amount: Scale, amount_name: str) -> str:
    """Say the amount of the month that came in or fell out."""
    return texts.MISSING if value.number is None else f"{amount_name} {amount.text(value.number)}"
