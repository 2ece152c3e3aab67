"""What is said about a selection, and what may be written, reworded and withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Profession
from bemanning.services.comments import comments
from bemanning.services.region_services import RegionServices
from bemanning.store import CommentRecord, Store
from tests.bemanning.services.conftest import Loader
from tests.builders import trends
from tests.builders.comments import records
from tests.builders.files import ledger_file

DECEMBER = Month(2018, 12)
VACANT = Comment("HS", DECEMBER, None, "Två vakanser")
LEE = Actor("Lee", "ekonom")


@pytest.mark.parametrize(
    ("selection", "own", "below"),
    [
        (Selection(DECEMBER), [2, 4, 1, 5], [3]),
        (Selection(DECEMBER, profession=Profession.DOCTOR), [2, 4, 1], [3]),
        (Selection(DECEMBER, profession=Profession.NURSE), [2, 1, 5], []),
        (Selection(DECEMBER, profession=Profession.OTHER), [2, 1], []),
        (Selection(DECEMBER, profession=Profession.OTHER, compared=(Profession.NURSE,)), [2, 1, 5], []),
        (Selection(DECEMBER, profession=Profession.OTHER, compared=("PV",)), [2, 1], []),
        (Selection(DECEMBER, profession=Profession.DOCTOR, compared=("PV",)), [2, 4, 3, 1], []),
        (Selection(Month(2018, 9)), [2, 4], []),
        (Selection(Month(2016, 8)), [], []),
        (Selection(DECEMBER, "PV"), [3], []),
        (Selection(DECEMBER, "MED"), [], []),
        (Selection(DECEMBER, "R"), [], [4, 3, 1, 5]),
        (Selection(Month(2017, 8), "R"), [], [2]),
        (Selection(Month(2017, 9), "R"), [], []),
    ],
)
def test_what_is_said_about_a_selection(selection: Selection, own: list[int], below: list[int]) -> None:
    found = comments(trends.figures(), records(), replace(selection, node=selection.node or "HS"))
    assert [each.record.number for each in found.own] == own
    assert [each.record.number for each in found.below] == below
    assert all(each.node.code == each.record.node for each in (*found.own, *found.below))


def test_an_unknown_node_is_refused() -> None:
    for selection in (Selection(node="finns-inte"), Selection(compared=("finns-inte",))):
        with pytest.raises(UserError):
            comments(trends.figures(), records(), selection)


@pytest.fixture
def loaded(services: RegionServices, load: Loader) -> RegionServices:
    load(ledger_file("december.xlsx", ("2018-12", "4110", "0101", 1_000_00)))
    return services


def logged(store: Store) -> list[tuple[str, str, str, dict[str, object]]]:
    with store.reading() as session:
        found = session.log.newest_first()
    return [
        (each.actor_name, each.action, each.subject, each.detail) for each in found if each.action.startswith("comment")
    ][::-1]


def test_written_reworded_and_withdrawn_is_seen_and_logged_without_its_words(
    loaded: RegionServices, store: Store, actor: Actor
) -> None:
    written = loaded.write_comment(Comment("HS", DECEMBER, None, "  Två\r\nvakanser "), actor)
    assert seen(loaded) == ["Två\nvakanser"]
    reworded = loaded.reword_comment(written.id, "Tre vakanser", LEE)
    assert seen(loaded) == ["Tre vakanser"]
    assert loaded.withdraw_comment(reworded.id, LEE) == reworded
    assert seen(loaded) == []
    about = {"node": "HS", "month": "2018-12"}
    assert logged(store) == [
        ("Kim Kontrollant", "comment", "comment 1", about),
        ("Lee", "comment_reworded", "comment 1", about),
        ("Lee", "comment_withdrawn", "comment 1", about),
    ]


def seen(services: RegionServices) -> list[str]:
    return [each.record.text for each in services.comments(Selection(node="HS")).own]


def test_the_same_words_again_change_nothing(loaded: RegionServices, actor: Actor) -> None:
    written = loaded.write_comment(VACANT, actor)
    version = loaded.data_version()
    assert loaded.reword_comment(written.id, " Två vakanser\n", LEE) == written
    assert loaded.data_version() == version


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        (Comment("HS", DECEMBER, None, " \n "), [FaultCode.COMMENT_EMPTY]),
        (Comment("nej", DECEMBER, None, "Två vakanser"), [FaultCode.NODE_UNKNOWN]),
        (
            Comment("nej", DECEMBER, None, "900101-0017 " + "å" * 1000),
            [FaultCode.NODE_UNKNOWN, FaultCode.COMMENT_TOO_LONG, FaultCode.COMMENT_PERSONAL],
        ),
    ],
)
def test_everything_wrong_is_said_at_once_and_nothing_written(
    loaded: RegionServices, actor: Actor, comment: Comment, codes: list[FaultCode]
) -> None:
    with pytest.raises(UserError) as caught:
        loaded.write_comment(comment, actor)
    assert [fault.code for fault in caught.value.faults] == codes
    assert seen(loaded) == []


def test_what_may_not_be_written_may_not_be_what_it_is_reworded_to(loaded: RegionServices, actor: Actor) -> None:
    written = loaded.write_comment(VACANT, actor)
    with pytest.raises(UserError) as caught:
        loaded.reword_comment(written.id, "900101-0017", LEE)
    assert caught.value.faults[0].code is FaultCode.COMMENT_PERSONAL
    assert seen(loaded) == ["Två vakanser"]


@pytest.mark.parametrize("change", ["reword", "withdraw"])
def test_a_wording_that_is_not_the_latest_is_neither_reworded_nor_withdrawn(
    loaded: RegionServices, actor: Actor, change: str
) -> None:
    old = loaded.write_comment(VACANT, actor)
    loaded.reword_comment(old.id, "Tre vakanser", LEE)
    changes: dict[str, Callable[[], CommentRecord]] = {
        "reword": lambda: loaded.reword_comment(old.id, "Fyra vakanser", actor),
        "withdraw": lambda: loaded.withdraw_comment(old.id, actor),
    }
    with pytest.raises(UserError) as caught:
        changes[change]()
    assert caught.value.faults[0].code is FaultCode.COMMENT_CHANGED
    assert seen(loaded) == ["Tre vakanser"]


def test_a_comment_raises_the_data_version_and_leaves_the_figures_in_memory(
    loaded: RegionServices, store: Store, actor: Actor
) -> None:
    # Read together with the figures, and kept for as long as they are.
    mappings, version = loaded.mappings(), loaded.data_version()
    loaded.write_comment(VACANT, actor)
    assert loaded.data_version() == version + 1
    assert loaded.mappings() is mappings
    with store.writing(actor) as session:
        session.mappings.replace(MappingSet(events=()))
        session.log.add("mappings", "mappings", {})
    assert loaded.mappings() is not mappings
