from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError, StatementError

from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, Setting, SupplierAlias, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from bemanning.store import Store
from bemanning.store.mappings import PARTS
from tests.builders.loads import ACTOR
from tests.conftest import Clock

NOTHING = MappingSet(**dict.fromkeys(PARTS, ()))
_companies = count(1)

EVERYTHING = MappingSet(
    accounts=(
        AccountRule(
            "0401", CostKind.AGENCY, Profession.NURSE, "Inhyrda sjuksköterskor", Month(2015, 1), Month(2018, 6)
        ),
        AccountRule("0401", CostKind.OTHER, None, valid_from=Month(2018, 7)),
    ),
    codes=(CodeRule("201010", Profession.DOCTOR, "Överläkare"), CodeRule("D900", Profession.OTHER)),
    nodes=(Node("R", "Region Demo", NodeKind.REGION), Node("5001", "Hälsocentralen Ås", NodeKind.UNIT)),
    edges=(Edge("5001", "R", valid_to=Month(2017, 12)), Edge("5001", "R", valid_from=Month(2018, 1))),
    unit_aliases=(UnitAlias("H5001", "5001"),),
    supplier_aliases=(SupplierAlias("ALFA AB", "Alfa"),),
    scopes=(Scope("primary", "Primärvården", "R", is_default=True), Scope("hospital", "Sjukhuset", "5001")),
    goals=(
        Goal(
            "national_nurse",
            "Oberoende av hyrpersonal",
            GoalMeasure.SHARE_OF_TOTAL_R12,
            "R",
            Month(2019, 1),
            Profession.NURSE,
            Direction.BELOW,
            Decimal("2.10"),
            target_is_baseline=True,
            position=3,
            in_cost_table=True,
            is_part=True,
            definition_text="R12",
            source_text="RJH",
            undefined_reason="-",
            manual_outcome=Decimal("-0.5"),
        ),
        Goal("strategic", "Strategiskt mål", GoalMeasure.UNDEFINED, "R", Month(2019, 1)),
    ),
    events=(Event(Month(2018, 2), "Sex paket", "RJH"), Event(Month(2018, 2), "Hyrstopp")),
    settings=(Setting("hours_per_week", "40"), Setting("hours_per_week", "38", Month(2018, 1), Month(2018, 12))),
)


def _replace(store: Store, mapping_set: MappingSet) -> dict[str, tuple[int, int]]:
    with store.writing(ACTOR) as session:
        counts = session.mappings.replace(mapping_set)
        session.log.add("mappings", "", {})
        return counts


def _read(store: Store, as_known: datetime | None = None) -> MappingSet:
    with store.reading() as session:
        return session.at(as_known).mappings.read()


def test_an_empty_store_has_empty_parts(store: Store) -> None:
    assert _read(store) == NOTHING


def test_every_part_comes_back_as_it_went_in(store: Store) -> None:
    counts = _replace(store, EVERYTHING)
    assert _read(store) == EVERYTHING
    assert counts == {part: (len(getattr(EVERYTHING, part)), 0) for part in PARTS}


def test_a_part_that_is_none_changes_nothing(store: Store) -> None:
    _replace(store, EVERYTHING)
    assert _replace(store, MappingSet()) == {}
    assert _read(store) == EVERYTHING


def test_the_same_again_writes_nothing(store: Store) -> None:
    _replace(store, EVERYTHING)
    # Nothing is logged here: the store would refuse if a row were written.
    with store.writing(ACTOR) as session:
        assert session.mappings.replace(EVERYTHING) == dict.fromkeys(PARTS, (0, 0))


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        ("ab", "abc", (1, 0)),
        ("ab", "a", (0, 1)),
        ("ab", "Ab", (1, 1)),
        ("ab", "", (0, 2)),
        ("ab", "ba", (0, 0)),
        ("ab", "aabb", (0, 0)),
        ("", "aa", (1, 0)),
    ],
)
def test_rows_added_and_superseded(store: Store, before: str, after: str, counts: tuple[int, int]) -> None:
    # A capital is the same key with something else in it.
    def rows(letters: str) -> MappingSet:
        return MappingSet(supplier_aliases=tuple(SupplierAlias(letter.lower(), letter) for letter in letters))

    _replace(store, rows(before))
    assert _replace(store, rows(after)) == {"supplier_aliases": counts}
    assert set(_read(store).supplier_aliases or ()) == set(rows(after).supplier_aliases or ())


def test_two_rows_that_say_different_things_of_the_same_key_are_refused(store: Store) -> None:
    both = (CodeRule("201010", Profession.DOCTOR), CodeRule("201010", Profession.NURSE))
    with pytest.raises(IntegrityError):
        _replace(store, MappingSet(codes=both))
    assert _read(store) == NOTHING


def test_thousands_of_rows_are_superseded(store: Store) -> None:
    rows = tuple(SupplierAlias(f"a{number}", "Alfa") for number in range(5_001))
    _replace(store, MappingSet(supplier_aliases=rows))
    assert _replace(store, MappingSet(supplier_aliases=())) == {"supplier_aliases": (0, 5_001)}
    assert _read(store) == NOTHING


def test_as_known_before_at_and_after_each_change(store: Store, clock: Clock) -> None:
    before = clock.at
    _replace(store, EVERYTHING)
    first = clock.at
    _replace(store, MappingSet(settings=(Setting("hours_per_week", "37"),)))
    second = clock.at
    _replace(store, NOTHING)

    assert _read(store, before) == NOTHING
    assert _read(store, first) == EVERYTHING
    known_then = _read(store, second)
    assert known_then.settings == (Setting("hours_per_week", "37"),)
    assert known_then.goals == EVERYTHING.goals
    assert _read(store, clock.at) == NOTHING


Table = dict[str, str]
tables = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("XY")), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=tables)
def test_every_version_can_be_read_as_known_then(database_url: str, versions: list[Table]) -> None:
    clock = Clock()
    store = Store.open(database_url, company=f"region {next(_companies)}", now=clock)
    known: list[tuple[datetime, Table]] = []
    for table in versions:
        rows = tuple(UnitAlias(unit, ansvar) for unit, ansvar in table.items())
        _replace(store, MappingSet(unit_aliases=rows))
        known.append((clock.at, table))
    for moment, table in known:
        assert {alias.unit: alias.ansvar for alias in _read(store, moment).unit_aliases or ()} == table
    store.close()


def test_what_was_recorded_at_a_moment(store: Store, clock: Clock) -> None:
    _replace(store, EVERYTHING)
    first = clock.at
    settings_then = (Setting("hours_per_week", "37"),)
    _replace(store, MappingSet(settings=settings_then, events=()))
    second = clock.at
    with store.reading() as session:
        assert session.mappings.changed_at(first) == (NOTHING, EVERYTHING)
        gone, new = session.mappings.changed_at(second)
        assert session.mappings.changed_at(second + timedelta(microseconds=1)) == (NOTHING, NOTHING)
    assert (gone.settings, gone.events, gone.goals) == (EVERYTHING.settings, EVERYTHING.events, ())
    assert new == replace(NOTHING, settings=settings_then)
    assert _read(store, second - timedelta(microseconds=1)) == EVERYTHING


def test_companies_have_their_own(store: Store, database_url: str) -> None:
    theirs = Store.open(database_url, company="other")
    _replace(store, EVERYTHING)
    assert _read(theirs) == NOTHING
    _replace(theirs, MappingSet(settings=EVERYTHING.settings))
    _replace(theirs, NOTHING)
    assert _read(store) == EVERYTHING
    theirs.close()


def test_a_moment_without_a_time_zone_is_refused(store: Store, clock: Clock) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        _read(store, clock.at.replace(tzinfo=None))


def test_the_same_moment_in_another_time_zone(store: Store, clock: Clock) -> None:
    _replace(store, EVERYTHING)
    swedish = timezone(timedelta(hours=2))
    assert _read(store, clock.at.astimezone(swedish)) == EVERYTHING
    assert _read(store, (clock.at - timedelta(seconds=1)).astimezone(swedish)) == NOTHING
