from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from subprocess import PIPE, Popen
from threading import Barrier, Event

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping import MappingSet, Setting
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store import INSTANT, Store, utc_now
from tests.builders.loads import ACTOR, add, add_load, cost_cells, new_load
from tests.conftest import Clock


def _everything(store: Store) -> tuple[object, ...]:
    with store.reading() as session:
        return (
            session.loads.newest_first(),
            session.months.current(),
            session.log.newest_first(),
            session.mappings.read(),
            session.cells.current_cost().rows(),
            store.data_version(),
        )


class TestWriting:
    """All of it or nothing, and never unlogged."""

    def test_any_exception_leaves_nothing(self, store: Store) -> None:
        add_load(store, "2018-11")
        before = _everything(store)

        def fail() -> None:
            with store.writing(ACTOR) as session:
                load_id = add(session, new_load("2018-11", "2018-12"))
                session.cells.add_cost(load_id, cost_cells(("2018-12", "4001", 1)))
                session.mappings.replace(MappingSet(settings=(Setting("a", "b"),)))
                session.months.set_status(Source.LEDGER, "primary", "2018-12", MonthStatus.MISSING)

        with pytest.raises(ValueError, match="never set to missing"):
            fail()
        assert _everything(store) == before

    def test_what_is_written_is_seen_in_the_same_transaction(self, store: Store) -> None:
        with store.writing(ACTOR) as session:
            load_id = add(session, new_load("2018-12"))
            assert [row.load_id for row in session.months.current()] == [load_id]

    def test_unlogged_changes_are_a_bug_and_undone(self, store: Store) -> None:
        with pytest.raises(RuntimeError, match="nothing was logged"), store.writing(ACTOR) as session:
            session.loads.add(new_load("2018-12"))
        with store.reading() as session:
            assert session.loads.newest_first() == []

    def test_unlogged_cells_are_a_bug_too(self, store: Store) -> None:
        load_id = add_load(store, "2018-12")
        with pytest.raises(RuntimeError, match="nothing was logged"), store.writing(ACTOR) as session:
            session.cells.add_cost(load_id, cost_cells(("2018-12", "4001", 1)))

    def test_a_writer_that_only_reads_need_not_log(self, store: Store) -> None:
        with store.writing(ACTOR) as session:
            assert session.loads.newest_first() == []
        assert store.data_version() == 0

    def test_change_and_log_row_have_one_actor_and_one_moment(self, store: Store, clock: Clock) -> None:
        with store.writing(Actor("Åsa", "administrator")) as session:
            load_id = add(session, new_load("2018-12"))
        with store.reading() as session:
            record, (logged,) = session.loads.get(load_id), session.log.newest_first()
        assert record is not None
        assert (record.actor_name, record.actor_role) == (logged.actor_name, logged.actor_role)
        assert (logged.actor_name, logged.actor_role) == ("Åsa", "administrator")
        assert record.loaded_at == logged.at == clock.at


class TestDataVersion:
    """The number that caches are keyed by."""

    def test_each_logged_transaction_raises_it_by_one(self, store: Store) -> None:
        versions = [store.data_version()]
        for _ in range(2):
            add_load(store, "2018-12")
            versions.append(store.data_version())
        assert versions == [0, 1, 2]

    def test_it_is_kept_when_the_store_is_opened_again(self, store: Store, database_url: str) -> None:
        add_load(store, "2018-12")
        again = Store.open(database_url)
        assert again.data_version() == 1
        again.close()


class TestReading:
    """One consistent snapshot."""

    def test_what_is_committed_meanwhile_is_not_seen(self, store: Store) -> None:
        add_load(store, "2018-11")
        with store.reading() as session:
            before = session.months.current()
            add_load(store, "2018-12")
            assert session.months.current() == before
            assert len(session.log.newest_first()) == 1
        assert len(_months(store)) == 2

    def test_what_is_not_committed_is_not_seen(self, store: Store) -> None:
        with store.writing(ACTOR) as session:
            add(session, new_load("2018-12"))
            assert _months(store) == []


def _months(store: Store) -> list[str]:
    with store.reading() as session:
        return [str(row.month) for row in session.months.current()]


class TestConcurrentWriters:
    """Writers take turns, and nobody's change is lost."""

    def test_two_threads_on_one_store(self, store: Store) -> None:
        start = Barrier(2)

        def write(scope: str) -> list[int]:
            start.wait()
            return [add_load(store, "2018-12", scope=scope) for _ in range(5)]

        with ThreadPoolExecutor(2) as threads:
            first, second = threads.map(write, ("hospital", "primary"))

        with store.reading() as session:
            assert [record.id for record in session.loads.newest_first()] == sorted(first + second, reverse=True)
            assert [row.load_id for row in session.months.current()] == [first[-1], second[-1]]
        assert store.data_version() == 10

    def test_two_writers_that_read_before_they_write(self, store: Store) -> None:
        def count_up(_: int) -> None:
            with store.writing(ACTOR) as session:
                number = int((session.mappings.read().settings or (Setting("n", "0"),))[0].value)
                session.mappings.replace(MappingSet(settings=(Setting("n", str(number + 1)),)))
                session.log.add("mappings", "", {})

        with ThreadPoolExecutor(2) as threads:
            list(threads.map(count_up, range(10)))
        with store.reading() as session:
            assert session.mappings.read().settings == (Setting("n", "10"),)

    def test_processes_that_open_an_empty_database_at_once(
        self, empty_database_url: str, pytestconfig: pytest.Config
    ) -> None:
        script = (
            "import sys; from bemanning.store import Store; from tests.builders.loads import add_load;"
            "store = Store.open(sys.argv[1]); add_load(store, '2018-12', scope=sys.argv[2]); store.close()"
        )
        command = [sys.executable, "-W", "error", "-c", script, empty_database_url]
        scopes = ("hospital", "primary", "psychiatry")
        root = pytestconfig.rootpath
        processes = [Popen([*command, scope], stderr=PIPE, cwd=root) for scope in scopes]  # noqa: S603  # our own script
        assert [(process.communicate()[1], process.returncode) for process in processes] == [(b"", 0)] * 3

        store = Store.open(empty_database_url)
        with store.reading() as session:
            assert [row.scope for row in session.months.current()] == ["hospital", "primary", "psychiatry"]
        assert store.data_version() == 3
        store.close()

    def test_a_writer_gives_up_when_another_never_ends(
        self, database_url: str, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bemanning.store.sqlite.LOCK_WAIT_SECONDS", 0.2)
        monkeypatch.setattr("bemanning.store.postgresql.LOCK_WAIT_SECONDS", 0.2)
        impatient = Store.open(database_url)
        with store.writing(ACTOR), pytest.raises(UserError) as caught, impatient.writing(ACTOR):
            pass
        assert [fault.code for fault in caught.value.faults] == [FaultCode.DATABASE_UNREACHABLE]
        assert "lock" in str(caught.value.faults[0].params["reason"])
        add_load(impatient, "2018-12")
        impatient.close()

    def test_readers_do_not_wait_for_a_writer(self, store: Store) -> None:
        held, done = Event(), Event()

        def write() -> None:
            with store.writing(ACTOR) as session:
                add(session, new_load("2018-12"))
                held.set()
                done.wait(10)

        with ThreadPoolExecutor(1) as threads:
            writing = threads.submit(write)
            held.wait(10)
            assert _months(store) == []
            done.set()
            writing.result()
        assert _months(store) == ["2018-12"]


class TestRecordedTime:
    """Recorded intervals follow each other, whatever the clocks say."""

    def test_a_clock_that_goes_back_does_not(self, database_url: str, store: Store, clock: Clock) -> None:
        first = add_load(store, "2018-12")
        late = clock.at
        slow = Store.open(database_url, now=lambda: late - timedelta(hours=1))
        load_id = add_load(slow, "2018-12")

        with store.reading() as session:
            assert session.log.newest_first(1)[0].at == late + INSTANT
            assert [row.load_id for row in session.at(late).months.current()] == [first]
            assert [row.load_id for row in session.at(late + INSTANT).months.current()] == [load_id]
            assert session.at(late - timedelta(hours=1)).months.current() == []
        slow.close()

    def test_the_usual_clock_is_in_utc(self) -> None:
        before = datetime.now(UTC)
        assert before <= utc_now() <= datetime.now(UTC)
        assert utc_now().tzinfo is UTC
