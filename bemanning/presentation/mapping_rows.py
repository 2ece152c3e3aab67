"""A mapping set as the rows of its workbook: the words of mapping_sheets, open ends left blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from bemanning.domain.goal import Event, Goal
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, Setting, SupplierAlias, UnitAlias
from bemanning.domain.mapping_sheets import (
    COST_KIND_WORDS,
    DIRECTION_WORDS,
    GOAL_MEASURE_WORDS,
    NODE_KIND_WORDS,
    PROFESSION_WORDS,
    YES_WORDS,
)
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node

Content = str | int | Decimal | None
Row = tuple[Content, ...]
_Word = TypeVar("_Word", bound=StrEnum)


def sheet_rows(mappings: MappingSet) -> dict[str, list[Row]]:
    """Give each sheet's rows in the order of its headings; a table that the set lacks has no sheet."""
    tables: dict[str, tuple[Iterable[Any] | None, Callable[[Any], Row]]] = {
        "Konton": (mappings.accounts, _account),
        "Befattningar": (mappings.codes, _code),
        "Enheter": (mappings.nodes, _node),
        "Organisation": (mappings.edges, _edge),
        "Heromaenheter": (mappings.unit_aliases, _unit_alias),
        "Leverantörer": (mappings.supplier_aliases, _supplier_alias),
        "Omfattningar": (mappings.scopes, _scope),
        "Mål": (mappings.goals, _goal),
        "Händelser": (mappings.events, _event),
        "Inställningar": (mappings.settings, _setting),
    }
    return {sheet: [as_row(row) for row in rows] for sheet, (rows, as_row) in tables.items() if rows is not None}


def _word(words: Mapping[str, _Word], value: _Word | None) -> str:
    return next((word for word, meaning in words.items() if meaning is value), "")


def _months(valid_from: Month, valid_to: Month) -> tuple[str, str]:
    return (
        "" if valid_from == ALWAYS_FROM else str(valid_from),
        "" if valid_to == ALWAYS_TO else str(valid_to),
    )


def _yes(*, is_true: bool) -> str:
    return YES_WORDS[0] if is_true else ""


def _account(rule: AccountRule) -> Row:
    words = _word(COST_KIND_WORDS, rule.cost_kind), _word(PROFESSION_WORDS, rule.profession)
    return (rule.account, rule.name, *words, *_months(rule.valid_from, rule.valid_to))


def _code(rule: CodeRule) -> Row:
    word = _word(PROFESSION_WORDS, rule.profession)
    return (rule.code, rule.name, word, *_months(rule.valid_from, rule.valid_to))


def _node(node: Node) -> Row:
    return (node.code, node.name, _word(NODE_KIND_WORDS, node.kind))


def _edge(edge: Edge) -> Row:
    return (edge.child, edge.parent, *_months(edge.valid_from, edge.valid_to))


def _unit_alias(alias: UnitAlias) -> Row:
    return (alias.unit, alias.ansvar, *_months(alias.valid_from, alias.valid_to))


def _supplier_alias(alias: SupplierAlias) -> Row:
    return (alias.alias, alias.supplier, *_months(alias.valid_from, alias.valid_to))


def _scope(scope: Scope) -> Row:
    return (scope.code, scope.name, scope.node, _yes(is_true=scope.is_default))


def _goal(goal: Goal) -> Row:
    return (
        goal.key,
        goal.name,
        _word(GOAL_MEASURE_WORDS, goal.measure),
        goal.node,
        _word(PROFESSION_WORDS, goal.profession),
        _word(DIRECTION_WORDS, goal.direction),
        goal.target,
        _yes(is_true=goal.target_is_baseline),
        str(goal.deadline),
        goal.position,
        _yes(is_true=goal.in_cost_table),
        _yes(is_true=goal.is_part),
        goal.definition_text,
        goal.source_text,
        goal.undefined_reason,
        goal.manual_outcome,
    )


def _event(event: Event) -> Row:
    return (str(event.month), event.label, event.source_text)


def _setting(setting: Setting) -> Row:
    return (setting.key, setting.value, *_months(setting.valid_from, setting.valid_to))
