"""The figures that are foreseen are those that are read once the mappings are saved, in everything."""

from __future__ import annotations

from itertools import count

import numpy as np
from hypothesis import HealthCheck, example, given, settings

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import AccountRule, MappingSet
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import CostKind, Employment, OrganisationView, Profession, Source
from bemanning.services.figures import Figures
from bemanning.services.figures_after import figures_after
from bemanning.services.figures_read import read_figures
from bemanning.services.ingest import LoadOptions, load_files
from bemanning.services.mapping_checks import merged
from bemanning.services.mapping_update import update_mappings
from bemanning.services.spread import Arrays
from bemanning.services.tallies import read_tallies
from bemanning.services.unmapped import is_all_mapped, unmapped_of
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, HoursRow, LedgerRow, ledger_file, paths, priced_hours_file
from tests.builders.worlds import hours_rows, ledger_rows, mapping_changes
from tests.oracles import naive_mapping

ACTOR = Actor("Kim Kontrollant", "controller")
_companies = count(1)
RULES = (*(MAPPINGS.accounts or ()), AccountRule("7777", CostKind.AGENCY, Profession.NURSE, valid_from=Month(2018, 6)))


def store_of(database_url: str, ledger: list[LedgerRow], hours: list[HoursRow]) -> Store:
    store = Store.open(database_url, company=f"region {next(_companies)}")
    update_mappings(store, MAPPINGS, ACTOR)
    # A file a scope, as feeder files are.
    files = [
        ledger_file("hsv.xlsx", *(row for row in ledger if row[2] != "0900")),
        ledger_file("stab.xlsx", *(row for row in ledger if row[2] == "0900")),
        priced_hours_file("tid.xlsx", *((*row[:5], "", row[5], cost_of(row)) for row in hours)),
    ]
    files = [file for file in files if file.per_month]
    reports = list(load_files(store, BuiltReader(*files), paths(*files), LoadOptions(), ACTOR))
    assert [report.faults for report in reports] == [()] * len(files)
    return store


def cost_of(row: HoursRow) -> int | None:
    """What Heroma says that the time cost: of every third nothing."""
    return 7 * row[5] if row[5] % 3 else None


def known(store: Store) -> Figures:
    with store.reading() as session:
        figures = read_figures(session)
    assert figures is not None
    return figures


def without_zeros(arrays: Arrays) -> dict[tuple[str, str], list[list[int]]]:
    """A key that is all zeros says the same as no key."""
    return {key: array.tolist() for key, array in arrays.items() if np.any(array)}


def unit_amounts(figures: Figures, month: Month) -> dict[tuple[str, ...], int]:
    at = figures.column(month)
    return {
        (unit, name, *key): int(array[row, at])
        for name, arrays in (("ledger", figures.cost), ("hours", figures.hours), ("cost", figures.heroma_cost.amounts))
        for key, array in arrays.items()
        for row, unit in enumerate(figures.units)
        if array[row, at]
    }


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(ledger=[("2018-12", "7777", "0101", 5)], hours=[], change=MappingSet(accounts=RULES))
@given(ledger=ledger_rows(), hours=hours_rows(), change=mapping_changes())
def test_foreseen_is_what_is_read_after_saving(
    database_url: str, ledger: list[LedgerRow], hours: list[HoursRow], change: MappingSet
) -> None:
    store = store_of(database_url, ledger, hours)
    before = known(store)
    with store.reading() as session:
        foreseen = figures_after(session, before, merged(before.mappings, change))
        tallies = read_tallies(session)
    unmapped, unmapped_before = (unmapped_of(tallies, each.mappings) for each in (foreseen.figures, before))
    update_mappings(store, change, ACTOR)
    saved = known(store)
    after = foreseen.figures
    for name in ("months", "units", "current_months", "root", "organisation", "settings", "booked"):
        assert getattr(after, name) == getattr(saved, name), name
    assert without_zeros(after.cost) == without_zeros(saved.cost)
    assert without_zeros(after.hours) == without_zeros(saved.hours)
    assert without_zeros(after.heroma_cost.amounts) == without_zeros(saved.heroma_cost.amounts)
    for employment in Employment:
        said, expected = (each.unit_cost_presence(employment) for each in (after, saved))
        assert said.tolist() == expected.tolist()
    assert {key: flags.tolist() for key, flags in after.loaded.items()} == {
        key: flags.tolist() for key, flags in saved.loaded.items()
    }
    for source in Source:
        assert set(saved.unmapped_months[source]) <= set(after.unmapped_months[source])
    # The figures alone may tell that nothing is unmapped, and only then.
    assert is_all_mapped(saved) is (not unmapped.items)
    assert naive_unmapped(ledger, hours, before.mappings) == {
        (item.kind, item.code): (item.amount_ore, item.centihours) for item in unmapped_before.items
    }
    assert naive_unmapped(ledger, hours, saved.mappings) == {
        (item.kind, item.code): (item.amount_ore, item.centihours) for item in unmapped.items
    }
    moved = {
        month
        for month in before.months
        if unit_amounts(before, month) != unit_amounts(saved, month)
        or before.tree(OrganisationView.THEN, month).parent_of != saved.tree(OrganisationView.THEN, month).parent_of
    }
    # Absence is no figure, yet its cells move: a month may be named for it alone.
    assert moved <= set(foreseen.months)
    assert set(foreseen.months) - moved <= {Month.parse(row[0]) for row in hours if row[4] == "absence"}
    store.close()


def naive_unmapped(
    ledger: list[LedgerRow], hours: list[HoursRow], mappings: MappingSet
) -> dict[tuple[str, str], tuple[int, int]]:
    edges = mappings.edges or ()
    placed = {edge.child for edge in edges} | {edge.parent for edge in edges}
    accounts = naive_mapping.unmapped_accounts(ledger, mappings.accounts or ())
    codes = naive_mapping.unmapped_codes(hours, mappings.codes or ())
    units = naive_mapping.unplaced_units(ledger, hours, mappings.unit_aliases or (), placed)
    return {
        **{("account", code): (amount, 0) for code, amount in accounts.items()},
        **{("code", code): (0, amount) for code, amount in codes.items()},
        **{("unit", code): amounts for code, amounts in units.items()},
    }
