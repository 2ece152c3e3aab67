"""Enheter's answers, with plausible constructed figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.value import MissingReason, Series, Value
from bemanning.domain.vocabulary import Definition, NodeKind, Profession
from bemanning.services.drill_down import DrillCell, DrillDown, SupplierSum, Voucher
from bemanning.services.outliers import RowSums, find_outliers
from bemanning.services.unit_tree import UnitTree
from bemanning.services.unit_tree_row import TreeRow
from tests.builders.answers import DECEMBER, MISSING_MARCH, PRIMARY_CARE, history, load, resolved


@dataclass(frozen=True)
class BuiltRow:
    """A row whose figures are given."""

    node: Node
    parent: str | None
    depth: int
    child_count: int
    share: Value
    change_on_year_pp: Value
    over_target_pp: Value | None
    agency_cost_ore: Value
    own_cost_ore: Value
    change_on_year_ore: Value
    cost_deviation_ore: Value
    history: Series


def tree_row(code: str, name: str, parent: str | None, depth: int, **changes: object) -> BuiltRow:
    """A row of the tree; unlike figures tell the rows apart."""
    number = sum(map(ord, code)) % 40
    fields = {
        "node": Node(code, name, NodeKind.UNIT if depth > 1 else NodeKind.AREA),
        "parent": parent,
        "depth": depth,
        "child_count": 0,
        "share": Value.of(Fraction(number, 2)),
        "change_on_year_pp": Value.of(Fraction(-number, 10)),
        "over_target_pp": None,
        "agency_cost_ore": Value.of(number * 10_000_000),
        "own_cost_ore": Value.of(number * 40_000_000),
        "change_on_year_ore": Value.of(-number * 1_000_000),
        "cost_deviation_ore": Value.of(number * 500_000),
        "history": history(Profession.DOCTOR),
    }
    return BuiltRow(**{**fields, **changes})  # type: ignore[arg-type]


def tree_rows() -> tuple[BuiltRow, ...]:
    no_share = Value(None, MissingReason.ZERO_DENOMINATOR)
    return (
        tree_row("HS", "Hälso- och sjukvård", None, 0, child_count=3),
        tree_row("PV", "Primärvården", "HS", 1, child_count=2),
        tree_row("4101", "Hälsocentralen Ås", "PV", 2, share=Value.of(30), agency_cost_ore=Value.of(900_000_000)),
        tree_row("4107", "Hälsocentralen Östra", "PV", 2, share=Value.of(10)),
        tree_row("MED", "Medicinkliniken", "HS", 1, child_count=1, share=MISSING_MARCH, agency_cost_ore=MISSING_MARCH),
        tree_row("5211", "Mottagningen", "MED", 2, share=no_share),
        tree_row("ADM", "Åre administration", "HS", 1),
    )


def row_sums(rows: Sequence[TreeRow]) -> RowSums:
    """The sums that the rows' figures say."""

    def whole(value: Value) -> int | None:
        return None if value.number is None else int(value.number)

    costs = [(whole(row.agency_cost_ore), whole(row.own_cost_ore)) for row in rows]
    known = [None if agency is None or own is None else (agency, own) for agency, own in costs]
    return RowSums(known, [whole(row.change_on_year_ore) for row in rows])


def unit_tree(**changes: object) -> UnitTree:
    rows = tree_rows()
    fields = {
        "selection": resolved(),
        "rows": rows,
        "outliers": find_outliers(rows, row_sums(rows), Definition.TOTAL),
        "source_loads": (load(1),),
    }
    return UnitTree(**{**fields, **changes})  # type: ignore[arg-type]


def drill(cell: DrillCell | None = None, **changes: object) -> DrillDown:
    cell = cell or DrillCell("PV")
    unit = Node("4101", "Hälsocentralen Ås", NodeKind.UNIT)
    every = (
        Voucher(Month(2018, 11), unit, "5011", "Norrsken Vård AB", "V1", 100_050),
        Voucher(Month(2018, 12), unit, "5011", "", "=V2", -25),
    )
    vouchers = tuple(each for each in every if cell.supplier in {None, each.supplier})
    fields = {
        "selection": resolved(),
        "cell": cell,
        "node": PRIMARY_CARE,
        "months": DECEMBER.window() if cell.month is None else (cell.month,),
        "cell_ore": Value.of(150_025),
        "by_month": tuple((month, None if month.number == 3 else 12_500) for month in DECEMBER.window()),
        "suppliers": (SupplierSum("Norrsken Vård AB", 1, 100_050), SupplierSum("", 1, -25)),
        "without_vouchers_ore": Value.of(50_000),
        "vouchers": vouchers,
        "vouchers_left": SupplierSum(cell.supplier or "", 0, 0),
    }
    return DrillDown(**{**fields, **changes})  # type: ignore[arg-type]
