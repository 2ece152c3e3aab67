"""Rows before and after: what a change would do to the tables, or has done."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.mapping import MappingSet
from bemanning.domain.mapping_sheets import SHEETS
from bemanning.presentation.mapping_rows import sheet_rows
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_difference import RowChange, key_of

# A workbook may change every row there is; the rest is counted.
ROWS_SHOWN = 100
# The heading of what a row is about, where that is not its sheet's first.
_ABOUT = {"events": "Händelse"}


def changes_table(changes: Sequence[RowChange]) -> list[Component]:
    """List the rows before and after; of very many, the first."""
    columns = [Column(texts.ROW_TABLE), Column(texts.ROW_ABOUT), Column(texts.ROW_BEFORE), Column(texts.ROW_AFTER)]
    table = data_table(texts.ROWS_CAPTION, columns, [_row(each) for each in changes[:ROWS_SHOWN]], "table-stack")
    left = len(changes) - ROWS_SHOWN
    more = [html.P(texts.ROWS_LEFT.format(count=left), className="empty-note")] if left > 0 else []
    return [table, *more]


def sheet_of(part: str) -> str:
    """Give a part's name: its sheet's in the mapping workbook."""
    (sheet,) = sheet_rows(MappingSet(**{part: ()}))
    return sheet


def _row(change: RowChange) -> list[Cell]:
    row = change.before if change.after is None else change.after
    before, after = (_said(change.part, each, other) for each, other in _both(change))
    return [sheet_of(change.part), html.Code(key_of(change.part, row)), before, after]


def _both(change: RowChange) -> list[tuple[object | None, object | None]]:
    return [(change.before, change.after), (change.after, change.before)]


def _said(part: str, row: object | None, other: object | None) -> Cell:
    """Say what a row says: everything, or where it is set against another only what differs."""
    if row is None:
        return html.Span(texts.ROW_NONE, className="missing-reason")
    mine, others = _cells(part, row), {} if other is None else _cells(part, other)
    shown = {heading: text for heading, text in mine.items() if other is None or others.get(heading) != text}
    shown |= {heading: texts.BLANK for heading in others if heading not in mine}
    return html.Ul(
        [html.Li([html.Span(f"{heading}:", className="change-heading"), " ", text]) for heading, text in shown.items()],
        className="change-cells",
    )


def _cells(part: str, row: object) -> dict[str, str]:
    """Give the row's filled cells, heading → text, but for what it is about."""
    ((sheet, (cells,)),) = sheet_rows(MappingSet(**{part: (row,)})).items()  # type: ignore[arg-type]  # the part's own rows
    about = _ABOUT.get(part, SHEETS[sheet][0])
    return {
        heading: str(cell)
        for heading, cell in zip(SHEETS[sheet], cells, strict=True)
        if heading != about and cell not in {None, ""}
    }
