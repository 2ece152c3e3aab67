"""The cubes' rows as they count in one data version. What an earlier version has already read is not read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.store import CurrentMonth, Session


@dataclass(frozen=True, eq=False, slots=True)
class CubeRows:
    """cost, hours: as `Session.cube` gives them, for every month in `current`, under these mappings."""

    mappings: MappingSet
    current: tuple[CurrentMonth, ...]
    cost: pl.DataFrame
    hours: pl.DataFrame


def read_rows(session: Session, before: CubeRows | None = None) -> CubeRows:
    """Read the rows. before: an earlier version's of the same store; months that are the same are taken from it."""
    mappings, current = session.mappings.read(), tuple(session.months.current())
    same = _same_months(before, mappings, current)
    if before is None or not same:
        return CubeRows(mappings, current, session.cube.cost(), session.cube.hours())
    changed = {row.month for row in current} - same
    return CubeRows(
        mappings=mappings,
        current=current,
        cost=pl.concat([_of(before.cost, same), session.cube.cost(changed)]),
        hours=pl.concat([_of(before.hours, same), session.cube.hours(changed)]),
    )


def _of(rows: pl.DataFrame, months: set[Month]) -> pl.DataFrame:
    return rows.filter(pl.col("month").is_in([str(month) for month in months]))


def _same_months(before: CubeRows | None, mappings: MappingSet, current: Iterable[CurrentMonth]) -> set[Month]:
    """Give the months that the same loads speak for as before: a load's cube changes only with what made it."""
    if before is None or _makes_cubes(before.mappings) != _makes_cubes(mappings):
        return set()
    now, then = _speaking(current), _speaking(before.current)
    return {month for month, loads in now.items() if then.get(month) == loads}


def _makes_cubes(mappings: MappingSet) -> tuple[object, ...]:
    return mappings.accounts, mappings.codes, mappings.unit_aliases


def _speaking(current: Iterable[CurrentMonth]) -> dict[Month, set[int]]:
    loads: dict[Month, set[int]] = {}
    for row in current:
        loads.setdefault(row.month, set()).add(row.load_id)
    return loads
