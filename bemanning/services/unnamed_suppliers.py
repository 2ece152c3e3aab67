"""Suppliers of agency staff as exports write them, without a collecting name: listed, never counted as missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from bemanning.domain.mapping import MappingSet
from bemanning.domain.vocabulary import CostKind, Employment
from bemanning.services.cube import mapped_cost, named_suppliers
from bemanning.store import Session


@dataclass(frozen=True, slots=True)
class UnnamedSupplier:
    """A supplier's text in agency cost or external hours, in some month without an alias, with its sums there."""

    text: str
    amount_ore: int
    centihours: int


def unnamed_suppliers(session: Session, mappings: MappingSet) -> tuple[UnnamedSupplier, ...]:
    """Sum them over everything loaded, largest first. A text that is itself a collecting name needs no alias."""
    places = pl.concat([_cost(session, mappings), _hours(session)])
    collecting = {alias.supplier for alias in mappings.supplier_aliases or ()}
    unnamed = named_suppliers(places, mappings.supplier_aliases or ()).filter(
        pl.col("supplier_name").is_null() & ~pl.col("supplier").is_in(sorted({*collecting, ""}))
    )
    sums = unnamed.group_by("supplier").agg(pl.col("amount_ore", "centihours").sum())
    found = [UnnamedSupplier(*row) for row in sums.select("supplier", "amount_ore", "centihours").iter_rows()]
    return tuple(sorted(found, key=lambda each: (-abs(each.amount_ore), -abs(each.centihours), each.text)))


def _cost(session: Session, mappings: MappingSet) -> pl.DataFrame:
    """Give agency cost per month and supplier."""
    agency = sorted(_agency_accounts(mappings))
    cells = session.sums.cost(("month", "account", "supplier", "measure"), {"account": agency})
    mapped = mapped_cost(cells, mappings.accounts or ()).filter(pl.col("cost_kind") == CostKind.AGENCY.value)
    return mapped.select("month", "supplier", "amount_ore", pl.lit(0, pl.Int64).alias("centihours"))


def _hours(session: Session) -> pl.DataFrame:
    """Give external hours per month and supplier."""
    external = session.sums.hours(("month", "supplier"), {"employment": [Employment.EXTERNAL.value]})
    return external.select("month", "supplier", pl.lit(0, pl.Int64).alias("amount_ore"), "centihours")


def _agency_accounts(mappings: MappingSet) -> Iterator[str]:
    return (rule.account for rule in mappings.accounts or () if rule.cost_kind is CostKind.AGENCY)
