"""The goals that hold until the region enters its own: the national ones, and agency cost against 2015."""

from __future__ import annotations

from decimal import Decimal

from bemanning.domain.goal import Goal, GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.targets import NATIONAL_TARGET_PCT
from bemanning.domain.vocabulary import Profession

_NATIONAL_TEXT = (
    "Högst 2 % hyrpersonalkostnad av den totala personalkostnaden för samma yrkesgrupp, rullande tolv månader."
)
_NATIONAL_SOURCE = "Regionernas gemensamma mål om oberoende av hyrpersonal, beslutat 2016"
_COST_TEXT = "Kostnaden för hyrpersonal ska vara högst 2015 års kostnad, löpande priser."
_NAMES = {
    Profession.DOCTOR: ("Inhyrda läkare", "läkare"),
    Profession.NURSE: ("Inhyrda sjuksköterskor", "sjuksköterskor"),
    Profession.OTHER: ("Inhyrd övrig personal", "övrig personal"),
}


def default_goals(node: str, deadline: Month) -> tuple[Goal, ...]:
    """Give the goals for a node (the region's health care), judged at the deadline."""
    cost_rows = [_cost_row(node, deadline, profession, position) for position, profession in enumerate(Profession, 1)]
    total = _cost_row(node, deadline, None, len(cost_rows) + 1)
    national = [_national(node, deadline, profession) for profession in (Profession.NURSE, Profession.DOCTOR)]
    return (*cost_rows, total, *national)


def _cost_row(node: str, deadline: Month, profession: Profession | None, position: int) -> Goal:
    return Goal(
        key=f"kostnad-{profession.value if profession else 'summa'}",
        name=_NAMES[profession][0] if profession else "Summa",
        measure=GoalMeasure.AGENCY_COST,
        node=node,
        deadline=deadline,
        profession=profession,
        target_is_baseline=True,
        position=position,
        in_cost_table=True,
        definition_text=_COST_TEXT,
    )


def _national(node: str, deadline: Month, profession: Profession) -> Goal:
    return Goal(
        key=f"nationellt-{profession.value}",
        name=f"Oberoende av hyrpersonal: {_NAMES[profession][1]}",
        measure=GoalMeasure.SHARE_OF_TOTAL_R12,
        node=node,
        deadline=deadline,
        profession=profession,
        target=Decimal(NATIONAL_TARGET_PCT.numerator) / NATIONAL_TARGET_PCT.denominator,
        position=10,
        definition_text=_NATIONAL_TEXT,
        source_text=_NATIONAL_SOURCE,
    )
