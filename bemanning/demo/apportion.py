"""Split a whole number by weights so that the parts add up exactly: the demo region's sums are promised to the öre."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

_Key = TypeVar("_Key")

# Weights become whole millionths, so that the split is integer arithmetic and the same on every machine.
_WEIGHT_UNIT = 1_000_000


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Split `total` by the weights with largest remainder; ties go to the first.

    Raises ValueError for a negative weight and where no weight is above zero.
    """
    whole = [round(weight * _WEIGHT_UNIT) for weight in weights]
    base = sum(whole)
    if base <= 0 or min(whole) < 0:
        message = "weights must not be negative, and one must be above zero"
        raise ValueError(message)
    parts = [total * weight // base for weight in whole]
    remainders = [total * weight % base for weight in whole]
    largest = sorted(range(len(whole)), key=lambda place: -remainders[place])
    for place in largest[: total - sum(parts)]:
        parts[place] += 1
    return parts


def apportion_by_key(total: int, weights: Mapping[_Key, float]) -> dict[_Key, int]:
    """Split `total` over the keys; keys whose part is zero are kept."""
    return dict(zip(weights, apportion(total, list(weights.values())), strict=True))
