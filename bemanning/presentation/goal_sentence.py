"""One goal's standing in one sentence: 16,7 % - 14,7 procentenheter över målet högst 2 %."""

from __future__ import annotations

from fractions import Fraction

from bemanning.domain.goal import GoalMeasure
from bemanning.presentation.goal_words import STATUS_WORDS, measured_text, target_text
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_text, month_text, number_text, pp_text, weeks_text
from bemanning.services.goal_attainment import GoalOutcome, GoalStatus

_ORE_PER_MKR = 100_000_000


def sentence(outcome: GoalOutcome, baseline_year: int) -> str:
    """Say how the goal stands against its target, or why that can't be said."""
    if outcome.status is GoalStatus.NOT_EVALUABLE:
        return f"Kan inte utvärderas: {not_evaluable_reason(outcome)}"
    if outcome.outcome.number is None or outcome.deviation.number is None:
        reason = reason_text(outcome.outcome) or reason_text(outcome.deviation)
        return f"{_capital(STATUS_WORDS[GoalStatus.MISSING])}: {reason}"
    said = (
        f"{measured_text(outcome.goal.measure, outcome.outcome.number)} \u2013 {_distance(outcome)} "
        f"{target_text(outcome.goal, outcome.target.number, baseline_year)}"
    )
    if outcome.status is GoalStatus.ONGOING:
        until = month_text(outcome.goal.deadline, long=True)
        return f"{said}; utfall hittills, målet gäller till och med {until}"
    return said


def not_evaluable_reason(outcome: GoalOutcome) -> str:
    """Give the reason that was written with the goal, or the figure's own."""
    return outcome.goal.undefined_reason or reason_text(outcome.outcome) or "måttet är inte definierat"


def deviation_text(measure: GoalMeasure, deviation: Fraction | None) -> str:
    """Write a deviation with its sign and unit: +14,7 procentenheter · -90 veckor."""
    if measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return pp_text(deviation)
    if measure is GoalMeasure.AGENCY_COST:
        return amount_text(deviation, "mkr", sign=True)
    decimals = 0 if deviation is None or deviation.denominator == 1 else 1
    if measure is GoalMeasure.WORKED_WEEKS:
        return weeks_text(deviation, decimals, sign=True)
    return number_text(deviation, decimals, sign=True)


def _distance(outcome: GoalOutcome) -> str:
    deviation = outcome.deviation.number or Fraction(0)
    if deviation == 0:
        return "precis på målet"
    side = "över" if deviation > 0 else "under"
    return f"{_size(outcome.goal.measure, abs(deviation))} {side} målet"


def _size(measure: GoalMeasure, size: Fraction) -> str:
    """Write how far, where a distance too small to print is said to be so and never printed as zero."""
    # Every measure is printed with at most one decimal, costs in mkr.
    least = Fraction(_ORE_PER_MKR if measure is GoalMeasure.AGENCY_COST else 1, 10)
    if 2 * size < least:
        return "mindre än " + deviation_text(measure, least).removeprefix("+")
    return deviation_text(measure, size).removeprefix("+")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
