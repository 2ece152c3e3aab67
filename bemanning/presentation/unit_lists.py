"""Översikt's two lists of units: the worst, and what changed most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Definition
from bemanning.presentation.blocks import aria, section
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_digits, month_text, number_text, share_text
from bemanning.presentation.repeated import Repeated
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.common import DEFINITION_WORDS, PROFESSION_NAMES
from bemanning.services.overview import Overview
from bemanning.services.unit_rows import UnitRow

_NAME = Repeated(html.Span("", className="unit-name"))
_PARENT = Repeated(html.Span("", className="unit-parent"))
_NUMBER = Repeated(html.Span("", className="bar-number"))
_TRACK = Repeated(html.Span("", className="bar-track", **aria(hidden="true")))


def worst_units(overview: Overview) -> Component:
    """List the units with the highest R12 agency cost, with a bar for each."""
    subtitle = _about(overview) + texts.WORST_SUBTITLE.format(month=month_text(overview.selection.month))
    columns = [
        Column(texts.UNIT),
        Column(texts.COST_TKR, is_number=True),
        Column(_share_heading(overview.selection.definition), is_number=True),
        Column(texts.CHANGE_YEAR_TKR, is_number=True),
    ]
    largest = _largest(row.agency_cost_ore for row in overview.worst)
    rows: list[list[Cell]] = [
        [
            _unit_cell(row),
            _bar_cell(row.agency_cost_ore, largest, sign=False),
            share_text(row.share.number) if row.share.number is not None else _missing(row.share),
            _amount(row.change_on_year_ore, sign=True),
        ]
        for row in overview.worst
    ]
    content = _table(texts.WORST_TITLE, columns, rows, _why_none(overview, texts.NO_UNITS))
    return section("overview-worst", texts.WORST_TITLE, subtitle, [content])


def movers(overview: Overview) -> Component:
    """List the units whose R12 agency cost changed most since the month before."""
    month = overview.selection.month
    subtitle = _about(overview) + texts.MOVERS_SUBTITLE.format(
        month=month_text(month), before=month_text(month.plus(-1)), fell_out=month_text(month.plus(-12))
    )
    columns = [Column(texts.UNIT), Column(texts.CHANGE_MONTH_TKR, is_number=True)]
    largest = _largest(row.change_on_month_ore for row in overview.movers)
    rows: list[list[Cell]] = [
        [_unit_cell(row), _bar_cell(row.change_on_month_ore, largest, sign=True)] for row in overview.movers
    ]
    content = _table(texts.MOVERS_TITLE, columns, rows, _why_none(overview, texts.NO_MOVERS, before=month.plus(-1)))
    return section("overview-movers", texts.MOVERS_TITLE, subtitle, [content])


def _about(overview: Overview) -> str:
    """Name the profession that the lists are narrowed to."""
    profession = overview.selection.profession
    return "" if profession is None else f"{PROFESSION_NAMES[profession]}. "


def _why_none(overview: Overview, none: str, before: Month | None = None) -> str:
    """Say why a list is empty: months that are not loaded are not the same as nothing to list."""
    missing = [card.agency_cost_ore for card in overview.cards if card.agency_cost_ore.number is None]
    if missing:
        return texts.NOT_SHOWN.format(reason=reason_text(missing[0]))
    if before is not None and not any(_has_share(card.history, before) for card in overview.cards):
        return texts.NO_MONTH_BEFORE.format(month=month_text(before))
    return none


def _has_share(history: Series, month: Month) -> bool:
    number = dict(zip(history.months, history.numbers, strict=True)).get(month)
    return number is not None


def _table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], none: str) -> Component:
    return data_table(caption, columns, rows) if rows else html.P(none, className="empty-note")


def _share_heading(definition: Definition) -> str:
    words = DEFINITION_WORDS[definition].replace("personalkostnad", "personal\u00adkostnad")
    return f"{texts.SHARE} {words}"


def _unit_cell(row: UnitRow) -> Cell:
    name = _NAME.of(row.node.name)
    parent = [] if row.parent is None else [_PARENT.of(row.parent.name)]
    return [name, *parent]


def _bar_cell(value: Value, largest: Fraction, *, sign: bool) -> Cell:
    """Write the amount and draw its size; the bar says nothing that the number does not."""
    if value.number is None:
        return _missing(value)
    width = number_text(100 * abs(value.number) / largest, 1).replace(",", ".") if largest else "0"
    side = "down" if value.number < 0 else "up"
    bar = html.Span(className=f"bar bar-{side}" if sign else "bar", style={"width": f"{width}%"})
    return [_TRACK.of(bar), _NUMBER.of(_amount(value, sign=sign))]


def _amount(value: Value, *, sign: bool) -> Cell:
    return _missing(value) if value.number is None else amount_digits(value.number, "tkr", 0, sign=sign)


def _missing(value: Value) -> Cell:
    return html.Span(f"saknas: {reason_text(value)}", className="missing-reason")


def _largest(values: Iterable[Value]) -> Fraction:
    return max((abs(value.number) for value in values if value.number is not None), default=Fraction(0))
