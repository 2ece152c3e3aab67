"""The cells of the effect's tables: what is, what will be, and what that changes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from dash import html

from bemanning.domain.value import Value
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_digits, number_text, share_text
from bemanning.presentation.tables import Cell
from bemanning.presentation.texts import mapping as texts


def share_cell(value: Value) -> Cell:
    """Write a share, or why there is none."""
    return _missing(value) if value.number is None else share_text(value.number, 2)


def cost_cell(value: Value) -> Cell:
    """Write a cost in tkr, or why there is none."""
    return _missing(value) if value.number is None else amount_digits(value.number, "tkr", 0)


def share_change_cell(value: Value) -> Cell:
    """Write how many percentage points a share changes."""
    return _change(value, lambda number: number_text(number, 2, sign=True))


def cost_change_cell(value: Value) -> Cell:
    """Write how a cost changes, in tkr."""
    return _change(value, lambda number: amount_digits(number, "tkr", 0, sign=True))


def _missing(value: Value) -> Cell:
    return html.Span(texts.MISSING.format(reason=reason_text(value)), className="missing-reason")


def _change(value: Value, written: Callable[[Fraction], str]) -> Cell:
    if value.number is None:
        return html.Span(texts.NO_PROFESSION, className="unchanged")
    if not value.number:
        return html.Span(texts.UNCHANGED, className="unchanged")
    return html.Strong(written(value.number))
