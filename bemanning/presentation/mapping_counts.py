"""Counts in words: 1 konto, 12 konton."""

from bemanning.presentation.numbers import number_text
from bemanning.presentation.texts import mapping as texts


def counted(kind: str, count: int) -> str:
    """Write how many of a kind there are."""
    one, several = texts.ONE_OF[kind]
    return one if count == 1 else several.format(count=number_text(count, 0))
