"""The figures as they would be under other mappings: what the screens show once they are saved. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import OrganisationView, Source
from bemanning.services.cube import cost_cube, hours_cube, placed_hours
from bemanning.services.figures import Figures
from bemanning.services.figures_read import COST_KEY, HOURS_KEY, Contents, assembled, months_where, units_of
from bemanning.services.mapping_difference import changed_keys
from bemanning.services.spread import realigned, spread, summed
from bemanning.store import Session


@dataclass(frozen=True, slots=True)
class CubeChange:
    """What leaves a cube (below zero) and comes into it, and the months in which something comes in unmapped."""

    rows: pl.DataFrame
    unmapped_months: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FiguresAfter:
    """The figures after, and the months in which some unit has other amounts or another place."""

    figures: Figures
    months: tuple[Month, ...]


def figures_after(session: Session, figures: Figures, mappings: MappingSet) -> FiguresAfter:
    """Give the figures that `read_figures` would give once the mappings (a merged set) are saved.

    Only cells whose account, code or unit means something else are read. unmapped_months may hold a month too many,
    and heroma_cost stays as it is now: whether an export is silent about costs takes every cell to tell.
    """
    cost, hours = cost_change(session, figures.mappings, mappings), hours_change(session, figures.mappings, mappings)
    booked = {**figures.booked, Source.HEROMA: _hours_units(session, figures, mappings)}
    units, every = units_of(mappings, booked), tuple(sorted({*figures.units, *_new_units(cost, hours)}))
    costs = spread(cost.rows, COST_KEY, "amount_ore", every, figures.months)
    worked = spread(hours.rows.filter(pl.col("worked")), HOURS_KEY, "centihours", every, figures.months)
    contents = Contents(
        units=units,
        cost=realigned(summed(realigned(figures.cost, figures.units, every), costs), every, units),
        hours=realigned(summed(realigned(figures.hours, figures.units, every), worked), every, units),
        booked=booked,
        unmapped_months={
            source: tuple(sorted({*figures.unmapped_months[source], *change.unmapped_months}))
            for source, change in ((Source.LEDGER, cost), (Source.HEROMA, hours))
        },
        heroma_cost=figures.heroma_cost.over(figures.units, units),
    )
    after = assembled(mappings, figures.months, figures.current_months, contents)
    touched = {*cost.rows["month"], *hours.rows["month"]}
    return FiguresAfter(after, tuple(m for m in figures.months if str(m) in touched or _is_moved(figures, after, m)))


def cost_change(session: Session, before: MappingSet, after: MappingSet) -> CubeChange:
    """Give what the cube of costs loses and gets: by the functions that it is written with."""
    accounts = changed_keys("accounts", before, after)
    cells = session.sums.cost(("month", "account", "ansvar", "measure"), {"account": accounts})
    old, new = (cost_cube(cells, each.accounts or ()) for each in (before, after))
    return CubeChange(_difference(old, new, "amount_ore"), months_where(new, "cost_kind"))


def hours_change(session: Session, before: MappingSet, after: MappingSet) -> CubeChange:
    """Give what the cube of hours loses and gets: by the functions that it is written with."""
    wanted = {"code": changed_keys("codes", before, after), "unit": changed_keys("unit_aliases", before, after)}
    cells = session.sums.hours(("month", "unit", "code", "employment", "time_kind"), wanted)
    old, new = (hours_cube(cells, each.codes or (), each.unit_aliases or ()) for each in (before, after))
    return CubeChange(
        _difference(old.drop("cost_ore"), new.drop("cost_ore"), "centihours"), months_where(new, "profession")
    )


def _difference(old: pl.DataFrame, new: pl.DataFrame, amount: str) -> pl.DataFrame:
    both = pl.concat([old.with_columns(-pl.col(amount)), new])
    keys = [column for column in both.columns if column != amount]
    return both.group_by(keys).agg(pl.col(amount).sum()).filter(pl.col(amount) != 0)


def _hours_units(session: Session, figures: Figures, mappings: MappingSet) -> frozenset[str]:
    """Give the ansvar that hours are booked on. They are asked for only where some Heroma unit leads elsewhere."""
    if not changed_keys("unit_aliases", figures.mappings, mappings):
        return figures.booked[Source.HEROMA]
    return frozenset(placed_hours(session.sums.hours(("month", "unit")), mappings.unit_aliases or ())["ansvar"])


def _is_moved(before: Figures, after: Figures, month: Month) -> bool:
    """Tell whether the organisation of the month is another."""
    old, new = (figures.tree(OrganisationView.THEN, month).parent_of for figures in (before, after))
    return old != new


def _new_units(*changes: CubeChange) -> set[str]:
    return {unit for change in changes for unit in change.rows["ansvar"]}
