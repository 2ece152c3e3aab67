"""A row's fields as words of the address, both ways: what is stored as words, words as what is to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias, UnitAlias
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind
from bemanning.presentation.address import PROFESSION_WORDS, word_for
from bemanning.presentation.mapping_words import (
    DROP_REST,
    FIRST,
    GROUP,
    KEY,
    KIND,
    LAST,
    LEVEL,
    NAME,
    REST,
    TARGET,
    Do,
    MappingTable,
    RowWords,
)
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_proposal import MappingEdit, Rule

KIND_WORDS = {
    "egen": CostKind.OWN, "hyr": CostKind.AGENCY, "overtid": CostKind.OVERTIME, "ovrigt": CostKind.OTHER,
}  # fmt: skip
LEVEL_WORDS = {
    "region": NodeKind.REGION, "forvaltning": NodeKind.DIVISION, "omrade": NodeKind.AREA,
    "verksamhet": NodeKind.CLINIC, "ansvar": NodeKind.UNIT,
}  # fmt: skip
PARTS = {
    MappingTable.ACCOUNTS: "accounts",
    MappingTable.CODES: "codes",
    MappingTable.UNITS: "edges",
    MappingTable.UNIT_ALIASES: "unit_aliases",
    MappingTable.SUPPLIERS: "supplier_aliases",
}
Word = TypeVar("Word", bound=StrEnum)


def stored_fields(table: MappingTable, row: Any, node: Node | None) -> dict[str, str]:  # noqa: ANN401 - a row of any part
    """Give what a stored row says, word → text. node: the unit's own, for a row of the organisation; row None: none."""
    fields = {} if node is None else {NAME: node.name, LEVEL: word_for(node.kind, LEVEL_WORDS) or ""}
    if row is None:
        return fields
    fields |= _meaning(table, row)
    fields[FIRST] = "" if row.valid_from == ALWAYS_FROM else str(row.valid_from)
    fields[LAST] = "" if row.valid_to == ALWAYS_TO else str(row.valid_to)
    return fields


def _meaning(table: MappingTable, row: Any) -> dict[str, str]:  # noqa: ANN401 - a row of any part
    match table:
        case MappingTable.ACCOUNTS:
            group = word_for(row.profession, PROFESSION_WORDS) or ""
            return {KIND: word_for(row.cost_kind, KIND_WORDS) or "", GROUP: group, NAME: row.name}
        case MappingTable.CODES:
            return {GROUP: word_for(row.profession, PROFESSION_WORDS) or "", NAME: row.name}
        case MappingTable.UNITS:
            return {TARGET: row.parent}
        case MappingTable.UNIT_ALIASES:
            return {TARGET: row.ansvar}
        case _:
            return {TARGET: row.supplier}


def edit_of(row: RowWords, mappings: MappingSet) -> MappingEdit:
    """Read what a filled-in form means. Raises UserError with everything that is wrong in it."""
    part = PARTS[row.table]
    if row.do is Do.REMOVE:
        return MappingEdit(part, row.key, replaced_from=row.begins)
    fields = _Fields(row)
    key = row.key or fields.required(KEY, texts.CODE_HEADINGS[row.table])
    rule, node = fields.rule(key), fields.node(key) if row.table is MappingTable.UNITS else None
    if fields.faults:
        raise UserError(fields.faults)
    known = {each.code: each for each in mappings.nodes or ()}
    return MappingEdit(
        part, key, rule, row.begins, keeps_rest=fields.text(REST) != DROP_REST,
        node=None if node == known.get(key) else node,
    )  # fmt: skip


class _Fields:
    """Reads a form's fields, and notes what is wrong in them."""

    def __init__(self, row: RowWords) -> None:
        self._row = row
        self.faults: list[Fault] = []

    def text(self, word: str) -> str:
        return self._row.fields.get(word, "")

    def required(self, word: str, label: str) -> str:
        text = self.text(word)
        if not text:
            self._note(FaultCode.FIELD_MISSING, field=label)
        return text

    def node(self, key: str) -> Node:
        name = self.required(NAME, texts.UNIT_NAME)
        return Node(key, name, self._choice(LEVEL, texts.LEVEL, LEVEL_WORDS, NodeKind.UNIT))

    def rule(self, key: str) -> Rule | None:
        first, last = self._span()
        match self._row.table:
            case MappingTable.ACCOUNTS:
                return self._account(key, first, last)
            case MappingTable.CODES:
                words = PROFESSION_WORDS
                profession = self._choice(GROUP, texts.PROFESSION, words, next(iter(words.values())))
                return CodeRule(key, profession, self.text(NAME), first, last)
            case MappingTable.UNITS:
                # The region lies under nothing.
                if LEVEL_WORDS.get(self.text(LEVEL)) is NodeKind.REGION and not self.text(TARGET):
                    return None
                return Edge(key, self._target(), first, last)
            case MappingTable.UNIT_ALIASES:
                return UnitAlias(key, self._target(), first, last)
            case _:
                return SupplierAlias(key, self._target(), first, last)

    def _account(self, key: str, first: Month, last: Month) -> AccountRule:
        kind = self._choice(KIND, texts.COST_KIND, KIND_WORDS, CostKind.OTHER)
        profession = PROFESSION_WORDS.get(self.text(GROUP))
        if self.text(KIND) in KIND_WORDS and (kind is CostKind.OTHER) is not (profession is None):
            self._note(FaultCode.MAPPING_PROFESSION, kind=texts.COST_KIND_NAMES[kind])
        return AccountRule(key, kind, profession, self.text(NAME), first, last)

    def _target(self) -> str:
        return self.required(TARGET, texts.TARGET_HEADINGS[self._row.table])

    def _choice(self, word: str, label: str, words: Mapping[str, Word], otherwise: Word) -> Word:
        text = self.required(word, label)
        if text and text not in words:
            self._note(FaultCode.MAPPING_WORD_UNKNOWN, value=text, known=", ".join(words))
        return words.get(text, otherwise)

    def _span(self) -> tuple[Month, Month]:
        first, last = self._month(FIRST, ALWAYS_FROM), self._month(LAST, ALWAYS_TO)
        if first > last:
            self._note(FaultCode.MAPPING_MONTHS_REVERSED, first=str(first), last=str(last))
        return first, last

    def _month(self, word: str, otherwise: Month) -> Month:
        text = self.text(word)
        try:
            return Month.parse(text) if text else otherwise
        except ValueError:
            self._note(FaultCode.MAPPING_MONTH, value=text)
            return otherwise

    def _note(self, code: FaultCode, **params: str) -> None:
        self.faults.append(Fault(code, dict(params)))
