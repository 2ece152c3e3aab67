"""What undoing would change is what undoing does change: the store's own undo is the oracle."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.undo_effect import FallBack, UndoEffect, undo_effect
from bemanning.store import CurrentMonth, LoadRecord, Store
from tests.builders import answers
from tests.builders.loads import ACTOR, add_load, undo_load

NOVEMBER, DECEMBER = Month(2018, 11), Month(2018, 12)


def load(number: int, *months: str, current: tuple[str, ...] = (), **fields: object) -> LoadRecord:
    return replace(answers.load(1), id=number, months=months, current_months=current, **fields)  # type: ignore[arg-type]  # the builder takes any field


def test_each_month_falls_back_to_the_latest_load_that_held_it() -> None:
    latest = load(4, "2018-10", "2018-11", "2018-12", current=("2018-11", "2018-12"))
    first, second = load(1, "2018-11", "2018-12"), load(2, "2018-11")
    other_scope = load(3, "2018-12", scope="OS")
    other_source = load(5, "2018-12", source=Source.HEROMA)
    loads = [other_source, latest, other_scope, second, first]
    effect = undo_effect(latest, loads, ())
    assert effect == UndoEffect((FallBack(second, (NOVEMBER,)), FallBack(first, (DECEMBER,))), ())


def test_an_undone_load_speaks_for_nothing_and_a_closed_month_opens() -> None:
    gone = replace(load(1, "2018-12"), undone_at=answers.load(1).loaded_at, undone_by="Kim")
    latest = load(2, "2018-12", current=("2018-12",))
    row = CurrentMonth(latest.source, latest.scope, DECEMBER, 2, MonthStatus.CLOSED, latest.loaded_at, "Kim", "a.xlsx")
    others = replace(row, month=NOVEMBER, load_id=1), replace(row, status=MonthStatus.OPEN)
    assert undo_effect(latest, [latest, gone], [row, *others]) == UndoEffect(
        (FallBack(None, (DECEMBER,)),), (DECEMBER,)
    )


def test_a_replaced_load_changes_nothing() -> None:
    replaced = load(1, "2018-12")
    assert undo_effect(replaced, [load(2, "2018-12", current=("2018-12",)), replaced], ()) == UndoEffect((), ())


def test_it_is_what_undoing_does(store: Store) -> None:
    random = Random(7)  # noqa: S311 - a repeatable walk, no secret
    months = [f"2018-{number:02}" for number in range(1, 6)]
    for _ in range(25):
        chosen = sorted(random.sample(months, random.randint(1, 4)))
        add_load(store, *chosen, scope=random.choice(("primary", "hospital")))
        close_one(store, random)
        if random.random() < 0.6:
            undo_one(store, random)


def close_one(store: Store, random: Random) -> None:
    with store.writing(ACTOR) as session:
        row = random.choice(session.months.current())
        session.months.set_status(row.source, row.scope, row.month, MonthStatus.CLOSED)
        session.log.add("month_status", "months", {})


def undo_one(store: Store, random: Random) -> None:
    with store.reading() as session:
        loads, before = session.loads.newest_first(), session.months.current()
    gone = random.choice([each for each in loads if each.undone_at is None])
    effect = undo_effect(gone, loads, before)
    undo_load(store, gone.id)
    with store.reading() as session:
        after = {(row.scope, row.month): row for row in session.months.current()}
    for fall in effect.fall_backs:
        for month in fall.months:
            row = after.pop((gone.scope, month), None)
            assert (row and row.load_id) == (fall.load and fall.load.id)
            assert row is None or row.status is MonthStatus.OPEN
    told = {(gone.scope, month) for fall in effect.fall_backs for month in fall.months}
    rest = {(row.scope, row.month): row for row in before if (row.scope, row.month) not in told}
    assert after == rest
    closed = {(row.scope, row.month) for row in before if row.status is MonthStatus.CLOSED}
    assert {(gone.scope, month) for month in effect.reopened} == closed & told
