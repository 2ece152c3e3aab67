"""Sum rows and total columns are left out of the figures, but what they say must be true.

A sum row may sum any run of the rows just above it (a block, several blocks, everything), or just below where the first
row is a sum, or the rows of a code that it names. That it equals one of them by chance, in every column, is as good as
impossible; that it equals none is a file that contradicts itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import ORE_PER_KR, hours_text
from loaders.fault_log import FaultLog
from loaders.table import SumRow, Table

_Sums = tuple[int, ...]
_ROUNDED_FROM_TERMS = 10
# A row of amounts alone is a sum where it sums this many rows; one row it could just as well repeat.
_FEWEST_TERMS = 2


@dataclass(frozen=True, slots=True)
class Checked:
    """A table to check, and where to say what does not add up.

    names: the summed columns. keys: the columns whose codes a sum row's label may name.
    units: name → what every amount of the column is a whole number of, so that sums of rounded ones may stray.
    column_of: name → the sheet's column. per_hundredth: name → how many make a hundredth as the sheet writes it, where
    that is not one; negative where the sheet writes the other sign.
    """

    table: Table
    names: Sequence[str]
    keys: Sequence[str]
    units: Mapping[str, int]
    sheet: str | None
    column_of: Mapping[str, int]
    faults: FaultLog
    warnings: FaultLog
    per_hundredth: Mapping[str, int] = field(default_factory=dict)

    def compare(self, row: int, names: Sequence[str], stated: _Sums, candidates: Sequence[tuple[_Sums, int]]) -> None:
        """Hold what is stated against each candidate (sums, number of terms); the first is the one to show."""
        if any(counted == stated for counted, _ in candidates):
            return
        counted = candidates[0][0]
        off = next(place for place, pair in enumerate(zip(counted, stated, strict=True)) if pair[0] != pair[1])
        at = (row, self.column_of[names[off]])
        if any(self._is_rounding(names, counted, stated, terms) for counted, terms in candidates):
            self.warnings.add(FaultCode.TOTAL_ROUNDED, sheet=self.sheet, at=at)
        else:
            texts = (hours_text(sums[off] // self.per_hundredth.get(names[off], 1)) for sums in (stated, counted))
            self.faults.add(FaultCode.SUM_MISMATCH, sheet=self.sheet, at=at, stated=next(texts), counted=next(texts))

    def refuse_unlabelled(self, row: int) -> None:
        """Note a row of amounts alone that sums no rows above it: a sum without a label, or a row without its codes."""
        self.faults.add(FaultCode.ROW_UNLABELLED, sheet=self.sheet, at=(row, self.column_of[self.names[0]]))

    def _is_rounding(self, names: Sequence[str], counted: _Sums, stated: _Sums, terms: int) -> bool:
        allowed = [self._allowed(self.units.get(name, 0), terms) for name in names]
        strayed = (abs(one - other) for one, other in zip(counted, stated, strict=True))
        return all(ore <= most for ore, most in zip(strayed, allowed, strict=True))

    @staticmethod
    def _allowed(unit: int, terms: int) -> int:
        """Each term, and the sum, may be rounded by half a unit; a few whole kronor are no rounding but a mistake."""
        return 0 if unit == ORE_PER_KR and terms < _ROUNDED_FROM_TERMS else unit * (terms + 1) // 2


def check_sum_rows(checked: Checked) -> None:
    """Check every sum row against the rows before it."""
    by_names: dict[tuple[str, ...], list[SumRow]] = {}
    for total in checked.table.sums:
        names = tuple(name for name in checked.names if total.amounts[name] is not None)
        by_names.setdefault(names, []).append(total)
    for total in by_names.pop((), []):  # a caption that only looks like a sum
        if not total.words:
            checked.refuse_unlabelled(total.row)
    for names, totals in by_names.items():
        _check_with(names, totals, checked)


def check_total_column(checked: Checked, names: Sequence[str], total: str) -> None:
    """Check on every row that the total column is the sum of those named."""
    table = checked.table
    for place, stated in enumerate(table.values[total]):
        if stated is not None:
            terms = [table.values[name][place] or 0 for name in names]
            checked.compare(table.rows[place], [total], (stated,), [((sum(terms),), len(terms))])


def _check_with(names: tuple[str, ...], totals: list[SumRow], checked: Checked) -> None:
    values = [checked.table.values[name] for name in names]
    prefixes = list(zip(*(accumulate((value or 0 for value in column), initial=0) for column in values), strict=True))
    # Sum → how many rows from the top first give it: that the rows after them make up the stated sum is one look-up.
    first_at = {prefix: position for position, prefix in reversed(list(enumerate(prefixes)))}
    # Where a sum stands before any row, sums stand above what they sum.
    last_at = {prefix: position for position, prefix in enumerate(prefixes)} if totals[0].position == 0 else {}
    block_start = 0
    for total in totals:
        stated = tuple(total.amounts[name] for name in names)
        before = prefixes[total.position]
        runs = [(_minus(before, prefixes[start]), total.position - start) for start in (block_start, 0)]
        block_start = total.position
        if not total.words and first_at.get(_minus(before, stated), total.position) > total.position - _FEWEST_TERMS:
            checked.refuse_unlabelled(total.row)
            continue
        if first_at.get(_minus(before, stated), total.position + 1) <= total.position:
            continue
        if last_at.get(_plus(before, stated), 0) > total.position:
            continue
        checked.compare(total.row, names, stated, [*_of_codes(names, total, checked.table, checked.keys), *runs])


def _of_codes(names: tuple[str, ...], total: SumRow, table: Table, keys: Sequence[str]) -> Iterator[tuple[_Sums, int]]:
    """Sum the rows of each code that the sum row names."""
    for key in keys:
        codes = table.values[key]
        for code in total.words.intersection(codes):
            rows = [place for place, value in enumerate(codes) if value == code]
            yield tuple(sum(table.values[name][place] or 0 for place in rows) for name in names), len(rows)


def _plus(left: _Sums, right: _Sums) -> _Sums:
    return tuple(one + other for one, other in zip(left, right, strict=True))


def _minus(left: _Sums, right: _Sums) -> _Sums:
    return tuple(one - other for one, other in zip(left, right, strict=True))
