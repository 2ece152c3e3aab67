"""Undoing, in any order: as if the load had never been made."""

from itertools import permutations

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.ingest import Undone
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.bemanning.services.test_ingest import JANUARY, STAFF, cost_rows
from tests.builders.files import ledger_file

LOADS = (
    JANUARY,
    ledger_file("februari.xlsx", ("2018-02", "4110", "0101", 5_00), ("2018-02", "4610", "0102", 6_00)),
    ledger_file(
        "båda månaderna.xlsx",
        ("2018-01", "4110", "0101", 7_00),
        ("2018-01", "4610", "0102", 8_00),
        ("2018-02", "4110", "0101", 9_00),
        ("2018-02", "4610", "0102", 10_00),
    ),
)


@pytest.mark.parametrize("undone", [order for count in (1, 2, 3) for order in permutations(range(3), count)])
def test_undo_in_any_order_restores_as_if_it_had_never_been(
    services: RegionServices, load: Loader, store: Store, actor: Actor, undone: tuple[int, ...]
) -> None:
    ids = [report.load_id for report in load(*LOADS)]
    for position in undone:
        services.undo(ids[position] or 0, actor)
    kept = [file for position, file in enumerate(LOADS) if position not in undone]
    latest = {month: file for file in kept for month in file.per_month}
    found: dict[str, int] = {}
    for month, *_keys, amount in cost_rows(store):
        found[month] = found.get(month, 0) + amount
    assert found == {month: file.per_month[month] for month, file in latest.items()}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_loading_is_irrelevant(load: Loader, store: Store, order: tuple[int, ...]) -> None:
    separate = (JANUARY, LOADS[1], STAFF)
    load(*(separate[position] for position in order))
    assert sorted(row[-1] for row in cost_rows(store)) == [5_00, 6_00, 70_00, 100_00, 900_00]


def test_undoing_what_is_not_there_is_refused(services: RegionServices, load: Loader, actor: Actor) -> None:
    with pytest.raises(UserError) as unknown:
        services.undo(99, actor)
    assert unknown.value.faults[0].code is FaultCode.LOAD_UNKNOWN
    (report,) = load(JANUARY)
    services.set_month_status(MonthsChoice(frozenset({Month(2018, 1)})), MonthStatus.CLOSED, actor)
    assert services.undo(report.load_id or 0, actor) == Undone([Month(2018, 1)], [Month(2018, 1)])
    with pytest.raises(UserError) as again:
        services.undo(report.load_id or 0, actor)
    assert again.value.faults[0].code is FaultCode.LOAD_ALREADY_UNDONE
