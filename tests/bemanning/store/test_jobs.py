"""Jobs: what ends first stays, one process gets each, and neither data nor heartbeat is in the other's way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.vocabulary import MonthStatus
from bemanning.store import JobRecord, NewJob, Store
from tests.builders.loads import ACTOR, add, new_load
from tests.conftest import Clock

NEW = NewJob(
    kind=JobKind.CHECK, file_key="k1", file_name="å b.xlsx", size_bytes=7, actor_name="Kim", actor_role="controller",
)  # fmt: skip
REPORT = {"file": "å b.xlsx", "total": 1}


def added(store: Store, **fields: object) -> JobRecord:
    made = store.jobs.add(replace(NEW, **fields))  # type: ignore[arg-type]  # any field of NewJob
    assert made is not None
    return made


def found(store: Store, job_id: int) -> JobRecord:
    record = store.jobs.get(job_id)
    assert record is not None
    return record


def test_a_job_is_kept_as_it_was_given(store: Store, clock: Clock) -> None:
    made = added(store, kind=JobKind.LOAD, scope="PV", allow_erase=True, month_status=MonthStatus.PRELIMINARY)
    assert (made.status, made.created_at, made.file_kept) == (JobStatus.WAITING, clock.at, True)
    assert (made.kind, made.scope, made.allow_erase) == (JobKind.LOAD, "PV", True)
    assert (made.month_status, made.report, made.load_id) == (MonthStatus.PRELIMINARY, None, None)
    assert found(store, made.id) == made


def test_the_life_of_a_check(store: Store, clock: Clock) -> None:
    number = added(store).id
    claimed = store.jobs.claim(number)
    assert claimed is not None
    assert (claimed.status, claimed.stage) == (JobStatus.RUNNING, JobStage.READING)
    assert (claimed.started_at, claimed.heartbeat_at) == (clock.at, clock.at)
    store.jobs.beat(number)
    assert (found(store, number).stage, found(store, number).heartbeat_at) == (JobStage.READING, clock.at)
    store.jobs.beat(number, JobStage.COMPARING)
    assert found(store, number).stage is JobStage.COMPARING
    assert store.jobs.end(number, JobStatus.DONE, REPORT)
    ended = found(store, number)
    assert (ended.status, ended.stage, ended.ended_at, ended.report) == (JobStatus.DONE, None, clock.at, REPORT)


def test_jobs_change_no_data(store: Store) -> None:
    number = added(store).id
    store.jobs.claim(number)
    store.jobs.beat(number, JobStage.WRITING)
    store.jobs.end(number, JobStatus.DONE, REPORT)
    store.jobs.forget_file("k1")
    store.jobs.discard("k1")
    assert store.data_version() == 0
    with store.reading() as session:
        assert session.log.newest_first() == []


@pytest.mark.parametrize("status", [JobStatus.DONE, JobStatus.CANCELLED, JobStatus.INTERRUPTED])
def test_how_it_ended_first_is_how_it_ended(store: Store, status: JobStatus) -> None:
    number = added(store).id
    store.jobs.claim(number)
    assert store.jobs.status(number) is JobStatus.RUNNING
    assert store.jobs.end(number, status, by="Kim")
    assert found(store, number).ended_by == "Kim"
    before = found(store, number)
    assert not store.jobs.end(number, JobStatus.CANCELLED)
    assert store.jobs.claim(number) is None
    store.jobs.beat(number, JobStage.WRITING)
    assert found(store, number) == before
    assert store.jobs.status(number) is status


def test_an_unknown_job_is_none(store: Store) -> None:
    assert (store.jobs.get(7), store.jobs.status(7), store.jobs.claim(7)) == (None, None, None)
    assert not store.jobs.end(7, JobStatus.CANCELLED)


def test_another_companys_jobs_are_not_seen(store: Store, database_url: str, clock: Clock) -> None:
    other = Store.open(database_url, company="other", now=clock)
    number = added(store).id
    assert other.jobs.get(number) is None
    assert other.jobs.claim(number) is None
    assert not other.jobs.end(number, JobStatus.CANCELLED)
    assert other.jobs.discard("k1")
    assert (other.jobs.latest_of_files(clock.at), other.jobs.kept_files()) == ([], [])
    assert found(store, number).status is JobStatus.WAITING
    other.close()


def test_of_many_processes_one_gets_the_job(store: Store) -> None:
    number, ready = added(store).id, Barrier(4)

    def claim(_each: int) -> JobRecord | None:
        ready.wait()
        return store.jobs.claim(number)

    with ThreadPoolExecutor(4) as threads:
        assert len([record for record in threads.map(claim, range(4)) if record]) == 1


def test_a_file_has_one_active_job(store: Store) -> None:
    first = added(store)
    assert store.jobs.add(replace(NEW, kind=JobKind.LOAD)) is None
    assert added(store, file_key="k2").id > first.id
    store.jobs.end(first.id, JobStatus.CANCELLED)
    assert added(store, kind=JobKind.LOAD).id > first.id


def test_the_list_has_each_files_latest_job(store: Store, clock: Clock) -> None:
    checked, waiting = added(store), added(store, file_key="k2")
    store.jobs.end(checked.id, JobStatus.DONE, REPORT)
    loaded = added(store, kind=JobKind.LOAD)
    since = clock.at
    assert [job.id for job in store.jobs.latest_of_files(since)] == [loaded.id, waiting.id]
    store.jobs.end(loaded.id, JobStatus.DONE, REPORT)
    assert [job.id for job in store.jobs.latest_of_files(clock.at)] == [loaded.id, waiting.id]
    assert [job.id for job in store.jobs.latest_of_files(clock.at + timedelta(seconds=1))] == [waiting.id]


def test_a_discarded_file_leaves_the_list_and_an_active_one_stays(store: Store, clock: Clock) -> None:
    checked = added(store)
    assert not store.jobs.discard("k1")
    assert len(store.jobs.latest_of_files(clock.at)) == 1
    store.jobs.end(checked.id, JobStatus.DONE, REPORT)
    assert store.jobs.discard("k1")
    assert store.jobs.latest_of_files(checked.created_at) == []
    assert found(store, checked.id).discarded_at == clock.at


def test_a_file_that_is_gone_is_gone_for_all_its_jobs(store: Store) -> None:
    checked, other = added(store), added(store, file_key="k2")
    store.jobs.end(checked.id, JobStatus.DONE, REPORT)
    loaded = added(store, kind=JobKind.LOAD)
    assert [job.id for job in store.jobs.kept_files()] == [loaded.id, other.id]
    store.jobs.forget_file("k1")
    assert [job.id for job in store.jobs.kept_files()] == [other.id]
    assert not found(store, checked.id).file_kept


class TestSilence:
    """A process that says nothing more is taken for dead; one that may not have been able to speak is not."""

    def test_one_that_is_not_heard_is_interrupted(self, store: Store, clock: Clock) -> None:
        silent, heard = added(store).id, added(store, file_key="k2").id
        store.jobs.claim(silent)
        store.jobs.claim(heard)
        begun = clock.at
        store.jobs.beat(heard)
        store.jobs.interrupt_silent(clock.at, clock.at, 1)
        ended = found(store, silent)
        assert (ended.status, ended.stage, ended.ended_at) == (JobStatus.INTERRUPTED, None, clock.at)
        assert found(store, heard).status is JobStatus.RUNNING
        assert begun < clock.at

    def test_one_whose_process_has_ended_is_interrupted_only_while_it_runs(self, store: Store, clock: Clock) -> None:
        broken, waiting, done, other = (added(store, file_key=key).id for key in ("k1", "k2", "k3", "k4"))
        for number in (broken, done, other):
            store.jobs.claim(number)
        store.jobs.end(done, JobStatus.DONE)
        for number in (broken, waiting, done):
            store.jobs.interrupt_running(number)
        ended = found(store, broken)
        assert (ended.status, ended.stage) == (JobStatus.INTERRUPTED, None)
        assert ended.ended_at is not None
        assert [found(store, number).status for number in (waiting, done, other)] == [
            JobStatus.WAITING, JobStatus.DONE, JobStatus.RUNNING,
        ]  # fmt: skip
        assert ended.ended_at <= clock.at

    def test_one_that_no_process_takes_is_launched_a_few_times(self, store: Store, clock: Clock) -> None:
        number, taken = added(store).id, added(store, file_key="k2").id
        store.jobs.claim(taken)
        assert store.jobs.to_launch_again(found(store, number).created_at) == []
        later = clock.at + timedelta(seconds=10)
        assert store.jobs.to_launch_again(later) == [number]
        store.jobs.interrupt_silent(clock.at - timedelta(seconds=60), later + timedelta(seconds=60), 3)
        assert found(store, number).status is JobStatus.WAITING
        assert store.jobs.to_launch_again(later) == [number]
        store.jobs.interrupt_silent(clock.at - timedelta(seconds=60), later + timedelta(seconds=60), 3)
        assert found(store, number).status is JobStatus.INTERRUPTED
        assert store.jobs.to_launch_again(later) == []

    def test_a_waiting_one_is_launched_by_one_of_two_watchers(self, store: Store, clock: Clock) -> None:
        added(store)
        due = clock.at + timedelta(microseconds=1)
        assert (len(store.jobs.to_launch_again(due)), store.jobs.to_launch_again(due)) == (1, [])

    def test_who_kept_the_others_silent_vouches_for_them(self, store: Store, clock: Clock, engine_name: str) -> None:
        number = added(store).id
        store.jobs.claim(number)
        with store.writing(ACTOR) as session:
            add(session, new_load("2018-12"))
            store.jobs.beat(number)
            silent_since = clock.at
            # On SQLite the file has one writer: the heartbeat is left out, and so is the judgement.
            store.jobs.interrupt_silent(silent_since, silent_since, 1)
        heard_at = found(store, number).heartbeat_at
        assert heard_at is not None
        assert found(store, number).status is JobStatus.RUNNING
        assert (heard_at > silent_since) == (engine_name == "sqlite")
        assert heard_at >= silent_since


class TestLastWord:
    """A load and its job are done together, or neither is."""

    def finish(self, store: Store, number: int, before_commit: Callable[[], object] = tuple) -> bool:
        with store.writing(ACTOR) as session:
            load_id = add(session, new_load("2018-12"))
            is_done = session.jobs.finish(number, load_id, REPORT)
            before_commit()
        return is_done

    def test_with_the_load(self, store: Store) -> None:
        number = added(store).id
        store.jobs.claim(number)
        assert self.finish(store, number)
        done = found(store, number)
        assert (done.status, done.load_id, done.report) == (JobStatus.DONE, 1, REPORT)

    def test_not_without_it(self, store: Store) -> None:
        number = added(store).id
        store.jobs.claim(number)

        def fail() -> None:
            raise OSError

        with pytest.raises(OSError):  # noqa: PT011 -- raised by the test itself
            self.finish(store, number, fail)
        assert (found(store, number).status, found(store, number).load_id) == (JobStatus.RUNNING, None)

    def test_a_cancelled_one_has_none(self, store: Store) -> None:
        number = added(store).id
        store.jobs.claim(number)
        store.jobs.end(number, JobStatus.CANCELLED)
        assert not self.finish(store, number)
        assert found(store, number).status is JobStatus.CANCELLED


def test_a_writer_that_never_ends_is_told_in_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bemanning.store.jobs.LOCK_WAIT_SECONDS", 0.05)
    number = added(store).id
    with store.jobs._noting() as first:  # noqa: SLF001 -- a transaction that is held open
        first.exec_driver_sql("UPDATE job SET launches = 9")
        with pytest.raises(UserError) as caught:
            store.jobs.end(number, JobStatus.CANCELLED)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.DATABASE_UNREACHABLE]
    assert found(store, number).status is JobStatus.WAITING
