"""Mappning's own words of the address, both ways: how the tables are seen, and what is proposed.

?tabell=konton&sok=hyr&sortera=-belopp · ?rad=konton:4110&borjar=2018-01 · ?forslag=TOKEN · ?aterstall=17
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bemanning.domain.month import Month
from bemanning.presentation.address import Words
from bemanning.presentation.texts import mapping as texts

SEARCH, SORT, TABLE, ORDER, WHOLE, BEFORE, OPENED = "sok", "sortera", "tabell", "ordna", "alla", "fore", "andring"
ROW, BEGINS, DO, WORKBOOK, BACK = "rad", "borjar", "gor", "forslag", "aterstall"
KEY, KIND, GROUP, NAME, LEVEL, TARGET = "kod", "slag", "grupp", "benamning", "niva", "mal"
FIRST, LAST, REST = "fran", "till", "ovriga"
FIELDS = (KEY, KIND, GROUP, NAME, LEVEL, TARGET, FIRST, LAST, REST)
# How the tables are seen, and what is proposed beside them.
VIEW_WORDS = (SEARCH, SORT, TABLE, ORDER, WHOLE, BEFORE)
OWN_WORDS = (*VIEW_WORDS, OPENED, ROW, BEGINS, DO, WORKBOOK, BACK, *FIELDS)

DROP_REST = "bort"
_DESCENDING = "-"


class MappingTable(StrEnum):
    """The tables that are edited row by row. The value is the address's word."""

    ACCOUNTS = "konton"
    CODES = "befattningar"
    UNITS = "organisation"
    UNIT_ALIASES = "heromaenheter"
    SUPPLIERS = "leverantorer"


class Do(StrEnum):
    """What is to be shown of a row: its form (no word), the effect of saving the fields, or of taking it away."""

    SAVE = "spara"
    REMOVE = "tabort"


class UnmappedColumn(StrEnum):
    """What the unmapped is sorted by. The value is the address's word."""

    SUM = "belopp"
    HOURS = "timmar"
    CODE = "kod"
    NAME = "benamning"


class RowColumn(StrEnum):
    """What the mappings are sorted by. The value is the address's word."""

    CODE = "kod"
    NAME = "benamning"
    MEANING = "betydelse"
    FIRST = "fran"


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row that is looked at. key "": a new row whose code is typed. begins: the row that there is; None: none.

    fields: what the form says, word → text; empty until it has been filled in.
    """

    table: MappingTable
    key: str
    begins: Month | None = None
    do: Do | None = None
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MappingWords:
    """How the screen is seen. is_whole: long tables are shown to their end.

    before: the history is shown from the change before this one; None: from the latest. opened: a change whose rows are
    shown.
    """

    search: str = ""
    sort: UnmappedColumn = UnmappedColumn.SUM
    is_descending: bool = True
    table: MappingTable = MappingTable.ACCOUNTS
    order: RowColumn = RowColumn.CODE
    order_descending: bool = False
    is_whole: bool = False
    before: int | None = None
    opened: int | None = None
    row: RowWords | None = None
    workbook: str = ""
    back: int | None = None


def read_mapping_words(words: Words) -> MappingWords:
    """Read the words. What can't be read (see `mapping_word_problems`) is left at its default."""
    last = dict(words)
    sort, order = last.get(SORT, f"{_DESCENDING}{UnmappedColumn.SUM}"), last.get(ORDER, RowColumn.CODE)
    table, column = last.get(TABLE), sort.removeprefix(_DESCENDING)
    row = _row(last)
    chosen = MappingTable(table) if table in set(MappingTable) else MappingTable.ACCOUNTS
    ordered = order.removeprefix(_DESCENDING)
    return MappingWords(
        search=last.get(SEARCH, "").strip(),
        sort=UnmappedColumn(column) if column in set(UnmappedColumn) else UnmappedColumn.SUM,
        is_descending=sort.startswith(_DESCENDING),
        table=chosen,
        order=RowColumn(ordered) if ordered in set(RowColumn) else RowColumn.CODE,
        order_descending=order.startswith(_DESCENDING),
        is_whole=WHOLE in last,
        before=read_number(last.get(BEFORE)),
        opened=read_number(last.get(OPENED)),
        row=row,
        workbook=last.get(WORKBOOK, ""),
        back=read_number(last.get(BACK)),
    )


def mapping_word_problems(words: Words) -> tuple[str, ...]:
    """Say what in the words could not be read. What is wrong in a form's fields is told in the form instead."""
    return tuple(_problems(dict(words)))


def _problems(last: dict[str, str]) -> Iterator[str]:
    for word, columns in ((SORT, UnmappedColumn), (ORDER, RowColumn)):
        if word in last and last[word].removeprefix(_DESCENDING) not in set(columns):
            yield texts.UNKNOWN_SORT.format(word=last[word], known=", ".join(columns))
    if TABLE in last and last[TABLE] not in set(MappingTable):
        yield texts.UNKNOWN_TABLE.format(word=last[TABLE], known=", ".join(MappingTable))
    if ROW in last and _row(last) is None:
        yield texts.UNKNOWN_ROW.format(word=last[ROW])
    for word in (BEFORE, OPENED, BACK):
        if word in last and read_number(last[word]) is None:
            yield texts.UNKNOWN_CHANGE.format(word=last[word])


def _row(last: dict[str, str]) -> RowWords | None:
    table, colon, key = last.get(ROW, "").partition(":")
    begins, do = last.get(BEGINS), last.get(DO)
    if not colon or table not in set(MappingTable) or (do is not None and do not in set(Do)):
        return None
    fields = {word: last[word].strip() for word in FIELDS if word in last}
    try:
        month = None if begins is None else Month.parse(begins)
    except ValueError:
        return None
    return RowWords(MappingTable(table), key, month, None if do is None else Do(do), fields)


def read_number(word: str | None) -> int | None:
    """Read the number of a change; None for what is none."""
    # Larger numbers than any log has are beyond what a database takes.
    return int(word) if word is not None and word.isdecimal() and word.isascii() and len(word) < 10 else None  # noqa: PLR2004


def view_pairs(words: MappingWords) -> list[tuple[str, str]]:
    """Write how the tables are seen, as `read_mapping_words` reads it; defaults are left out."""
    default = MappingWords()
    pairs: list[tuple[str, str]] = []
    if words.search:
        pairs.append((SEARCH, words.search))
    if (words.sort, words.is_descending) != (default.sort, default.is_descending):
        pairs.append((SORT, _sorted_by(words.sort, is_descending=words.is_descending)))
    if words.table is not default.table:
        pairs.append((TABLE, words.table))
    if (words.order, words.order_descending) != (default.order, default.order_descending):
        pairs.append((ORDER, _sorted_by(words.order, is_descending=words.order_descending)))
    if words.is_whole:
        pairs.append((WHOLE, "ja"))
    if words.before is not None:
        pairs.append((BEFORE, str(words.before)))
    return pairs


def proposal_pairs(words: MappingWords) -> list[tuple[str, str]]:
    """Write what is proposed, and which change is opened."""
    pairs: list[tuple[str, str]] = []
    if words.opened is not None:
        pairs.append((OPENED, str(words.opened)))
    if words.row is not None:
        pairs += row_pairs(words.row)
    if words.workbook:
        pairs.append((WORKBOOK, words.workbook))
    if words.back is not None:
        pairs.append((BACK, str(words.back)))
    return pairs


def row_pairs(row: RowWords) -> list[tuple[str, str]]:
    """Write one row."""
    pairs = [(ROW, f"{row.table}:{row.key}")]
    if row.begins is not None:
        pairs.append((BEGINS, str(row.begins)))
    if row.do is not None:
        pairs.append((DO, row.do))
    return [*pairs, *((word, text) for word, text in row.fields.items() if text)]


def _sorted_by(column: StrEnum, *, is_descending: bool) -> str:
    return (_DESCENDING if is_descending else "") + column
