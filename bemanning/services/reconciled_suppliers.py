"""What each supplier has invoiced and worked: the ledger's rows and Heroma's, under one name by the aliases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from bemanning.domain.money import CENTI
from bemanning.domain.month import Month
from bemanning.domain.value import Value
from bemanning.kpi.panel import BoolArray
from bemanning.services.compared import Compared
from bemanning.services.figures import Figures
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.source_values import PROFESSION_WORDS
from bemanning.services.supplier_months import SupplierCells, SupplierMonths


@dataclass(frozen=True, slots=True)
class SupplierLine:
    """One supplier's invoices and hours. supplier: "" for what no export names a supplier for."""

    supplier: str
    figures: Compared


def supplier_lines(
    figures: Figures, cells: SupplierCells, selection: ResolvedSelection, months: Sequence[Month]
) -> tuple[SupplierLine, ...]:
    """Sum invoices and worked hours per supplier over the months, which the figures must cover; dearest first.

    Their sums are those of the selection's mapped professions. One without amounts on either side is left out.
    """
    if not months:
        return ()
    rows = figures.derived(SupplierMonths).rows(cells, months)
    words = [selection.profession.value] if selection.profession else PROFESSION_WORDS
    is_under = figures.mask(selection.node.code, selection.view)
    invoiced = _sums(rows.invoiced, "amount_ore", words, is_under)
    worked = _sums(rows.worked, "centihours", words, is_under)
    lines = [
        SupplierLine(each, Compared(Value.of(invoiced.get(each, 0)), Value.of(worked.get(each, 0)), CENTI))
        for each in invoiced.keys() | worked.keys()
        if invoiced.get(each) or worked.get(each)
    ]
    return tuple(sorted(lines, key=lambda line: (-(line.figures.ledger_ore.number or 0), line.supplier)))


def _sums(rows: pl.DataFrame, amount: str, words: Sequence[str], is_under: BoolArray) -> dict[str, int]:
    under = rows.filter(pl.Series(is_under[rows["row"], rows["column"]], dtype=pl.Boolean))
    chosen = under.filter(pl.col("profession").is_in(words))
    return dict(chosen.group_by("supplier").agg(pl.col(amount).sum()).iter_rows())
