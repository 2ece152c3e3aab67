"""The words that make a row a sum of others."""

import re

_SUM = re.compile(
    r"(?:del|total|huvud)?(?:summa|summering)\b|total(?:t|er)?\b|s:a\b|sum\b|grand total\b", re.IGNORECASE
)


def is_sum_text(text: str) -> bool:
    """Tell whether a label begins as that of a sum row: "Summa 4011", "Totalt", "S:a", "Delsumma"."""
    return _SUM.match(text.lstrip()) is not None
