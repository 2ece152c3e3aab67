"""Måluppfyllelse's cost table, cell for cell as it is published, each row with its months."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import opening_rows
from bemanning.presentation.goal_table import PrintedRow, cost_headings, cost_table_notes, cost_table_rows
from bemanning.presentation.sums_behind import sums_tables
from bemanning.presentation.tables import scroll_region
from bemanning.presentation.texts import goals as texts
from bemanning.services.goal_attainment import CostRow, GoalTable


def cost_table(table: GoalTable) -> Component:
    """Give the table, or that there are no such goals."""
    if not table.cost_rows:
        return html.P(texts.NO_COST_ROWS, className="empty-note")
    headings = cost_headings(table)
    head = [html.Th(heading, scope="col", className="number" if at else "") for at, heading in enumerate(headings)]
    pairs = zip(cost_table_rows(table), table.cost_rows, strict=True)
    rows = [row for printed, cost in pairs for row in _rows(printed, cost)]
    caption = html.Caption(texts.COST_TITLE, className="visually-hidden")
    content = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="data cost")
    return scroll_region(content, texts.COST_TITLE)


def _rows(printed: PrintedRow, cost: CostRow) -> list[Component]:
    name, *amounts = printed.cells
    kind = "sum-row" if printed.is_sum else "part-row" * printed.is_part
    cells: list[Component] = [html.Td(amount, className="number") for amount in amounts]
    return opening_rows(name, cells, sums_tables(name, cost.sums), kind)


def cost_notes(table: GoalTable) -> list[Component]:
    """Say what is missing in the table and why, in sight without opening a row."""
    return [html.P(note, className="missing-reason") for note in cost_table_notes(table)]
