import polars as pl
import pytest
from psycopg import IntegrityError as PostgresqlIntegrityError
from sqlalchemy.exc import IntegrityError

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.store import Store
from tests.builders.loads import ACTOR, add, new_load, undo_load

COST_COLUMNS = ["month", "ansvar", "profession", "cost_kind", "amount_ore"]
HOURS_COLUMNS = ["month", "ansvar", "profession", "employment", "worked", "centihours", "cost_ore"]

CostRow = tuple[str, str, str, str, int]


def _load(store: Store, *rows: CostRow, scope: str = "primary") -> int:
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load(*sorted({row[0] for row in rows}), scope=scope))
        session.cube.replace_cost(load_id, pl.DataFrame(rows, schema=COST_COLUMNS, orient="row"))
        return load_id


def _cost(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as session:
        return sorted(session.cube.cost().rows())


def test_cost_of_every_scope(store: Store) -> None:
    _load(store, ("2018-12", "5001", "nurse", "own", 10), ("2018-11", "5001", "", "other", 20))
    _load(store, ("2018-12", "5002", "unmapped", "unmapped", -30), scope="hospital")

    with store.reading() as session:
        cube = session.cube.cost()
        november = session.cube.cost([Month(2018, 11)])
        neither = session.cube.cost([])
    assert cube.columns == COST_COLUMNS
    assert sorted(cube.rows()) == [
        ("2018-11", "5001", "", "other", 20),
        ("2018-12", "5001", "nurse", "own", 10),
        ("2018-12", "5002", "unmapped", "unmapped", -30),
    ]
    assert november.rows() == [("2018-11", "5001", "", "other", 20)]
    assert neither.rows() == []


def test_cost_of_loads_that_speak_for_their_months_only(store: Store) -> None:
    first = _load(store, ("2018-11", "5001", "nurse", "own", 1), ("2018-12", "5001", "nurse", "own", 2))
    second = _load(store, ("2018-12", "5001", "nurse", "own", 30))
    november, december = ("2018-11", "5001", "nurse", "own"), ("2018-12", "5001", "nurse", "own")
    assert _cost(store) == [(*november, 1), (*december, 30)]

    undo_load(store, second)
    assert _cost(store) == [(*november, 1), (*december, 2)]
    undo_load(store, first)
    assert _cost(store) == []


def test_an_amount_is_kept_to_the_last_ore(store: Store) -> None:
    row = ("2018-12", "5001", "nurse", "own", 2**53 + 1)
    _load(store, row)
    assert _cost(store) == [row]


def test_replacing_leaves_nothing_of_what_was(store: Store) -> None:
    load_id = _load(store, ("2018-11", "5001", "nurse", "own", 1), ("2018-12", "5001", "unmapped", "unmapped", 2))
    other = _load(store, ("2018-12", "5009", "nurse", "own", 7), scope="hospital")
    with store.writing(ACTOR) as session:
        frame = pl.DataFrame([("2018-12", "5001", "doctor", "agency", 2)], schema=COST_COLUMNS, orient="row")
        session.cube.replace_cost(load_id, frame)
        session.log.add("mappings", "", {})
    assert other != load_id
    assert _cost(store) == [
        ("2018-12", "5001", "doctor", "agency", 2),
        ("2018-12", "5009", "nurse", "own", 7),
    ]


def test_hours_worked_and_absent(store: Store) -> None:
    rows = [
        ("2018-12", "5001", "doctor", "external", False, 800, 0),
        ("2018-12", "5001", "doctor", "external", True, 16_000, 1_234_500),
        ("2018-12", "5001", "doctor", "own", True, 4_000, None),
    ]
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load("2018-12", source=Source.HEROMA))
        session.cube.replace_hours(load_id, pl.DataFrame(rows, schema=HOURS_COLUMNS, orient="row"))

    with store.reading() as session:
        cube, november = session.cube.hours(), session.cube.hours([Month(2018, 11)])
    assert november.rows() == []
    assert cube.schema["worked"] == pl.Boolean()
    assert cube.columns == HOURS_COLUMNS
    assert sorted(cube.rows()) == rows


def test_nothing_loaded_gives_empty_frames_with_types(store: Store) -> None:
    with store.reading() as session:
        cost, hours = session.cube.cost(), session.cube.hours()
    assert (cost.height, hours.height) == (0, 0)
    assert cost.schema["amount_ore"] == hours.schema["centihours"] == hours.schema["cost_ore"] == pl.Int64()


@pytest.mark.parametrize("row", [("2018-12", "5001", "dentist", "own", 1), ("2018-12", "5001", "nurse", "", 1)])
def test_a_word_outside_the_list_is_refused(store: Store, row: CostRow) -> None:
    with pytest.raises((IntegrityError, PostgresqlIntegrityError), match="ck_cube_cost_"):
        _load(store, row)


def test_a_load_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no load 9"), store.writing(ACTOR) as session:
        session.cube.replace_hours(9, pl.DataFrame(schema=HOURS_COLUMNS))
