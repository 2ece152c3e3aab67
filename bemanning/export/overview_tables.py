"""Översikt's tables as they go into a file: the cards, the chart's months and the two lists, in true numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.value import Value
from bemanning.export.comment_block import numbers_on
from bemanning.export.file_table import Cell, FileTable
from bemanning.export.workbook_styles import number_format
from bemanning.presentation.missing import reason_text
from bemanning.presentation.texts import overview_files as texts
from bemanning.presentation.texts.comments import COLUMN
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.presentation.texts.overview import MOVERS_TITLE, WORST_TITLE
from bemanning.services.comments import Comments
from bemanning.services.overview import Overview, ProfessionCard
from bemanning.services.unit_rows import UnitRow

_SHARE, _POINTS = number_format(2), number_format(2, plus=True)
_KR, _KR_CHANGE = number_format(), number_format(plus=True)
_CARD_FORMATS = (_SHARE, _SHARE, _POINTS, _SHARE, _POINTS, _SHARE, _SHARE, _POINTS, _KR, _KR, _KR_CHANGE)


def cards_table(overview: Overview) -> FileTable:
    """Give a row for each profession, with why something is missing last."""
    headings = (texts.PROFESSION, *texts.CARD_HEADINGS, texts.WHY_MISSING)
    rows = tuple(_card_row(card) for card in overview.cards)
    return FileTable(texts.CARDS, headings, rows, dict(enumerate(_CARD_FORMATS, start=1)))


def shares_table(overview: Overview, comments: Comments) -> FileTable:
    """Give a row for each month of the chart, oldest first, with the numbers of its comments where there are any."""
    cards, has_comments = overview.cards, bool(comments.own)
    shares = [dict(zip(card.history.months, card.history.numbers, strict=True)) for card in cards]
    months = sorted({month for card in cards for month in card.history.months})
    names = (texts.SHARE.format(profession=PROFESSION_NAMES[card.profession]) for card in cards)
    rows = tuple(
        (
            str(month),
            *(_fraction(numbers.get(month)) for numbers in shares),
            *([numbers_on(month, comments)] if has_comments else []),
        )
        for month in months
    )
    headings = (texts.MONTH, *names, *([COLUMN] if has_comments else []))
    return FileTable(texts.SHARES, headings, rows, dict.fromkeys(range(1, 1 + len(cards)), _SHARE))


def worst_table(overview: Overview) -> FileTable:
    """Give the units with the highest agency cost, as they are listed."""
    headings = (*_UNIT_HEADINGS, texts.COST, texts.UNIT_SHARE, texts.CHANGE_YEAR, texts.WHY_MISSING)
    rows = tuple(
        _unit_row(row, (_kr(row.agency_cost_ore), row.share, _kr(row.change_on_year_ore))) for row in overview.worst
    )
    return FileTable(WORST_TITLE, headings, rows, {3: _KR, 4: _SHARE, 5: _KR_CHANGE})


def movers_table(overview: Overview) -> FileTable:
    """Give the units whose agency cost changed most, as they are listed."""
    headings = (*_UNIT_HEADINGS, texts.CHANGE_MONTH, texts.WHY_MISSING)
    rows = tuple(_unit_row(row, (_kr(row.change_on_month_ore),)) for row in overview.movers)
    return FileTable(MOVERS_TITLE, headings, rows, {3: _KR_CHANGE})


_UNIT_HEADINGS = (texts.CODE, texts.UNIT, texts.PARENT)


def _card_row(card: ProfessionCard) -> tuple[Cell, ...]:
    shares = (
        card.share, card.share_year_ago, card.change_on_year_pp, card.baseline_share, card.change_on_baseline_pp,
        card.national_share, card.target_pct, card.over_target_pp,
    )  # fmt: skip
    amounts = (card.agency_cost_ore, card.baseline_cost_ore, card.cost_deviation_ore)
    values = (*shares, *(_kr(amount) for amount in amounts))
    return PROFESSION_NAMES[card.profession], *_numbers(values), _why(values)


def _unit_row(row: UnitRow, values: Sequence[Value]) -> tuple[Cell, ...]:
    parent = "" if row.parent is None else row.parent.name
    return row.node.code, row.node.name, parent, *_numbers(values), _why(values)


def _numbers(values: Iterable[Value | None]) -> list[Cell]:
    """Give the numbers; what does not apply (no value at all) is empty text, what is missing is None."""
    return ["" if value is None else value.number for value in values]


def _why(values: Iterable[Value | None]) -> str:
    missing = (reason_text(value) for value in values if value is not None and value.number is None)
    return "; ".join(dict.fromkeys(missing))


def _kr(amount: Value) -> Value:
    return amount if amount.number is None else Value(amount.number / ORE_PER_KR)


def _fraction(number: float | None) -> Fraction | None:
    return None if number is None else Fraction(number)
