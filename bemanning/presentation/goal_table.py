"""Måluppfyllelse as it is printed: the cost table against 2015 cell by cell, and the goals with their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.month import MONTHS_IN_YEAR
from bemanning.domain.value import Value
from bemanning.presentation.goal_sentence import deviation_text, not_evaluable_reason, sentence
from bemanning.presentation.goal_words import (
    FORMULA_WORDS,
    STATUS_WORDS,
    baseline_name,
    definition_text,
    measured_text,
    period_text,
    target_text,
)
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_digits, month_text, months_text, percent_int_text
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalStatus, GoalTable


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row of the cost table: `cells` in the order of `cost_headings`.

    notes: what is missing in the row and why, a sentence each; empty where every cell has its number.
    """

    key: str
    cells: tuple[str, ...]
    is_part: bool
    is_sum: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedGoal:
    """One printed goal. Every field is text to show as it stands; `status` is there for colour and icon.

    definition: what the figure measures, in the program's words; decision: the goal's own text, as it was decided.
    reason: why there is no outcome ("" where there is one). instead: names of the goals offered beside it.
    """

    key: str
    name: str
    status: GoalStatus
    status_text: str
    outcome: str
    target: str
    deviation: str
    sentence: str
    definition: str
    decision: str
    formula: str
    node: str
    period: str
    deadline: str
    source: str
    reason: str
    instead: tuple[str, ...]


def table_title(table: GoalTable) -> str:
    """Give the title: Måluppfyllelse per december 2018, Hälso- och sjukvård."""
    selection = table.selection
    return f"Måluppfyllelse per {month_text(selection.month, long=True)}, {selection.node.name}"


def months_heading(table: GoalTable) -> str:
    """Name the months that are summed in each year: helår, or jan-sep."""
    if len(table.months) == MONTHS_IN_YEAR:
        return "helår"
    # The span is written without its year, for it stands beside three different years.
    return months_text(table.months[0], table.months[-1]).removesuffix(f"\u00a0{table.selection.month.year}")


def cost_headings(table: GoalTable) -> tuple[str, ...]:
    """Give the cost table's eight headings; a part of a year is named in each year's heading."""
    span = months_heading(table)
    year = table.selection.month.year
    before, now = (f"{each}" if span == "helår" else f"{each} {span}" for each in (year - 1, year))
    baseline = baseline_name(GoalMeasure.AGENCY_COST, table.baseline_year)
    return (
        f"{span.upper() if span == 'helår' else span.capitalize()}, kostnader i mkr",
        f"Mål (max): {baseline}" if span == "helår" else f"Mål (max): {baseline} {span}",
        before,
        now,
        f"Förändring mellan {before} och {now}",
        f"Förändring i % mellan {before} och {now}",
        f"Avvikelse mot mål ({baseline})",
        f"Avvikelse mot mål ({baseline}) i %",
    )


def cost_table_rows(table: GoalTable) -> list[PrintedRow]:
    """Print the cost table: mkr with one decimal, whole percent, all from unrounded amounts; a dash where missing."""
    return [_printed_row(table, row) for row in table.cost_rows]


def _printed_row(table: GoalTable, row: CostRow) -> PrintedRow:
    amounts = (row.baseline_ore, row.previous_ore, row.current_ore, row.change_ore)
    cells = (
        row.goal.name,
        *(_mkr(value) for value in amounts),
        percent_int_text(row.change_pct.number),
        _mkr(row.deviation_ore),
        percent_int_text(row.deviation_pct.number),
    )
    return PrintedRow(row.goal.key, cells, row.goal.is_part, row.is_sum, tuple(_row_notes(table, row)))


def _mkr(value: Value) -> str:
    return amount_digits(value.number, "mkr")


def _row_notes(table: GoalTable, row: CostRow) -> Iterator[str]:
    return (f"{row.goal.name}, {what}: {reason}." for what, reason in _missing(table, row))


def _missing(table: GoalTable, row: CostRow) -> Iterator[tuple[str, str]]:
    """Give what the row lacks, and why; what only follows from a lacking amount is not told again."""
    year = table.selection.month.year
    amounts = (row.baseline_ore, row.previous_ore, row.current_ore)
    for each, value in zip((table.baseline_year, year - 1, year), amounts, strict=True):
        if value.number is None:
            yield str(each), reason_text(value)
    # With both amounts there, only a base of zero keeps a percentage away.
    if row.change_ore.number is not None and row.change_pct.number is None:
        yield "förändring i %", reason_text(row.change_pct)
    if row.deviation_ore.number is not None and row.deviation_pct.number is None:
        yield "avvikelse i %", reason_text(row.deviation_pct)


def cost_table_notes(table: GoalTable) -> list[str]:
    """Say what is missing in the cost table, a sentence for each reason with the rows it holds for."""
    rows: dict[str, list[str]] = {}
    for row in table.cost_rows:
        for what, reason in _missing(table, row):
            rows.setdefault(f"{what}: {reason}", []).append(row.goal.name)
    return [
        f"{text} ({'alla rader' if len(names) == len(table.cost_rows) else ', '.join(names)})."
        for text, names in rows.items()
    ]


def goal_rows(table: GoalTable) -> list[PrintedGoal]:
    """Print every goal, in the order of the table."""
    names = {outcome.goal.key: outcome.goal.name for outcome in table.outcomes}
    return [_printed_goal(table, outcome, names) for outcome in table.outcomes]


def _printed_goal(table: GoalTable, outcome: GoalOutcome, names: dict[str, str]) -> PrintedGoal:
    goal, at, year = outcome.goal, outcome.evaluated_at, table.baseline_year
    return PrintedGoal(
        key=goal.key,
        name=goal.name,
        status=outcome.status,
        status_text=STATUS_WORDS[outcome.status],
        outcome=measured_text(goal.measure, outcome.outcome.number),
        target=target_text(goal, outcome.target.number, year),
        deviation=deviation_text(goal.measure, outcome.deviation.number),
        sentence=sentence(outcome, year),
        definition=definition_text(goal, at, node_name(table, goal.node), year),
        decision=goal.definition_text,
        node=node_name(table, goal.node),
        formula=FORMULA_WORDS[goal.measure],
        period=period_text(goal, at),
        deadline=month_text(goal.deadline, long=True),
        source=goal.source_text,
        reason=_reason(outcome),
        instead=tuple(names[key] for key in outcome.instead if key in names),
    )


def explanation(goal: PrintedGoal) -> str:
    """Say what a printed goal measures, after why it has no outcome where it has none."""
    return f"{goal.sentence.rstrip('.')}. {goal.definition}" if goal.reason else goal.definition


def _reason(outcome: GoalOutcome) -> str:
    if outcome.status is GoalStatus.NOT_EVALUABLE:
        return not_evaluable_reason(outcome)
    return reason_text(outcome.outcome) or reason_text(outcome.deviation)


def node_name(table: GoalTable, code: str) -> str:
    """Name a node that a goal of the table is about."""
    return next(node.name for node in table.nodes if node.code == code)
