import pytest

from bemanning.domain.errors import RefusedError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.vocabulary import Source
from bemanning.store import LoadRecord, Store
from tests.builders.loads import ACTOR, add_load, new_load, undo_load
from tests.conftest import Clock


def test_a_load_is_read_back_as_it_was_given(store: Store, clock: Clock) -> None:
    warnings = [{"code": "month_restated", "params": {"month": "2018-12", "öre": -5}}]
    new = new_load("2018-11", "2018-12", warnings=warnings, dropped={"personnummer": 2}, total=-(2**62))
    with store.writing(ACTOR) as session:
        load_id = session.loads.add(new)
        session.months.switch(load_id, Source.LEDGER, "primary", ["2018-12"])
        session.log.add("load", "", {})

    with store.reading() as session:
        assert session.loads.get(load_id) == LoadRecord(
            id=load_id,
            source=Source.LEDGER,
            scope="primary",
            file_name="huvudbok.xlsx",
            sha256="aa",
            content_hash="bb",
            profile="voucher_list",
            profile_version=1,
            months=("2018-11", "2018-12"),
            rows=3,
            total=-(2**62),
            warnings=warnings,
            dropped={"personnummer": 2},
            actor_name="Kim Kontrollant",
            actor_role="controller",
            loaded_at=clock.at,
            undone_at=None,
            undone_by=None,
            current_months=("2018-12",),
        )


def test_newest_first(store: Store) -> None:
    first, second, third = (add_load(store, "2018-12") for _ in range(3))
    undo_load(store, second)

    with store.reading() as session:
        assert [record.id for record in session.loads.newest_first()] == [third, second, first]
        assert [record.id for record in session.loads.newest_first(2)] == [third, second]
        assert [record.id for record in session.loads.of({first, third, 0})] == [third, first]


def test_an_unknown_load_is_none(store: Store) -> None:
    with store.reading() as session:
        assert session.loads.get(1) is None
        assert session.loads.newest_first() == []


def test_undo_marks_who_and_when(store: Store, clock: Clock) -> None:
    load_id = add_load(store, "2018-12")
    assert undo_load(store, load_id) == ["2018-12"]

    with store.reading() as session:
        record = session.loads.get(load_id)
    assert record is not None
    assert (record.undone_at, record.undone_by, record.current_months) == (clock.at, "Kim Kontrollant", ())


def test_a_load_is_undone_once(store: Store) -> None:
    load_id = add_load(store, "2018-12")
    undo_load(store, load_id)
    with pytest.raises(RefusedError) as caught:
        undo_load(store, load_id)
    assert caught.value.faults == (Fault(FaultCode.LOAD_ALREADY_UNDONE, {"load": load_id}),)


def test_a_load_that_is_not_there_cannot_be_undone(store: Store) -> None:
    with pytest.raises(RefusedError) as caught:
        undo_load(store, 17)
    assert caught.value.faults == (Fault(FaultCode.LOAD_UNKNOWN, {"load": 17}),)


class TestSameContent:
    """The load with the same content, where it still speaks for all that it covers."""

    @pytest.mark.parametrize(
        ("source", "scope", "content_hash", "found"),
        [
            (Source.LEDGER, "primary", "bb", True),
            (Source.HEROMA, "primary", "bb", False),
            (Source.LEDGER, "hospital", "bb", False),
            (Source.LEDGER, "primary", "other", False),
        ],
    )
    def test_source_scope_and_hash_must_agree(
        self, store: Store, source: Source, scope: str, content_hash: str, *, found: bool
    ) -> None:
        load_id = add_load(store, "2018-11", "2018-12")
        with store.reading() as session:
            record = session.loads.same_content_current(source, scope, content_hash)
        assert (record.id if record else None) == (load_id if found else None)

    def test_not_when_a_later_load_speaks_for_one_of_its_months(self, store: Store) -> None:
        first = add_load(store, "2018-11", "2018-12")
        later = add_load(store, "2018-12", content_hash="cc")
        assert self._same(store) is None

        undo_load(store, later)
        assert self._same(store) == first

    def test_not_when_it_is_undone(self, store: Store) -> None:
        undo_load(store, add_load(store, "2018-12"))
        assert self._same(store) is None

    def _same(self, store: Store) -> int | None:
        with store.reading() as session:
            record = session.loads.same_content_current(Source.LEDGER, "primary", "bb")
        return record.id if record else None
