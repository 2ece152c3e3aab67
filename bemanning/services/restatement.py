"""What a file would change in months that are loaded already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import Scope
from bemanning.domain.money import hours_text, kr_text
from bemanning.domain.vocabulary import AmountMeasure, MonthStatus, Source
from bemanning.store import CurrentMonth

AMOUNT_COLUMN = {Source.LEDGER: "amount_ore", Source.HEROMA: "centihours"}
# A key that vanishes from a month is what a filtered export looks like; both must be there for a whole month.
GUARDED_COLUMNS = {
    Source.LEDGER: (("ansvar", "ansvar"), ("account", "konto")),
    Source.HEROMA: (("unit", "enhet"), ("employment", "anställningsform")),
}
EXAMPLES_SHOWN = 5


def outcome_only(cells: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Give the cells that count as outcome: budget and forecast columns stand beside, not in, the sums."""
    return cells.filter(pl.col("measure") == AmountMeasure.ACTUAL.value) if source is Source.LEDGER else cells


def restated(source: Source, before: pl.DataFrame, after: pl.DataFrame) -> list[Fault]:
    """Say, for each loaded month that the file changes, its sum before and after and the difference.

    A month whose every cell is the same is not restated. The difference may be zero: then the parts have changed.
    """
    amount = AMOUNT_COLUMN[source]
    sums = [
        dict(outcome_only(cells, source).group_by("month").agg(pl.col(amount).sum()).iter_rows())
        for cells in (before, after)
    ]
    text, unit = (kr_text, "kr") if source is Source.LEDGER else (hours_text, "timmar")
    return [
        Fault(
            FaultCode.MONTH_RESTATED,
            {
                "month": month,
                "before": text(sums[0].get(month, 0)),
                "after": text(sums[1].get(month, 0)),
                "difference": text(sums[1].get(month, 0) - sums[0].get(month, 0)),
                "unit": unit,
            },
        )
        for month in _changed_months(before, after)
    ]


def _changed_months(before: pl.DataFrame, after: pl.DataFrame) -> list[str]:
    """Give the months of `before` in which some cell is new, gone or changed."""
    cells = before.select(after.columns)
    after = after.filter(pl.col("month").is_in(cells["month"].unique().to_list()))
    gone = cells.join(after, on=after.columns, how="anti", nulls_equal=True)
    new = after.join(cells, on=after.columns, how="anti", nulls_equal=True)
    return sorted({*gone["month"].unique(), *new["month"].unique()})


def erased(source: Source, before: pl.DataFrame, after: pl.DataFrame) -> Iterator[Fault]:
    """Find units, accounts and budgets that carry an amount in a loaded month and have no row in the new file's."""
    for column, word in GUARDED_COLUMNS[source]:
        yield from _lost(source, outcome_only(before, source), outcome_only(after, source), (column, word))
    if source is Source.LEDGER:
        # A restated file without its budget column would take the month's budget along.
        yield from _lost(source, before, after, ("measure", "beloppsslag"))


def _lost(source: Source, before: pl.DataFrame, after: pl.DataFrame, guarded: tuple[str, str]) -> Iterator[Fault]:
    """Find the values of a column that carry an amount before and have no row after, month by month."""
    column, word = guarded
    amount = AMOUNT_COLUMN[source]
    sums = before.group_by("month", column).agg(pl.col(amount).sum())
    lost = sums.filter(pl.col(amount) != 0).join(after, on=["month", column], how="anti").sort("month", column)
    for (month,), rows in lost.group_by("month", maintain_order=True):
        yield _would_erase(source, str(month), word, rows[column].to_list(), int(rows[amount].sum()))


def _would_erase(source: Source, month: str, word: str, keys: list[str], amount: int) -> Fault:
    examples = ", ".join(keys[:EXAMPLES_SHOWN]) + (" …" if len(keys) > EXAMPLES_SHOWN else "")
    text = f"{kr_text(amount)} kr" if source is Source.LEDGER else f"{hours_text(amount)} timmar"
    params: dict[str, str | int] = {
        "month": month, "what": word, "count": len(keys), "examples": examples, "amount": text,
    }  # fmt: skip
    return Fault(FaultCode.WOULD_ERASE, params)


def closed(current: Sequence[CurrentMonth], scope: Scope) -> list[Fault]:
    """Refuse months that are closed."""
    return [
        Fault(FaultCode.MONTH_CLOSED, {"month": str(row.month), "scope": scope.name})
        for row in current
        if row.status is MonthStatus.CLOSED
    ]
