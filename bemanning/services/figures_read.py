"""The figures built: from the store's cubes as they are, or from what cubes would hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Organisation
from bemanning.domain.vocabulary import UNMAPPED, NodeKind, Source
from bemanning.kpi.panel import BoolArray
from bemanning.services.cube_rows import CubeRows, read_rows
from bemanning.services.figures import Figures
from bemanning.services.heroma_cost import HeromaCost, heroma_cost
from bemanning.services.placement import completed, region_root
from bemanning.services.settings import settings_at
from bemanning.services.spread import Arrays, spread
from bemanning.store import CurrentMonth, Session

# What the arrays of cost and of hours are kept by.
COST_KEY, HOURS_KEY = ("profession", "cost_kind"), ("profession", "employment")


def read_figures(session: Session) -> Figures | None:
    """Read everything that counts now. None where no month is loaded."""
    return figures_of_rows(read_rows(session))


def figures_of_rows(rows: CubeRows) -> Figures | None:
    """Build the figures of a data version. None where no month is loaded."""
    if not rows.current:
        return None
    loaded = {row.month for row in rows.current}
    months = tuple(month_range(min(loaded), max(loaded)))
    return figures_of(rows.mappings, months, rows.current, rows.cost, rows.hours)


def empty_figures(mappings: MappingSet, month: Month) -> Figures:
    """Give the figures of a store where nothing is loaded: one month, and everything missing."""
    cost = pl.DataFrame(schema={"ansvar": pl.String, "month": pl.String, "amount_ore": pl.Int64})
    return figures_of(mappings, (month,), (), cost, cost)


def figures_of(
    mappings: MappingSet,
    months: tuple[Month, ...],
    current: tuple[CurrentMonth, ...],
    cost: pl.DataFrame,
    hours: pl.DataFrame,
) -> Figures:
    """Build the figures from the store's cubes (`Session.cube`), for consecutive months."""
    booked = {source: frozenset(rows["ansvar"].unique()) for source, rows in zip(Source, (cost, hours), strict=True)}
    units = units_of(mappings, booked)
    contents = Contents(
        units=units,
        cost=spread(cost, COST_KEY, "amount_ore", units, months) if current else {},
        hours=spread(_worked(hours), HOURS_KEY, "centihours", units, months) if current else {},
        booked=booked,
        unmapped_months={
            Source.LEDGER: months_where(cost, "cost_kind"),
            Source.HEROMA: months_where(hours, "profession"),
        },
        heroma_cost=heroma_cost(hours, units, months) if current else HeromaCost.nothing(units, months),
    )
    return assembled(mappings, months, current, contents)


@dataclass(frozen=True, eq=False)
class Contents:
    """What cubes hold, over the units that `units_of` gives: see the fields of Figures."""

    units: tuple[str, ...]
    cost: Arrays
    hours: Arrays
    booked: dict[Source, frozenset[str]]
    unmapped_months: dict[Source, tuple[str, ...]]
    heroma_cost: HeromaCost


def units_of(mappings: MappingSet, booked: dict[Source, frozenset[str]]) -> tuple[str, ...]:
    """Give the codes of the organisation's units and of every unit that has a row, sorted."""
    placed = {node.code for node in mappings.nodes or () if node.kind is NodeKind.UNIT}
    return tuple(sorted(placed.union(*booked.values())))


def assembled(
    mappings: MappingSet, months: tuple[Month, ...], current: tuple[CurrentMonth, ...], contents: Contents
) -> Figures:
    """Hold what the cubes hold against the organisation and the settings."""
    settings = settings_at(months[-1], mappings.settings or ())
    organisation = Organisation(mappings.nodes or (), mappings.edges or ())
    root = region_root(organisation, settings.region_name)
    return Figures(
        months=months,
        units=contents.units,
        cost=contents.cost,
        hours=contents.hours,
        loaded=_loaded(current, months),
        current_months=current,
        mappings=mappings,
        root=root,
        organisation=completed(organisation, contents.units, root),
        settings=settings,
        unmapped_months=contents.unmapped_months,
        booked=contents.booked,
        heroma_cost=contents.heroma_cost,
    )


def months_where(cube: pl.DataFrame, column: str) -> tuple[str, ...]:
    """Give the months in which a cube's column says unmapped."""
    unmapped = cube.filter(pl.col(column) == UNMAPPED) if column in cube.columns else cube
    return tuple(sorted(unmapped["month"].unique()))


def _worked(hours: pl.DataFrame) -> pl.DataFrame:
    return hours.filter(pl.col("worked"))


def _loaded(current: tuple[CurrentMonth, ...], months: tuple[Month, ...]) -> dict[tuple[Source, str], BoolArray]:
    loaded: dict[tuple[Source, str], BoolArray] = {}
    for row in current:
        flags = loaded.setdefault((row.source, row.scope), np.zeros(len(months), dtype=np.bool_))
        flags[row.month.index - months[0].index] = True
    return loaded
