"""Saved profiles: what they are asked to read, what is saved of a report, and what is said where it can't be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.profile import NO_PROFILE, Layout, Profile, ReadBy
from bemanning.domain.vocabulary import Source
from bemanning.services.file_report import FileReport
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import BuiltReader, ledger_file, paths
from tests.builders.loading import report as built_report
from tests.builders.profiles import COLUMNS, LAYOUT, SEEN

FILE = ledger_file("januari.xlsx", ("2018-01", "4110", "0101", 900_00))
HEROMA = Layout(Source.HEROMA, (("Enhet", "unit"),))
READ = built_report(seen=SEEN)
# What is to be read by → the profiles, whether they must fit, the source.
Asked = Callable[[ReadBy | None], tuple[tuple[Profile, ...], bool, Source | None]]


def faults(act: Callable[[], object]) -> list[Fault]:
    with pytest.raises(UserError) as caught:
        act()
    return list(caught.value.faults)


@pytest.fixture
def asked(services: RegionServices, actor: Actor) -> Asked:
    """What the reader is asked for, where one profile of each source is saved."""
    services.save_profile("R", READ, actor)
    services.save_profile("H", replace(READ, seen=replace(SEEN, source=Source.HEROMA, layout=HEROMA)), actor)
    reader = services.reader = BuiltReader(FILE)

    def ask(reading: ReadBy | None) -> tuple[tuple[Profile, ...], bool, Source | None]:
        list(services.check(paths(FILE), LoadOptions(reading=reading)))
        request = reader.requests[-1]
        return request.profiles, request.is_chosen, request.source

    return ask


class TestWhatTheReaderIsAskedFor:
    """A person's word, else every saved profile that may fit."""

    def test_any_saved_profile(self, asked: Asked) -> None:
        for reading in (None, ReadBy()):
            profiles, is_chosen, source = asked(reading)
            assert {profile.name for profile in profiles} == {"R", "H"}
            assert (is_chosen, source) == (False, None)

    def test_those_of_the_source(self, asked: Asked) -> None:
        assert asked(ReadBy(Source.LEDGER)) == ((Profile("R", 1, LAYOUT),), False, Source.LEDGER)

    def test_the_one_that_is_named(self, asked: Asked) -> None:
        assert asked(ReadBy(profile="R")) == ((Profile("R", 1, LAYOUT),), True, None)

    def test_none(self, asked: Asked) -> None:
        assert asked(ReadBy(profile=NO_PROFILE)) == ((), False, None)

    def test_a_correction(self, asked: Asked) -> None:
        assert asked(ReadBy(profile="R", layout=HEROMA)) == ((Profile("", 0, HEROMA),), True, None)

    def test_one_that_is_not_there(self, asked: Asked) -> None:
        params: dict[str, str | int] = {"profile": "X", "profiles": "H, R"}
        assert faults(lambda: asked(ReadBy(profile="X"))) == [Fault(FaultCode.PROFILE_UNKNOWN, params)]


class TestSaving:
    """The layout that a report was read by."""

    def test_versions_count_and_are_logged(self, services: RegionServices, store: Store, actor: Actor) -> None:
        services.save_profile("  Rain  dance ", READ, actor)
        turned = replace(READ, seen=replace(SEEN, layout=replace(LAYOUT, is_flipped=False)))
        second = services.save_profile("Rain dance", turned, actor)
        assert (second.version, second.layout.is_flipped, second.actor_name) == (2, False, actor.name)
        assert [(record.name, record.version) for record in services.profiles()] == [
            ("Rain dance", 2),
            ("Rain dance", 1),
        ]
        with store.reading() as session:
            entries = [entry for entry in session.log.newest_first() if entry.action == "profile"]
        assert [(entry.subject, entry.detail) for entry in entries] == [
            ("Rain dance", {"version": 2, "source": "ledger"}),
            ("Rain dance", {"version": 1, "source": "ledger"}),
        ]

    @pytest.mark.parametrize("name", ["", " - ", "a:b", "x" * 61])
    def test_a_name_is_needed(self, services: RegionServices, actor: Actor, name: str) -> None:
        assert faults(lambda: services.save_profile(name, READ, actor)) == [
            Fault(FaultCode.PROFILE_NAME, {"limit": 60})
        ]

    @pytest.mark.parametrize(
        "report",
        [replace(READ, per_month={}), replace(READ, seen=None), replace(READ, seen=replace(SEEN, is_whole=False))],
    )
    def test_what_has_read_nothing_is_not_saved(
        self, services: RegionServices, actor: Actor, report: FileReport
    ) -> None:
        assert faults(lambda: services.save_profile("R", report, actor)) == [Fault(FaultCode.PROFILE_UNREAD)]
        assert services.profiles() == []

    def test_the_same_again_is_no_version(self, services: RegionServices, actor: Actor) -> None:
        services.save_profile("R", READ, actor)
        params: dict[str, str | int] = {"profile": "R", "version": 1}
        assert faults(lambda: services.save_profile("R", READ, actor)) == [Fault(FaultCode.PROFILE_SAME, params)]

    def test_a_name_is_of_one_source(self, services: RegionServices, actor: Actor) -> None:
        services.save_profile("R", READ, actor)
        heroma = replace(READ, seen=replace(SEEN, source=Source.HEROMA, layout=HEROMA))
        params: dict[str, str | int] = {"profile": "R", "source": "ledger"}
        assert faults(lambda: services.save_profile("R", heroma, actor)) == [
            Fault(FaultCode.PROFILE_OTHER_SOURCE, params)
        ]

    def test_withdrawn_it_reads_nothing_and_is_logged(
        self, services: RegionServices, store: Store, actor: Actor
    ) -> None:
        services.save_profile("R", READ, actor)
        assert services.withdraw_profile("R", actor).version == 1
        assert faults(lambda: services.withdraw_profile("R", actor))[0].code is FaultCode.PROFILE_UNKNOWN
        assert [record.superseded_at is None for record in services.profiles()] == [False]
        with store.reading() as session:
            assert session.log.newest_first()[0].action == "profile_withdrawn"


class TestLoading:
    """What was read by what is told by the load, its scope and the log."""

    SCOPED = replace(FILE, profile="R", profile_version=3, seen=replace(SEEN, layout=replace(LAYOUT, scope="STAB")))

    def test_a_load_keeps_name_and_version(self, services: RegionServices, load: Loader) -> None:
        seen = replace(SEEN, layout=replace(LAYOUT, scope=""))
        (report,) = load(replace(FILE, profile="R", profile_version=3, seen=seen))
        assert (report.profile, report.profile_version, report.seen) == ("R", 3, seen)
        (kept,) = services.loads()
        assert (kept.profile, kept.profile_version) == ("R", 3)

    def test_its_scope_is_the_files(self, load: Loader) -> None:
        (report,) = load(self.SCOPED)
        assert [fault.code for fault in report.faults] == [FaultCode.SCOPE_OTHER]

    def test_a_scope_that_is_asked_for_goes_before_it(self, load: Loader) -> None:
        (report,) = load(self.SCOPED, options=LoadOptions("HSV"))
        assert (report.faults, report.scope) == ((), "HSV")

    def test_a_correction_that_is_saved_nowhere_else_is_logged(self, load: Loader, store: Store) -> None:
        load(FILE, options=LoadOptions(reading=ReadBy(layout=LAYOUT)))
        with store.reading() as session:
            (entry,) = [each for each in session.log.newest_first() if each.action == "load"]
        assert entry.detail["layout"]["is_flipped"] is True
        assert entry.detail["layout"]["columns"] == [list(column) for column in COLUMNS]


def test_a_saved_profile_lets_the_figures_stand(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(FILE)
    before, mappings = services.data_version(), services.mappings()
    services.save_profile("R", READ, actor)
    services.withdraw_profile("R", actor)
    assert services.data_version() == before + 2
    assert services.mappings() is mappings, "nothing was read anew"
