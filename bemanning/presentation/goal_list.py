"""Måluppfyllelse's goals: a row each, which opens its definition, formula and sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.domain.goal import GoalMeasure
from bemanning.kpi.registry import MeasureKey
from bemanning.presentation.address import selection_query
from bemanning.presentation.blocks import opening_rows, status_chip
from bemanning.presentation.goal_table import PrintedGoal, goal_rows
from bemanning.presentation.numbers import amount_text
from bemanning.presentation.screen_actions import measure_link
from bemanning.presentation.sums_behind import sums_tables, total_of
from bemanning.presentation.tables import scroll_region
from bemanning.presentation.texts import goals as texts
from bemanning.services.goal_attainment import GoalOutcome, GoalStatus, GoalTable

_COLUMNS = (texts.GOAL, texts.OUTCOME, texts.TARGET, texts.DEVIATION, texts.STATUS)
_MEASURES = {
    GoalMeasure.SHARE_OF_TOTAL_R12: MeasureKey.SHARE_OF_TOTAL,
    GoalMeasure.AGENCY_COST: MeasureKey.AGENCY_COST,
    GoalMeasure.WORKED_WEEKS: MeasureKey.WORKED_WEEKS,
}
# The icon of each status; the word beside it carries the meaning.
_ICONS = {
    GoalStatus.MET: "met",
    GoalStatus.NOT_MET: "missed",
    GoalStatus.ONGOING: "ongoing",
    GoalStatus.MISSING: "missing",
    GoalStatus.NOT_EVALUABLE: "not_evaluable",
}


def goal_list(table: GoalTable) -> Component:
    """Give the goals in the table's order."""
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in _COLUMNS]))
    pairs = zip(goal_rows(table), table.outcomes, strict=True)
    query = selection_query(table.selection)
    rows = [row for printed, outcome in pairs for row in _rows(printed, outcome, query)]
    caption = html.Caption(texts.GOALS_TITLE, className="visually-hidden")
    goals = html.Table([caption, head, html.Tbody(rows)], className="data goals")
    return scroll_region(goals, texts.GOALS_TITLE)


def _rows(printed: PrintedGoal, outcome: GoalOutcome, query: str) -> list[Component]:
    status = status_chip(_ICONS[printed.status], printed.status_text.capitalize())
    cells = ((texts.OUTCOME, printed.outcome), (texts.TARGET, printed.target), (texts.DEVIATION, printed.deviation))
    row = [*(html.Td(text, **_labelled(label)) for label, text in cells), html.Td(status, **_labelled(texts.STATUS))]
    return opening_rows(printed.name, row, _opened(printed, outcome, query))


def _labelled(label: str) -> dict[str, Any]:
    """Name the cell where a narrow screen stacks the columns and the headings are out of sight."""
    return {"data-label": label}


def _opened(printed: PrintedGoal, outcome: GoalOutcome, query: str) -> list[Component]:
    facts = [html.Div([html.Dt(term), html.Dd(text)]) for term, text in _facts(printed, outcome) if text]
    return [
        html.P(f"{printed.sentence.removesuffix('.')}.", className="goal-sentence"),
        html.Dl(facts, className="definition"),
        *_explained(outcome.goal.measure, query),
        *sums_tables(printed.name, outcome.sums),
    ]


def _explained(measure: GoalMeasure, query: str) -> list[Component]:
    """Lead to where Hjälp explains what the goal is measured by; nothing where it has no measure."""
    if measure not in _MEASURES:
        return []
    return [html.P(measure_link(_MEASURES[measure], query, texts.HELP), className="chart-key")]


def _facts(printed: PrintedGoal, outcome: GoalOutcome) -> Sequence[tuple[str, str]]:
    unevaluable = printed.status is GoalStatus.NOT_EVALUABLE
    return (
        (texts.REASON if unevaluable else texts.REASON_MISSING, printed.reason),
        (texts.INSTEAD, ", ".join(printed.instead)),
        (texts.DEFINITION, printed.definition),
        (texts.FORMULA, printed.formula),
        (texts.CALCULATION, _calculation(printed, outcome)),
        (texts.PERIOD, printed.period),
        (texts.DEADLINE, printed.deadline),
        (texts.SOURCE, printed.source),
    )


def _calculation(printed: PrintedGoal, outcome: GoalOutcome) -> str:
    """Write a share's formula with its sums filled in; the other measures are the sums themselves."""
    if outcome.goal.measure is not GoalMeasure.SHARE_OF_TOTAL_R12:
        return ""
    totals = {behind.label: total_of(behind) for behind in outcome.sums}
    agency, own = totals.get("agency"), totals.get("own")
    if agency is None or own is None:
        return ""
    part, rest = amount_text(agency, "kr", 0), amount_text(own, "kr", 0)
    return f"100 × {part} / ({rest} + {part}) = {printed.outcome}"
