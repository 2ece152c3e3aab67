"""What a file makes of each of its months, and of each account or code in those that are loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import polars as pl

from bemanning.domain.vocabulary import Source
from bemanning.services.file_report import MonthChange
from bemanning.services.restatement import AMOUNT_COLUMN, outcome_only

_KEY_COLUMN = {Source.LEDGER: "account", Source.HEROMA: "code"}


def month_changes(
    source: Source, before: pl.DataFrame, after: pl.DataFrame, per_month: dict[str, int], loaded: Collection[str]
) -> tuple[MonthChange, ...]:
    """Hold a file's cells against what is loaded for the same months (budget and forecast stand beside).

    before: the loaded cells. per_month: the file's months and sums. loaded: those of them that are loaded.
    """
    sums = _sums(source, before), _sums(source, after)
    return tuple(
        change for month in sorted(per_month) for change in _of_month(month, per_month[month], *sums, month in loaded)
    )


def unchanged(per_month: dict[str, int]) -> tuple[MonthChange, ...]:
    """Say of a file with the same content as is loaded that each month stays as it is."""
    return tuple(MonthChange(month, None, amount, amount) for month, amount in sorted(per_month.items()))


_Sums = dict[str, dict[str, int]]


def _of_month(month: str, amount: int, before: _Sums, after: _Sums, is_loaded: bool) -> Iterator[MonthChange]:  # noqa: FBT001 -- private
    if not is_loaded:
        yield MonthChange(month, None, None, amount)
        return
    # No row in a loaded month is zero.
    old, new = before.get(month, {}), after.get(month, {})
    yield MonthChange(month, None, sum(old.values()), amount)
    for key in sorted({*old, *new}):
        if old.get(key, 0) != new.get(key, 0):
            yield MonthChange(month, key, old.get(key, 0), new.get(key, 0))


def _sums(source: Source, cells: pl.DataFrame) -> _Sums:
    """Sum the outcome per month, and in it per account or code."""
    key, amount = _KEY_COLUMN[source], AMOUNT_COLUMN[source]
    sums: _Sums = {}
    grouped = outcome_only(cells, source).group_by("month", key).agg(pl.col(amount).sum())
    for month, code, total in grouped.iter_rows():
        sums.setdefault(month, {})[code] = total
    return sums
