"""What each supplier has invoiced and worked: the ledger's rows and Heroma's, under one name by the aliases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from bemanning.domain.money import CENTI
from bemanning.domain.month import Month
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import CostKind
from bemanning.services.compared import Compared
from bemanning.services.cube import mapped_cost, mapped_hours
from bemanning.services.drill_down import places_under, with_supplier_names
from bemanning.services.figures import Figures
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.source_values import PROFESSION_WORDS


class SupplierCells(Protocol):
    """Where the rows are read: `Session.cells` of the store."""

    def supplier_costs(self, months: Sequence[str], accounts: Sequence[str]) -> pl.DataFrame:
        """Sum cost cells of some months and accounts per month, account, ansvar, supplier and measure → amount_ore."""
        ...

    def supplier_hours(self, months: Sequence[str]) -> pl.DataFrame:
        """Sum externals' hours of some months per month, unit, code, time_kind and supplier → centihours."""
        ...


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
    names = [str(month) for month in months]
    places = places_under(figures, selection.node.code, selection.view, months)
    rules = figures.mappings.accounts or ()
    accounts = sorted({rule.account for rule in rules if rule.cost_kind is CostKind.AGENCY})
    cost = mapped_cost(cells.supplier_costs(names, accounts), rules)
    hours = mapped_hours(cells.supplier_hours(names), figures.mappings.codes or (), figures.mappings.unit_aliases or ())
    words = [selection.profession.value] if selection.profession else PROFESSION_WORDS
    invoiced = _sums(cost.filter(pl.col("cost_kind") == CostKind.AGENCY.value), "amount_ore", words, places, figures)
    worked = _sums(hours.filter(pl.col("worked")), "centihours", words, places, figures)
    lines = [
        SupplierLine(each, Compared(Value.of(invoiced.get(each, 0)), Value.of(worked.get(each, 0)), CENTI))
        for each in invoiced.keys() | worked.keys()
        if invoiced.get(each) or worked.get(each)
    ]
    return tuple(sorted(lines, key=lambda line: (-(line.figures.ledger_ore.number or 0), line.supplier)))


def _sums(
    cells: pl.DataFrame, amount: str, words: Sequence[str], places: pl.DataFrame, figures: Figures
) -> dict[str, int]:
    under = cells.filter(pl.col("profession").is_in(words)).join(places, on=["ansvar", "month"], how="semi")
    named = with_supplier_names(under, figures.mappings)
    return dict(named.group_by("supplier").agg(pl.col(amount).sum()).iter_rows())
