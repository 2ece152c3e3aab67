"""The words of Måluppfyllelse: statuses, targets, and what each measure means and is computed from."""

from __future__ import annotations

from fractions import Fraction

from bemanning.domain.goal import Direction, Goal, GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Definition, MonthStatus, OrganisationView, Profession
from bemanning.presentation.numbers import (
    NBSP,
    amount_text,
    month_text,
    months_text,
    number_text,
    share_text,
    weeks_text,
)
from bemanning.services.goal_attainment import GoalStatus

STATUS_WORDS = {
    GoalStatus.MET: "uppfyllt",
    GoalStatus.NOT_MET: "ej uppfyllt",
    GoalStatus.ONGOING: "pågår",
    GoalStatus.MISSING: "uppgift saknas",
    GoalStatus.NOT_EVALUABLE: "kan inte utvärderas",
}
DEFINITION_WORDS = {
    Definition.TOTAL: "andel av total personalkostnad",
    Definition.OWN: "andel av egen personalkostnad",
}
DATA_STATUS_WORDS = {
    MonthStatus.MISSING: "inte inlästa",
    MonthStatus.PRELIMINARY: "preliminära: någon månad lästes in innan den var bokförd",
    MonthStatus.OPEN: "öppna: alla månader är inte stängda",
    MonthStatus.CLOSED: "slutliga: alla månader är stängda",
}
VIEW_WORDS = {OrganisationView.TODAY: "dagens organisation", OrganisationView.THEN: "dåvarande organisation"}
PROFESSION_NAMES = {
    None: "alla yrkesgrupper",
    Profession.DOCTOR: "läkare",
    Profession.NURSE: "sjuksköterskor",
    Profession.OTHER: "övrig personal",
}
FORMULA_WORDS = {
    GoalMeasure.SHARE_OF_TOTAL_R12: (
        "100 × Σ hyrkostnad / Σ (egen personalkostnad inklusive övertid + hyrkostnad), summerat över tolv månader"
    ),
    GoalMeasure.AGENCY_COST: "Σ hyrkostnad över periodens månader",
    GoalMeasure.WORKED_WEEKS: "Σ arbetade timmar av inhyrd personal / timmar per vecka; frånvaro räknas aldrig",
    GoalMeasure.MANUAL: "Inmatat utfall, beräknas inte",
    GoalMeasure.UNDEFINED: "Ingen: måttet är inte definierat",
}

_COUNTED = frozenset({GoalMeasure.WORKED_WEEKS, GoalMeasure.MANUAL})
# A target is written with the decimals it was set with, 2 % and 2,5 %, but with no more than these.
_MOST_TARGET_DECIMALS = 2


def measured_text(measure: GoalMeasure, number: Fraction | None) -> str:
    """Write an outcome in its measure's unit: 16,7 % · 108,7 mkr · 610 veckor · 49."""
    if measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return share_text(number)
    if measure is GoalMeasure.AGENCY_COST:
        return amount_text(number, "mkr")
    decimals = 0 if number is None else _decimals(number, 1)
    if measure is GoalMeasure.WORKED_WEEKS:
        return weeks_text(number, decimals)
    return number_text(number, decimals)


def target_text(goal: Goal, target: Fraction | None, baseline_year: int) -> str:
    """Write what the goal demands: högst 2 % · färre än 700 veckor · högst 2015 års kostnad, 107,8 mkr."""
    if goal.measure is GoalMeasure.UNDEFINED:
        return "inte definierat"
    word = direction_word(goal)
    if goal.target_is_baseline:
        amount = "" if target is None else f", {measured_text(goal.measure, target)}"
        return f"{word} {baseline_name(goal.measure, baseline_year)}{amount}"
    return f"{word} {_exact_target(goal.measure, target)}"


def direction_word(goal: Goal) -> str:
    """Give the direction as it is said of the measure: one has fewer weeks, but a lower cost."""
    if goal.direction is Direction.AT_MOST:
        return "högst"
    if goal.direction is Direction.AT_LEAST:
        return "minst"
    return "färre än" if goal.measure in _COUNTED else "lägre än"


def baseline_name(measure: GoalMeasure, baseline_year: int) -> str:
    """Name the baseline in full: the cost of 2015 and the share of 2015 are two things."""
    nouns = {GoalMeasure.SHARE_OF_TOTAL_R12: "andel", GoalMeasure.AGENCY_COST: "kostnad"}
    return f"{baseline_year} års {nouns.get(measure, 'nivå')}"


def window(goal: Goal, evaluated_at: Month) -> tuple[Month, ...]:
    """Give the months that the goal sums when it is evaluated at a month."""
    if goal.measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return evaluated_at.window()
    return evaluated_at.year_to_date()


def period_text(goal: Goal, evaluated_at: Month) -> str:
    """Name the period that the outcome is about: rullande 12, jan-dec 2018."""
    if goal.measure in {GoalMeasure.MANUAL, GoalMeasure.UNDEFINED}:
        return month_text(evaluated_at, long=True)
    months = window(goal, evaluated_at)
    span = months_text(months[0], months[-1])
    return f"rullande{NBSP}12, {span}" if goal.measure is GoalMeasure.SHARE_OF_TOTAL_R12 else span


def definition_text(goal: Goal, evaluated_at: Month, node_name: str, baseline_year: int) -> str:
    """Say in words what is measured: share definition, profession, node, window and baseline."""
    about = f"{PROFESSION_NAMES[goal.profession]}, {node_name}, {period_text(goal, evaluated_at)}"
    words = {
        GoalMeasure.SHARE_OF_TOTAL_R12: f"Hyrkostnadens {DEFINITION_WORDS[Definition.TOTAL]}, {about}",
        GoalMeasure.AGENCY_COST: f"Hyrkostnad, {about}",
        GoalMeasure.WORKED_WEEKS: f"Arbetade hyrveckor, {about}",
        GoalMeasure.MANUAL: f"Antal, inmatat för hand, {node_name}",
        GoalMeasure.UNDEFINED: f"Mått saknas, {node_name}",
    }[goal.measure]
    if goal.target_is_baseline:
        words += f", mot {baseline_name(goal.measure, baseline_year)} för samma månader i löpande priser"
    return f"{words}."


def _exact_target(measure: GoalMeasure, target: Fraction | None) -> str:
    if target is None or measure is GoalMeasure.AGENCY_COST:
        return measured_text(measure, target)
    decimals = _decimals(target, _MOST_TARGET_DECIMALS)
    if measure is GoalMeasure.SHARE_OF_TOTAL_R12:
        return share_text(target, decimals)
    return weeks_text(target, decimals) if measure is GoalMeasure.WORKED_WEEKS else number_text(target, decimals)


def _decimals(number: Fraction, most: int) -> int:
    return next((count for count in range(most) if (number * 10**count).denominator == 1), most)
