"""The sheet Källor och definitioner: the loads behind the figures, and what every figure means."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from bemanning.domain.month import Month
from bemanning.domain.profile import is_profile_name
from bemanning.domain.vocabulary import Source
from bemanning.export.page import Page
from bemanning.export.workbook_styles import HOURS_UNIT, KR, KR_ORE, Styles
from bemanning.presentation.goal_table import explanation, goal_rows
from bemanning.presentation.missing import spans_text
from bemanning.presentation.workbook_notes import HOUSE_NOTES
from bemanning.services.goal_attainment import GoalTable
from bemanning.store import LoadRecord

SHEET_NAME = "Källor och definitioner"
_WIDTHS = (36, 12, 34, 16, 34, 12, 24, 18, 22)
_LOAD_HEADINGS = (
    "Fil", "Inläsning", "System", "Omfattning", "Gäller för månaderna", "Rader", "Kontrollsumma", "Inläst", "Inläst av",
)  # fmt: skip
_NUMBERS = frozenset({1, 5, 6, 7})
_GOAL_HEADINGS = ("Mål", "Formel", "Definition", "Källa")
# Goals' texts are long: each takes several of the columns that the loads set.
_GOAL_SPANS = ((0, 0), (1, 3), (4, 6), (7, 8))
_SOURCE_WORDS = {Source.LEDGER: "ekonomisystem", Source.HEROMA: "Heroma"}
_CENTI = 100


def write_sources_sheet(sheet: Worksheet, styles: Styles, table: GoalTable) -> None:
    """Write loads, definitions and the house's notes."""
    page = Page(sheet, styles, _WIDTHS)
    page.title(SHEET_NAME)
    sheet.freeze_panes(1, 1)
    page.section("Inlästa filer som siffrorna kommer från")
    page.headings(_LOAD_HEADINGS, _NUMBERS)
    for load in table.source_loads:
        _write_load(page, load)
    _write_definitions(page, table)
    page.section("Så räknas och läses siffrorna")
    for note in HOUSE_NOTES:
        page.across(note, "text")


def _load_cells(load: LoadRecord) -> tuple[str | Fraction | datetime, ...]:
    months = spans_text([Month.parse(month) for month in load.current_months])
    return (
        load.file_name, Fraction(load.id), _read_words(load), load.scope, months,
        Fraction(load.rows), Fraction(load.total, _CENTI), load.loaded_at, load.actor_name,
    )  # fmt: skip


def _read_words(load: LoadRecord) -> str:
    """Say whose export it was, and what it was read by: a saved profile is a version of itself."""
    version = f" version {load.profile_version}" if is_profile_name(load.profile) else ""
    return f"{_SOURCE_WORDS[load.source]}, profil {load.profile}{version}"


def _write_load(page: Page, load: LoadRecord) -> None:
    cells = _load_cells(load)
    formats = {1: KR, 5: KR, 6: KR_ORE if load.source is Source.LEDGER else HOURS_UNIT}
    page.fit([cell if isinstance(cell, str) else "" for cell in cells])
    for column, cell in enumerate(cells):
        page.put(column, cell, "cell_text", formats.get(column, ""))
    page.row += 1


def _write_definitions(page: Page, table: GoalTable) -> None:
    printed = goal_rows(table)
    if not printed:
        return
    page.section("Målen: vad de mäter och hur de räknas")
    _write_spans(page, _GOAL_HEADINGS, "heading")
    for goal in printed:
        _write_spans(page, (goal.name, goal.formula, f"{explanation(goal)} {goal.decision}", goal.source), "cell_text")


def _write_spans(page: Page, texts: tuple[str, ...], style: str) -> None:
    """Write texts, each merged over its columns, on a row high enough for the longest."""
    lines = [1 + len(text) // _span_width(page, span) for text, span in zip(texts, _GOAL_SPANS, strict=True)]
    page.sheet.set_row(page.row, 15 * max(lines) + 6)
    cell_style = page.styles.get(style)
    for text, (first, last) in zip(texts, _GOAL_SPANS, strict=True):
        if first != last:
            page.sheet.merge_range(page.row, first, page.row, last, "", cell_style)
        page.sheet.write_string(page.row, first, text, cell_style)
    page.row += 1


def _span_width(page: Page, span: tuple[int, int]) -> int:
    first, last = span
    return sum(page.widths[first : last + 1])
