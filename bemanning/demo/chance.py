"""Repeatable chance: a cell's number depends on its key alone, so adding a unit changes no other unit's numbers."""

from hashlib import blake2b

_DIGEST_BYTES = 8
_SPAN = 1 << 8 * _DIGEST_BYTES


def chance(*key: object) -> float:
    """Give a number from 0 up to 1, the same for the same key on every machine and Python version."""
    text = "|".join(str(part) for part in key)
    digest = blake2b(text.encode(), digest_size=_DIGEST_BYTES).digest()
    return int.from_bytes(digest, "big") / _SPAN


def wobble(spread: float, *key: object) -> float:
    """Give a factor between 1 - spread and 1 + spread."""
    return 1 + spread * (2 * chance(*key) - 1)


def pick(weights: dict[str, float], *key: object) -> str:
    """Choose one of the names, with the given weights. `weights` must not be empty."""
    left = chance(*key) * sum(weights.values())
    for name, weight in weights.items():
        left -= weight
        if left < 0:
            return name
    return next(reversed(weights))
