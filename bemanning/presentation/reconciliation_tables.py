"""Avstämning's tables: a row for each profession, which opens its months; suppliers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.blocks import status_chip
from bemanning.presentation.measure_scale import Scale
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import month_text
from bemanning.presentation.reconciliation_columns import SUPPLIER_COLUMNS, FigureColumn, column_scales, scale_for
from bemanning.presentation.reconciliation_words import mark, subject, supplier_mark
from bemanning.presentation.repeated import Repeated
from bemanning.presentation.tables import Cell, Column, data_table, scroll_region
from bemanning.presentation.texts import reconciliation as texts
from bemanning.services.compared import Compared, ComparedLine
from bemanning.services.reconciliation import Reconciliation


def compared_table(
    caption: str,
    lines: Sequence[ComparedLine],
    unmapped: ComparedLine,
    columns: Sequence[FigureColumn],
    *,
    is_own: bool,
) -> Component:
    """Build the table: each row opens its months; one that stands alone is open from the start."""
    scaled = _Scaled(columns, column_scales(columns, (*lines, unmapped)))
    bodies = [_line_rows(line, scaled, is_own=is_own, is_open=len(lines) == 1) for line in lines]
    if any(_holds_any(month.figures) for month in unmapped.months):
        bodies.append(_unmapped_rows(unmapped, scaled))
    headings = [(texts.SUBJECT, ""), *((each, "number") for each in scaled.headings()), (texts.JUDGEMENT, "")]
    head = html.Thead(html.Tr([html.Th(words, scope="col", className=kind) for words, kind in headings]))
    table = html.Table([html.Caption(caption, className="visually-hidden"), head, *bodies], className="data compared")
    return scroll_region(table, caption)


def supplier_table(answer: Reconciliation, caption: str) -> Component:
    """Build the suppliers' table, dearest first. A judgement has its column only where some supplier is given one."""
    amounts = [line.figures.ledger_ore.number or Fraction(0) for line in answer.suppliers]
    largest = max(map(abs, amounts), default=Fraction(0))
    scaled = _Scaled(SUPPLIER_COLUMNS, [scale_for(column, largest) for column in SUPPLIER_COLUMNS])
    numbers = [Column(heading, is_number=True) for heading in scaled.headings()]
    rows: list[list[Cell]] = [
        [line.supplier or texts.NO_NAME, *scaled.cells(line.figures)] for line in answer.suppliers
    ]
    columns, marks = [Column(texts.SUPPLIER), *numbers], [supplier_mark(line.figures) for line in answer.suppliers]
    if not any(marks):
        return data_table(caption, columns, rows, "compared-suppliers")
    judged = [[*row, _marked(words)] for row, words in zip(rows, marks, strict=True)]
    return data_table(caption, [*columns, Column(texts.JUDGEMENT)], judged, "compared-suppliers judged")


_MONTH, _NUMBER = Repeated(html.Th("", scope="row")), Repeated(html.Td("", className="number"))
_CELL, _MONTH_ROW = Repeated(html.Td("")), Repeated(html.Tr("", className="opened-row"))
# A reason is a month that is missing, or a few.
_REASONS_KEPT = 512


@dataclass(frozen=True, slots=True)
class _Scaled:
    """Columns, each with the scale that its figures are written in."""

    columns: Sequence[FigureColumn]
    scales: Sequence[Scale]

    def headings(self) -> list[str]:
        """Name the columns, amounts with their unit."""
        return [
            texts.AMOUNT_HEADING.format(heading=column.heading, unit=scale.word)
            if column.unit == "ore"
            else column.heading
            for column, scale in zip(self.columns, self.scales, strict=True)
        ]

    def cells(self, figures: Compared, *, compares: bool = True) -> list[Cell]:
        """Write a row's figures; without those that set the sources against each other where it compares nothing."""
        return [
            "" if column.compares and not compares else _cell(column.value(figures), scale)
            for column, scale in zip(self.columns, self.scales, strict=True)
        ]


def _line_rows(line: ComparedLine, scaled: _Scaled, *, is_own: bool, is_open: bool) -> Component:
    months = [
        _month_row(
            month.month,
            scaled.cells(month.figures),
            _marked(mark(month.deviation, is_own=is_own) if month.deviation else ""),
        )
        for month in line.months[::-1]
    ]
    head = _row(_switch(subject(line), is_open=is_open), scaled.cells(line.total), _judgement(line))
    return html.Tbody([html.Tr(head), *months], className="opens" if line.profession else "opens sum-rows")


def _unmapped_rows(line: ComparedLine, scaled: _Scaled) -> Component:
    """Give what no mapping knows: amounts of different things, which are not compared."""
    note = html.Td(texts.UNMAPPED_NOTE, colSpan=len(scaled.columns) + 2, className="empty-note")
    months = [_month_row(month.month, scaled.cells(month.figures, compares=False), "") for month in line.months[::-1]]
    chip = status_chip("none", texts.NOT_JUDGED_MARK)
    head = _row(_switch(texts.UNMAPPED, is_open=False), scaled.cells(line.total, compares=False), chip)
    return html.Tbody([html.Tr(head), html.Tr([note], className="opened-row"), *months], className="opens")


def _switch(name: str, *, is_open: bool) -> Component:
    """Give the row heading that opens the other rows of its body, without script: the style sheet ties them."""
    return html.Th(html.Details(html.Summary(name), className="disclosure row-switch", open=is_open), scope="row")


def _row(heading: Component, cells: Sequence[Cell], judgement: Cell) -> list[Component]:
    return [heading, *(_NUMBER.of(cell) for cell in cells), _CELL.of(judgement)]


def _month_row(month: Month, cells: Sequence[Cell], judgement: Cell) -> Component:
    return _MONTH_ROW.of(_row(_MONTH.of(month_text(month)), cells, judgement))


def _marked(words: str) -> Cell:
    return status_chip("deviates", words) if words else ""


def _judgement(line: ComparedLine) -> Cell:
    if line.profession is None:
        return ""
    if count := len(line.deviating):
        return _marked(texts.ONE_MARK if count == 1 else texts.COUNT_MARK.format(count=count))
    if line.usual.number is None:
        return status_chip("not_evaluable", texts.NOT_JUDGED_MARK)
    return status_chip("met", texts.AGREES_MARK)


def _cell(value: Value, scale: Scale) -> Cell:
    """Write a figure; where there is nothing to divide by, nothing is missing, and a dash says so."""
    if value.number is not None or value.reason is MissingReason.ZERO_DENOMINATOR:
        return scale.digits(value.number)
    return _missing(reason_text(value))


@lru_cache(_REASONS_KEPT)
def _missing(reason: str) -> Component:
    return html.Span(texts.MISSING, className="missing-reason", title=reason)


def _holds_any(figures: Compared) -> bool:
    return bool(figures.ledger_ore.number or figures.heroma.number)
