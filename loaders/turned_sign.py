"""Cost that is negative throughout: some systems write cost with minus, and the file may be one of theirs."""

from __future__ import annotations

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from loaders.frames import month_sums
from loaders.reading import Reading

# Below this many rows, a file may well be corrections alone; above it, some cost is positive.
_MOST_CORRECTIONS = 20
_NEARLY_ALL = 0.95


def warn_of_turned_sign(outcome: pl.DataFrame, is_agency: pl.Expr, reading: Reading) -> None:
    """Warn where every month's agency cost is negative, or nearly every amount of a file is."""
    months = month_sums(outcome.filter(is_agency), "amount_ore")
    amounts = outcome.filter(pl.col("amount_ore") != 0)["amount_ore"]
    if months and max(months.values()) < 0:
        reading.warnings.add(FaultCode.SIGN_AGENCY, amount=kr_text(sum(months.values())))
    elif len(amounts) >= _MOST_CORRECTIONS and (amounts < 0).sum() > _NEARLY_ALL * len(amounts):
        reading.warnings.add(FaultCode.SIGN_ALL, amount=kr_text(int(amounts.sum())))
