"""What a file makes of each month: loaded before, after, and the difference, down to accounts and codes."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.presentation.blocks import opening_rows
from bemanning.presentation.loading_words import counted, sum_digits
from bemanning.presentation.numbers import month_text
from bemanning.presentation.tables import Cell, Column, data_table, labelled, scroll_region
from bemanning.presentation.texts import loading as texts
from bemanning.services.file_report import FileReport, MonthChange

# The largest differences are named; the rest are counted and summed, so that the parts still make the whole.
KEYS_SHOWN = 20


def changes_table(report: FileReport, *, is_done: bool) -> list[Component]:
    """Give the table of months; a month that is loaded opens its differing accounts. Nothing without months."""
    source = report.source
    months = [change for change in report.changes if change.key is None]
    if source is None or not months:
        return []
    title, before = (texts.CHANGES_DONE, texts.BEFORE_DONE) if is_done else (texts.CHANGES_TITLE, texts.BEFORE)
    unit = texts.UNITS[source]
    headings = (before.format(unit=unit), texts.AFTER.format(unit=unit), texts.DIFFERENCE.format(unit=unit))
    head = [html.Th(texts.MONTH, scope="col"), *(html.Th(each, scope="col", className="number") for each in headings)]
    rows = [row for change in months for row in _month_rows(change, _keys(report, change.month), source, headings)]
    table = html.Table(
        [
            html.Caption(title, className="visually-hidden"),
            html.Thead(html.Tr(head)),
            html.Tbody([*rows, *_sum_row(months, headings)]),
        ],
        className="data changes",
    )
    return [html.H4(title, className="part-title"), scroll_region(table, title, "table-cards")]


def _keys(report: FileReport, month: str) -> list[MonthChange]:
    return [change for change in report.changes if change.key is not None and change.month == month]


def _month_rows(
    change: MonthChange, keys: list[MonthChange], source: Source, headings: Sequence[str]
) -> list[Component]:
    name = month_text(Month.parse(change.month))
    cells = _cells(change.before, change.after, headings)
    if not keys:
        return [html.Tr([html.Th(name, scope="row"), *cells])]
    return opening_rows(name, cells, [_keys_table(keys, source, name)])


def _cells(before: int | None, after: int, headings: Sequence[str]) -> list[Component]:
    if before is None:
        words = (texts.NOT_LOADED, sum_digits(after), texts.NEW_MONTH)
    else:
        words = (sum_digits(before), sum_digits(after), difference_text(after - before))
    return [html.Td(word, className="number", **labelled(name)) for word, name in zip(words, headings, strict=True)]


def difference_text(difference: int) -> str:
    """Write a difference with its sign; none at all is said in a word."""
    return sum_digits(difference, sign=True) if difference else texts.UNCHANGED


def _sum_row(months: list[MonthChange], headings: Sequence[str]) -> list[Component]:
    """Sum the months; a sum before is only told where every month had one."""
    if len(months) == 1:
        return []
    known = [change.before for change in months if change.before is not None]
    after = sum(change.after for change in months)
    before = sum(known) if len(known) == len(months) else None
    words = ("", sum_digits(after), "") if before is None else (
        sum_digits(before), sum_digits(after), difference_text(after - before)
    )  # fmt: skip
    cells = [html.Td(word, className="number", **labelled(name)) for word, name in zip(words, headings, strict=True)]
    return [html.Tr([html.Th(texts.SUM, scope="row"), *cells], className="sum-row")]


def _keys_table(keys: list[MonthChange], source: Source, month: str) -> Component:
    """List the accounts (codes) that differ, the largest difference first."""
    ordered = sorted(keys, key=lambda change: (-abs(_difference(change)), change.key))
    rows = [_key_row(change) for change in ordered[:KEYS_SHOWN]]
    if rest := ordered[KEYS_SHOWN:]:
        total = sum(_difference(change) for change in rest)
        rows.append([counted(len(rest), texts.KEYS_MORE[source]), "", "", difference_text(total)])
    unit = texts.UNITS[source]
    columns = [Column(texts.KEY[source]), *(
        Column(heading.format(unit=unit), is_number=True) for heading in (texts.BEFORE, texts.AFTER, texts.DIFFERENCE)
    )]  # fmt: skip
    return data_table(texts.KEYS_OF.format(keys=texts.KEYS[source], month=month), columns, rows, "key-changes")


def _key_row(change: MonthChange) -> list[Cell]:
    before = texts.NO_ROWS if change.before is None else sum_digits(change.before)
    return [html.Code(change.key), before, sum_digits(change.after), difference_text(_difference(change))]


def _difference(change: MonthChange) -> int:
    return change.after - (change.before or 0)
