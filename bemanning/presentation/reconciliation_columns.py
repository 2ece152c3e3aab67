"""Avstämning's columns: on screen, and as the headings of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.measure_scale import Scale, scale_of
from bemanning.presentation.texts import reconciliation as texts
from bemanning.services.compared import Compared, ComparedLine
from bemanning.services.reconciliation import Reconciliation

RATIO = "ratio"
_RATIO_SCALE = Scale(1, "", 2, is_sum=False)


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures. unit: a registered measure's, or RATIO. compares: it sets the sources against each other."""

    heading: str
    unit: str
    value: Callable[[Compared], Value]
    compares: bool = False


_INVOICED = FigureColumn(texts.INVOICED, "ore", lambda row: row.ledger_ore)
_HOURS = FigureColumn(texts.HOURS, "centihours", lambda row: row.heroma)
_PRICE = FigureColumn(texts.PRICE, "ore_per_hour", lambda row: row.quotient, compares=True)
_HEROMA_COST = FigureColumn(texts.HEROMA_COST, "ore", lambda row: _known(row.heroma_ore))

OWN_COLUMNS = (
    FigureColumn(texts.LEDGER, "ore", lambda row: row.ledger_ore),
    FigureColumn(texts.HEROMA, "ore", lambda row: row.heroma),
    FigureColumn(texts.DIFFERENCE, "ore", lambda row: row.difference_ore, compares=True),
    FigureColumn(texts.RATIO, RATIO, lambda row: row.quotient, compares=True),
)
SUPPLIER_COLUMNS = (_INVOICED, _HOURS, _PRICE)


def bought_columns(answer: Reconciliation) -> tuple[FigureColumn, ...]:
    """Give the columns of what is bought; Heroma's own cost only where it says any."""
    weeks = FigureColumn(texts.WEEKS, "weeks", lambda row: _known(row.weeks))
    return (_INVOICED, _HOURS, weeks, _PRICE, *([_HEROMA_COST] if says_external_cost(answer) else []))


def says_external_cost(answer: Reconciliation) -> bool:
    """Tell whether Heroma gives any cost of externals in the window."""
    lines = (*answer.bought, answer.bought_unmapped)
    return any(_known(month.figures.heroma_ore).number for line in lines for month in line.months)


def column_scales(columns: Iterable[FigureColumn], lines: Iterable[ComparedLine]) -> list[Scale]:
    """Choose each column's scale; amounts share one, by the largest that a month holds."""
    months = [month.figures for line in lines for month in line.months]
    amounts = [month.ledger_ore.number for month in months]
    largest = max((abs(number) for number in amounts if number is not None), default=Fraction(0))
    return [scale_for(column, largest) for column in columns]


def scale_for(column: FigureColumn, largest_ore: Fraction) -> Scale:
    """Give a column's scale, amounts by the largest of them."""
    return _RATIO_SCALE if column.unit == RATIO else scale_of(column.unit, largest_ore)


def _known(value: Value | None) -> Value:
    return value or Value(None, MissingReason.NOT_DEFINED)
