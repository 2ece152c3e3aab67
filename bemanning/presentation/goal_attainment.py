"""Måluppfyllelse: the answer made visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.presentation.address import selection_query
from bemanning.presentation.addresses import GOAL_CSV_PATH, GOAL_WORKBOOK_PATH, GOALS_PATH
from bemanning.presentation.blocks import disclosure, section
from bemanning.presentation.comments import comments_panel
from bemanning.presentation.cost_table import cost_notes, cost_table
from bemanning.presentation.goal_list import goal_list
from bemanning.presentation.headings import screen_heading
from bemanning.presentation.known_on_form import known_on_form
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import date_text, month_text
from bemanning.presentation.screen_actions import screen_actions
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import goals as texts
from bemanning.presentation.texts.common import VIEW_WORDS
from bemanning.presentation.unmapped_notice import unmapped_notice
from bemanning.services.comments import Comments
from bemanning.services.goal_attainment import GoalStatus, GoalTable
from bemanning.store import LoadRecord


def goal_screen(table: GoalTable, comments: Comments) -> Component:
    """Build the whole screen: how many goals are met, each goal, the cost table, what is said, and the sources."""
    selection = table.selection
    actions = screen_actions(GOALS_PATH, selection_query(selection), GOAL_WORKBOOK_PATH, GOAL_CSV_PATH)
    about = texts.ABOUT.format(month=month_text(selection.month, long=True), view=VIEW_WORDS[selection.view])
    return html.Div(
        [
            screen_heading(texts.TITLE, goals_headline(table), about, selection, actions=actions),
            *unmapped_notice(table.unmapped, selection_query(selection)),
            section("goals-list", texts.GOALS_TITLE, texts.GOALS_SUBTITLE, [goal_list(table)]),
            section("goals-cost", texts.COST_TITLE, texts.COST_SUBTITLE, [cost_table(table), *cost_notes(table)]),
            comments_panel(comments),
            section(
                "goals-loads",
                texts.LOADS_TITLE,
                texts.LOADS_SUBTITLE,
                [_loads(table.source_loads), known_on_form(GOALS_PATH, selection)],
            ),
        ],
        className="screen",
    )


def goals_headline(table: GoalTable) -> str:
    """Count the goals by status, the met first."""
    if not table.outcomes:
        return texts.HEADLINE_NONE
    counts = Counter(outcome.status for outcome in table.outcomes)
    met = counts[GoalStatus.MET]
    first = (texts.HEADLINE_ONE if met == 1 else texts.HEADLINE).format(met=met, count=len(table.outcomes))
    rest = [f"{counts[status]} {words}" for status, words in texts.HEADLINE_REST.items() if counts[status]]
    return ", ".join([first, *rest])


def _loads(loads: Sequence[LoadRecord]) -> Component:
    columns = [Column(texts.LOAD_FILE), Column(texts.LOAD_MONTHS), Column(texts.LOAD_DATE), Column(texts.LOAD_BY)]
    rows: list[list[Cell]] = [
        [
            html.Span(load.file_name, className="file-name"),
            spans_text([Month.parse(month) for month in load.current_months]),
            date_text(load.loaded_at),
            load.actor_name,
        ]
        for load in loads
    ]
    return disclosure(texts.LOADS_OPEN.format(count=len(loads)), [data_table(texts.LOADS_TITLE, columns, rows)])
