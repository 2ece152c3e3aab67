"""Files that wait to be decided on: read by token from any process, for a day, and no change of data."""

from datetime import timedelta

from bemanning.store import KeptFile, Store
from bemanning.store.kept_files import KEPT
from tests.conftest import Clock

FILE = KeptFile("mappning.xlsx", b"\x00PK\xff")


def keep(store: Store, file: KeptFile = FILE) -> str:
    return store.kept_files.keep(file)


def test_a_kept_file_comes_back_as_it_was_until_it_is_thrown_away(store: Store, database_url: str) -> None:
    token = keep(store)
    other_process = Store.open(database_url)
    assert other_process.kept_files.get(token) is None  # its clock is years later
    other_process.close()
    assert store.kept_files.get(token) == FILE
    store.kept_files.throw_away(token)
    store.kept_files.throw_away(token)
    assert store.kept_files.get(token) is None


def test_tokens_are_many_and_long(store: Store) -> None:
    tokens = {keep(store) for _ in range(5)}
    assert len(tokens) == 5
    assert min(map(len, tokens)) >= 20


def test_nothing_of_it_is_a_change_of_data(store: Store) -> None:
    before = store.data_version()
    keep(store)
    with store.reading() as session:
        assert session.log.newest_first() == []
    assert store.data_version() == before


def test_another_company_has_its_own(store: Store, database_url: str, clock: Clock) -> None:
    token = keep(store)
    theirs = Store.open(database_url, company="other", now=clock)
    assert theirs.kept_files.get(token) is None
    theirs.kept_files.throw_away(token)
    assert store.kept_files.get(token) == FILE
    theirs.close()


def test_a_file_waits_a_day_and_is_then_thrown_away(store: Store, clock: Clock) -> None:
    token = keep(store)
    clock.at += KEPT - timedelta(seconds=2)
    assert store.kept_files.get(token) == FILE
    assert store.kept_files.get(token) is None
    keep(store)
    # Gone, not only unseen: the clock goes back and it is not there.
    clock.at -= KEPT
    assert store.kept_files.get(token) is None
