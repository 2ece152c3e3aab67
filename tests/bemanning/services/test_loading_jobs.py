"""Sent files as those who send them see them, and what happens when no process comes or one goes silent."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from bemanning.domain.actor import Actor
from bemanning.domain.errors import RefusedError, UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.job import JobKind, JobStatus
from bemanning.services.ingest import LoadOptions
from bemanning.services.job_watch import CANCELLED_FILE_KEPT, FILE_KEPT, LAUNCHED, MOST_LAUNCHES, SILENT
from bemanning.services.loading_jobs import LISTED, LoadingJobs
from bemanning.services.region_services import RegionServices
from bemanning.services.report_record import report_record
from bemanning.services.upload import Upload
from bemanning.store import Store
from tests.bemanning.services.test_job_run import checked, files, loaded, never, sent
from tests.builders import loading
from tests.builders.jobs import BuiltLauncher, rename, upload
from tests.conftest import Clock


def code_of(error: pytest.ExceptionInfo[UserError]) -> FaultCode:
    (fault,) = error.value.faults
    return fault.code


def test_a_sent_file_waits_to_be_checked(services: RegionServices, actor: Actor, launcher: BuiltLauncher) -> None:
    job = services.receive(upload(b"12345", "C:\\mapp\\lön 18900101-9802.xlsx"), actor)
    assert (job.kind, job.status, job.file_name) == (JobKind.CHECK, JobStatus.WAITING, "lön (dolt).xlsx")
    assert (job.size_bytes, job.actor, job.has_file) == (5, actor, True)
    assert launcher.launched == [job.id]
    assert services.jobs() == (job,)


def test_the_list_has_a_files_latest_job(services: RegionServices, actor: Actor, launcher: BuiltLauncher) -> None:
    first, second = checked(services, actor), sent(services, actor)
    load = services.confirm_job(first.id, LoadOptions("HSV"), actor)
    assert [job.id for job in services.jobs()] == [load.id, second.id]
    assert (load.kind, load.scope, load.file_name) == (JobKind.LOAD, "HSV", "januari.xlsx")
    assert launcher.launched == [first.id, second.id, load.id]
    assert services.job(first.id) == first


def test_what_has_ended_leaves_the_list_after_a_day(services: RegionServices, actor: Actor, clock: Clock) -> None:
    checked(services, actor)
    assert len(services.jobs()) == 1
    clock.at += LISTED
    assert services.jobs() == ()


def test_a_file_is_not_worked_on_twice(services: RegionServices, actor: Actor) -> None:
    job = sent(services, actor)
    for begin in (services.confirm_job, services.check_again):
        with pytest.raises(RefusedError) as caught:
            begin(job.id, LoadOptions(), actor)
        assert code_of(caught) is FaultCode.JOB_ACTIVE
    with pytest.raises(RefusedError) as caught:
        services.discard_job(job.id)
    assert code_of(caught) is FaultCode.JOB_ACTIVE


def test_a_job_is_cancelled_before_and_while_it_runs_and_not_after(services: RegionServices, actor: Actor) -> None:
    waiting, running, done = sent(services, actor), sent(services, actor), checked(services, actor)
    services.store.jobs.claim(running.id)
    assert services.cancel_job(waiting.id, actor).status is JobStatus.CANCELLED
    assert services.cancel_job(running.id, actor).status is JobStatus.CANCELLED
    assert services.cancel_job(running.id, actor).status is JobStatus.CANCELLED
    with pytest.raises(RefusedError) as caught:
        services.cancel_job(done.id, actor)
    assert code_of(caught) is FaultCode.JOB_ENDED
    record = services.store.jobs.get(running.id)
    assert record is not None
    assert record.ended_by == actor.name


def test_a_cancelled_file_is_tried_again_or_thrown_away(services: RegionServices, actor: Actor) -> None:
    job = sent(services, actor)
    services.cancel_job(job.id, actor)
    again = services.check_again(job.id, LoadOptions(), actor)
    services.cancel_job(again.id, actor)
    services.discard_job(again.id)
    assert (services.jobs(), files(services)) == ((), [])
    with pytest.raises(RefusedError) as caught:
        services.confirm_job(job.id, LoadOptions(), actor)
    assert code_of(caught) is FaultCode.JOB_FILE_GONE


def test_a_loaded_file_is_taken_off_the_list_and_stays_loaded(services: RegionServices, actor: Actor) -> None:
    done = loaded(services, actor, checked(services, actor))
    services.discard_job(done.id)
    assert (services.jobs(), len(services.loads())) == ((), 1)


def test_a_file_that_someone_removed_is_gone(services: RegionServices, actor: Actor, sent: LoadingJobs) -> None:
    job = checked(services, actor)
    record = services.store.jobs.get(job.id)
    assert record is not None
    sent.folder.remove(record.file_key)
    with pytest.raises(RefusedError) as caught:
        services.confirm_job(job.id, LoadOptions(), actor)
    assert code_of(caught) is FaultCode.JOB_FILE_GONE


def test_an_unknown_job_is_told(services: RegionServices, actor: Actor) -> None:
    asks = (
        lambda: services.job(7),
        lambda: services.confirm_job(7, LoadOptions(), actor),
        lambda: services.check_again(7, LoadOptions(), actor),
        lambda: services.cancel_job(7, actor),
        lambda: services.discard_job(7),
    )
    for ask in asks:
        with pytest.raises(UserError) as caught:
            ask()
        assert code_of(caught) is FaultCode.JOB_UNKNOWN


def test_a_file_whose_job_cannot_be_stored_is_not_kept(services: RegionServices, actor: Actor, store: Store) -> None:
    pieces = iter([b"some", b""])

    def read(_size: int) -> bytes:
        piece = next(pieces)
        if not piece:
            rename(store, "job", "away")
        return piece

    with pytest.raises(DBAPIError):
        services.receive(Upload("a.xlsx", read), actor)
    assert files(services) == []


def test_a_server_for_readers_changes_nothing(
    services: RegionServices, actor: Actor, launcher: BuiltLauncher, clock: Clock
) -> None:
    job = sent(services, actor)
    services.store.may_change = False
    changes = (
        lambda: services.receive(upload(), actor),
        lambda: services.confirm_job(job.id, LoadOptions(), actor),
        lambda: services.cancel_job(job.id, actor),
        lambda: services.discard_job(job.id),
    )
    for change in changes:
        with pytest.raises(RefusedError) as caught:
            change()
        assert code_of(caught) is FaultCode.NO_RIGHTS
    clock.at += FILE_KEPT
    services.sent.watch.resume()
    assert (services.jobs(), launcher.launched, len(files(services))) == ((job,), [job.id], 1)


class TestTending:
    """Whoever looks keeps the jobs going."""

    def test_what_no_process_took_is_launched_again_and_given_up_at_last(
        self, services: RegionServices, actor: Actor, launcher: BuiltLauncher, clock: Clock
    ) -> None:
        job = sent(services, actor)
        assert services.jobs() == (job,)
        for _ in range(MOST_LAUNCHES + 2):
            clock.at += LAUNCHED + timedelta(seconds=1)
            services.job(job.id)
        assert launcher.launched == [job.id] * MOST_LAUNCHES
        assert services.job(job.id).status is JobStatus.INTERRUPTED
        assert services.jobs()[0].has_file

    def test_what_has_gone_silent_is_interrupted_and_can_be_tried_again(
        self, services: RegionServices, actor: Actor, clock: Clock
    ) -> None:
        job = sent(services, actor)
        services.store.jobs.claim(job.id)
        clock.at += SILENT - timedelta(seconds=5)
        assert services.jobs()[0].status is JobStatus.RUNNING
        services.store.jobs.beat(job.id)
        clock.at += SILENT - timedelta(seconds=5)
        assert services.jobs()[0].status is JobStatus.RUNNING
        clock.at += timedelta(seconds=10)
        assert services.jobs()[0].status is JobStatus.INTERRUPTED
        again = services.check_again(job.id, LoadOptions(), actor)
        services.run_job(again.id, never)
        assert services.jobs()[0].status is JobStatus.DONE

    def test_a_server_takes_up_what_an_earlier_one_left(
        self, services: RegionServices, actor: Actor, clock: Clock, store: Store
    ) -> None:
        job = sent(services, actor)
        clock.at += LAUNCHED + timedelta(seconds=1)
        launcher = BuiltLauncher()
        later = LoadingJobs(store, services.sent.folder, launcher, clock)
        later.watch.resume()
        assert launcher.launched == [job.id]
        assert later.jobs()[0].id == job.id


class TestFiles:
    """Files may hold personal data: they go when they are not needed, and after a day whatever they are needed for."""

    def test_a_stopped_file_goes_after_an_hour(self, services: RegionServices, actor: Actor, clock: Clock) -> None:
        job = sent(services, actor)
        services.cancel_job(job.id, actor)
        services.sent.watch.sweep_files()
        assert services.job(job.id).has_file
        clock.at += CANCELLED_FILE_KEPT + timedelta(seconds=5)
        services.sent.watch.sweep_files()
        assert (services.job(job.id).has_file, files(services)) == (False, [])

    def test_any_file_goes_after_a_day(self, services: RegionServices, actor: Actor, clock: Clock) -> None:
        job = checked(services, actor)
        (name,) = files(services)
        came = (clock.at - FILE_KEPT).timestamp()
        os.utime(services.sent.folder.path(name), (came, came))
        services.receive(upload(), actor)
        assert not services.job(job.id).has_file
        assert name not in files(services)

    def test_what_a_killed_process_left_of_a_load_goes(self, services: RegionServices, actor: Actor) -> None:
        job = services.confirm_job(checked(services, actor).id, LoadOptions(), actor)
        services.store.jobs.claim(job.id)
        services.store.jobs.end(job.id, JobStatus.DONE, report_record(loading.report(load_id=1)))
        assert (services.job(job.id).has_file, len(files(services))) == (True, 1)
        services.sent.watch.sweep_files()
        assert (services.job(job.id).has_file, files(services)) == (False, [])

    def test_a_refused_load_stays_to_be_tried_again(self, services: RegionServices, actor: Actor) -> None:
        job = services.confirm_job(checked(services, actor).id, LoadOptions(), actor)
        services.store.jobs.end(job.id, JobStatus.DONE, report_record(loading.rejected_report()))
        services.sent.watch.sweep_files()
        assert services.job(job.id).has_file

    def test_a_checked_file_stays_until_it_is_confirmed(self, services: RegionServices, actor: Actor) -> None:
        job = checked(services, actor)
        services.sent.watch.sweep_files()
        assert services.job(job.id).has_file

    def test_a_discarded_file_that_came_back_goes(self, services: RegionServices, actor: Actor) -> None:
        job = checked(services, actor)
        record = services.store.jobs.get(job.id)
        assert record is not None
        services.store.jobs.discard(record.file_key)
        services.sent.watch.sweep_files()
        assert files(services) == []
