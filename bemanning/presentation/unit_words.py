"""Enheter's own words of the address, ?sortera=-kostnad&sok=ås&oppna=PV&underlag=PV&period=2018-11, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from bemanning.domain.month import Month
from bemanning.presentation.address import Words
from bemanning.presentation.texts import units as texts
from bemanning.services.drill_down import DrillCell

SORT, SEARCH, OPEN, CELL, PERIOD, SUPPLIER = "sortera", "sok", "oppna", "underlag", "period", "leverantor"
OWN_WORDS = (SORT, SEARCH, OPEN, CELL, PERIOD, SUPPLIER)
# In the place of a code: every row is open.
EVERY = "*"
_DESCENDING = "-"
# An address can't hold an empty word.
_NO_SUPPLIER = "*ej-angiven"


class SortColumn(StrEnum):
    """What rows are sorted by, among their siblings. The value is the address's word."""

    ORGANISATION = "organisation"
    NAME = "namn"
    SHARE = "andel"
    SHARE_CHANGE = "andring"
    TARGET = "mal"
    COST = "kostnad"
    COST_CHANGE = "kostnadsandring"
    BASELINE = "mot2015"


@dataclass(frozen=True, slots=True)
class TreeWords:
    """How the tree is seen. opened: codes of open rows (EVERY: all); cell: the cost cell that is opened beneath it."""

    sort: SortColumn = SortColumn.ORGANISATION
    is_descending: bool = False
    search: str = ""
    opened: tuple[str, ...] = ()
    cell: DrillCell | None = None


def read_tree_words(words: Words) -> TreeWords:
    """Read the words. What can't be read (see `tree_word_problems`) is left at its default."""
    last = dict(words)
    sort = last.get(SORT, "")
    column = sort.removeprefix(_DESCENDING)
    return TreeWords(
        sort=SortColumn(column) if column in set(SortColumn) else SortColumn.ORGANISATION,
        is_descending=sort.startswith(_DESCENDING),
        search=last.get(SEARCH, "").strip(),
        opened=tuple(dict.fromkeys(code for word, code in words if word == OPEN)),
        cell=DrillCell(last[CELL], _month(last.get(PERIOD)), _supplier(last.get(SUPPLIER))) if CELL in last else None,
    )


def tree_word_problems(words: Words) -> tuple[str, ...]:
    """Say what in the words could not be read."""
    last = dict(words)
    problems = []
    column = last.get(SORT, SortColumn.ORGANISATION).removeprefix(_DESCENDING)
    if column not in set(SortColumn):
        problems.append(texts.UNKNOWN_SORT.format(word=last[SORT], known=", ".join(SortColumn)))
    if last.get(PERIOD) is not None and _month(last[PERIOD]) is None:
        problems.append(texts.UNKNOWN_PERIOD.format(word=last[PERIOD]))
    return tuple(problems)


def write_tree_words(words: TreeWords) -> str:
    """Write the words as `read_tree_words` reads them, without question mark; defaults are left out."""
    pairs: list[tuple[str, str]] = []
    if words.sort is not SortColumn.ORGANISATION or words.is_descending:
        pairs.append((SORT, (_DESCENDING if words.is_descending else "") + words.sort))
    if words.search:
        pairs.append((SEARCH, words.search))
    pairs += [(OPEN, code) for code in words.opened]
    if words.cell is not None:
        pairs += _cell_pairs(words.cell)
    return urlencode(pairs)


def _cell_pairs(cell: DrillCell) -> list[tuple[str, str]]:
    pairs = [(CELL, cell.node)]
    if cell.month is not None:
        pairs.append((PERIOD, str(cell.month)))
    if cell.supplier is not None:
        pairs.append((SUPPLIER, cell.supplier or _NO_SUPPLIER))
    return pairs


def _supplier(word: str | None) -> str | None:
    return "" if word == _NO_SUPPLIER else word


def _month(word: str | None) -> Month | None:
    try:
        return None if word is None else Month.parse(word)
    except ValueError:
        return None
