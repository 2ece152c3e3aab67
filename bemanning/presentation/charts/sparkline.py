"""A small line as an SVG image: three of them weigh less than one Plotly chart."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache

from bemanning.domain.value import Series

WIDTH, HEIGHT, PAD = 360, 56, 5
_WIDTHS_KEPT = 64


def sparkline_uri(
    series: Series, color: str, *, target: float | None = None, target_color: str = "", line_width: float = 2.25
) -> str:
    """Draw the series, its last point and the target, from zero up. Gives a data: address.

    line_width: in the picture's own units; one that is shown small needs a thicker line.

    Gaps stay gaps; what is missing before the first point is left out.
    """
    known = [at for at, number in enumerate(series.numbers) if number is not None]
    numbers = series.numbers[known[0] :] if known else ()
    top = max([*(number for number in series.numbers if number is not None), target or 0.0, 0.1])
    parts = [_path(run, len(numbers), top, f'stroke="{color}" stroke-width="{line_width}"') for run in _runs(numbers)]
    if target is not None:
        y = _y(target, top)
        parts.insert(0, f'<path d="M0 {y}H{WIDTH}" stroke="{target_color}" stroke-width="1.5" stroke-dasharray="5 4"/>')
    if numbers and (last := numbers[-1]) is not None:
        centre, radius = f'cx="{_xs(len(numbers))[-1]}" cy="{_y(last, top)}"', round(line_width * 1.55, 1)
        parts.append(f'<circle {centre} r="{radius}" fill="{color}" stroke="none"/>')
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none"'
    return "data:image/svg+xml;base64," + b64encode(f"<svg {box}>{''.join(parts)}</svg>".encode()).decode()


def _runs(numbers: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = [[]]
    for position, number in enumerate(numbers):
        if number is None:
            runs.append([])
        else:
            runs[-1].append((position, number))
    return [run for run in runs if run]


def _path(run: list[tuple[int, float]], count: int, top: float, stroke: str) -> str:
    across = _xs(count)
    points = " ".join(f"{across[position]},{_y(number, top)}" for position, number in run)
    return f'<polyline points="{points}" {stroke} stroke-linejoin="round"/>'


@lru_cache(_WIDTHS_KEPT)
def _xs(count: int) -> tuple[float, ...]:
    """Give where each of so many points stands: a screen's lines are of the same months."""
    return tuple(round(PAD + position * (WIDTH - 2 * PAD) / max(count - 1, 1), 1) for position in range(count))


def _y(number: float, top: float) -> float:
    return round(HEIGHT - PAD - number / top * (HEIGHT - 2 * PAD), 1)
