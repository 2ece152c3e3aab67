"""What no mapping knows, with its amount: shown, never dropped and never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from bemanning.domain.mapping import MappingSet
from bemanning.domain.vocabulary import UNMAPPED, AmountMeasure
from bemanning.services.cube import mapped_codes, mapped_cost, mapped_hours, placed_hours
from bemanning.services.figures import Figures
from bemanning.services.tallies import Tallies


@dataclass(frozen=True, slots=True)
class UnmappedItem:
    """One account, code or unit that no mapping knows, with its sums.

    kind: "account" (amount_ore), "code" (centihours) or "unit" (whichever the cells hold).
    """

    kind: str
    code: str
    amount_ore: int
    centihours: int


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Everything unmapped: accounts, then codes, then units; largest first within each."""

    items: tuple[UnmappedItem, ...]

    @property
    def accounts(self) -> tuple[UnmappedItem, ...]:
        """The accounts: what may be missing from every cost and share."""
        return tuple(item for item in self.items if item.kind == "account")

    @property
    def accounts_ore(self) -> int:
        """The unmapped accounts' amount, öre, over every loaded month."""
        return sum(item.amount_ore for item in self.accounts)

    @property
    def codes_centihours(self) -> int:
        """The unmapped codes' hours, centihours, over every loaded month."""
        return sum(item.centihours for item in self.items if item.kind == "code")


def find_unmapped(cost: pl.DataFrame | None, hours: pl.DataFrame | None, mappings: MappingSet) -> Unmapped:
    """Sum what is unmapped in cost cells and hours cells (COST_CELL_COLUMNS, HOURS_CELL_COLUMNS), one of them."""
    items: list[UnmappedItem] = []
    places: list[pl.DataFrame] = []
    if cost is not None:
        items += _accounts(cost, mappings)
        outcome = cost.filter(pl.col("measure") == AmountMeasure.ACTUAL.value)
        places.append(outcome.select("ansvar", "amount_ore", pl.lit(0, pl.Int64).alias("centihours")))
    if hours is not None:
        items += _codes(hours, mappings)
        placed = mapped_hours(hours, (), mappings.unit_aliases or ())
        places.append(placed.select("ansvar", pl.lit(0, pl.Int64).alias("amount_ore"), "centihours"))
    return Unmapped((*items, *_unplaced(pl.concat(places), mappings)))


def unmapped_of(tallies: Tallies, mappings: MappingSet) -> Unmapped:
    """Sum what is unmapped in everything loaded, under whatever mappings."""
    cost = tallies.places.filter(pl.col("measure") == AmountMeasure.ACTUAL.value)
    hours = placed_hours(tallies.units, mappings.unit_aliases or ())
    places = [
        cost.select("ansvar", "amount_ore", pl.lit(0, pl.Int64).alias("centihours")),
        hours.select("ansvar", pl.lit(0, pl.Int64).alias("amount_ore"), "centihours"),
    ]
    items = (*_accounts(tallies.accounts, mappings), *_codes(tallies.codes, mappings))
    return Unmapped((*items, *_unplaced(pl.concat(places), mappings)))


def is_all_mapped(figures: Figures) -> bool:
    """Tell, from the figures alone, that nothing is unmapped: then nothing more need be read."""
    return not any(figures.unmapped_months.values()) and set(figures.units) <= _placed(figures.mappings)


def _accounts(cost: pl.DataFrame, mappings: MappingSet) -> Iterable[UnmappedItem]:
    mapped = mapped_cost(cost.select("month", "account", "measure", "amount_ore"), mappings.accounts or ())
    return _items("account", mapped.filter(pl.col("cost_kind") == UNMAPPED), "account", "amount_ore")


def _codes(hours: pl.DataFrame, mappings: MappingSet) -> Iterable[UnmappedItem]:
    mapped = mapped_codes(hours, mappings.codes or ())
    return _items("code", mapped.filter(pl.col("profession") == UNMAPPED), "code", "centihours")


def _placed(mappings: MappingSet) -> set[str]:
    edges = mappings.edges or ()
    return {edge.child for edge in edges} | {edge.parent for edge in edges}


def _unplaced(cells: pl.DataFrame, mappings: MappingSet) -> Iterable[UnmappedItem]:
    lost = cells.filter(~pl.col("ansvar").is_in(sorted(_placed(mappings))))
    return _items("unit", lost, "ansvar", "amount_ore", "centihours")


def _items(kind: str, cells: pl.DataFrame, key: str, *amounts: str) -> Iterable[UnmappedItem]:
    sums = cells.group_by(key).agg(pl.col(amounts).sum())
    found = [
        UnmappedItem(kind, row[key], row.get("amount_ore", 0), row.get("centihours", 0))
        for row in sums.iter_rows(named=True)
    ]
    return sorted(found, key=lambda item: (-abs(item.amount_ore), -abs(item.centihours), item.code))
