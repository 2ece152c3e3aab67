"""The demo region's mapping workbook: everything that its codes mean, in the format of mapping_sheets."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bemanning.demo.accounts import all_accounts
from bemanning.demo.befattningar import BEFATTNINGAR
from bemanning.demo.goals import EVENTS, GOALS
from bemanning.demo.scopes import SCOPES
from bemanning.demo.sheets import Cell, Column, Table, write_book
from bemanning.demo.suppliers import SUPPLIERS
from bemanning.demo.units import HEALTH_CARE, edges, heroma_aliases, nodes
from bemanning.domain.goal import Goal
from bemanning.domain.mapping_sheets import (
    COST_KIND_WORDS,
    DIRECTION_WORDS,
    GOAL_MEASURE_WORDS,
    NODE_KIND_WORDS,
    PROFESSION_WORDS,
    SHEETS,
    YES_WORDS,
)
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.vocabulary import Definition

Row = tuple[Cell, ...]

_Word = TypeVar("_Word", bound=StrEnum)
_YES = YES_WORDS[0]
_WIDTHS = {
    "Benämning": 48, "Namn": 44, "Kostnadsslag": 16, "Yrkesgrupp": 18, "Leverantör": 40, "Skrivs i exporten": 40,
    "Mål": 58, "Nyckel": 26, "Definition": 70, "Källa": 60, "Varför ej utvärderbart": 60, "Händelse": 40, "Värde": 28,
}  # fmt: skip
_NARROW, _LONG_TEXT = 18, 60


def write_mapping_workbook(path: Path) -> None:
    """Write every sheet of the format."""
    write_book(path, {sheet: Table(_columns(headings), _ROWS[sheet]()) for sheet, headings in SHEETS.items()})


def _columns(headings: tuple[str, ...]) -> list[Column]:
    widths = {heading: _WIDTHS.get(heading, _NARROW) for heading in headings}
    has_long_text = max(widths.values()) >= _LONG_TEXT
    return [Column(heading, width, wraps=has_long_text) for heading, width in widths.items()]


def _word(words: Mapping[str, _Word], value: _Word | None) -> str:
    return next((word for word, meaning in words.items() if meaning is value), "")


def _months(valid_from: Month, valid_to: Month) -> tuple[str, str]:
    """Leave an open end blank, as the format has it."""
    return (
        "" if valid_from == ALWAYS_FROM else str(valid_from),
        "" if valid_to == ALWAYS_TO else str(valid_to),
    )


def _accounts() -> Iterator[Row]:
    for account in all_accounts():
        words = _word(COST_KIND_WORDS, account.kind), _word(PROFESSION_WORDS, account.profession)
        name = f"{account.name} (påhittat konto)"
        yield (account.code, name, *words, *_months(account.valid_from, account.valid_to))


def _codes() -> Iterator[Row]:
    for row in BEFATTNINGAR:
        yield (row.code, f"{row.name} (påhittad kod)", _word(PROFESSION_WORDS, row.profession), "", "")


def _nodes() -> Iterator[Row]:
    return ((node.code, node.name, _word(NODE_KIND_WORDS, node.kind)) for node in nodes())


def _edges() -> Iterator[Row]:
    return ((edge.child, edge.parent, *_months(edge.valid_from, edge.valid_to)) for edge in edges())


def _heroma_units() -> Iterator[Row]:
    return ((written, ansvar, "", "") for ansvar, written in heroma_aliases().items())


def _suppliers() -> Iterator[Row]:
    for supplier in SUPPLIERS:
        for written in (supplier.ledger_b_name, supplier.heroma_name):
            yield (written, supplier.name, "", "")


def _scopes() -> Iterator[Row]:
    return ((scope.code, scope.name, scope.node, _yes(is_true=scope.is_default)) for scope in SCOPES)


def _goals() -> Iterator[Row]:
    return (_goal(goal) for goal in GOALS)


def _goal(goal: Goal) -> Row:
    """Write one goal in the order of the sheet's headings."""
    return (
        goal.key, goal.name, _word(GOAL_MEASURE_WORDS, goal.measure), goal.node,
        _word(PROFESSION_WORDS, goal.profession), _word(DIRECTION_WORDS, goal.direction), _number(goal.target),
        _yes(is_true=goal.target_is_baseline), str(goal.deadline), goal.position, _yes(is_true=goal.in_cost_table),
        _yes(is_true=goal.is_part), goal.definition_text, goal.source_text, goal.undefined_reason,
        _number(goal.manual_outcome),
    )  # fmt: skip


def _events() -> Iterator[Row]:
    return ((str(event.month), event.label, event.source_text) for event in EVENTS)


def _settings() -> Iterator[Row]:
    yield ("definition", Definition.TOTAL.value, "", "")
    yield ("hours_per_week", "40", "", "")
    yield ("health_care_node", HEALTH_CARE, "", "")
    yield ("region_name", nodes()[0].name, "", "")


def _yes(*, is_true: bool) -> str:
    return _YES if is_true else ""


def _number(number: Decimal | None) -> Cell:
    return "" if number is None else int(number)


_ROWS = {
    "Konton": _accounts,
    "Befattningar": _codes,
    "Enheter": _nodes,
    "Organisation": _edges,
    "Heromaenheter": _heroma_units,
    "Leverantörer": _suppliers,
    "Omfattningar": _scopes,
    "Mål": _goals,
    "Händelser": _events,
    "Inställningar": _settings,
}
