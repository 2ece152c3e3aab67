"""The year's result per account (#RES), where a SIE file states it: a control total of the months that it holds."""

from __future__ import annotations

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from loaders.period_parser import counted_month
from loaders.reading import Reading
from loaders.sie_books import SieBooks

_SHOWN_ACCOUNTS = 5


def check_results(rows: pl.DataFrame, books: SieBooks, reading: Reading) -> None:
    """Say where the months of the current year don't add up to its result: a part of the year was exported, or lost."""
    if not books.results or books.year is None:
        return
    first, last = books.year
    months = [month for month in set(rows["month"]) if first <= counted_month(month) <= last]
    counted = rows.filter(pl.col("month").is_in(sorted(months)))
    sums = dict(counted.group_by("account").agg(pl.col("amount_ore").sum()).iter_rows())
    results = {account: amount for account, amount in books.results.items() if not books.is_balance_account(account)}
    off = {account: sums.get(account, 0) - results.get(account, 0) for account in sums.keys() | results.keys()}
    off = {account: difference for account, difference in sorted(off.items()) if difference}
    if off:
        examples = ", ".join(list(off)[:_SHOWN_ACCOUNTS]) + (" …" if len(off) > _SHOWN_ACCOUNTS else "")
        total = kr_text(sum(off.values()))
        reading.warnings.add(FaultCode.SIE_RESULT_DIFFERS, count=len(off), examples=examples, difference=total)
