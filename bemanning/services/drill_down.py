"""From a cost cell to what it is made of: node → supplier → agency vouchers, whose sum is the cell's to the öre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import AmountMeasure, CostKind, OrganisationView, Profession
from bemanning.services.cube import mapped_cost, named_suppliers
from bemanning.services.figures import Figures
from bemanning.services.node_figures import node_figures
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.store import Session

# What a screen shows of a supplier's vouchers; the rest is one line with its sum, and in the exports.
VOUCHERS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class DrillCell:
    """Which cell to open: a node's agency cost in one month, or over the selection's R12 window (month None)."""

    node: str
    month: Month | None = None
    supplier: str | None = None


@dataclass(frozen=True, slots=True)
class Voucher:
    """One voucher row of an agency account. supplier: its name by the aliases; "" where the export has none."""

    month: Month
    ansvar: Node
    account: str
    supplier: str
    voucher: str
    amount_ore: int


@dataclass(frozen=True, slots=True)
class SupplierSum:
    """A supplier's voucher rows, counted and summed."""

    supplier: str
    rows: int
    amount_ore: int


@dataclass(frozen=True, slots=True)
class DrillDown:
    """A cell, opened. cell_ore = Σ suppliers' amount_ore + without_vouchers_ore, always.

    without_vouchers_ore: what was booked without voucher rows (a balance report has none); missing where the cell is.
    by_month: the node's cost in each month of the window, None where it is missing. vouchers: the chosen supplier's
    (every supplier's where none is chosen), by month, voucher and ansvar; vouchers_left sums those that are not given.
    """

    selection: ResolvedSelection
    cell: DrillCell
    node: Node
    months: tuple[Month, ...]
    cell_ore: Value
    by_month: tuple[tuple[Month, int | None], ...]
    suppliers: tuple[SupplierSum, ...]
    without_vouchers_ore: Value
    vouchers: tuple[Voucher, ...]
    vouchers_left: SupplierSum


def drill_down(
    figures: Figures, session: Session, selection: Selection, cell: DrillCell, most: int | None = VOUCHERS_SHOWN
) -> DrillDown:
    """Open a cell, with `most` of its vouchers (None: all).

    Raises UserError(NODE_UNKNOWN) for a node that the organisation lacks.
    """
    resolved = resolve(figures, selection)
    if cell.node not in figures.organisation.by_code:
        raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": cell.node})])
    node = node_figures(figures, cell.node, resolved.profession, resolved.view)
    months = (cell.month,) if cell.month else resolved.month.window()
    cost = node.agency_cost(months)
    rows = _rows(figures, session, resolved, cell.node, months) if cost.number is not None else _no_rows()
    suppliers = _suppliers(rows)
    chosen = rows if cell.supplier is None else rows.filter(pl.col("supplier") == cell.supplier)
    given = chosen.height if most is None else min(most, chosen.height)
    return DrillDown(
        selection=resolved,
        cell=cell,
        node=figures.organisation.by_code[cell.node],
        months=months,
        cell_ore=cost,
        by_month=node.amounts(node.agency, resolved.month.window()),
        suppliers=suppliers,
        without_vouchers_ore=cost.minus(Value.of(sum(each.amount_ore for each in suppliers))),
        vouchers=tuple(_voucher(figures, row) for row in chosen.head(given).iter_rows(named=True)),
        vouchers_left=SupplierSum(cell.supplier or "", chosen.height - given, int(chosen["amount_ore"][given:].sum())),
    )


def agency_vouchers(vouchers: pl.DataFrame, mappings: MappingSet, profession: Profession | None) -> pl.DataFrame:
    """Keep the voucher rows (VOUCHER_COLUMNS) that the mapping now counts as the profession's agency cost (None: all).

    Suppliers get the name that the aliases give them in the month.
    """
    measured = vouchers.with_columns(pl.lit(AmountMeasure.ACTUAL.value).alias("measure"))
    mapped = mapped_cost(measured, mappings.accounts or ()).filter(pl.col("cost_kind") == CostKind.AGENCY.value)
    if profession is not None:
        mapped = mapped.filter(pl.col("profession") == profession.value)
    return with_supplier_names(mapped, mappings).sort("month", "voucher", "ansvar", "supplier", "amount_ore")


def with_supplier_names(cells: pl.DataFrame, mappings: MappingSet) -> pl.DataFrame:
    """Let supplier be the name that the aliases give it in the cell's month; its own where none does."""
    named = named_suppliers(cells, mappings.supplier_aliases or ())
    return named.with_columns(pl.coalesce("supplier_name", "supplier").alias("supplier"))


def _rows(
    figures: Figures, session: Session, selection: ResolvedSelection, node: str, months: Sequence[Month]
) -> pl.DataFrame:
    """Read the vouchers of the units that lie under the node in each month."""
    wanted = places_under(figures, node, selection.view, months)
    units = sorted(set(wanted["ansvar"]))
    vouchers = session.cells.vouchers(str(months[0]), str(months[-1]), ansvar=units)
    under = vouchers.join(wanted, on=["ansvar", "month"], how="semi")
    return agency_vouchers(under, figures.mappings, selection.profession)


def places_under(figures: Figures, node: str, view: OrganisationView, months: Sequence[Month]) -> pl.DataFrame:
    """Give the units (ansvar) that lie under the node in each of the months, which the figures must cover."""
    mask = figures.mask(node, view)[:, [figures.column(month) for month in months]]
    rows, columns = mask.nonzero()
    units, names = pl.Series("ansvar", figures.units, pl.String), pl.Series("month", list(map(str, months)), pl.String)
    return pl.DataFrame([units.gather(rows), names.gather(columns)])


def _no_rows() -> pl.DataFrame:
    columns = dict.fromkeys(("month", "ansvar", "account", "supplier", "voucher"), pl.String)
    return pl.DataFrame(schema={**columns, "amount_ore": pl.Int64})


def _suppliers(rows: pl.DataFrame) -> tuple[SupplierSum, ...]:
    sums = rows.group_by("supplier").agg(pl.len(), pl.col("amount_ore").sum())
    found = [SupplierSum(*row) for row in sums.iter_rows()]
    return tuple(sorted(found, key=lambda each: (-each.amount_ore, each.supplier)))


def _voucher(figures: Figures, row: dict[str, str | int]) -> Voucher:
    return Voucher(
        month=Month.parse(str(row["month"])),
        ansvar=figures.organisation.by_code[str(row["ansvar"])],
        account=str(row["account"]),
        supplier=str(row["supplier"]),
        voucher=str(row["voucher"]),
        amount_ore=int(row["amount_ore"]),
    )
