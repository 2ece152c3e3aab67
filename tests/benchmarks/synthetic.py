"""A made-up region of any size, written straight into a store: what the benchmarks measure on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.random import Generator, default_rng

from bemanning.domain.actor import Actor
from bemanning.domain.goal import Event
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, Setting
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month, month_range
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.parsed_file import COST_CELL_COLUMNS, HOURS_CELL_COLUMNS, VOUCHER_COLUMNS
from bemanning.domain.vocabulary import CostKind, Employment, NodeKind, Profession, Source, TimeKind
from bemanning.services.ingest import write_cube
from bemanning.services.mapping_update import update_mappings
from bemanning.services.settings import REGION_NAME
from bemanning.store import NewLoad, Store

ACTOR = Actor("Mätning", "system")
# Calendar 2015 is in every region, so that every comparison with it is made.
FIRST_MONTH = Month(2015, 1)
SCOPES = ("SJ", "PV")
_UNITS_PER_CLINIC = 20
# In January some units move to another clinic: "the organisation of that time" has a tree a year.
_MOVED_EACH_YEAR = 0.03
# How many units have each row in a month: all have own doctors, few hire one.
_COST_ROWS = {
    (CostKind.OWN, Profession.DOCTOR): 0.9,
    (CostKind.OWN, Profession.NURSE): 1.0,
    (CostKind.OWN, Profession.OTHER): 1.0,
    (CostKind.OVERTIME, Profession.DOCTOR): 0.5,
    (CostKind.OVERTIME, Profession.NURSE): 0.7,
    (CostKind.AGENCY, Profession.DOCTOR): 0.3,
    (CostKind.AGENCY, Profession.NURSE): 0.3,
    (CostKind.AGENCY, Profession.OTHER): 0.1,
}
_HOURS_ROWS = {
    (Employment.OWN, TimeKind.ORDINARY): 1.0,
    (Employment.OWN, TimeKind.ABSENCE): 0.8,
    (Employment.EXTERNAL, TimeKind.ORDINARY): 0.3,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region's size. The same size and seed give the same region."""

    units: int
    years: int
    seed: int = 2015

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month that is loaded."""
        return tuple(month_range(FIRST_MONTH, FIRST_MONTH.plus(12 * self.years - 1)))


def build(store: Store, region: Region) -> None:
    """Fill an empty store with the region: a load per month, source and scope, as a region's files come in."""
    chance = default_rng(region.seed)
    mappings = _mappings(region, chance)
    update_mappings(store, mappings, ACTOR)
    for month in region.months:
        for position, scope in enumerate(SCOPES):
            units = _units(region)[position :: len(SCOPES)]
            cost, hours = _cost_cells(units, month, chance), _hours_cells(units, month, chance)
            _load(store, mappings, _new_load(Source.LEDGER, scope, month, cost), cost)
            _load(store, mappings, _new_load(Source.HEROMA, scope, month, hours), hours)


def _units(region: Region) -> list[str]:
    """Give the units' codes; every other one belongs to the first scope."""
    return [f"{10_000 + at}" for at in range(region.units)]


def _mappings(region: Region, chance: Generator) -> MappingSet:
    clinics = max(1, round(region.units / len(SCOPES) / _UNITS_PER_CLINIC))
    upper = list(_upper_edges(clinics))
    return MappingSet(
        accounts=tuple(AccountRule(_account(kind, who), kind, who) for kind, who in _COST_ROWS),
        codes=tuple(CodeRule(who.value, who) for who in Profession),
        nodes=(
            Node("R", "Mätregionen", NodeKind.REGION),
            *(Node(edge.child, f"Enhet {edge.child}", _kind(edge.child)) for edge in upper),
            *(Node(unit, f"Mottagning {unit}", NodeKind.UNIT) for unit in _units(region)),
        ),
        edges=(*upper, *_unit_edges(region, clinics, chance)),
        scopes=(Scope("SJ", "Sjukhus", "SJ", is_default=True), Scope("PV", "Primärvård", "PV")),
        events=(Event(FIRST_MONTH.plus(24), "Beslut", "påhittad"),),
        settings=(Setting(REGION_NAME, "Mätregionen"),),
    )


def _upper_edges(clinics: int) -> Iterator[Edge]:
    """Place scopes under the region, areas under scopes, and clinics under areas, five to each."""
    for scope in SCOPES:
        yield Edge(scope, "R")
        for at in range(clinics):
            if at % 5 == 0:
                yield Edge(f"{scope}{at // 5}", scope)
            yield Edge(f"{scope}{at // 5}-{at}", f"{scope}{at // 5}")


def _kind(code: str) -> NodeKind:
    if "-" in code:
        return NodeKind.CLINIC
    return NodeKind.DIVISION if code in SCOPES else NodeKind.AREA


def _unit_edges(region: Region, clinics: int, chance: Generator) -> Iterator[Edge]:
    for at, unit in enumerate(_units(region)):
        scope, clinic, begun = SCOPES[at % len(SCOPES)], at // len(SCOPES) % clinics, ALWAYS_FROM
        for year in range(1, region.years):
            if chance.random() < _MOVED_EACH_YEAR and clinics > 1:
                january = FIRST_MONTH.plus(12 * year)
                yield Edge(unit, f"{scope}{clinic // 5}-{clinic}", begun, january.plus(-1))
                clinic, begun = (clinic + 1) % clinics, january
        yield Edge(unit, f"{scope}{clinic // 5}-{clinic}", begun, ALWAYS_TO)


def _account(kind: CostKind, profession: Profession) -> str:
    return f"4{list(CostKind).index(kind)}{list(Profession).index(profession)}0"


def _cost_cells(units: list[str], month: Month, chance: Generator) -> pl.DataFrame:
    parts = [
        _cells(units, part, chance, account=_account(kind, who), supplier="Bolaget" if kind is CostKind.AGENCY else "")
        for (kind, who), part in _COST_ROWS.items()
    ]
    blank = dict.fromkeys(("activity", "project", "counterparty"), "")
    named = pl.concat(parts).rename({"unit": "ansvar", "amount": "amount_ore"})
    return _with(named, COST_CELL_COLUMNS, month=str(month), measure="actual", **blank)


def _hours_cells(units: list[str], month: Month, chance: Generator) -> pl.DataFrame:
    parts = [
        _cells(units, part, chance, code=who.value, employment=employment.value, time_kind=time_kind.value)
        for (employment, time_kind), part in _HOURS_ROWS.items()
        for who in Profession
    ]
    named = pl.concat(parts).rename({"amount": "centihours"})
    empty = {name: pl.lit(None, pl.Int64) for name in ("cost_ore", "head_count")}
    return _with(named.with_columns(**empty), HOURS_CELL_COLUMNS, month=str(month), supplier="")


def _cells(units: list[str], part: float, chance: Generator, **constants: str) -> pl.DataFrame:
    """Give an amount for about such a part of the units."""
    chosen = np.flatnonzero(chance.random(len(units)) < part)
    amounts = chance.integers(1_000, 50_000_000, len(chosen))
    return _with(pl.DataFrame({"unit": [units[at] for at in chosen], "amount": amounts}), None, **constants)


def _with(frame: pl.DataFrame, columns: tuple[str, ...] | None, **constants: str) -> pl.DataFrame:
    whole = frame.with_columns(**{name: pl.lit(value) for name, value in constants.items()})
    return whole if columns is None else whole.select(columns)


def _new_load(source: Source, scope: str, month: Month, cells: pl.DataFrame) -> NewLoad:
    amount = "amount_ore" if source is Source.LEDGER else "centihours"
    name = f"{source.value}-{scope}-{month}"
    return NewLoad(
        source=source, scope=scope, file_name=f"{name}.xlsx", sha256=name, content_hash=name, profile="synthetic",
        profile_version=1, months=(str(month),), rows=cells.height, total=int(cells[amount].sum()),
    )  # fmt: skip


def _load(store: Store, mappings: MappingSet, new: NewLoad, cells: pl.DataFrame) -> None:
    with store.writing(ACTOR) as session:
        load_id = session.loads.add(new)
        if new.source is Source.LEDGER:
            session.cells.add_cost(load_id, cells)
            session.cells.add_vouchers(load_id, _vouchers(cells))
        else:
            session.cells.add_hours(load_id, cells)
        write_cube(session, mappings, load_id, new.source, cells)
        session.months.switch(load_id, new.source, new.scope, new.months)
        session.log.add("load", new.file_name, {})


def _vouchers(cells: pl.DataFrame) -> pl.DataFrame:
    """Give each agency cell one voucher."""
    agency = cells.filter(pl.col("supplier") != "")
    numbered = agency.with_row_index("number").with_columns(pl.format("V{}", "number").alias("voucher"))
    return numbered.select(VOUCHER_COLUMNS)
