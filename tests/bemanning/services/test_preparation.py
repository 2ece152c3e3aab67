"""Sums that are made when the data change: nobody waits for what every screen begins with."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import OrganisationView
from bemanning.services import preparation
from bemanning.services.overview import Overview
from bemanning.services.preparation import Preparation
from bemanning.services.region_services import RegionServices
from tests.bemanning.services.conftest import Loader
from tests.builders.files import ledger_file

WAIT_S = 30


def year(year: int, name: str = "") -> tuple[Any, ...]:
    months = [(f"{year}-{month:02}", account, "0101", 100) for month in range(1, 13) for account in ("4110", "4610")]
    return (ledger_file(name or f"{year}.xlsx", *months),)


@contextmanager
def cells_read() -> Iterator[list[str]]:
    """List the statements that read what was loaded, row by row or in cubes."""
    found: list[str] = []

    def seen(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        if any(table in statement for table in ("_cell", "_cube")):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", seen)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", seen)


def ask_everything(services: RegionServices) -> None:
    for view in OrganisationView:
        for month in (None, Month(2017, 12), Month(2017, 3)):
            selection = Selection(month=month, view=view)
            for screen in (services.overview, services.trend, services.unit_tree, services.goal_table):
                screen(selection)
            services.reconciliation(selection)
            services.comments(selection)
    services.mapping_board()


def test_what_is_prepared_is_not_read_again(services: RegionServices, load: Loader) -> None:
    load(*year(2017), *year(2018))
    with cells_read() as unprepared:
        assert Preparation(services).prepare()
    with cells_read() as prepared:
        ask_everything(services)
    assert (bool(unprepared), prepared) == (True, [])


def test_it_is_done_once_for_each_change(services: RegionServices, load: Loader) -> None:
    prepares = Preparation(services)
    # Nothing is loaded: there is little to prepare.
    assert [prepares.prepare(), prepares.prepare()] == [True, False]
    load(*year(2018))
    assert [prepares.prepare(), prepares.prepare()] == [True, False]


def test_a_change_in_the_middle_is_prepared_anew(services: RegionServices, load: Loader) -> None:
    class ChangedOnce(RegionServices):
        def overview(self, selection: Selection) -> Overview:
            if len(self.loads()) == 1:
                load(*year(2018))
            return super().overview(selection)

    load(*year(2017))
    changed = ChangedOnce(services.store, services.reader, services.mapping_reader, services.sent)
    prepares = Preparation(changed)
    assert [prepares.prepare() for _ in range(3)] == [True, True, False]


def test_it_follows_the_data_until_it_is_stopped(services: RegionServices, load: Loader) -> None:
    prepared = Event()
    prepares = Preparation(services, prepared.set)
    prepares.start()
    assert prepared.wait(WAIT_S)
    prepared.clear()
    load(*year(2018))
    assert prepared.wait(WAIT_S)
    prepares.stop()
    prepared.clear()
    load(*year(2017))
    assert not prepared.wait(0.1)


def test_a_database_that_is_away_is_asked_again_and_so_is_one_that_stays_as_it_is(
    services: RegionServices, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Away(RegionServices):
        asked = 0
        often = Event()

        def data_version(self) -> int:
            self.asked += 1
            if self.asked == 1:
                message = "away"
                raise ConnectionError(message)
            if prepared and self.asked > prepared[0] + 1:
                self.often.set()
            return super().data_version()

    monkeypatch.setattr(preparation, "LOOK_SECONDS", 0.01)
    away = Away(services.store, services.reader, services.mapping_reader, services.sent)
    prepared: list[int] = []
    prepares = Preparation(away, lambda: prepared.append(away.asked))
    with caplog.at_level(logging.ERROR):
        prepares.start()
        assert away.often.wait(WAIT_S)
        prepares.stop()
    assert len(prepared) == 1
    assert "could not be prepared" in caplog.text
