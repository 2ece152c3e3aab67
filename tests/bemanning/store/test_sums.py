"""Cells summed in the database: only those that count now, only those that are wanted."""

import polars as pl
import pytest

from bemanning.domain.parsed_file import HOURS_CELL_COLUMNS
from bemanning.domain.vocabulary import Source
from bemanning.store import Store
from bemanning.store.sums import MOST_VALUES, Wanted
from tests.builders.loads import ACTOR, add, add_load, cost_cells, new_load, undo_load

HOURS_SCHEMA = dict.fromkeys(HOURS_CELL_COLUMNS, pl.String()) | dict.fromkeys(HOURS_CELL_COLUMNS[-3:], pl.Int64())
MANY = [str(number) for number in range(MOST_VALUES + 1)]


def load_cost(store: Store, *cells: tuple[str, str, int], supplier: str = "") -> int:
    load_id = add_load(store, *sorted({month for month, _, _ in cells}))
    with store.writing(ACTOR) as session:
        session.cells.add_cost(load_id, cost_cells(*cells, supplier=supplier))
        session.log.add("load", "", {})
    return load_id


def load_hours(store: Store, *cells: tuple[str, str, str, int, int | None]) -> int:
    rows = [(month, unit, code, "own", "ordinary", "", hours, cost, 1) for month, unit, code, hours, cost in cells]
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load(*sorted({row[0] for row in rows}), source=Source.HEROMA))
        session.cells.add_hours(load_id, pl.DataFrame(rows, schema=HOURS_SCHEMA, orient="row"))
        return load_id


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (None, [("2018-11", "4001", 5), ("2018-12", "4001", 2), ("2018-12", "4002", -7)]),
        ({"account": ["4002"]}, [("2018-12", "4002", -7)]),
        ({"account": ["4002"], "month": ["2018-11"]}, [("2018-11", "4001", 5), ("2018-12", "4002", -7)]),
        ({"account": []}, []),
        # Too many to ask for: nothing that was wanted is left out.
        ({"account": MANY}, [("2018-11", "4001", 5), ("2018-12", "4001", 2), ("2018-12", "4002", -7)]),
    ],
)
def test_cost_per_key(store: Store, wanted: Wanted | None, rows: list[tuple[str, str, int]]) -> None:
    undone = load_cost(store, ("2018-12", "4001", 1_000), ("2018-10", "4001", 1))
    load_cost(store, ("2018-11", "4001", 5), ("2018-12", "4001", 2), ("2018-12", "4002", -7))
    undo_load(store, undone)
    with store.reading() as session:
        found = session.sums.cost(("month", "account"), wanted)
    assert (found.columns, found.rows()) == (["month", "account", "amount_ore"], rows)
    assert found.schema["amount_ore"] == pl.Int64()


def test_cells_of_one_key_are_added(store: Store) -> None:
    load_cost(store, ("2018-12", "4001", 2**62), ("2018-12", "4002", -(2**61)))
    with store.reading() as session:
        assert session.sums.cost(("month",)).rows() == [("2018-12", 2**61)]


def test_hours_per_key_and_what_the_export_never_gave(store: Store) -> None:
    load_hours(store, ("2018-12", "A", "L1", 5, None), ("2018-12", "A", "L2", 7, None), ("2018-12", "B", "L1", 1, 9))
    with store.reading() as session:
        assert session.sums.hours(("unit",)).rows() == [("A", 12, None), ("B", 1, 9)]
        assert session.sums.hours(("unit",), {"code": ["L2"], "unit": ["B"]}).rows() == [("A", 7, None), ("B", 1, 9)]
        assert session.sums.hours(("unit",), {"code": [], "unit": []}).rows() == []


def test_loads_with_such_cells_current_or_not(store: Store, database_url: str) -> None:
    undone = load_cost(store, ("2018-12", "4001", 1))
    second = load_cost(store, ("2018-12", "4001", 1), ("2018-12", "4002", 1))
    hours = load_hours(store, ("2018-12", "A", "L1", 5, None))
    undo_load(store, undone)
    other = Store.open(database_url, company="other")
    load_cost(other, ("2018-12", "4001", 1))
    other.close()
    with store.reading() as session:
        assert session.sums.cost_loads({"account": ["4001"]}) == {undone, second}
        assert session.sums.cost_loads({"account": ["4002"]}) == {second}
        assert session.sums.cost_loads({"account": MANY}) == {undone, second}
        assert session.sums.hours_loads({"code": ["X"], "unit": ["A"]}) == {hours}
        assert session.sums.hours_loads({"code": [], "unit": []}) == set()
        assert session.sums.cost(("month",)).rows() == [("2018-12", 2)]
