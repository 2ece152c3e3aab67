"""Enheter's rows and facts as they go into a file: what is seen, with true numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.export.exported_file import dated
from bemanning.export.selection_facts import selection_facts
from bemanning.presentation.file_names import selection_stem
from bemanning.presentation.missing import reason_text, spans_text
from bemanning.presentation.numbers import date_text
from bemanning.presentation.texts import units as texts
from bemanning.presentation.unit_columns import FigureColumn, figure_columns
from bemanning.presentation.unit_view import SeenRow
from bemanning.presentation.unit_words import TreeWords
from bemanning.services.unit_tree import UnitTree
from bemanning.services.unit_tree_row import TreeRow

Cell = str | Fraction | None


def file_name(tree: UnitTree, made_at: datetime, extension: str) -> str:
    """Name the file by what and when: enheter_2018-12_hs_lakare_2019-01-14.xlsx."""
    return dated(selection_stem("enheter", tree.selection), made_at, extension)


def facts(tree: UnitTree, words: TreeWords, made_at: datetime) -> list[tuple[str, str]]:
    """Say what the rows are about: selection, definition, search, date and sources."""
    *about, status, made = selection_facts(tree.selection, made_at)
    search = [("Sökning", words.search)] if words.search else []
    sources = "; ".join(_source(tree)) or "inga inlästa ekonomifiler under perioden"
    return [*about, *search, status, made, ("Källor", sources)]


def _source(tree: UnitTree) -> list[str]:
    return [
        f"{load.file_name} ({spans_text([Month.parse(month) for month in load.current_months])}, "
        f"inläst {date_text(load.loaded_at)} av {load.actor_name})"
        for load in tree.source_loads
    ]


def headings(columns: Sequence[FigureColumn]) -> list[str]:
    """Give the headings: code, name, level, then the columns on screen, and last why something is missing."""
    return [texts.CODE, texts.UNIT, texts.LEVEL, *(column.heading for column in columns), texts.WHY_MISSING]


def cells(row: TreeRow, columns: Sequence[FigureColumn]) -> list[Cell]:
    """Give a row's cells in the headings' order: unrounded numbers, blanks where they are missing."""
    values = [column.value(row) for column in columns]
    numbers = [
        None if value.number is None else column.scaled(value.number)
        for column, value in zip(columns, values, strict=True)
    ]
    reasons = dict.fromkeys(reason_text(value) for value in values if value.number is None)
    return [row.node.code, row.node.name, Fraction(row.depth + 1), *numbers, "; ".join(reasons)]


def table(tree: UnitTree, seen: Sequence[SeenRow]) -> list[list[Cell]]:
    """Give headings and every row that is seen, in its order."""
    columns = figure_columns(tree.selection)
    return [[*headings(columns)], *(cells(each.row, columns) for each in seen)]
