import pytest
from sqlalchemy.exc import IntegrityError

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store import CurrentMonth, Store
from tests.builders.loads import ACTOR, add_load, undo_load
from tests.conftest import Clock

NOVEMBER, DECEMBER = Month(2018, 11), Month(2018, 12)


def _set_status(store: Store, month: Month | str, status: MonthStatus) -> None:
    with store.writing(ACTOR) as session:
        session.months.set_status(Source.LEDGER, "primary", month, status)
        session.log.add("month_status", str(month), {})


def _current(store: Store) -> list[tuple[str, str, str, int, str]]:
    with store.reading() as session:
        return [(row.source, row.scope, str(row.month), row.load_id, row.status) for row in session.months.current()]


def test_nothing_loaded(store: Store) -> None:
    assert _current(store) == []


def test_sources_and_scopes_live_side_by_side(store: Store) -> None:
    hospital = add_load(store, "2018-12", scope="hospital")
    primary = add_load(store, "2018-12", "2018-11")
    hours = add_load(store, "2018-12", source=Source.HEROMA)

    assert _current(store) == [
        ("heroma", "primary", "2018-12", hours, "open"),
        ("ledger", "hospital", "2018-12", hospital, "open"),
        ("ledger", "primary", "2018-11", primary, "open"),
        ("ledger", "primary", "2018-12", primary, "open"),
    ]


def test_what_is_said_of_a_month(store: Store, clock: Clock) -> None:
    load_id = add_load(store, "2018-12", file_name="december.csv")
    loaded_at = clock.at
    _set_status(store, "2018-12", MonthStatus.CLOSED)

    with store.reading() as session:
        assert session.months.current() == [
            CurrentMonth(
                Source.LEDGER,
                "primary",
                DECEMBER,
                load_id,
                MonthStatus.CLOSED,
                loaded_at,
                "Kim Kontrollant",
                "december.csv",
            )
        ]


def test_a_restated_month_is_taken_over_and_the_others_are_not(store: Store) -> None:
    first = add_load(store, "2018-11", "2018-12")
    second = add_load(store, "2018-12")
    assert [(month, load_id) for _, _, month, load_id, _ in _current(store)] == [
        ("2018-11", first),
        ("2018-12", second),
    ]


def test_switching_to_the_load_that_speaks_already_writes_nothing(store: Store) -> None:
    load_id = add_load(store, "2018-12")
    # Nothing is logged here: the store would refuse if a row were written.
    with store.writing(ACTOR) as session:
        session.months.switch(load_id, Source.LEDGER, "primary", [DECEMBER])
    assert [row[3] for row in _current(store)] == [load_id]


def test_switching_back_to_an_earlier_load(store: Store) -> None:
    first, second = add_load(store, "2018-12"), add_load(store, "2018-12")
    with store.writing(ACTOR) as session:
        session.months.switch(first, Source.LEDGER, "primary", ["2018-12"])
        session.log.add("switch", "", {})
    assert [row[3] for row in _current(store)] == [first]

    undo_load(store, first)
    assert [row[3] for row in _current(store)] == [second]


def test_status_of_one_month_of_one_source_and_scope(store: Store) -> None:
    add_load(store, "2018-11", "2018-12")
    add_load(store, "2018-12", scope="hospital")
    add_load(store, "2018-12", source=Source.HEROMA)
    _set_status(store, DECEMBER, MonthStatus.PRELIMINARY)
    _set_status(store, DECEMBER, MonthStatus.CLOSED)

    assert [(source, scope, month, status) for source, scope, month, _, status in _current(store)] == [
        ("heroma", "primary", "2018-12", "open"),
        ("ledger", "hospital", "2018-12", "open"),
        ("ledger", "primary", "2018-11", "open"),
        ("ledger", "primary", "2018-12", "closed"),
    ]


def test_undo_opens_the_months_that_change_and_no_others(store: Store) -> None:
    add_load(store, "2018-11", "2018-12")
    second = add_load(store, "2018-12")
    _set_status(store, NOVEMBER, MonthStatus.CLOSED)
    _set_status(store, DECEMBER, MonthStatus.CLOSED)
    undo_load(store, second)
    assert [(month, status) for _, _, month, _, status in _current(store)] == [
        ("2018-11", "closed"),
        ("2018-12", "open"),
    ]


def test_a_month_that_was_undone_is_open_when_it_is_loaded_again(store: Store) -> None:
    load_id = add_load(store, "2018-12")
    _set_status(store, DECEMBER, MonthStatus.CLOSED)
    undo_load(store, load_id)
    add_load(store, "2018-12")
    assert [row[4] for row in _current(store)] == ["open"]


def test_as_known_before_and_after_each_change(store: Store, clock: Clock) -> None:
    before = clock.at
    load_id = add_load(store, "2018-12")
    loaded = clock.at
    _set_status(store, DECEMBER, MonthStatus.CLOSED)
    closed = clock.at
    undo_load(store, load_id)

    with store.reading() as session:
        known = {
            moment: [row.status for row in session.at(moment).months.current()] for moment in (before, loaded, closed)
        }
        assert known == {before: [], loaded: [MonthStatus.OPEN], closed: [MonthStatus.CLOSED]}
        assert session.at(clock.at).months.current() == []


def test_nobody_sets_a_month_to_missing(store: Store) -> None:
    with pytest.raises(ValueError, match="never set to missing"):
        _set_status(store, DECEMBER, MonthStatus.MISSING)


def test_a_load_that_does_not_exist_can_speak_for_no_month(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing(ACTOR) as session:
        session.months.switch(99, Source.LEDGER, "primary", ["2018-12"])
