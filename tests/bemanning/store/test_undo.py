"""Undo in any order, against a naive model: replay everything but the loads that are undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bemanning.store import Store
from tests.builders.loads import ACTOR, add, cost_cells, new_load, undo_load
from tests.conftest import Clock

MONTHS = ("2018-10", "2018-11", "2018-12")
SCOPES = ("hospital", "primary")
_companies = count(1)

# One step: load these months of a scope, or undo the load with that number (modulo those there are).
Load = tuple[str, tuple[str, ...]]
months_of_a_load = st.lists(st.sampled_from(MONTHS), min_size=1, unique=True).map(tuple)
steps = st.lists(st.tuples(st.sampled_from(SCOPES), months_of_a_load) | st.integers(0, 9), max_size=12)

Speakers = dict[tuple[str, str], int]


def speakers_by_replay(loads: Sequence[Load], undone: set[int]) -> Speakers:
    """Which load speaks for each scope and month, had the undone ones never been made."""
    speakers: Speakers = {}
    for number, (scope, months) in enumerate(loads):
        if number not in undone:
            speakers |= {(scope, month): number for month in months}
    return speakers


def _add(store: Store, number: int, scope: str, months: tuple[str, ...]) -> int:
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load(*months, scope=scope))
        session.cells.add_cost(load_id, cost_cells(*((month, "4001", number) for month in months)))
        return load_id


def _speakers(store: Store, as_known: datetime | None = None) -> dict[tuple[str, str], int]:
    with store.reading() as session:
        return {(row.scope, str(row.month)): row.load_id for row in session.at(as_known).months.current()}


def _amounts(store: Store) -> Iterator[tuple[str, str, int]]:
    with store.reading() as session:
        for scope in SCOPES:
            cells = session.cells.current_cost(scope).select("month", "amount_ore")
            yield from ((scope, month, amount) for month, amount in cells.rows())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_any_order_of_loading_and_undoing(database_url: str, steps: list[Load | int]) -> None:
    clock = Clock()
    store = Store.open(database_url, company=f"region {next(_companies)}", now=clock)
    loads: list[Load] = []
    load_ids: list[int] = []
    undone: set[int] = set()
    history: list[tuple[datetime, Speakers]] = []
    for step in steps:
        before = speakers_by_replay(loads, undone)
        if isinstance(step, tuple):
            load_ids.append(_add(store, len(loads), *step))
            loads.append(step)
        elif loads and (number := step % len(loads)) not in undone:
            changed = undo_load(store, load_ids[number])
            undone.add(number)
            assert changed == sorted(month for (_, month), speaker in before.items() if speaker == number)
        history.append((clock.at, speakers_by_replay(loads, undone)))

    expected = speakers_by_replay(loads, undone)
    assert sorted(_amounts(store)) == sorted((*key, number) for key, number in expected.items())
    for moment, speakers in history:
        assert _speakers(store, moment) == {key: load_ids[number] for key, number in speakers.items()}
    store.close()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_all_undone_leaves_nothing(store: Store, order: tuple[int, ...]) -> None:
    load_ids = [_add(store, number, "primary", MONTHS[number:]) for number in range(3)]
    for number in order:
        undo_load(store, load_ids[number])
    assert _speakers(store) == {}


def test_a_load_that_was_let_speak_for_some_of_its_months_never_takes_over_the_others(store: Store) -> None:
    first = _add(store, 1, "primary", ("2018-11", "2018-12"))
    with store.writing(ACTOR) as session:
        second = add(session, new_load("2018-11", "2018-12"), months=["2018-12"])
    undo_load(store, first)
    assert _speakers(store) == {("primary", "2018-12"): second}
