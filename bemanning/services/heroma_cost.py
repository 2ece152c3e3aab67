"""What Heroma says that time cost, and where it says nothing: an export without the column is silent, not zero."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Employment
from bemanning.kpi.panel import BoolArray, IntArray
from bemanning.services.spread import realigned, spread


@dataclass(frozen=True, eq=False, slots=True)
class HeromaCost:
    """amounts: (profession, employment) → öre, units × months; absence that is paid for counts too.

    unpriced, priced: employment → units × months, where there are hours without a cost and with one.
    """

    amounts: dict[tuple[str, str], IntArray]
    unpriced: dict[Employment, BoolArray]
    priced: dict[Employment, BoolArray]

    @classmethod
    def nothing(cls, units: tuple[str, ...], months: tuple[Month, ...]) -> HeromaCost:
        """Hold nothing: no file is loaded."""
        nowhere = {employment: np.zeros((len(units), len(months)), dtype=np.bool_) for employment in Employment}
        return cls({}, nowhere, nowhere)

    def over(self, units: tuple[str, ...], new_units: tuple[str, ...]) -> HeromaCost:
        """Give the same over other units: a unit that is new has nothing, one that is left out takes it along."""
        unpriced, priced = (
            {each: _moved(flags, units, new_units) for each, flags in places.items()}
            for places in (self.unpriced, self.priced)
        )
        return HeromaCost(realigned(self.amounts, units, new_units), unpriced, priced)

    def silent(self, employment: Employment, unit_scopes: IntArray, scopes: int) -> BoolArray:
        """Tell for each unit and month whether its scope has such hours and a cost for none of them.

        unit_scopes: the position of each unit's scope in each month, units × months. A blank among costs is zero:
        the export has the column then.
        """
        silent = np.zeros_like(self.priced[employment])
        for position in range(scopes):
            of_scope = unit_scopes == position
            has_hours = (self.unpriced[employment] & of_scope).any(axis=0)
            has_cost = (self.priced[employment] & of_scope).any(axis=0)
            silent |= of_scope & has_hours & ~has_cost
        return silent


def cost_places(
    hours: pl.DataFrame, units: tuple[str, ...], months: tuple[Month, ...]
) -> tuple[dict[Employment, BoolArray], dict[Employment, BoolArray]]:
    """Tell where there are hours without a cost, and with one: of rows with month, ansvar, employment and cost_ore."""
    is_priced = pl.col("cost_ore").is_not_null()
    return _places(hours.filter(~is_priced), units, months), _places(hours.filter(is_priced), units, months)


def heroma_cost(hours: pl.DataFrame, units: tuple[str, ...], months: tuple[Month, ...]) -> HeromaCost:
    """Read the cost out of the hours' cube (`Session.cube.hours`)."""
    known = hours.filter(pl.col("cost_ore").is_not_null())
    amounts = spread(known, ("profession", "employment"), "cost_ore", units, months)
    return HeromaCost(amounts, *cost_places(hours, units, months))


def _moved(flags: BoolArray, units: tuple[str, ...], new_units: tuple[str, ...]) -> BoolArray:
    key = ("", "")
    moved: BoolArray = realigned({key: flags.astype(np.int64)}, units, new_units)[key] > 0
    return moved


def _places(rows: pl.DataFrame, units: tuple[str, ...], months: tuple[Month, ...]) -> dict[Employment, BoolArray]:
    one = pl.lit(1, pl.Int64).alias("rows")
    counted = spread(rows.with_columns(one, pl.lit("").alias("any")), ("any", "employment"), "rows", units, months)
    places = {each: np.zeros((len(units), len(months)), dtype=np.bool_) for each in Employment}
    for (_, employment), counts in counted.items():
        places[Employment(employment)] |= counts > 0
    return places
