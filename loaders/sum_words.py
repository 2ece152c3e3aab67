"""The words that make a row a sum of others."""

import re

_SUM = re.compile(
    r"(?:del|total|huvud)?(?:summa|summering)\b|total(?:t|er|s)?\b|s:a\b|sum\b|grand total\b|\*+\s*$|[Σ∑]",
    re.IGNORECASE,
)
# As a code, not as the beginning of a label: "Alla belopp i kr".
_ALL = re.compile(r"(?:alla|all|samtliga)(?: (?:konton|ansvar|enheter|kostnadsställen|poster))?", re.IGNORECASE)
_SUM_AFTER = re.compile(r"\S\s+(?:summa|totalt?|sum)$", re.IGNORECASE)


def is_sum_text(text: str) -> bool:
    """Tell whether a label begins as that of a sum row: "Summa 4011", "Totalt", "S:a", "Delsumma"."""
    return _SUM.match(text.lstrip()) is not None


def is_sum_code(text: str) -> bool:
    """Tell whether a code is the label of its sum row.

    It may begin as one, "Summa 4011", end as subtotals do, "4011 Totalt", or stand for all: "Alla", "Samtliga konton".
    """
    return is_sum_text(text) or _SUM_AFTER.search(text) is not None or _ALL.fullmatch(text) is not None
