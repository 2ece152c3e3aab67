"""The cost table against 2015 on the board's sheet: amounts lead to Underlag, the rest is computed from them."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.value import Value
from bemanning.export import formulas
from bemanning.export.formulas import Formula
from bemanning.export.page import Page
from bemanning.export.sums_plan import SumCells
from bemanning.export.workbook_styles import MKR, PERCENT
from bemanning.presentation.goal_table import cost_headings, cost_table_notes, months_heading
from bemanning.services.goal_attainment import CostRow, GoalTable

_PERCENT = 100


def write_cost_table(page: Page, table: GoalTable, sums: SumCells) -> None:
    """Write the table and under it, in words, what is missing. Nothing where no goal belongs to the table."""
    if not table.cost_rows:
        return
    page.section(f"Kostnad för hyrpersonal mot {table.baseline_year} års kostnad, {months_heading(table)}")
    page.headings(cost_headings(table), frozenset(range(1, len(page.widths))), 50)
    for row in table.cost_rows:
        _write_row(page, row, sums)
    for note in cost_table_notes(table):
        page.across(f"Uppgift saknas för {note}", "note")


def _write_row(page: Page, row: CostRow, sums: SumCells) -> None:
    style = "sum" if row.is_sum else "cell"
    page.fit([row.goal.name])
    page.put(0, row.goal.name, "sum" if row.is_sum else "part" if row.goal.is_part else "strong")
    for column, formula in enumerate(_formulas(page.row, row, sums), start=1):
        page.put(column, formula, style, PERCENT if column in {5, 7} else MKR)
    page.row += 1


def _formulas(row: int, cost: CostRow, sums: SumCells) -> tuple[Formula, ...]:
    baseline, previous, current = (xl_rowcol_to_cell(row, column) for column in (1, 2, 3))
    return (
        *(formulas.reference(cell) for cell in sums.years[cost.goal.key]),
        Formula(formulas.difference(current, previous), _part(cost.change_ore, ORE_PER_KR)),
        Formula(formulas.relative_change(current, previous), _part(cost.change_pct, _PERCENT)),
        Formula(formulas.difference(current, baseline), _part(cost.deviation_ore, ORE_PER_KR)),
        Formula(formulas.relative_change(current, baseline), _part(cost.deviation_pct, _PERCENT)),
    )


def _part(value: Value, whole: int) -> Fraction | None:
    return None if value.number is None else value.number / whole
