"""Profiles: every version stands as it was written; the latest holds, until it is withdrawn."""

from __future__ import annotations

from dataclasses import replace

from bemanning.domain.actor import Actor
from bemanning.domain.profile import Profile
from bemanning.store import ProfileRecord, Store
from tests.builders.profiles import LAYOUT
from tests.conftest import Clock

KIM = Actor("Kim", "skärm")


def save(store: Store, name: str = "R", **changes: object) -> ProfileRecord:
    with store.writing(KIM) as session:
        session.log.add("profile", name, {})
        return session.profiles.add(name, replace(LAYOUT, **changes))  # type: ignore[arg-type]  # any field


def withdraw(store: Store, name: str) -> bool:
    with store.writing(KIM) as session:
        session.log.add("profile_withdrawn", name, {})
        return session.profiles.withdraw(name)


def current(store: Store) -> list[tuple[str, int]]:
    with store.reading() as session:
        return [(record.name, record.version) for record in session.profiles.current()]


def test_a_profile_is_kept_as_it_was_given(store: Store, clock: Clock) -> None:
    saved = save(store)
    assert saved.profile == Profile("R", 1, LAYOUT)
    assert (saved.actor_name, saved.actor_role, saved.superseded_at) == ("Kim", "skärm", None)
    assert saved.recorded_at >= clock.at
    with store.reading() as session:
        assert session.profiles.versions() == [saved]


def test_the_next_version_takes_its_place_and_changes_nothing_of_it(store: Store) -> None:
    first = save(store)
    other = save(store, "Annan")
    second = save(store, scope="OS")
    assert (second.version, current(store)) == (2, [("R", 2), ("Annan", 1)])
    with store.reading() as session:
        assert session.profiles.versions() == [second, other, replace(first, superseded_at=second.recorded_at)]


def test_a_withdrawn_name_goes_on_counting(store: Store) -> None:
    save(store)
    assert withdraw(store, "R")
    assert not withdraw(store, "R")
    assert current(store) == []
    assert save(store).version == 2
    assert current(store) == [("R", 2)]


def test_another_company_has_its_own(store: Store, database_url: str) -> None:
    save(store)
    other = Store.open(database_url, company="annan")
    assert current(other) == []
    assert save(other).version == 1
    other.close()
