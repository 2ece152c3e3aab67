"""Repeatable chance: a cell's number depends on its key alone, so adding a unit changes no other unit's numbers."""

from bisect import bisect
from hashlib import blake2b
from itertools import accumulate

# As many bits as a float holds: with more, the division could round up to 1.
_BYTES, _BITS = 7, 53


def chance(*key: object) -> float:
    """Give a number from 0 up to 1, the same for the same key on every machine and Python version."""
    text = "|".join(str(part) for part in key)
    digest = blake2b(text.encode(), digest_size=_BYTES).digest()
    return (int.from_bytes(digest, "big") >> 8 * _BYTES - _BITS) / (1 << _BITS)


def wobble(spread: float, *key: object) -> float:
    """Give a factor between 1 - spread and 1 + spread."""
    return 1 + spread * (2 * chance(*key) - 1)


def pick(weights: dict[str, float], *key: object) -> str:
    """Choose one of the names, with the given weights, of which one at least is above zero."""
    bounds = list(accumulate(weights.values()))
    return list(weights)[bisect(bounds, chance(*key) * bounds[-1])]
