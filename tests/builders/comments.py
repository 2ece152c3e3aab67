"""Comments as the store gives them, on the places and months of the built answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.vocabulary import Profession
from bemanning.services.comments import Comments, PlacedComment
from bemanning.store import CommentRecord
from tests.builders import answers

WRITTEN_AT = datetime(2019, 1, 15, 9, 30, tzinfo=UTC)


def record(number: int, node: str, month: Month, text: str, profession: Profession | None = None) -> CommentRecord:
    return CommentRecord(
        id=number,
        number=number,
        node=node,
        month=month,
        profession=profession,
        text=text,
        author_name="Kim Kontrollant",
        author_role="controller",
        written_at=WRITTEN_AT,
        actor_name="Kim Kontrollant",
        actor_role="controller",
        recorded_at=WRITTEN_AT,
    )


def reworded(number: int, node: str, month: Month, text: str) -> CommentRecord:
    """A comment that somebody else has reworded the day after."""
    fields = {name: getattr(record(number, node, month, text), name) for name in CommentRecord.__dataclass_fields__}
    later = {"actor_name": "Lo Ekonom", "recorded_at": WRITTEN_AT + timedelta(days=1)}
    return CommentRecord(**{**fields, **later})


def records() -> list[CommentRecord]:
    """By month, as the store gives them: old and new, on health care and below, one of each kind."""
    return [
        record(2, "HS", Month(2016, 9), "Nationellt beslut om oberoende av hyrpersonal."),
        record(4, "HS", Month(2018, 6), "Nytt ramavtal:\nlägre timpris.", Profession.DOCTOR),
        record(3, "PV", Month(2018, 10), "Två distriktsläkare anställda.", Profession.DOCTOR),
        reworded(1, "HS", Month(2018, 12), "Periodiserat i januari, <inte> i december."),
        record(5, "HS", Month(2018, 12), "Sjuksköterskor: stängda vårdplatser.", Profession.NURSE),
    ]


def placed(each: CommentRecord, node: Node = answers.HEALTH_CARE) -> PlacedComment:
    return PlacedComment(each, node)


def comments() -> Comments:
    """What is said about health care as of December 2018."""
    own = tuple(placed(each) for each in records() if each.node == "HS")
    below = tuple(placed(each, answers.PRIMARY_CARE) for each in records() if each.node == "PV")
    return Comments(answers.resolved(), own, below)


def nothing_said() -> Comments:
    return Comments(answers.resolved())
