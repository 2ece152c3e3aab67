"""The sums behind the goal table as lines of months: what the sheet Underlag is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bemanning.domain.goal import Goal, GoalMeasure
from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Profession
from bemanning.services.goal_attainment import SumBehind

LABEL_WORDS = {
    "agency": "Hyrkostnad, kr",
    "own": "Egen personalkostnad inkl. övertid, kr",
    "external_hours": "Arbetade timmar, inhyrd personal",
}
_PER_PRINTED_UNIT = {"agency": ORE_PER_KR, "own": ORE_PER_KR, "external_hours": CENTI}


@dataclass(frozen=True, slots=True)
class MonthKey:
    """What one month's figure is of: two cells of the same key show the same figure."""

    label: str
    node: str
    profession: Profession | None
    month: Month


@dataclass(frozen=True, slots=True)
class Line:
    """A row of months that are summed. amounts: öre or centihours, None where the month is not loaded."""

    name: str
    period: str
    label: str
    node: str
    profession: Profession | None
    months: tuple[Month, ...]
    amounts: tuple[int | None, ...]

    def key(self, month: Month) -> MonthKey:
        """Give the key of one of the line's months."""
        return MonthKey(self.label, self.node, self.profession, month)

    def printed(self, amount: int) -> Fraction:
        """Turn öre into kronor, centihours into hours: what the sheet shows."""
        return Fraction(amount, _PER_PRINTED_UNIT[self.label])

    @property
    def total(self) -> Fraction | None:
        """Give the sum in kronor or hours, None where a month is missing."""
        known = [amount for amount in self.amounts if amount is not None]
        return self.printed(sum(known)) if len(known) == len(self.amounts) else None

    @property
    def missing_months(self) -> tuple[Month, ...]:
        """Give the months without a figure."""
        return tuple(month for month, amount in zip(self.months, self.amounts, strict=True) if amount is None)


def amounts_by_month(sums: Sequence[SumBehind], label: str) -> dict[Month, int | None]:
    """Collect one label's months, however many sums they are spread over."""
    return {part.month: part.amount for behind in sums if behind.label == label for part in behind.months}


def make_line(
    goal: Goal, label: str, period: str, months: tuple[Month, ...], amounts: Mapping[Month, int | None]
) -> Line:
    """Line up a goal's months; a month that the amounts lack is missing."""
    parts = tuple(amounts.get(month) for month in months)
    return Line(goal.name, period, label, goal.node, goal.profession, months, parts)


def blank_where_unplaced(line: Line, value: Value) -> Line:
    """Leave the months blank where the figure is missing because its node is not in the organisation."""
    if value.reason is MissingReason.NOT_IN_ORGANISATION:
        return replace(line, amounts=(None,) * len(line.months))
    return line


def checked(line: Line, cost_ore: Value) -> Line:
    """Give the line if it adds up to the cost that the service answered.

    Raises ValueError for sums that do not: the workbook may not say another thing than the screen.
    """
    line = blank_where_unplaced(line, cost_ore)
    expected = None if cost_ore.number is None else cost_ore.number / ORE_PER_KR
    if line.total != expected:
        message = f"the months behind {line.name} ({line.period}) give {line.total}, not {expected}"
        raise ValueError(message)
    return line


def labels_of(measure: GoalMeasure) -> tuple[str, ...]:
    """Give the sums that a measure's outcome is made of, in the order they are shown."""
    return {
        GoalMeasure.SHARE_OF_TOTAL_R12: ("agency", "own"),
        GoalMeasure.AGENCY_COST: ("agency",),
        GoalMeasure.WORKED_WEEKS: ("external_hours",),
    }.get(measure, ())
