"""Trend: one measure month by month and over the rolling twelve months, beside what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bemanning.domain.goal import Event
from bemanning.domain.month import MONTHS_IN_YEAR
from bemanning.domain.organisation import Node
from bemanning.domain.selection import Selection
from bemanning.domain.targets import NATIONAL_TARGET_PCT, NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition, Profession, TrendMeasure
from bemanning.kpi.registry import MEASURES, Measure, MeasureKey
from bemanning.services.figures import Figures
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.trend_history import MADE_OF_HOURS, Histories, TrendPoint

_SHARE_BY = {Definition.TOTAL: MeasureKey.SHARE_OF_TOTAL, Definition.OWN: MeasureKey.SHARE_OF_OWN}


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One node × profession, oldest month first: the selection's span, ending with its month.

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
        amount_unit="centihours" if key in MADE_OF_HOURS else "ore",
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
    history = figures.derived(Histories).of(node.code, profession, selection.view, key, _SHARE_BY[selection.definition])
    values = history.values
    now, year_ago = (values.r12(month) for month in (selection.month, selection.month.plus(-MONTHS_IN_YEAR)))
    return TrendLine(
        node=node,
        profession=profession,
        points=history.points(selection.first_shown, selection.month),
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
