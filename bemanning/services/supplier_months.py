"""What suppliers have invoiced and worked, by unit and month, as the mappings read it. A month is read once.

It is read with its year: twelve months take little more than one, and who looks at one looks at those beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import CostKind
from bemanning.services.cube import mapped_cost, mapped_hours
from bemanning.services.drill_down import with_supplier_names
from bemanning.services.figures import Figures


class SupplierCells(Protocol):
    """Where the rows are read: `Session.cells` of the store."""

    def supplier_costs(self, months: Sequence[str], accounts: Sequence[str]) -> pl.DataFrame:
        """Sum cost cells of some months and accounts per month, account, ansvar, supplier and measure → amount_ore."""
        ...

    def supplier_hours(self, months: Sequence[str]) -> pl.DataFrame:
        """Sum externals' hours of some months per month, unit, code, time_kind and supplier → centihours."""
        ...


@dataclass(frozen=True, slots=True)
class SupplierRows:
    """invoiced: agency cost, amount_ore. worked: external hours, centihours.

    Both by row (the unit's in the figures), column (the month's), profession and supplier, named by the aliases.
    """

    invoiced: pl.DataFrame
    worked: pl.DataFrame


@dataclass(frozen=True, eq=False)
class SupplierMonths:
    """The months of one set of figures (`Figures.derived`), which thus keeps them as long as they hold."""

    figures: Figures
    _read: dict[Month, SupplierRows] = field(default_factory=dict)

    def rows(self, cells: SupplierCells, months: Sequence[Month]) -> SupplierRows:
        """Give the rows of some months, at least one, which the figures must cover."""
        if unread := {month.year for month in months if month not in self._read}:
            self._read.update(self._by_month(cells, [month for month in self.figures.months if month.year in unread]))
        found = [self._read[month] for month in months]
        return SupplierRows(pl.concat([each.invoiced for each in found]), pl.concat([each.worked for each in found]))

    def _by_month(self, cells: SupplierCells, months: Sequence[Month]) -> dict[Month, SupplierRows]:
        names = [str(month) for month in months]
        invoiced, worked = self._invoiced(cells, names), self._worked(cells, names)
        columns = [(month, pl.col("column") == self.figures.column(month)) for month in months]
        return {month: SupplierRows(invoiced.filter(is_its), worked.filter(is_its)) for month, is_its in columns}

    def _invoiced(self, cells: SupplierCells, months: Sequence[str]) -> pl.DataFrame:
        rules = self.figures.mappings.accounts or ()
        accounts = sorted({rule.account for rule in rules if rule.cost_kind is CostKind.AGENCY})
        # An account may have been something else in one of the months.
        mapped = mapped_cost(cells.supplier_costs(months, accounts), rules)
        return self._placed(mapped.filter(pl.col("cost_kind") == CostKind.AGENCY.value), "amount_ore")

    def _worked(self, cells: SupplierCells, months: Sequence[str]) -> pl.DataFrame:
        codes, aliases = self.figures.mappings.codes or (), self.figures.mappings.unit_aliases or ()
        mapped = mapped_hours(cells.supplier_hours(months), codes, aliases)
        return self._placed(mapped.filter(pl.col("worked")), "centihours")

    def _placed(self, cells: pl.DataFrame, amount: str) -> pl.DataFrame:
        units = pl.DataFrame({"ansvar": self.figures.units}, schema={"ansvar": pl.String}).with_row_index("row")
        names = [str(month) for month in self.figures.months]
        months = pl.DataFrame({"month": names}).with_row_index("column")
        placed = with_supplier_names(cells, self.figures.mappings).join(units, on="ansvar").join(months, on="month")
        keys = ("row", "column", "profession", "supplier")
        return placed.group_by(keys).agg(pl.col(amount).sum())
