"""Comments: written, reworded, withdrawn, and still there as they were known."""

from __future__ import annotations

from datetime import datetime

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession
from bemanning.store import CommentRecord, Store
from tests.conftest import Clock

KIM, LEE = Actor("Kim", "controller"), Actor("Lee", "ekonom")
VACANT = Comment("HS", Month(2018, 12), Profession.DOCTOR, "Två vakanser")
STRIKE = Comment("PV", Month(2018, 11), None, "Strejk\nhela månaden")


def _add(store: Store, comment: Comment, actor: Actor = KIM) -> CommentRecord:
    with store.writing(actor) as session:
        session.log.add("comment", comment.node, {})
        return session.comments.add(comment)


def _reword(store: Store, record: CommentRecord, text: str, actor: Actor = LEE) -> CommentRecord:
    with store.writing(actor) as session:
        session.log.add("comment_edit", record.node, {})
        return session.comments.reword(record, text)


def _withdraw(store: Store, record: CommentRecord) -> None:
    with store.writing(LEE) as session:
        session.log.add("comment_withdraw", record.node, {})
        session.comments.withdraw(record)


def _read(store: Store, as_known: datetime | None = None) -> list[CommentRecord]:
    with store.reading() as session:
        return session.at(as_known).comments.read()


def test_a_comment_comes_back_signed_and_dated(store: Store, clock: Clock) -> None:
    record = _add(store, VACANT)
    assert _read(store) == [record]
    assert (record.node, record.month, record.profession, record.text) == (
        "HS",
        Month(2018, 12),
        Profession.DOCTOR,
        "Två vakanser",
    )
    assert (record.author_name, record.author_role, record.actor_name) == ("Kim", "controller", "Kim")
    assert record.written_at == record.recorded_at == clock.at
    assert not record.is_reworded


def test_comments_come_by_month_and_then_as_they_were_written(store: Store) -> None:
    first, strike, last = (_add(store, each) for each in (VACANT, STRIKE, VACANT))
    assert _read(store) == [strike, first, last]
    assert [record.number for record in (first, strike, last)] == [1, 2, 3]


def test_reworded_keeps_number_author_and_date_and_says_who_reworded_it(store: Store, clock: Clock) -> None:
    before = _add(store, VACANT)
    _add(store, STRIKE)
    after = _reword(store, before, "Tre vakanser")
    assert _read(store)[1] == after
    assert (after.number, after.author_name, after.written_at) == (before.number, "Kim", before.written_at)
    assert (after.actor_name, after.actor_role, after.recorded_at) == ("Lee", "ekonom", clock.at)
    assert after.is_reworded
    assert after.id != before.id


def test_a_withdrawn_comments_number_is_never_used_again(store: Store) -> None:
    record = _add(store, VACANT)
    _withdraw(store, record)
    assert _read(store) == []
    assert _add(store, STRIKE).number == record.number + 1


def test_as_known_before_at_and_after_each_change(store: Store, clock: Clock) -> None:
    before = clock.at
    written = _add(store, VACANT)
    at_writing = clock.at
    reworded = _reword(store, written, "Tre vakanser")
    at_rewording = clock.at
    _withdraw(store, reworded)
    assert [_read(store, at) for at in (before, at_writing, at_rewording, clock.at)] == [[], [written], [reworded], []]


@pytest.mark.parametrize("change", ["reworded", "withdrawn", "none"])
def test_only_the_latest_wording_is_found(store: Store, change: str) -> None:
    record = _add(store, VACANT)
    if change == "reworded":
        _reword(store, record, "Tre vakanser")
    if change == "withdrawn":
        _withdraw(store, record)
    with store.reading() as session:
        assert session.comments.find(record.id) == (record if change == "none" else None)


def test_companies_see_and_count_their_own(database_url: str, store: Store, clock: Clock) -> None:
    mine = _add(store, VACANT)
    other = Store.open(database_url, company="annan", now=clock)
    theirs = _add(other, STRIKE)
    assert (_read(store), _read(other), theirs.number) == ([mine], [theirs], 1)
    other.close()
