"""One edit applied to the mappings: the new row goes before others in its months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.organisation import Node
from bemanning.services.mapping_difference import key_of
from bemanning.services.mapping_proposal import MappingEdit, Rule


def edited(stored: MappingSet, edit: MappingEdit) -> MappingSet:
    """Give the parts that the edit changes, whole.

    Raises UserError(MAPPING_ROW_GONE) when the row to replace isn't there.
    """
    rows: Sequence[Any] = getattr(stored, edit.part) or ()
    parts: dict[str, Any] = {edit.part: tuple(_rows(rows, edit))}
    if edit.node is not None:
        parts["nodes"] = _with_node(stored.nodes or (), edit.node)
    return MappingSet(**parts)


def _rows(rows: Sequence[Any], edit: MappingEdit) -> Iterator[Any]:
    replaced = next((row for row in rows if _is_replaced(row, edit)), None)
    if edit.replaced_from is not None and replaced is None:
        raise UserError([Fault(FaultCode.MAPPING_ROW_GONE, {"key": edit.key, "month": str(edit.replaced_from)})])
    for row in rows:
        if key_of(edit.part, row) != edit.key:
            yield row
        elif row is not replaced or (edit.row is not None and edit.keeps_rest):
            yield from _outside(row, edit.row)
    if edit.row is not None:
        yield edit.row


def _is_replaced(row: Any, edit: MappingEdit) -> bool:  # noqa: ANN401 - a row of any part
    return key_of(edit.part, row) == edit.key and row.valid_from == edit.replaced_from


def _outside(row: Any, new: Rule | None) -> Iterator[Any]:  # noqa: ANN401 - a row of any part
    """Give what is left of a row in the months that are not the new one's: all, a part before, a part after."""
    if new is None or new.valid_to < row.valid_from or row.valid_to < new.valid_from:
        yield row
        return
    if row.valid_from < new.valid_from:
        yield replace(row, valid_to=new.valid_from.plus(-1))
    if new.valid_to < row.valid_to:
        yield replace(row, valid_from=new.valid_to.plus(1))


def _with_node(nodes: Sequence[Node], node: Node) -> tuple[Node, ...]:
    if node.code in {each.code for each in nodes}:
        return tuple(node if each.code == node.code else each for each in nodes)
    return (*nodes, node)
