"""Måluppfyllelse: the goal table as of a month, the cost table against 2015, and the sums behind each cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bemanning.domain.goal import Goal
from bemanning.domain.month import Month
from bemanning.domain.organisation import Node
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.unmapped import Unmapped
from bemanning.store import LoadRecord


class GoalStatus(StrEnum):
    """How a goal stands. ONGOING and its outcome so far: the month looked at is before the goal's deadline."""

    MET = "met"
    NOT_MET = "not_met"
    ONGOING = "ongoing"
    MISSING = "missing"
    NOT_EVALUABLE = "not_evaluable"


@dataclass(frozen=True, slots=True)
class MonthAmount:
    """One month's part of a sum: öre for costs, centihours for hours. None where the month is not loaded."""

    month: Month
    amount: int | None


@dataclass(frozen=True, slots=True)
class SumBehind:
    """A sum that an outcome is made of, month by month. label: "agency", "own" (overtime included), "external_hours".

    unit: "ore" or "centihours".
    """

    label: str
    unit: str
    months: tuple[MonthAmount, ...]


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """One goal as of a month.

    evaluated_at: the month whose figure is judged (the earlier of the goal's deadline and the month looked at).
    outcome and target in the measure's unit: percent (share), öre (cost), weeks, or a count.
    deviation = outcome − target.
    instead: for a goal that can't be evaluated, keys of the goals that are offered beside it.
    """

    goal: Goal
    status: GoalStatus
    evaluated_at: Month
    outcome: Value
    target: Value
    deviation: Value
    sums: tuple[SumBehind, ...]
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CostRow:
    """One row of the cost table: agency cost in öre over the same months of three years.

    change = this year − last year; deviation = this year − 2015. Percentages of the unrounded amounts.
    is_sum: the row of all professions. sums: baseline, last and this year, month by month.
    """

    goal: Goal
    baseline_ore: Value
    previous_ore: Value
    current_ore: Value
    change_ore: Value
    change_pct: Value
    deviation_ore: Value
    deviation_pct: Value
    is_sum: bool
    sums: tuple[SumBehind, ...]


@dataclass(frozen=True, slots=True)
class GoalTable:
    """The whole screen and the whole workbook. months: the months that are summed, January to the month looked at.

    nodes: every node that a goal or row is about. data_status: the weakest status of the months
    summed. source_loads: the loads that the figures come from.
    """

    selection: ResolvedSelection
    months: tuple[Month, ...]
    baseline_year: int
    cost_rows: tuple[CostRow, ...]
    outcomes: tuple[GoalOutcome, ...]
    nodes: tuple[Node, ...]
    hours_per_week: Fraction
    data_status: MonthStatus
    unmapped: Unmapped
    source_loads: tuple[LoadRecord, ...]
