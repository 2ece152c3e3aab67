"""The mappings and the unmapped as lines to read: what each says in words, searched and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bemanning.domain.mapping import AccountRule
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Node
from bemanning.presentation.mapping_fields import PARTS
from bemanning.presentation.mapping_words import MappingTable, MappingWords, RowColumn, UnmappedColumn
from bemanning.presentation.numbers import month_text
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_difference import key_of

KINDS = ("account", "code", "unit", "supplier")


@dataclass(frozen=True, slots=True)
class MappingLine:
    """One row of a table. begins: the month that its row is found by; None for a unit that has no place."""

    table: MappingTable
    key: str
    name: str
    meaning: str
    valid: str
    begins: Month | None


@dataclass(frozen=True, slots=True)
class UnmappedLine:
    """Something that no mapping knows, or a supplier without a collecting name. name "": none is known."""

    kind: str
    code: str
    name: str
    amount_ore: int
    centihours: int


def valid_text(first: Month, last: Month) -> str:
    """Say for which months a row holds: always, from 2018-01, to 2018-12, or from–to."""
    if (first, last) == (ALWAYS_FROM, ALWAYS_TO):
        return texts.ALWAYS
    parts = []
    if first != ALWAYS_FROM:
        parts.append(texts.FROM_ONLY.format(first=month_text(first)))
    if last != ALWAYS_TO:
        parts.append(texts.TO_ONLY.format(last=month_text(last)))
    return " ".join(parts)


def table_lines(board: MappingBoard, table: MappingTable) -> list[MappingLine]:
    """Give every row of a table, as it comes."""
    nodes = {node.code: node for node in board.mappings.nodes or ()}
    rows = getattr(board.mappings, PARTS[table]) or ()
    lines = [_line(table, row, nodes) for row in rows]
    if table is MappingTable.UNITS:
        placed = {line.key for line in lines}
        lines += [_loose(node) for node in nodes.values() if node.code not in placed]
    return lines


def _line(table: MappingTable, row: Any, nodes: dict[str, Node]) -> MappingLine:  # noqa: ANN401 - a row of any part
    key = key_of(PARTS[table], row)
    name = nodes[key].name if key in nodes and table is MappingTable.UNITS else getattr(row, "name", "")
    return MappingLine(table, key, name, meaning_text(table, row, nodes), _valid(row), row.valid_from)


def _valid(row: Any) -> str:  # noqa: ANN401 - a row of any part
    return valid_text(row.valid_from, row.valid_to)


def _loose(node: Node) -> MappingLine:
    return MappingLine(MappingTable.UNITS, node.code, node.name, texts.LEVEL_NAMES[node.kind], texts.ALWAYS, None)


def meaning_text(table: MappingTable, row: Any, nodes: dict[str, Node]) -> str:  # noqa: ANN401 - a row of any part
    """Say what a row means, in words."""
    match table:
        case MappingTable.ACCOUNTS:
            return account_text(row)
        case MappingTable.CODES:
            return PROFESSION_NAMES[row.profession]
        case MappingTable.UNITS:
            level = texts.LEVEL_NAMES[nodes[row.child].kind] if row.child in nodes else texts.CODE_HEADINGS[table]
            return texts.UNDER.format(level=level, parent=_named(row.parent, nodes))
        case MappingTable.UNIT_ALIASES:
            return _named(row.ansvar, nodes)
        case _:
            supplier: str = row.supplier
            return supplier


def account_text(rule: AccountRule) -> str:
    """Say what an account counts as."""
    kind = texts.COST_KIND_NAMES[rule.cost_kind]
    return kind if rule.profession is None else f"{kind}, {PROFESSION_NAMES[rule.profession].lower()}"


def _named(code: str, nodes: dict[str, Node]) -> str:
    return f"{nodes[code].name} ({code})" if code in nodes else code


_ROW_KEYS: dict[RowColumn, Callable[[MappingLine], Any]] = {
    RowColumn.CODE: lambda line: swedish_key(line.key),
    RowColumn.NAME: lambda line: swedish_key(line.name),
    RowColumn.MEANING: lambda line: swedish_key(line.meaning),
    RowColumn.FIRST: lambda line: (line.begins or ALWAYS_FROM, swedish_key(line.key)),
}


def seen_lines(lines: Sequence[MappingLine], words: MappingWords) -> list[MappingLine]:
    """Give the lines that are searched for, in the order that is asked for."""
    found = [line for line in lines if _matches(words.search, (line.key, line.name, line.meaning))]
    # By month within each key, whichever way the keys go.
    found.sort(key=lambda line: line.begins or ALWAYS_FROM)
    return sorted(found, key=_ROW_KEYS[words.order], reverse=words.order_descending)


def unmapped_lines(board: MappingBoard) -> list[UnmappedLine]:
    """Give everything without a mapping, kind by kind."""
    return [*_unmapped(board), *_suppliers(board)]


def _unmapped(board: MappingBoard) -> Iterator[UnmappedLine]:
    for item in board.unmapped.items:
        name = board.names.get((item.kind, item.code), "")
        yield UnmappedLine(item.kind, item.code, name, item.amount_ore, item.centihours)


def _suppliers(board: MappingBoard) -> Iterator[UnmappedLine]:
    for supplier in board.suppliers:
        yield UnmappedLine("supplier", supplier.text, "", supplier.amount_ore, supplier.centihours)


_UNMAPPED_KEYS: dict[UnmappedColumn, Callable[[UnmappedLine], Any]] = {
    UnmappedColumn.SUM: lambda line: (abs(line.amount_ore), abs(line.centihours)),
    UnmappedColumn.HOURS: lambda line: (abs(line.centihours), abs(line.amount_ore)),
    UnmappedColumn.CODE: lambda line: swedish_key(line.code),
    UnmappedColumn.NAME: lambda line: swedish_key(line.name),
}


def seen_unmapped(lines: Sequence[UnmappedLine], words: MappingWords) -> list[UnmappedLine]:
    """Give the lines that are searched for, in the order that is asked for."""
    found = [line for line in lines if _matches(words.search, (line.code, line.name))]
    return sorted(found, key=_UNMAPPED_KEYS[words.sort], reverse=words.is_descending)


def _matches(search: str, said: Iterable[str]) -> bool:
    text = " ".join(said).casefold()
    return all(word in text for word in search.casefold().split())
