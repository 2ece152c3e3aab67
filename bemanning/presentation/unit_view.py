"""Which rows of the tree are seen, and in what order: sorted among siblings, opened, searched. Shared with exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bemanning.domain.value import Value
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.unit_words import EVERY, SortColumn, TreeWords
from bemanning.services.unit_tree_row import TreeRow

_VALUES: dict[SortColumn, Callable[[TreeRow], Value | None]] = {
    SortColumn.SHARE: lambda row: row.share,
    SortColumn.SHARE_CHANGE: lambda row: row.change_on_year_pp,
    SortColumn.TARGET: lambda row: row.over_target_pp,
    SortColumn.COST: lambda row: row.agency_cost_ore,
    SortColumn.COST_CHANGE: lambda row: row.change_on_year_ore,
    SortColumn.BASELINE: lambda row: row.cost_deviation_ore,
}


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as it is seen. is_open: its children stand beneath it. position and siblings: its place, from 1.

    can_switch: it can be opened or closed. is_match: it is what was searched for (or nothing was).
    """

    row: TreeRow
    is_open: bool
    can_switch: bool
    is_match: bool
    position: int
    siblings: int


def seen_rows(rows: Sequence[TreeRow], words: TreeWords) -> list[SeenRow]:
    """Give the rows that are seen, in order. A search shows what matches with everything above it."""
    return list(_Seer(rows, words).below(None)) if rows else []


class _Seer:
    def __init__(self, rows: Sequence[TreeRow], words: TreeWords) -> None:
        self._words = words
        self._opened = set(words.opened)
        self._children: dict[str | None, list[TreeRow]] = defaultdict(list)
        for row in rows:
            self._children[row.parent].append(row)
        self._wanted = words.search.casefold().split()
        self._matching = {row.node.code for row in rows if self._matches(row)}
        self._above = self._paths(rows) if self._wanted else set()

    def below(self, parent: str | None) -> Iterator[SeenRow]:
        is_shown_whole = parent is None or not self._wanted or self._is_chosen(parent)
        siblings = [
            row
            for row in self._sorted(self._children[parent])
            if is_shown_whole or row.node.code in self._above or row.node.code in self._matching
        ]
        for position, row in enumerate(siblings, start=1):
            is_open = bool(row.child_count) and self._is_open(row)
            can_switch = bool(row.child_count) and row.depth > 0 and row.node.code not in self._above
            is_match = row.node.code in self._matching
            yield SeenRow(row, is_open, can_switch, is_match, position, len(siblings))
            if is_open:
                yield from self.below(row.node.code)

    def _is_open(self, row: TreeRow) -> bool:
        """Tell whether a row is open: the first always is, and in a search everything above a match."""
        return row.depth == 0 or row.node.code in self._above or self._is_chosen(row.node.code)

    def _is_chosen(self, code: str) -> bool:
        return code in self._opened or (EVERY in self._opened and not self._wanted)

    def _matches(self, row: TreeRow) -> bool:
        text = f"{row.node.name} {row.node.code}".casefold()
        return all(word in text for word in self._wanted)

    def _paths(self, rows: Sequence[TreeRow]) -> set[str]:
        """Give every row above a match."""
        parent_of = {row.node.code: row.parent for row in rows}
        above: set[str] = set()
        for code in self._matching:
            parent = parent_of[code]
            while parent is not None and parent not in above:
                above.add(parent)
                parent = parent_of[parent]
        return above

    def _sorted(self, rows: list[TreeRow]) -> list[TreeRow]:
        """Sort siblings; what is missing comes last either way."""
        words = self._words
        if words.sort is SortColumn.ORGANISATION:
            return rows[::-1] if words.is_descending else rows
        if words.sort is SortColumn.NAME:
            return sorted(rows, key=lambda row: swedish_key(row.node.name), reverse=words.is_descending)
        numbered = [
            (value.number, row) for row in rows if (value := _VALUES[words.sort](row)) and value.number is not None
        ]
        found = [row for _, row in sorted(numbered, key=lambda pair: pair[0], reverse=words.is_descending)]
        codes = {row.node.code for row in found}
        return [*found, *(row for row in rows if row.node.code not in codes)]
