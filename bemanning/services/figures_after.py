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
from bemanning.services.heroma_cost import HeromaCost, cost_places
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

    Only cells whose account, code or unit means something else are read, and where every hour is booked when some
    Heroma unit leads elsewhere. unmapped_months may hold a month too many.
    """
    cost, hours = cost_change(session, figures.mappings, mappings), hours_change(session, figures.mappings, mappings)
    places = _hours_places(session, figures, mappings)
    booked = figures.booked if places is None else {**figures.booked, Source.HEROMA: frozenset(places["ansvar"])}
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
        heroma_cost=_heroma_cost(figures, hours, places, (every, units)),
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
    return CubeChange(_difference(old, new, "centihours", "cost_ore"), months_where(new, "profession"))


def _difference(old: pl.DataFrame, new: pl.DataFrame, *amounts: str) -> pl.DataFrame:
    # A cost that nobody has said adds nothing.
    both = pl.concat([old.with_columns(-pl.col(amounts)), new]).with_columns(pl.col(amounts).fill_null(0))
    keys = [column for column in both.columns if column not in amounts]
    return both.group_by(keys).agg(pl.col(amounts).sum()).filter(pl.any_horizontal(pl.col(amounts) != 0))


def _hours_places(session: Session, figures: Figures, mappings: MappingSet) -> pl.DataFrame | None:
    """Give where all hours are booked, with and without cost; None where every Heroma unit leads where it did."""
    if not changed_keys("unit_aliases", figures.mappings, mappings):
        return None
    return placed_hours(session.sums.hours(("month", "unit", "employment")), mappings.unit_aliases or ())


def _heroma_cost(
    figures: Figures,
    change: CubeChange,
    places: pl.DataFrame | None,
    over: tuple[tuple[str, ...], tuple[str, ...]],
) -> HeromaCost:
    """Give Heroma's costs after. over: every unit there is before or after, and those there are after.

    Whether an export is silent about costs hangs on the units alone, whatever the codes mean.
    """
    every, units = over
    changed = spread(change.rows, HOURS_KEY, "cost_ore", every, figures.months)
    amounts = summed(realigned(figures.heroma_cost.amounts, figures.units, every), changed)
    moved = figures.heroma_cost.over(figures.units, units)
    unpriced, priced = (moved.unpriced, moved.priced) if places is None else cost_places(places, units, figures.months)
    return HeromaCost(realigned(amounts, every, units), unpriced, priced)


def _is_moved(before: Figures, after: Figures, month: Month) -> bool:
    """Tell whether the organisation of the month is another."""
    old, new = (figures.tree(OrganisationView.THEN, month).parent_of for figures in (before, after))
    return old != new


def _new_units(*changes: CubeChange) -> set[str]:
    return {unit for change in changes for unit in change.rows["ansvar"]}
