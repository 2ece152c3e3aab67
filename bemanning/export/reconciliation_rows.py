"""Avstämning's rows and facts as they go into a file: what is seen with every row opened, in true numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction

from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.domain.value import Value
from bemanning.export.exported_file import dated
from bemanning.export.file_table import Cell, FileTable
from bemanning.export.workbook_styles import number_format
from bemanning.presentation.file_names import selection_stem
from bemanning.presentation.made_text import made_text
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import month_text, months_text
from bemanning.presentation.reconciliation_columns import (
    OWN_COLUMNS,
    RATIO,
    SUPPLIER_COLUMNS,
    FigureColumn,
    bought_columns,
)
from bemanning.presentation.reconciliation_words import about, mark, notes, subject, supplier_mark
from bemanning.presentation.texts import reconciliation as texts
from bemanning.presentation.texts.common import VIEW_WORDS
from bemanning.services.compared import Compared, ComparedLine
from bemanning.services.reconciliation import Reconciliation

# How many of a unit go on the unit that is printed: kronor, hours.
_PER_PRINTED = {"ore": ORE_PER_KR, "ore_per_hour": ORE_PER_KR, "centihours": CENTI}
_UNIT_HEADINGS = {"ore": "{heading} (kr)"}
_FORMATS = {
    "ore": number_format(),
    "centihours": number_format(1),
    "weeks": number_format(1),
    "ore_per_hour": number_format(),
    RATIO: number_format(3),
}


def tables(answer: Reconciliation) -> tuple[FileTable, ...]:
    """Give the tables in the order of the screen."""
    own = _compared(texts.OWN_TITLE, (*answer.own, answer.own_unmapped), OWN_COLUMNS, answer, is_own=True)
    columns = bought_columns(answer)
    bought = _compared(texts.BOUGHT_TITLE, (*answer.bought, answer.bought_unmapped), columns, answer, is_own=False)
    return own, bought, _suppliers(answer)


def facts(answer: Reconciliation, made_at: datetime) -> list[tuple[str, str]]:
    """Say what the rows are about, and what is missing."""
    selection = answer.selection
    status = "preliminära: någon månad kan ändras" if selection.is_preliminary else "slutliga"
    return [
        ("Region", selection.path[-1].name),
        ("Urval", f"{selection.node.name} ({selection.node.code})"),
        ("Månader", months_text(answer.months[0], answer.months[-1])),
        ("Organisation", VIEW_WORDS[selection.view]),
        ("Avser", about(answer)),
        ("Avrop", texts.NO_CALL_OFFS),
        ("Uppgifterna är", status),
        ("Framtaget", made_text(selection, made_at)),
        *(("Saknas", note) for note in notes(answer)),
    ]


def title(answer: Reconciliation) -> str:
    """Give the files' title."""
    return f"{texts.TITLE}: {answer.selection.node.name} till och med {month_text(answer.selection.month, long=True)}"


def file_name(answer: Reconciliation, made_at: datetime, extension: str) -> str:
    """Name a file by what and when: avstamning_2018-12_hs_lakare_2019-01-15.xlsx."""
    return dated(selection_stem("avstamning", answer.selection), made_at, extension)


def _compared(
    name: str, lines: Sequence[ComparedLine], columns: Sequence[FigureColumn], answer: Reconciliation, *, is_own: bool
) -> FileTable:
    unmapped = {id(answer.own_unmapped), id(answer.bought_unmapped)}
    rows = [row for line in lines for row in _line_rows(line, columns, is_own=is_own, is_unmapped=id(line) in unmapped)]
    headings = (texts.SUBJECT, texts.MONTH, *_headings(columns), texts.JUDGEMENT, texts.WHY_MISSING)
    return FileTable(name, headings, tuple(rows), _formats(columns, first=2))


def _line_rows(
    line: ComparedLine, columns: Sequence[FigureColumn], *, is_own: bool, is_unmapped: bool
) -> Iterator[tuple[Cell, ...]]:
    """Give the months, oldest first, and their sum."""
    name = texts.UNMAPPED if is_unmapped else subject(line)
    shown = [column for column in columns if not (is_unmapped and column.compares)]
    for month in line.months:
        words = mark(month.deviation, is_own=is_own) if month.deviation else ""
        yield name, str(month.month), *_cells(month.figures, columns, shown), words, _why(month.figures, shown)
    yield name, texts.TOTAL, *_cells(line.total, columns, shown), "", _why(line.total, shown)


def _suppliers(answer: Reconciliation) -> FileTable:
    rows = [
        (
            line.supplier or texts.NO_NAME,
            *_cells(line.figures, SUPPLIER_COLUMNS, SUPPLIER_COLUMNS),
            supplier_mark(line.figures),
        )
        for line in answer.suppliers
    ]
    headings = (texts.SUPPLIER, *_headings(SUPPLIER_COLUMNS), texts.JUDGEMENT)
    return FileTable(texts.SUPPLIERS_TITLE, headings, tuple(rows), _formats(SUPPLIER_COLUMNS, first=1))


def _headings(columns: Sequence[FigureColumn]) -> list[str]:
    return [_UNIT_HEADINGS.get(column.unit, "{heading}").format(heading=column.heading) for column in columns]


def _formats(columns: Sequence[FigureColumn], first: int) -> dict[int, str]:
    return {at: _FORMATS[column.unit] for at, column in enumerate(columns, start=first)}


def _cells(figures: Compared, columns: Sequence[FigureColumn], shown: Sequence[FigureColumn]) -> list[Cell]:
    """Give a row's figures; what is not shown is no figure, where what is missing (None) would have been one."""
    return [_number(column, column.value(figures)) if column in shown else "" for column in columns]


def _number(column: FigureColumn, value: Value) -> Fraction | None:
    return None if value.number is None else value.number / _PER_PRINTED.get(column.unit, 1)


def _why(figures: Compared, shown: Sequence[FigureColumn]) -> str:
    values = [column.value(figures) for column in shown]
    return "; ".join(dict.fromkeys(reason_text(value) for value in values if value.number is None))
