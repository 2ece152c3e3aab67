"""Labels beside lines that don't cover each other."""

from __future__ import annotations

from collections.abc import Sequence


def spread(positions: Sequence[float], heights: Sequence[float], floor: float = 0.0) -> list[float]:
    """Move label centres as little upwards as needed for no two to overlap, keeping their order and above `floor`.

    positions: wanted centres; heights: how much each label takes, in the same unit. Gives centres in the same order.
    """
    placed = list(positions)
    edge = floor
    for index in sorted(range(len(placed)), key=lambda position: positions[position]):
        placed[index] = max(placed[index], edge + heights[index] / 2)
        edge = placed[index] + heights[index] / 2
    return placed
