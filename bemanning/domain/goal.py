"""Goals and events, as data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession


class GoalMeasure(StrEnum):
    """What a goal is measured by. MANUAL: an outcome entered by hand. UNDEFINED: no measure was ever decided."""

    SHARE_OF_TOTAL_R12 = "share_of_total_r12"
    AGENCY_COST = "agency_cost"
    WORKED_WEEKS = "worked_weeks"
    MANUAL = "manual"
    UNDEFINED = "undefined"


class Direction(StrEnum):
    """How outcome and target must relate for the goal to be met."""

    AT_MOST = "at_most"
    BELOW = "below"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal. AGENCY_COST and WORKED_WEEKS run from January to `deadline` (or to the month looked at, when earlier).

    target: percent, kronor, weeks or a count, by measure; None with `target_is_baseline` (the same months of 2015).
    in_cost_table: the goal is a row of the published cost table, in `position` order, indented where `is_part`.
    undefined_reason: why it can't be evaluated (UNDEFINED only). manual_outcome: the entered number (MANUAL only).
    """

    key: str
    name: str
    measure: GoalMeasure
    node: str
    deadline: Month
    profession: Profession | None = None
    direction: Direction = Direction.AT_MOST
    target: Decimal | None = None
    target_is_baseline: bool = False
    position: int = 0
    in_cost_table: bool = False
    is_part: bool = False
    definition_text: str = ""
    source_text: str = ""
    undefined_reason: str = ""
    manual_outcome: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, drawn on charts: a hire stop, a new framework agreement."""

    month: Month
    label: str
    source_text: str = ""
