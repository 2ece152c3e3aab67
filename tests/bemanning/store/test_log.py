from bemanning.domain.actor import Actor
from bemanning.store import LogRecord, Store
from tests.conftest import Clock


def test_newest_first_with_actor_and_moment(store: Store, clock: Clock) -> None:
    with store.writing(Actor("Åsa", "controller")) as session:
        session.log.add("load", "load 1", {"months": ["2018-12"], "total": 7})
    first = clock.at
    with store.writing(Actor("Bo", "project_lead")) as session:
        session.log.add("undo", "load 1", {})
    second = clock.at

    with store.reading() as session:
        assert session.log.newest_first() == [
            LogRecord(2, second, "Bo", "project_lead", "undo", "load 1", {}),
            LogRecord(1, first, "Åsa", "controller", "load", "load 1", {"months": ["2018-12"], "total": 7}),
        ]
        assert [record.id for record in session.log.newest_first(1)] == [2]
        assert [session.log.actions_since(each) for each in (0, 1, 2)] == [{"load", "undo"}, {"undo"}, set()]
        assert [record.id for record in session.log.of("load")] == [1]
        assert [record.id for record in session.log.of("undo", 1)] == [2]
        assert session.log.of("lock") == []
