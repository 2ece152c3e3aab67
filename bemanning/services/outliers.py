"""Who stands out: the highest share against its siblings, and the largest change on a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.vocabulary import Definition
from bemanning.services.unit_tree_row import TreeRow

# As many as are read at a glance.
OUTLIERS_SHOWN = 3
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class HighShare:
    """A row whose share is the highest among its siblings.

    siblings_share_pct: the siblings' share taken together (share of sums), the row itself left out. excess_ore: what
    the row hires for beyond what it would at its siblings' share; by this the rows are ranked, so that a small unit
    with a large share does not hide a large one.
    """

    row: TreeRow
    parent: TreeRow
    share_pct: Fraction
    siblings_share_pct: Fraction
    excess_ore: Fraction


@dataclass(frozen=True, slots=True)
class Outliers:
    """highest: largest excess first, at most one along each branch. movers: units by size of change in R12 cost."""

    highest: tuple[HighShare, ...]
    movers: tuple[TreeRow, ...]


@dataclass(frozen=True, slots=True)
class RowSums:
    """Rows' R12 sums in öre, row by row: the whole numbers that their figures are made of.

    cost: agency and own cost, None where missing. change: agency cost minus that of a year ago, None where missing.
    """

    cost: Sequence[tuple[int, int] | None]
    change: Sequence[int | None]


def find_outliers(rows: Sequence[TreeRow], sums: RowSums, definition: Definition) -> Outliers:
    """Find them among a tree's rows (a parent before its children), by the definition that their shares follow.

    A thousand rows are compared by their sums; figures are read of those that stand out alone.
    """
    changed = [(change, row) for change, row in zip(sums.change, rows, strict=True) if change and not row.child_count]
    movers = sorted(changed, key=lambda pair: (-abs(pair[0]), pair[1].node.code))
    highest = _highest(rows, sums.cost, definition)
    return Outliers(tuple(highest), tuple(row for _, row in movers[:OUTLIERS_SHOWN]))


def _highest(
    rows: Sequence[TreeRow], cost: Sequence[tuple[int, int] | None], definition: Definition
) -> Iterator[HighShare]:
    by_code = {row.node.code: row for row in rows}
    children: dict[str, list[_Sibling]] = defaultdict(list)
    for row, known in zip(rows, cost, strict=True):
        if row.parent is not None and known is not None:
            children[row.parent].append(_Sibling(row, *known))
    found = [high for parent, siblings in children.items() for high in _top(by_code[parent], siblings, definition)]
    paths: list[set[str]] = []
    for high in sorted(found, key=lambda high: (-high.excess_ore, high.row.node.code)):
        path = _path(high.row, by_code)
        # One lies above the other where the shorter path is the beginning of the longer: a branch is told once.
        if len(paths) < OUTLIERS_SHOWN and not any(path <= other or other <= path for other in paths):
            paths.append(path)
            yield high


@dataclass(frozen=True, slots=True)
class _Sibling:
    row: TreeRow
    agency: int
    own: int

    def base(self, definition: Definition) -> int:
        return self.agency + self.own if definition is Definition.TOTAL else self.own


def _top(parent: TreeRow, siblings: Sequence[_Sibling], definition: Definition) -> Iterator[HighShare]:
    """Give the sibling with the highest share, where there are others to compare with and it lies above them."""
    known = [each for each in siblings if each.base(definition)]
    # Corrections may leave a node below zero, whose quotient says nothing of how much it hires.
    comparable = [each for each in known if each.base(definition) > 0]
    if not comparable:
        return
    top = _highest_share(comparable, definition)
    agency = sum(each.agency for each in known) - top.agency
    own = sum(each.own for each in known) - top.own
    if agency + own <= 0 or (definition is Definition.OWN and own <= 0):
        return
    # Ranked by share of total whatever the definition: both definitions order siblings alike.
    excess = top.agency - Fraction((top.agency + top.own) * agency, agency + own)
    if excess > 0:
        share = Fraction(_PERCENT * top.agency, top.base(definition))
        base = agency + own if definition is Definition.TOTAL else own
        yield HighShare(top.row, parent, share, Fraction(_PERCENT * agency, base), excess)


def _highest_share(known: Sequence[_Sibling], definition: Definition) -> _Sibling:
    """Give the first with the highest share, exactly.

    A quotient of whole numbers is rounded to the nearest float, which may make two alike but never turns them round:
    only those that are alike need fractions, which take ten times as long.
    """
    quotients = [each.agency / each.base(definition) for each in known]
    highest = max(quotients)
    alike = [each for each, quotient in zip(known, quotients, strict=True) if quotient == highest]
    return max(alike, key=lambda each: Fraction(each.agency, each.base(definition)))


def _path(row: TreeRow, by_code: dict[str, TreeRow]) -> set[str]:
    steps = [row]
    while (parent := steps[-1].parent) is not None:
        steps.append(by_code[parent])
    return {step.node.code for step in steps}
