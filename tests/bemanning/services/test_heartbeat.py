"""A running job's sign of life, and how it learns that no one wants it."""

from __future__ import annotations

import logging
from dataclasses import replace
from threading import Event

import pytest

from bemanning.domain.job import JobStage, JobStatus
from bemanning.services import heartbeat
from bemanning.services.heartbeat import Heartbeat
from bemanning.store import Store
from tests.bemanning.store.test_jobs import NEW
from tests.builders.jobs import rename

WAIT_S = 60


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look and beat often."""
    monkeypatch.setattr(heartbeat, "LOOK_SECONDS", 0.01)


@pytest.fixture
def running(store: Store) -> int:
    """A job that has been claimed."""
    record = store.jobs.add(replace(NEW))
    assert record is not None
    assert store.jobs.claim(record.id)
    return record.id


def never() -> None:
    raise AssertionError


def test_it_beats_with_what_the_job_is_doing(store: Store, running: int) -> None:
    first = store.jobs.get(running)
    with Heartbeat(store.jobs, running, never) as heart:
        heart.tell(JobStage.WRITING)
        told = store.jobs.get(running)
        assert first is not None
        assert told is not None
        assert (first.stage, told.stage) == (JobStage.READING, JobStage.WRITING)
        for _ in range(WAIT_S * 100):
            later = store.jobs.get(running)
            if later != told:
                break
            Event().wait(0.01)
    assert later is not None
    assert (later.stage, later.heartbeat_at) > (told.stage, told.heartbeat_at)


def test_it_tells_once_when_the_job_is_cancelled(store: Store, running: int) -> None:
    lost = Event()
    with Heartbeat(store.jobs, running, lost.set):
        store.jobs.end(running, JobStatus.CANCELLED)
        assert lost.wait(WAIT_S)


def test_a_job_that_is_done_is_not_lost(store: Store, running: int) -> None:
    with Heartbeat(store.jobs, running, never):
        store.jobs.end(running, JobStatus.DONE)
        Event().wait(0.1)


def test_a_database_that_is_away_for_a_moment_ends_nothing(
    store: Store, running: int, caplog: pytest.LogCaptureFixture
) -> None:
    lost, logged = Event(), Event()

    class Seen(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            assert "could not be seen" in record.getMessage()
            logged.set()

    handler = Seen()
    logging.getLogger(heartbeat.__name__).addHandler(handler)
    with Heartbeat(store.jobs, running, lost.set):
        rename(store, "job", "away")
        assert logged.wait(WAIT_S)
        rename(store, "away", "job")
        store.jobs.end(running, JobStatus.CANCELLED)
        assert lost.wait(WAIT_S)
    logging.getLogger(heartbeat.__name__).removeHandler(handler)
    assert caplog.records
