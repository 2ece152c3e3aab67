import polars as pl
import pytest
from psycopg import IntegrityError as PostgresqlIntegrityError
from sqlalchemy.exc import IntegrityError

from bemanning.domain.parsed_file import COST_CELL_COLUMNS, HOURS_CELL_COLUMNS, VOUCHER_COLUMNS
from bemanning.domain.vocabulary import Source
from bemanning.store import Store
from tests.builders.loads import ACTOR, add, add_load, cost_cells, new_load, undo_load

HOURS_SCHEMA = dict.fromkeys(HOURS_CELL_COLUMNS, pl.String()) | dict.fromkeys(HOURS_CELL_COLUMNS[-3:], pl.Int64())
# COPY is the driver's own, past SQLAlchemy and its errors.
REFUSED_BY_DATABASE = (IntegrityError, PostgresqlIntegrityError)
# Text that could be taken for something else on its way through SQL, CSV or COPY.
AWKWARD = ["", "0041", "NULL", "\\N", "\\.", 'a"b', "a,b", "a\nb", "å ä ö", "'; --", " "]


def _hours(*cells: tuple[str, str, int]) -> pl.DataFrame:
    rows = [(month, unit, "L1", "external", "ordinary", "Alfa", hours, 7, 1) for month, unit, hours in cells]
    return pl.DataFrame(rows, schema=HOURS_SCHEMA, orient="row")


def _vouchers(*rows: tuple[str, str, str, str, str, int]) -> pl.DataFrame:
    types = dict.fromkeys(VOUCHER_COLUMNS, pl.String()) | {"amount_ore": pl.Int64()}
    return pl.DataFrame(rows, schema=types, orient="row")


def _load_cost(store: Store, cells: pl.DataFrame, scope: str = "primary") -> int:
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load(*sorted(set(cells["month"])), scope=scope))
        session.cells.add_cost(load_id, cells)
        return load_id


def test_cost_cells_come_back_as_they_went_in(store: Store) -> None:
    amounts = [0, 1, -1, 2**62, -(2**62), 5, 6, 7, 8, 9, 10]
    cells = pl.concat([cost_cells(("2018-12", text, ore)) for text, ore in zip(AWKWARD, amounts, strict=True)])
    load_id = _load_cost(store, cells)

    with store.reading() as session:
        stored = session.cells.cost_of(load_id)
    assert stored.columns == ["load_id", *COST_CELL_COLUMNS]
    assert stored.drop("load_id").equals(cells.sort(COST_CELL_COLUMNS))
    assert set(stored["load_id"]) == {load_id}


@pytest.mark.parametrize("count", [0, 1, 200, 201, 402])
def test_any_number_of_cells_comes_back(store: Store, count: int) -> None:
    cells = cost_cells(*(("2018-12", f"{number:03d}", number) for number in range(count)))
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load("2018-12"))
        session.cells.add_cost(load_id, cells)
    with store.reading() as session:
        assert session.cells.cost_of(load_id).drop("load_id").equals(cells)


def test_every_column_keeps_its_place(store: Store) -> None:
    fields = {name: name for name in COST_CELL_COLUMNS[1:-2]}
    cells = cost_cells(("2018-12", "4001", 5), **fields | {"account": "4001", "measure": "budget"})
    load_id = _load_cost(store, cells.select(reversed(cells.columns)))
    with store.reading() as session:
        assert session.cells.cost_of(load_id).drop("load_id").equals(cells)


def test_hours_cells_come_back_as_they_went_in(store: Store) -> None:
    cells = pl.concat([_hours(("2018-12", text, number)) for number, text in enumerate(AWKWARD)])
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load("2018-12", source=Source.HEROMA))
        session.cells.add_hours(load_id, cells)

    with store.reading() as session:
        stored = session.cells.hours_of(load_id)
        assert session.cells.current_hours().equals(stored)
    assert stored.columns == ["load_id", *HOURS_CELL_COLUMNS]
    assert stored.drop("load_id").equals(cells.sort(HOURS_CELL_COLUMNS))


@pytest.mark.parametrize(
    ("scope", "months", "expected"),
    [
        (None, None, [("2018-11", 1), ("2018-12", 20), ("2018-12", 300)]),
        ("primary", None, [("2018-11", 1), ("2018-12", 20)]),
        (None, ["2018-12"], [("2018-12", 20), ("2018-12", 300)]),
        ("hospital", ["2018-12", "2018-11"], [("2018-12", 300)]),
        ("hospital", ["2018-11"], []),
        (None, [], []),
    ],
)
def test_current_cells_of_a_scope_and_months(
    store: Store, scope: str | None, months: list[str] | None, expected: list[tuple[str, int]]
) -> None:
    first = _load_cost(store, cost_cells(("2018-11", "4001", 1), ("2018-12", "4001", 2)))
    _load_cost(store, cost_cells(("2018-12", "4001", 20)))
    _load_cost(store, cost_cells(("2018-12", "4001", 300)), scope="hospital")

    with store.reading() as session:
        cells = session.cells.current_cost(scope, months)
        assert session.cells.cost_of(first)["amount_ore"].to_list() == [1, 2]
    assert sorted(cells.select("month", "amount_ore").rows()) == expected


@pytest.mark.parametrize(("scope", "months", "expected"), [("hospital", None, []), ("primary", ["2018-12"], [2])])
def test_current_hours_of_a_scope_and_months(
    store: Store, scope: str, months: list[str] | None, expected: list[int]
) -> None:
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load("2018-11", "2018-12", source=Source.HEROMA))
        session.cells.add_hours(load_id, _hours(("2018-11", "H1", 1), ("2018-12", "H1", 2)))
    with store.reading() as session:
        assert session.cells.current_hours(scope, months)["centihours"].to_list() == expected


def test_nothing_stored_gives_empty_frames_with_types(store: Store) -> None:
    with store.reading() as session:
        assert session.cells.current_cost().schema == {
            "load_id": pl.Int64(),
            **dict.fromkeys(COST_CELL_COLUMNS, pl.String()),
            "amount_ore": pl.Int64(),
        }
        assert session.cells.current_hours().schema == {"load_id": pl.Int64(), **HOURS_SCHEMA}
        assert session.cells.vouchers("2018-01", "2018-12").columns == ["load_id", *VOUCHER_COLUMNS]


def test_more_rows_than_one_chunk(store: Store) -> None:
    cells = cost_cells(*(("2018-12", f"{number:05d}", number) for number in range(20_001)))
    load_id = _load_cost(store, cells)
    with store.reading() as session:
        assert session.cells.cost_of(load_id).drop("load_id").equals(cells)


class TestVouchers:
    """Agency vouchers, row by row."""

    ROWS = (
        ("2018-10", "4001", "5001", "Alfa", "V1", 100),
        ("2018-11", "4001", "5001", "Alfa", "V2", 200),
        ("2018-11", "4001", "5001", "Alfa", "V2", 200),
        ("2018-12", "4002", "5001", "Beta", "V3", 300),
        ("2018-12", "4001", "5002", "Alfa", "V4", -400),
    )

    @pytest.mark.parametrize(
        ("months", "ansvar", "accounts", "expected"),
        [
            (("2018-10", "2018-12"), None, None, "V1 V2 V2 V3 V4"),
            (("2018-11", "2018-11"), None, None, "V2 V2"),
            (("2018-11", "2018-12"), ["5001"], None, "V2 V2 V3"),
            (("2018-10", "2018-12"), None, ["4002"], "V3"),
            (("2018-10", "2018-12"), ["5001", "5002"], ["4001"], "V1 V2 V2 V4"),
            (("2018-10", "2018-12"), [], None, ""),
            (("2018-10", "2018-12"), None, [], ""),
        ],
    )
    def test_chosen_by_month_ansvar_and_account(
        self, store: Store, months: tuple[str, str], ansvar: list[str] | None, accounts: list[str] | None, expected: str
    ) -> None:
        self._load(store)
        with store.reading() as session:
            rows = session.cells.vouchers(*months, ansvar, accounts)
        assert sorted(rows["voucher"]) == expected.split()

    def test_rows_come_back_as_they_went_in(self, store: Store) -> None:
        load_id = self._load(store)
        with store.reading() as session:
            rows = session.cells.vouchers("2018-12", "2018-12").rows()
        assert sorted(rows) == sorted((load_id, *row) for row in self.ROWS[3:])

    def test_of_loads_that_speak_for_their_months_only(self, store: Store) -> None:
        load_id = self._load(store)
        add_load(store, "2018-12")
        with store.reading() as session:
            assert sorted(session.cells.vouchers("2018-10", "2018-12")["voucher"]) == ["V1", "V2", "V2"]
        undo_load(store, load_id)
        with store.reading() as session:
            assert session.cells.vouchers("2018-10", "2018-12").is_empty()

    def _load(self, store: Store) -> int:
        with store.writing(ACTOR) as session:
            load_id = add(session, new_load("2018-10", "2018-11", "2018-12"))
            # In two parts, as a file of two sheets may come.
            session.cells.add_vouchers(load_id, _vouchers(*self.ROWS[:2]))
            session.cells.add_vouchers(load_id, _vouchers(*self.ROWS[2:]))
            return load_id


def test_the_same_key_twice_is_refused(store: Store) -> None:
    twice = cost_cells(("2018-12", "4001", 1), ("2018-12", "4001", 2))
    with pytest.raises(REFUSED_BY_DATABASE, match=r"(?i)unique"):
        _load_cost(store, twice)
    with store.reading() as session:
        assert session.loads.newest_first() == []


def test_a_word_outside_the_list_is_refused(store: Store) -> None:
    with pytest.raises(REFUSED_BY_DATABASE, match="ck_cost_cell_measure"):
        _load_cost(store, cost_cells(("2018-12", "4001", 1), measure="guess"))


def test_a_word_outside_the_list_is_refused_among_others(store: Store) -> None:
    sound = cost_cells(*(("2018-12", str(number), number) for number in range(9)))
    with store.writing(ACTOR) as session:
        load_id = add(session, new_load("2018-12"))
        session.cells.add_cost(load_id, sound)
    wrong = cost_cells(("2018-12", "9", 1), measure="guess")
    with pytest.raises(REFUSED_BY_DATABASE, match="ck_cost_cell_measure"):
        _load_cost(store, pl.concat([sound, wrong]))


def test_cells_of_no_load_or_of_another_companys_are_refused(store: Store, database_url: str) -> None:
    theirs = Store.open(database_url, company="other")
    load_id = add_load(theirs, "2018-12")
    for number in (load_id, 99):
        with pytest.raises(ValueError, match=f"region has no load {number}"), store.writing(ACTOR) as session:
            session.cells.add_cost(number, cost_cells(("2018-12", "4001", 1)))
    theirs.close()


@pytest.mark.parametrize(
    "frame",
    [cost_cells(("2018-12", "4001", 1)).drop("project"), cost_cells().with_columns(text=pl.lit("x"))],
    ids=["a column is missing", "a column too many"],
)
def test_other_columns_are_refused(store: Store, frame: pl.DataFrame) -> None:
    with pytest.raises(ValueError, match="cost_cell has the columns"):
        _load_cost(store, frame)


def test_companies_see_their_own(store: Store, database_url: str) -> None:
    _load_cost(store, cost_cells(("2018-12", "4001", 1)))
    theirs = Store.open(database_url, company="other")
    load_id = _load_cost(theirs, cost_cells(("2018-12", "4001", 2)))
    with theirs.reading() as session, store.reading() as ours:
        assert session.cells.current_cost()["amount_ore"].to_list() == [2]
        assert ours.cells.current_cost()["amount_ore"].to_list() == [1]
        assert ours.cells.cost_of(load_id).is_empty()
        assert ours.loads.get(load_id) is None
        assert len(ours.months.current()) == len(ours.loads.newest_first()) == len(ours.log.newest_first()) == 1
    assert (store.data_version(), theirs.data_version()) == (1, 1)
    theirs.close()


@pytest.mark.parametrize(
    ("scope", "months", "expected"),
    [
        (None, ["2018-11", "2018-12"], [("2018-11", "4001", 1), ("2018-12", "4001", 326), ("2018-12", "4002", -5)]),
        ("primary", ["2018-12"], [("2018-12", "4001", 26), ("2018-12", "4002", -5)]),
        ("hospital", ["2018-11"], []),
        (None, [], []),
    ],
)
def test_outcome_is_summed_per_account_over_units_and_scopes(
    store: Store, scope: str | None, months: list[str], expected: list[tuple[str, str, int]]
) -> None:
    _load_cost(store, cost_cells(("2018-11", "4001", 1), ("2018-12", "4001", 99)))
    units = [cost_cells(("2018-12", "4001", 20)), cost_cells(("2018-12", "4001", 6), ansvar="5002")]
    rest = [cost_cells(("2018-12", "4002", -5)), cost_cells(("2018-12", "4001", 1000), measure="budget")]
    _load_cost(store, pl.concat([*units, *rest]))
    _load_cost(store, cost_cells(("2018-12", "4001", 300)), scope="hospital")
    with store.reading() as session:
        assert session.cells.account_costs(months, scope).rows() == expected
