"""What differs between two sets of mappings: rows before and after, and the keys whose meaning is another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from bemanning.domain.mapping import MappingSet

# Part of a MappingSet → the field that says what a row is about.
KEY_FIELDS = {
    "accounts": "account",
    "codes": "code",
    "nodes": "code",
    "edges": "child",
    "unit_aliases": "unit",
    "supplier_aliases": "alias",
    "scopes": "code",
    "goals": "key",
    "events": "label",
    "settings": "key",
}
# In a set that is only compared, a name means nothing.
_NO_NAME = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a part that is new (before None), gone (after None) or another."""

    part: str
    before: Any
    after: Any


def key_of(part: str, row: object) -> str:
    """Give what a row is about: its account, code, unit or the like."""
    key: str = getattr(row, KEY_FIELDS[part])
    return key


def row_changes(before: MappingSet, after: MappingSet) -> tuple[RowChange, ...]:
    """Give every row that differs, part by part and in the order of their keys. `after` lacks what stays as it is."""
    return tuple(
        change
        for part in KEY_FIELDS
        if getattr(after, part) is not None
        for change in _part_changes(part, getattr(before, part) or (), getattr(after, part))
    )


def _part_changes(part: str, before: Sequence[Any], after: Sequence[Any]) -> list[RowChange]:
    gone, new = _by_key(part, before, after), _by_key(part, after, before)
    return [
        change
        for key in sorted({*gone, *new})
        for change in _paired(part, sorted(gone.get(key, []), key=_start), sorted(new.get(key, []), key=_start))
    ]


def _by_key(part: str, rows: Iterable[Any], others: Iterable[Any]) -> dict[str, list[Any]]:
    known = set(others)
    found: dict[str, list[Any]] = {}
    for row in rows:
        if row not in known:
            found.setdefault(key_of(part, row), []).append(row)
    return found


def _start(row: object) -> str:
    return str(getattr(row, "valid_from", ""))


def _paired(part: str, gone: list[Any], new: list[Any]) -> list[RowChange]:
    """Set rows about the same thing against each other: those from the same month first, then as they come."""
    old_left, new_left, pairs = list(gone), list(new), list[tuple[Any, Any]]()
    for row in gone:
        # Rows of one key may begin together, as events of one name do: each is set against one other, never two.
        for other in [each for each in new_left if _start(each) == _start(row)][:1]:
            pairs.append((row, other))
            old_left.remove(row)
            new_left.remove(other)
    shared = min(len(old_left), len(new_left))
    pairs += list(zip(old_left, new_left, strict=False))
    found = [RowChange(part, *pair) for pair in pairs]
    found += [RowChange(part, row, None) for row in old_left[shared:]]
    return found + [RowChange(part, None, row) for row in new_left[shared:]]


def changed_keys(part: str, before: MappingSet, after: MappingSet) -> list[str]:
    """Give the keys whose rows say something else; a row's name says nothing. `after` is a merged set."""
    rows, others = (set(map(_unnamed, getattr(each, part) or ())) for each in (before, after))
    return sorted({key_of(part, row) for row in rows ^ others})


def _unnamed(row: Any) -> Any:  # noqa: ANN401 - a row of any part
    return replace(row, name=_NO_NAME) if "name" in {field.name for field in fields(row)} else row
