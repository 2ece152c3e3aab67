"""Reconciliations of built figures: two even years of two units, with a deviation of each kind in the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import polars as pl

from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias
from bemanning.domain.month import Month, month_range
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import CostKind, Profession, Source
from bemanning.services.figures import Figures
from bemanning.services.reconciliation import Reconciliation, reconciliation
from tests.builders import answers, trends
from tests.builders.figures import figures_from
from tests.oracles.naive import Fact

MONTHS = tuple(month_range(Month(2017, 1), answers.DECEMBER))
UNITS = ("4101", "5211")
KR, HOUR = 100, 100
# (profession, kind) → amount of a unit and month: 1.44 and 1.4 of the wages, 1 000 and 500 kr an hour.
LEVELS = {
    ("doctor", "own"): 140_000 * KR,
    ("doctor", "overtime"): 4_000 * KR,
    ("doctor", "wage:own"): 100_000 * KR,
    ("doctor", "agency"): 80_000 * KR,
    ("doctor", "hours:external"): 80 * HOUR,
    ("nurse", "own"): 140_000 * KR,
    ("nurse", "wage:own"): 100_000 * KR,
    ("nurse", "agency"): 20_000 * KR,
    ("nurse", "hours:external"): 40 * HOUR,
}
# What is otherwise in some month, in both units.
ODD = {
    ((2018, 7), "doctor", "own"): 170_000 * KR,
    ((2018, 10), "nurse", "wage:own"): 0,
    ((2018, 8), "nurse", "own"): 0,
    ((2018, 11), "doctor", "agency"): 40_000 * KR,
    ((2018, 5), "nurse", "hours:external"): 0,
    ((2018, 6), "nurse", "agency"): 0,
}
UNMAPPED = (
    Fact((2018, 1), "4101", "unmapped", "unmapped", 5_000 * KR),
    Fact((2018, 2), "4101", "unmapped", "wage:own", 3_000 * KR),
    Fact((2018, 3), "5211", "unmapped", "hours:external", 12 * HOUR),
)
MAPPINGS = MappingSet(
    accounts=(
        AccountRule("4610", CostKind.AGENCY, Profession.DOCTOR),
        AccountRule("4620", CostKind.AGENCY, Profession.NURSE),
        AccountRule("4110", CostKind.OWN, Profession.DOCTOR),
    ),
    codes=(CodeRule("D1", Profession.DOCTOR), CodeRule("N1", Profession.NURSE)),
    supplier_aliases=(SupplierAlias("NORRSKEN AB", "Norrsken Vård AB"), SupplierAlias("Norrsken", "Norrsken Vård AB")),
)


class BuiltCells:
    """Supplier rows of December 2018, as the store would give them."""

    def supplier_costs(self, months: Sequence[str], accounts: Sequence[str]) -> pl.DataFrame:
        rows = [
            ("2018-12", "4610", "4101", "NORRSKEN AB", "actual", 60_000 * KR),
            ("2018-12", "4610", "4101", "NORRSKEN AB", "budget", 99_000 * KR),
            ("2018-12", "4620", "5211", "=Polstjärnan AB", "actual", 30_000 * KR),
            ("2018-12", "4610", "5211", "", "actual", 1_000 * KR),
        ]
        names = ("month", "account", "ansvar", "supplier", "measure")
        frame = pl.DataFrame(rows, schema={**dict.fromkeys(names, pl.String), "amount_ore": pl.Int64}, orient="row")
        return frame.filter(pl.col("month").is_in(months), pl.col("account").is_in(accounts))

    def supplier_hours(self, months: Sequence[str]) -> pl.DataFrame:
        rows = [
            ("2018-12", "4101", "D1", "ordinary", "Norrsken", 50 * HOUR),
            ("2018-12", "4101", "D1", "absence", "Norrsken", 8 * HOUR),
            ("2018-12", "5211", "N1", "ordinary", "Bara Timmar AB", 16 * HOUR),
        ]
        names = ("month", "unit", "code", "time_kind", "supplier")
        frame = pl.DataFrame(rows, schema={**dict.fromkeys(names, pl.String), "centihours": pl.Int64}, orient="row")
        return frame.filter(pl.col("month").is_in(months))


def facts(months: Sequence[Month] = MONTHS) -> list[Fact]:
    even = [
        Fact((month.year, month.number), unit, profession, kind, amount)
        for month in months
        for unit in UNITS
        for (profession, kind), amount in LEVELS.items()
    ]
    return [
        *(replace(each, amount=ODD.get((each.month, each.profession, each.kind), each.amount)) for each in even),
        *(each for each in UNMAPPED if Month(*each.month) in months),
    ]


@cache
def figures(
    absent: frozenset[tuple[Source, str, tuple[int, int]]] = frozenset(), months: tuple[Month, ...] = MONTHS
) -> Figures:
    """The figures of the same places as in the answers' catalogue; absent: what one source lacks."""
    organisation = trends.figures().mappings
    mappings = replace(MAPPINGS, nodes=organisation.nodes, edges=organisation.edges, scopes=organisation.scopes)
    loaded = [(scope, (month.year, month.number)) for month in months for scope in ("HS", "PV")]
    return figures_from(facts(months), loaded=loaded, mappings=mappings, absent=absent)


def lacking(source: Source, *months: Month) -> frozenset[tuple[Source, str, tuple[int, int]]]:
    """Name what is absent of one source in every scope."""
    return frozenset((source, scope, (each.year, each.number)) for each in months for scope in ("HS", "PV"))


def reconciliation_of(of: Figures | None = None, **selection: object) -> Reconciliation:
    """Answer for health care in December 2018 unless told otherwise."""
    asked = Selection(**{"node": "HS", "month": answers.DECEMBER, **selection})  # type: ignore[arg-type]  # any field
    return reconciliation(of or figures(), BuiltCells(), asked)
