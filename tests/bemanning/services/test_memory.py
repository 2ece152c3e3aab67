"""What is kept in memory of earlier days: as much as is needed, and never what may have changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.known_on import end_of_day
from bemanning.services.memory import DAYS_KEPT, Memory
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import ledger_file
from tests.conftest import Clock

FIRST = date(2019, 1, 15)


def a_month(number: int, amount: int = 100) -> tuple[str, str, str, int]:
    return f"2018-{number:02}", "4610", "0101", amount


@pytest.fixture
def memory(services: RegionServices, load: Loader, clock: Clock) -> Memory:
    """A month loaded on the first day, another on the second; and now it is the third."""
    load(ledger_file("januari.xlsx", a_month(1)))
    clock.at += timedelta(days=1)
    load(ledger_file("februari.xlsx", a_month(2)))
    clock.at += timedelta(days=1)
    return Memory(services.store)


def months_known(memory: Memory, day: date) -> list[str]:
    return [str(row.month) for row in memory.known(day).rows.current]


def test_an_earlier_day_is_told_with_what_was_loaded_then(memory: Memory) -> None:
    days = [FIRST + timedelta(days=each) for each in range(-1, 3)]
    both = ["2018-01", "2018-02"]
    assert [months_known(memory, day) for day in days] == [[], ["2018-01"], both, both]
    assert [[load.file_name for load in memory.known(day).loads] for day in days[:2]] == [[], ["januari.xlsx"]]
    assert memory.known(days[1]).as_known == end_of_day(FIRST)


def test_before_anything_was_loaded_there_are_no_figures_and_the_day_is_named(memory: Memory) -> None:
    known = memory.known(FIRST - timedelta(days=1))
    with pytest.raises(UserError) as raised:
        _ = known.loaded
    (fault,) = raised.value.faults
    assert (fault.code, fault.params) == (FaultCode.NOTHING_KNOWN, {"date": "2019-01-14"})


def test_a_day_that_is_over_is_read_once(memory: Memory, load: Loader) -> None:
    known = memory.known(FIRST)
    load(ledger_file("rättad.xlsx", a_month(1, 700)))
    assert memory.known(FIRST) is known


def test_a_day_that_is_not_over_is_read_again_when_something_changes(
    memory: Memory, load: Loader, clock: Clock
) -> None:
    today = clock.at.date()
    before = memory.known(today)
    assert memory.known(today) is before
    load(ledger_file("mars.xlsx", a_month(3)))
    assert months_known(memory, today) == ["2018-01", "2018-02", "2018-03"]


def test_the_days_that_were_asked_for_last_are_kept(memory: Memory) -> None:
    days = [FIRST - timedelta(days=each) for each in range(DAYS_KEPT + 1)]
    kept = [memory.known(day) for day in days[:DAYS_KEPT]]
    assert memory.known(days[0]) is kept[0]
    memory.known(days[DAYS_KEPT])
    assert memory.known(days[0]) is kept[0]
    assert memory.known(days[1]) is not kept[1]


def test_nothing_has_ever_changed_in_a_new_store(store: Store) -> None:
    assert store.changed_at() is None
    assert months_known(Memory(store), FIRST) == []


def test_an_undone_load_was_not_undone_before(services: RegionServices, memory: Memory, actor: Actor) -> None:
    (january,) = memory.known(FIRST).loads
    services.undo(january.id, actor)
    then = services.store
    with then.reading() as session:
        (as_known,) = session.at(end_of_day(FIRST)).loads.newest_first()
        undone = session.loads.get(january.id)
    assert as_known == january
    assert (january.undone_at, january.current_months) == (None, ("2018-01",))
    assert undone is not None
    assert undone.undone_at is not None
    assert undone.undone_at > datetime(2019, 1, 17, tzinfo=UTC)
