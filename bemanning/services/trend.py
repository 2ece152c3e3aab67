"""Trend: one measure month by month and over the rolling twelve months, beside what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bemanning.domain.goal import Event
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.organisation import Node
from bemanning.domain.selection import Selection
from bemanning.domain.targets import NATIONAL_TARGET_PCT, NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition, Profession, TrendMeasure
from bemanning.kpi.registry import MEASURES, Measure, MeasureKey
from bemanning.services.figures import Figures
from bemanning.services.measure_values import measure_values
from bemanning.services.node_figures import NodeFigures
from bemanning.services.resolved import ResolvedSelection, resolve

_SHARE_BY = {Definition.TOTAL: MeasureKey.SHARE_OF_TOTAL, Definition.OWN: MeasureKey.SHARE_OF_OWN}
# What moves a measure is told in the amount that it is made of.
_MADE_OF_HOURS = frozenset({MeasureKey.HOURS_SHARE, MeasureKey.EXTERNAL_HOURS, MeasureKey.WORKED_WEEKS})


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One month. monthly and r12 in the measure's unit.

    came_in, fell_out: what this month and the one twelve months before hold of the line's amount (`amount_unit`).
    """

    month: Month
    monthly: Value
    r12: Value
    came_in: Value
    fell_out: Value


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One node × profession, oldest month first, ending with the selection's month.

    now: R12 at the selection's month; year_ago: twelve months before. baseline: the level of calendar 2015.
    target_pct: the national target, None where it does not apply.
    """

    node: Node
    profession: Profession | None
    points: tuple[TrendPoint, ...]
    now: Value
    year_ago: Value
    change_on_year: Value
    baseline: Value
    change_on_baseline: Value
    target_pct: Value | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The whole screen, and its files. lines: the selection's own first, then what it is compared with.

    amount_unit: "ore" or "centihours", the unit of what came in and fell out.
    """

    selection: ResolvedSelection
    choice: TrendMeasure
    measure: Measure
    compared: tuple[str | Profession, ...]
    lines: tuple[TrendLine, ...]
    events: tuple[Event, ...]
    amount_unit: str


def trend(figures: Figures, selection: Selection) -> Trend:
    """Answer for the selection. Raises UserError for an unknown node, compared or selected."""
    resolved = resolve(figures, selection)
    choice = selection.measure or TrendMeasure.SHARE
    key = _SHARE_BY[resolved.definition] if choice is TrendMeasure.SHARE else MeasureKey(choice.value)
    subjects = {(resolved.node, resolved.profession): None}
    subjects.update({_subject(figures, selection, resolved, each): None for each in selection.compared})
    return Trend(
        selection=resolved,
        choice=choice,
        measure=next(measure for measure in MEASURES if measure.key is key),
        compared=selection.compared,
        lines=tuple(_line(figures, resolved, key, *subject) for subject in subjects),
        events=figures.events,
        amount_unit="centihours" if key in _MADE_OF_HOURS else "ore",
    )


def _subject(
    figures: Figures, selection: Selection, resolved: ResolvedSelection, compared: str | Profession
) -> tuple[Node, Profession | None]:
    """Let a profession be compared within the selection's node, and a node within its profession."""
    if isinstance(compared, Profession):
        return resolved.node, compared
    return resolve(figures, replace(selection, node=compared)).node, resolved.profession


def _line(
    figures: Figures, selection: ResolvedSelection, key: MeasureKey, node: Node, profession: Profession | None
) -> TrendLine:
    found = NodeFigures(figures, node.code, profession, selection.view)
    values = measure_values(found, key, _SHARE_BY[selection.definition])
    amount = MeasureKey.EXTERNAL_HOURS if key in _MADE_OF_HOURS else MeasureKey.AGENCY_COST
    amounts = measure_values(found, amount)
    points = tuple(
        TrendPoint(
            month,
            values.month(month),
            values.r12(month),
            amounts.month(month),
            amounts.month(month.plus(-MONTHS_IN_YEAR)),
        )
        for month in figures.months
        if month <= selection.month
    )
    now, year_ago = (values.r12(month) for month in (selection.month, selection.month.plus(-MONTHS_IN_YEAR)))
    return TrendLine(
        node=node,
        profession=profession,
        points=points,
        now=now,
        year_ago=year_ago,
        change_on_year=now.minus(year_ago),
        baseline=values.baseline(),
        change_on_baseline=now.minus(values.baseline()),
        target_pct=_target(key, profession),
    )


def _target(key: MeasureKey, profession: Profession | None) -> Value | None:
    """Give the national target, which is about share_of_total of doctors and of nurses alone."""
    applies = key is MeasureKey.SHARE_OF_TOTAL and profession in NATIONAL_TARGET_PROFESSIONS
    return Value(NATIONAL_TARGET_PCT) if applies else None
