"""One job in its process: what is stored, what is said, and that the two never disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.profile import Profile, ReadBy
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.services.job_run import JobStoppedError
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from tests.builders.files import BuiltReader, ledger_file, refused_file, with_vouchers
from tests.builders.jobs import upload
from tests.builders.profiles import LAYOUT, RECOGNISED

JANUARY = ledger_file("januari.xlsx", ("2018-01", "4110", "0101", 900_00), ("2018-01", "4610", "0102", 100_00))
WAIT_S = 60


def never() -> None:
    raise AssertionError


def sent(services: RegionServices, actor: Actor, file: ParsedFile = JANUARY) -> Job:
    """Send a file, of which the reader makes what is given."""
    services.reader = BuiltReader(file)
    return services.receive(upload(name=file.file_name), actor)


def checked(services: RegionServices, actor: Actor, file: ParsedFile = JANUARY) -> Job:
    job = sent(services, actor, file)
    services.run_job(job.id, never)
    return services.job(job.id)


def loaded(services: RegionServices, actor: Actor, job: Job, options: LoadOptions | None = None) -> Job:
    confirmed = services.confirm_job(job.id, options or LoadOptions(), actor)
    services.run_job(confirmed.id, never)
    return services.job(confirmed.id)


def report_of(job: Job) -> FileReport:
    assert job.report is not None
    return job.report


def files(services: RegionServices) -> list[str]:
    return [path.name for path in services.sent.folder.path("").iterdir()]


def test_a_file_is_loaded_by_what_it_was_last_checked_by(services: RegionServices, actor: Actor) -> None:
    job = checked(services, actor)
    assert job.reading is None
    choice = ReadBy(profile="R", layout=LAYOUT)
    again = services.check_again(job.id, LoadOptions(reading=choice), actor)
    services.run_job(again.id, never)
    assert services.job(again.id).reading == choice
    once_more = services.check_again(again.id, LoadOptions(), actor)
    services.run_job(once_more.id, never)
    assert loaded(services, actor, once_more).reading == choice
    reader = services.reader
    assert isinstance(reader, BuiltReader)
    assert [request.is_chosen for request in reader.requests] == [False, True, True, True]
    assert reader.requests[-1].profiles == (Profile("", 0, LAYOUT),)


def test_how_a_sent_file_was_read_is_saved_once_it_is_known(services: RegionServices, actor: Actor) -> None:
    file = replace(JANUARY, seen=RECOGNISED)
    waiting = sent(services, actor, file)
    with pytest.raises(UserError) as caught:
        services.save_job_profile("R", waiting.id, actor)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.PROFILE_UNREAD]
    services.run_job(waiting.id, never)
    assert services.save_job_profile("R", waiting.id, actor).layout == RECOGNISED.as_layout()


def test_a_profile_that_was_removed_meanwhile_refuses_the_file(services: RegionServices, actor: Actor) -> None:
    job = checked(services, actor)
    again = services.check_again(job.id, LoadOptions(reading=ReadBy(profile="R")), actor)
    services.run_job(again.id, never)
    assert [fault.code for fault in report_of(services.job(again.id)).faults] == [FaultCode.PROFILE_UNKNOWN]


def test_a_file_is_checked_and_then_loaded(services: RegionServices, actor: Actor) -> None:
    version = services.data_version()
    job = checked(services, actor)
    assert (job.kind, job.status, job.stage) == (JobKind.CHECK, JobStatus.DONE, None)
    assert (report_of(job).per_month, report_of(job).load_id) == ({"2018-01": 1000_00}, None)
    assert (services.data_version(), services.loads()) == (version, [])
    done = loaded(services, actor, job, LoadOptions(status=MonthStatus.PRELIMINARY))
    assert (done.kind, done.status, done.has_file) == (JobKind.LOAD, JobStatus.DONE, False)
    (load,) = services.loads()
    assert (load.id, load.file_name, load.actor_name) == (report_of(done).load_id, "januari.xlsx", actor.name)
    assert [row.status for row in services.months()] == [MonthStatus.PRELIMINARY]
    assert files(services) == []


def test_the_jobs_and_the_load_say_the_same(services: RegionServices, actor: Actor) -> None:
    done = loaded(services, actor, checked(services, actor))
    record = services.store.jobs.get(done.id)
    assert record is not None
    assert record.load_id == report_of(done).load_id == services.loads()[0].id
    assert services.data_version() == 2


def test_a_file_with_faults_is_done_and_kept(services: RegionServices, actor: Actor) -> None:
    job = checked(services, actor, refused_file("tom.xlsx"))
    assert (job.status, report_of(job).outcome) == (JobStatus.DONE, Outcome.REJECTED)
    assert (job.has_file, len(files(services))) == (True, 1)


def test_a_load_that_is_refused_after_its_check_is_kept_to_be_tried_again(
    services: RegionServices, actor: Actor
) -> None:
    loaded(services, actor, checked(services, actor))
    services.set_month_status(MonthsChoice(frozenset({Month(2018, 1)})), MonthStatus.CLOSED, actor)
    again = ledger_file("ny.xlsx", ("2018-01", "4110", "0101", 5), ("2018-01", "4610", "0102", 5))
    done = loaded(services, actor, checked(services, actor, again))
    assert [fault.code for fault in report_of(done).faults] == [FaultCode.MONTH_CLOSED]
    assert (done.has_file, len(files(services)), len(services.loads())) == (True, 1, 1)


@pytest.mark.parametrize("vouchers", [0, 1])
def test_the_same_content_is_done_with_at_once(services: RegionServices, actor: Actor, vouchers: int) -> None:
    loaded(services, actor, checked(services, actor))
    rows = [("2018-01", "4610", "0102", "Lev", "V1", 100_00)] * vouchers
    done = loaded(services, actor, checked(services, actor, with_vouchers(JANUARY, *rows)))
    assert [fault.code for fault in report_of(done).warnings] == [FaultCode.SAME_CONTENT]
    assert (done.status, report_of(done).load_id, len(services.loads())) == (JobStatus.DONE, None, 1)
    assert (done.has_file, files(services)) == (False, [])


def test_a_difference_that_nobody_was_shown_is_not_stored(services: RegionServices, actor: Actor) -> None:
    mine = checked(services, actor)
    theirs = ledger_file("deras.xlsx", ("2018-01", "4110", "0101", 1), ("2018-01", "4610", "0102", 1))
    loaded(services, actor, checked(services, actor, theirs))
    services.reader = BuiltReader(JANUARY)
    refused = loaded(services, actor, mine)
    assert [fault.code for fault in report_of(refused).faults] == [FaultCode.LOADED_SINCE_CHECK]
    assert (report_of(refused).outcome, report_of(refused).load_id) == (Outcome.REJECTED, None)
    assert (refused.has_file, [load.file_name for load in services.loads()]) == (True, ["deras.xlsx"])

    again = services.check_again(refused.id, LoadOptions(), actor)
    services.run_job(again.id, never)
    assert report_of(loaded(services, actor, again)).load_id is not None


def test_a_file_that_nobody_has_seen_checked_is_not_stored(services: RegionServices, actor: Actor) -> None:
    job = sent(services, actor)
    services.cancel_job(job.id, actor)
    refused = loaded(services, actor, job)
    assert [fault.code for fault in report_of(refused).faults] == [FaultCode.LOADED_SINCE_CHECK]
    assert services.loads() == []


def test_options_change_the_preview(services: RegionServices, actor: Actor) -> None:
    loaded(services, actor, checked(services, actor))
    job = checked(services, actor, ledger_file("halv.xlsx", ("2018-01", "4110", "0101", 900_00)))
    assert {fault.code for fault in report_of(job).faults} == {FaultCode.WOULD_ERASE}
    again = services.check_again(job.id, LoadOptions("HSV", allow_erase=True), actor)
    services.run_job(again.id, never)
    found = services.job(again.id)
    assert (found.kind, found.scope, found.allow_erase) == (JobKind.CHECK, "HSV", True)
    assert report_of(found).outcome is Outcome.ACCEPTED_WITH_WARNINGS


def test_a_job_is_done_once(services: RegionServices, actor: Actor) -> None:
    job = checked(services, actor)
    services.run_job(job.id, never)
    assert services.job(job.id) == job
    services.run_job(999, never)


@dataclass(frozen=True)
class DoingReader:
    """A reader during which something happens."""

    file: ParsedFile
    happens: Callable[[], object]

    def read(self, requests: Sequence[ReadRequest]) -> Iterator[ParsedFile]:
        for _ in requests:
            self.happens()
            yield self.file


def confirmed(services: RegionServices, actor: Actor, happens: Callable[[int], object]) -> Job:
    """Load a file while something happens to its job."""
    job = services.confirm_job(checked(services, actor).id, LoadOptions(), actor)
    services.reader = DoingReader(JANUARY, lambda: happens(job.id))
    return job


def test_a_cancelled_load_stores_nothing_however_late(services: RegionServices, actor: Actor) -> None:
    job = confirmed(services, actor, lambda number: services.cancel_job(number, actor))
    services.run_job(job.id, lambda: None)
    assert services.job(job.id).status is JobStatus.CANCELLED
    assert (services.loads(), services.months(), services.job(job.id).report) == ([], [], None)
    assert services.job(job.id).has_file


def test_a_cancelled_job_is_told_while_it_reads(services: RegionServices, actor: Actor) -> None:
    lost = Event()

    def cancel_and_wait(number: int) -> None:
        services.cancel_job(number, actor)
        assert lost.wait(WAIT_S)
        raise JobStoppedError

    job = confirmed(services, actor, cancel_and_wait)
    services.run_job(job.id, lost.set)
    assert services.job(job.id).status is JobStatus.CANCELLED
    assert services.loads() == []


def test_a_job_that_is_stopped_says_so(services: RegionServices, actor: Actor) -> None:
    def stop(number: int) -> None:
        assert services.job(number).stage is JobStage.READING
        raise JobStoppedError

    job = confirmed(services, actor, stop)
    services.run_job(job.id, never)
    assert services.job(job.id).status is JobStatus.INTERRUPTED
    assert services.loads() == []
    services.reader = BuiltReader(JANUARY)
    assert loaded(services, actor, job).status is JobStatus.DONE


def fails(_number: int) -> None:
    message = "en cell ur filen"
    raise KeyError(message)


def refuses(_number: int) -> None:
    raise UserError([Fault(FaultCode.FILE_EMPTY)])


@pytest.mark.parametrize(("happens", "code"), [(fails, FaultCode.JOB_FAILED), (refuses, FaultCode.FILE_EMPTY)])
def test_what_goes_wrong_is_told_without_what_stands_in_the_file(
    services: RegionServices, actor: Actor, happens: Callable[[int], object], code: FaultCode
) -> None:
    job = confirmed(services, actor, happens)
    services.run_job(job.id, never)
    done = services.job(job.id)
    (fault,) = report_of(done).faults
    assert (done.status, fault.code, report_of(done).outcome) == (JobStatus.DONE, code, Outcome.REJECTED)
    assert "cell" not in str(fault.params)
    assert (done.has_file, services.loads()) == (True, [])
