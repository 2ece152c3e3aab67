"""Rows that are taken from an earlier version are those that reading everything gives."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import AccountRule
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.cube_rows import CubeRows, read_rows
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import MAPPINGS, hours_file, ledger_file

DOCTORS = AccountRule("7777", CostKind.AGENCY, Profession.DOCTOR)


def _read(store: Store, before: CubeRows | None = None) -> CubeRows:
    with store.reading() as session:
        return read_rows(session, before)


def _content(rows: CubeRows) -> tuple[Any, ...]:
    return rows.mappings, rows.current, *(frame.sort(frame.columns).rows() for frame in (rows.cost, rows.hours))


def test_what_is_taken_over_is_what_reading_everything_gives(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    steps: list[Callable[[], object]] = [
        lambda: load(ledger_file("a.xlsx", ("2018-01", "4110", "0101", 1_00), ("2018-02", "4610", "0102", 2_00))),
        lambda: load(hours_file("h.xlsx", ("2018-01", "0101", "D1", "external", "absence", 8_00))),
        # A month before and a month after, a unit and an account that nobody knows.
        lambda: load(ledger_file("b.xlsx", ("2017-12", "4110", "8888", 3_00), ("2018-03", "7777", "0101", 4_00))),
        lambda: load(hours_file("i.xlsx", ("2018-01", "0101", "X9", "own", "ordinary", 9_00))),
        lambda: load(ledger_file("c.xlsx", ("2018-02", "4610", "0102", -2_50))),
        lambda: services.undo(3, actor),
        lambda: update_mappings(store, replace(MAPPINGS, accounts=(*(MAPPINGS.accounts or ()), DOCTORS)), actor),
        lambda: services.undo(1, actor),
        lambda: load(ledger_file("d.xlsx", ("2018-03", "7777", "0102", 5_00))),
    ]
    before = _read(store)
    for step in steps:
        step()
        taken_over = _read(store, before)
        assert _content(taken_over) == _content(_read(store))
        before = taken_over


def test_a_month_that_is_the_same_is_not_read_again(load: Loader, store: Store, actor: Actor) -> None:
    load(ledger_file("a.xlsx", ("2018-01", "4110", "0101", 1_00), ("2018-03", "4110", "0101", 3_00)))
    read = _read(store)
    # No file says this: it can only come from the rows before.
    before = replace(read, cost=read.cost.with_columns(pl.lit(7, pl.Int64).alias("amount_ore")))
    load(ledger_file("b.xlsx", ("2018-03", "4110", "0101", 4_00)))
    after = _read(store, before)
    assert sorted(after.cost.select("month", "amount_ore").rows()) == [("2018-01", 7), ("2018-03", 4_00)]
    update_mappings(store, replace(MAPPINGS, accounts=()), actor)
    assert sorted(_read(store, after).cost["amount_ore"]) == [1_00, 4_00]
