"""Måluppfyllelse as CSV: the screen's figures, unrounded, with their units."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO

from bemanning.domain.goal import GoalMeasure
from bemanning.export.goal_csv import goal_csv
from bemanning.services.goal_attainment import GoalTable
from tests.builders.comments import comments, nothing_said
from tests.builders.goal_tables import goal_table

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)


def rows_of(table: GoalTable) -> list[list[str]]:
    content = goal_csv(table, nothing_said(), MADE_AT).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(content), delimiter=";"))


def written(number: object) -> str:
    return "" if number is None else f"{float(number):.6f}".rstrip("0").rstrip(".").replace(".", ",")  # type: ignore[arg-type]  # a fraction


def test_every_goal_has_its_figures_in_its_own_unit() -> None:
    table = goal_table()
    rows = rows_of(table)
    units = {
        GoalMeasure.SHARE_OF_TOTAL_R12: "%",
        GoalMeasure.AGENCY_COST: "kr",
        GoalMeasure.WORKED_WEEKS: "veckor",
        GoalMeasure.MANUAL: "antal",
        GoalMeasure.UNDEFINED: "",
    }
    for outcome in table.outcomes:
        per = 100 if outcome.goal.measure is GoalMeasure.AGENCY_COST else 1
        found = next(row for row in rows if row and row[0] == outcome.goal.name)
        values = (outcome.outcome, outcome.target, outcome.deviation)
        assert found[1:4] == [written(None if each.number is None else each.number / per) for each in values]
        assert found[4] == units[outcome.goal.measure]


def test_the_cost_table_is_in_kronor() -> None:
    table = goal_table()
    rows = rows_of(table)
    start = rows.index(["Hyrkostnad mot 2015 års kostnad"])
    assert rows[start + 1][0].endswith("kostnader i kr")
    for cost, found in zip(table.cost_rows, rows[start + 2 :], strict=False):
        amounts = (cost.baseline_ore, cost.previous_ore, cost.current_ore, cost.change_ore)
        kronor = [written(None if each.number is None else each.number / 100) for each in amounts]
        assert found[:5] == [cost.goal.name, *kronor]
        assert found[5] == written(cost.change_pct.number)
        assert found[7] == written(cost.deviation_pct.number)


def test_the_file_says_what_it_is_about_and_ends_with_the_comments() -> None:
    made = goal_csv(goal_table(), comments(), MADE_AT)
    assert made.file_name == f"maluppfyllelse_{goal_table().selection.month}_hs_2019-01-16.csv"
    assert ["Framtaget", "16\u00a0jan\u00a02019"] in rows_of(goal_table())
    assert "stängda vårdplatser" in made.content.decode("utf-8-sig").splitlines()[-1]
