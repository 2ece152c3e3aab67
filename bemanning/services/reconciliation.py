"""Avstämning: the ledger's figures against Heroma's over the rolling twelve months, own personnel and agency staff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.money import CENTI
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import UNMAPPED, Profession, Source
from bemanning.kpi.reconciliation import PRICE_TOLERANCE_PCT, RATIO_TOLERANCE_PCT, usual_price, usual_ratio
from bemanning.services.compared import Compared, ComparedLine, ComparedMonth, judged
from bemanning.services.figures import Figures
from bemanning.services.reconciled_suppliers import SupplierLine, supplier_lines
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.services.source_values import PROFESSION_WORDS, SourceValues, source_values, total
from bemanning.services.supplier_months import SupplierCells

_Compare = Callable[[SourceValues, Month], Compared]
_Usual = Callable[[Sequence[Compared]], Fraction | None]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The whole screen, and its files.

    months: the window, oldest first. own: the ledger's own personnel cost against Heroma's wages; bought: invoiced
    against worked; per profession, last their sum where every profession is asked for. The unmapped stand beside them
    and in no sum: accounts without a mapping, and codes. suppliers: what is bought, over supplier_months, the months
    that both sources know; their sums are the bought lines' own.
    loaded: the sources of which any month of the window is loaded for the node.
    """

    selection: ResolvedSelection
    months: tuple[Month, ...]
    own: tuple[ComparedLine, ...]
    own_unmapped: ComparedLine
    bought: tuple[ComparedLine, ...]
    bought_unmapped: ComparedLine
    suppliers: tuple[SupplierLine, ...]
    supplier_months: tuple[Month, ...]
    loaded: frozenset[Source]


def reconciliation(figures: Figures, cells: SupplierCells, selection: Selection) -> Reconciliation:
    """Answer for the selection. Raises UserError(NODE_UNKNOWN) for a node that the organisation lacks."""
    resolved = resolve(figures, selection)
    months = resolved.month.window()
    reader = _Reader(figures, resolved, months)
    bought = reader.lines(_bought, _usual_price, PRICE_TOLERANCE_PCT)
    known = _both_known(bought[-1])
    return Reconciliation(
        selection=resolved,
        months=months,
        own=reader.lines(_own, _usual_ratio, RATIO_TOLERANCE_PCT),
        own_unmapped=reader.unmapped(_own),
        bought=bought,
        bought_unmapped=reader.unmapped(_bought),
        suppliers=supplier_lines(figures, cells, resolved, known),
        supplier_months=known,
        loaded=reader.loaded(),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    figures: Figures
    selection: ResolvedSelection
    months: tuple[Month, ...]

    def lines(self, compare: _Compare, usual: _Usual, tolerance_pct: int) -> tuple[ComparedLine, ...]:
        professions = (self.selection.profession,) if self.selection.profession else tuple(Profession)
        found = [
            _judged_line(self._line(compare, profession, (profession.value,)), usual, tolerance_pct)
            for profession in professions
        ]
        return tuple(found) if self.selection.profession else (*found, self._line(compare, None, PROFESSION_WORDS))

    def unmapped(self, compare: _Compare) -> ComparedLine:
        return self._line(compare, None, (UNMAPPED,))

    def loaded(self) -> frozenset[Source]:
        node, view = self.selection.node.code, self.selection.view
        columns = [self.figures.column(month) for month in self.months if self.figures.covers(month)]
        return frozenset(source for source in Source if self.figures.presence(node, source, view)[0, columns].any())

    def _line(self, compare: _Compare, profession: Profession | None, words: Sequence[str]) -> ComparedLine:
        values = source_values(self.figures, self.selection.node.code, self.selection.view, words)
        months = tuple(ComparedMonth(month, compare(values, month)) for month in self.months)
        return ComparedLine(profession, months, _summed([each.figures for each in months]), _NOTHING_USUAL)


_NOTHING_USUAL = Value(None, MissingReason.TOO_FEW_MONTHS)


def _own(values: SourceValues, month: Month) -> Compared:
    return Compared(values.own_cost(month), values.wages(month))


def _bought(values: SourceValues, month: Month) -> Compared:
    hours, per_week = values.external_centihours(month), values.figures.settings.hours_per_week
    weeks = hours if hours.number is None else Value(hours.number / (CENTI * per_week))
    return Compared(values.agency_cost(month), hours, CENTI, weeks, values.external_cost(month))


def _summed(months: Sequence[Compared]) -> Compared:
    weeks = [month.weeks for month in months if month.weeks is not None]
    costs = [month.heroma_ore for month in months if month.heroma_ore is not None]
    return Compared(
        total([month.ledger_ore for month in months]),
        total([month.heroma for month in months]),
        months[0].per,
        total(weeks) if weeks else None,
        total(costs) if costs else None,
    )


def _judged_line(line: ComparedLine, usual: _Usual, tolerance_pct: int) -> ComparedLine:
    number = usual([month.figures for month in line.months])
    value = _NOTHING_USUAL if number is None else Value(number)
    return ComparedLine(line.profession, judged(line.months, value, tolerance_pct), line.total, value)


def _usual_ratio(months: Sequence[Compared]) -> Fraction | None:
    ratios = [month.quotient.number for month in months]
    return usual_ratio([ratio for ratio in ratios if ratio is not None])


def _usual_price(months: Sequence[Compared]) -> Fraction | None:
    amounts = [(month.ledger_ore.number, month.heroma.number) for month in months]
    known = [(cost, hours) for cost, hours in amounts if cost is not None and hours is not None]
    per_centihour = usual_price(known)
    return None if per_centihour is None else CENTI * per_centihour


def _both_known(line: ComparedLine) -> tuple[Month, ...]:
    return tuple(
        each.month
        for each in line.months
        if each.figures.ledger_ore.number is not None and each.figures.heroma.number is not None
    )
