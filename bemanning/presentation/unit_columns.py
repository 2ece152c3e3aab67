"""The tree's columns: heading, what is written, and what a spreadsheet gets. Screen and exports share them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.targets import NATIONAL_TARGET_PROFESSIONS
from bemanning.domain.value import Value
from bemanning.presentation.numbers import amount_digits, number_text, share_text
from bemanning.presentation.texts import units as texts
from bemanning.presentation.texts.common import DEFINITION_WORDS
from bemanning.presentation.unit_words import SortColumn
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.unit_tree_row import TreeRow

_ORE_PER_TKR = 100_000


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One column of figures. written: as on screen; scaled: the same number, unrounded, in the heading's unit."""

    sort: SortColumn
    heading: str
    value: Callable[[TreeRow], Value]
    written: Callable[[Fraction], str]
    scaled: Callable[[Fraction], Fraction]
    decimals: int


def figure_columns(selection: ResolvedSelection) -> tuple[FigureColumn, ...]:
    """Give the columns that the selection has: the target only where there is one to compare with."""
    target = [_points(SortColumn.TARGET, texts.TARGET, _over_target)]
    return (
        FigureColumn(
            SortColumn.SHARE, texts.SHARE_OF.format(definition=DEFINITION_WORDS[selection.definition]),
            lambda row: row.share, share_text, _same, 1,
        ),
        _points(SortColumn.SHARE_CHANGE, texts.SHARE_CHANGE, lambda row: row.change_on_year_pp),
        *(target if selection.profession in NATIONAL_TARGET_PROFESSIONS else []),
        _tkr(SortColumn.COST, texts.COST, lambda row: row.agency_cost_ore, sign=False),
        _tkr(SortColumn.COST_CHANGE, texts.COST_CHANGE, lambda row: row.change_on_year_ore, sign=True),
        _tkr(SortColumn.BASELINE, texts.BASELINE, lambda row: row.cost_deviation_ore, sign=True),
    )  # fmt: skip


def _over_target(row: TreeRow) -> Value:
    """Give the deviation; the column is there only where the rows have one."""
    return row.over_target_pp or row.share


def _points(sort: SortColumn, heading: str, value: Callable[[TreeRow], Value]) -> FigureColumn:
    return FigureColumn(sort, heading, value, lambda number: number_text(number, 1, sign=True), _same, 1)


def _tkr(sort: SortColumn, heading: str, value: Callable[[TreeRow], Value], *, sign: bool) -> FigureColumn:
    def written(number: Fraction) -> str:
        return amount_digits(number, "tkr", 0, sign=sign)

    return FigureColumn(sort, heading, value, written, lambda number: number / _ORE_PER_TKR, 0)


def _same(number: Fraction) -> Fraction:
    return number
