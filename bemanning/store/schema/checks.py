"""CHECK constraints for text columns that are read and written without conversion."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint


def word_check(column: str, words: Iterable[str]) -> CheckConstraint:
    """Let the column hold one of the words only."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column, info={"column": column})
