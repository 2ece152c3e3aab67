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


def find_outliers(rows: Sequence[TreeRow], definition: Definition) -> Outliers:
    """Find them among a tree's rows (a parent before its children), by the definition that their shares follow."""
    changed = [row for row in rows if not row.child_count and row.change_on_year_ore.number]
    movers = sorted(changed, key=lambda row: (-abs(row.change_on_year_ore.number or 0), row.node.code))
    return Outliers(tuple(_highest(rows, definition)), tuple(movers[:OUTLIERS_SHOWN]))


def _highest(rows: Sequence[TreeRow], definition: Definition) -> Iterator[HighShare]:
    by_code = {row.node.code: row for row in rows}
    children: dict[str, list[TreeRow]] = defaultdict(list)
    for row in rows:
        if row.parent is not None:
            children[row.parent].append(row)
    found = [high for parent, siblings in children.items() for high in _top(by_code[parent], siblings, definition)]
    paths: list[set[str]] = []
    for high in sorted(found, key=lambda high: (-high.excess_ore, high.row.node.code)):
        path = _path(high.row, by_code)
        # One lies above the other where the shorter path is the beginning of the longer: a branch is told once.
        if len(paths) < OUTLIERS_SHOWN and not any(path <= other or other <= path for other in paths):
            paths.append(path)
            yield high


def _top(parent: TreeRow, siblings: Sequence[TreeRow], definition: Definition) -> Iterator[HighShare]:
    """Give the sibling with the highest share, where there are others to compare with and it lies above them."""
    known = [(row.share.number, row) for row in siblings if row.share.number is not None]
    if not known:
        return
    share, top = max(known, key=lambda pair: pair[0])
    agency, own = (sum(_amounts(row)[at] for _, row in known if row is not top) for at in range(2))
    if agency + own <= 0 or (definition is Definition.OWN and own <= 0):
        return
    top_agency, top_own = _amounts(top)
    # Ranked by share of total whatever the definition: both definitions order siblings alike.
    excess = top_agency - (top_agency + top_own) * Fraction(agency) / (agency + own)
    if excess > 0:
        base = agency + own if definition is Definition.TOTAL else own
        yield HighShare(top, parent, share, _PERCENT * Fraction(agency) / base, excess)


def _amounts(row: TreeRow) -> tuple[Fraction, Fraction]:
    return row.agency_cost_ore.number or Fraction(0), row.own_cost_ore.number or Fraction(0)


def _path(row: TreeRow, by_code: dict[str, TreeRow]) -> set[str]:
    steps = [row]
    while (parent := steps[-1].parent) is not None:
        steps.append(by_code[parent])
    return {step.node.code for step in steps}
