"""Small worlds of cells and of mappings that may change under them, for properties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, UnitAlias
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month, month_range
from bemanning.domain.organisation import Edge
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.mapping_checks import mapping_faults, merged
from tests.builders.files import MAPPINGS, HoursRow, LedgerRow

# A year and two months, so that two windows are whole.
MONTHS = tuple(month_range(Month(2017, 11), Month(2018, 12)))
ACCOUNTS, CODES = ("4110", "4610", "7777", "7778"), ("D1", "X9")
PLACES, UNITS = ("0101", "0102", "0900", "X1"), ("H-0101", "0102", "X1", "X2")
MIDDLE = Month(2018, 4)

cells = st.tuples(
    st.sampled_from(MONTHS).map(str),
    st.sampled_from(ACCOUNTS),
    st.sampled_from(PLACES),
    st.integers(-(10**6), 10**7),
)
hours = st.tuples(
    st.sampled_from(MONTHS).map(str),
    st.sampled_from(UNITS),
    st.sampled_from(CODES),
    st.sampled_from(["own", "external"]),
    st.sampled_from(["ordinary", "absence"]),
    st.integers(-100, 10_000),
)


def ledger_rows() -> st.SearchStrategy[list[LedgerRow]]:
    """At least one cell a month and scope, so that every month is loaded; no key twice."""
    return st.lists(cells, max_size=25, unique_by=lambda cell: cell[:3]).map(_with_every_month)


def _with_every_month(rows: list[LedgerRow]) -> list[LedgerRow]:
    taken = {row[:3] for row in rows}
    fixed = [(str(month), "4110", "0101", 1_000_00) for month in MONTHS]
    return [*rows, *(row for row in fixed if row[:3] not in taken)]


def hours_rows() -> st.SearchStrategy[list[HoursRow]]:
    return st.lists(hours, max_size=15, unique_by=lambda cell: cell[:5])


def dated(rules: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """No row, one for always, one from a month on, or two that follow on each other."""
    before = {"valid_from": ALWAYS_FROM, "valid_to": MIDDLE.plus(-1)}
    return st.one_of(
        st.just([]),
        rules.map(lambda rule: [rule]),
        rules.map(lambda rule: [replace(rule, valid_from=MIDDLE)]),
        st.tuples(rules, rules).map(
            lambda pair: [replace(pair[0], **before), replace(pair[1], valid_from=MIDDLE, valid_to=ALWAYS_TO)]
        ),
    )


def account_rules(account: str) -> st.SearchStrategy[Any]:
    pairs = [(kind, profession) for kind in CostKind if kind is not CostKind.OTHER for profession in Profession]
    return st.sampled_from([(CostKind.OTHER, None), *pairs]).map(lambda pair: AccountRule(account, *pair))


def code_rules(code: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(Profession).map(lambda profession: CodeRule(code, profession))


def aliases(unit: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(PLACES).map(lambda place: UnitAlias(unit, place))


def tables(rules_of: Callable[[str], st.SearchStrategy[Any]], keys: tuple[str, ...]) -> st.SearchStrategy[Any]:
    each = st.tuples(*(dated(rules_of(key)) for key in keys))
    return each.map(lambda lists: tuple(rule for rules in lists for rule in rules))


@st.composite
def mapping_changes(draw: st.DrawFn) -> MappingSet:
    """Some parts replaced, in ways that do no harm."""
    parts: dict[str, tuple[Any, ...]] = {}
    if draw(st.booleans()):
        parts["accounts"] = draw(tables(account_rules, ACCOUNTS))
    if draw(st.booleans()):
        parts["codes"] = draw(tables(code_rules, CODES))
    if draw(st.booleans()):
        parts["unit_aliases"] = draw(tables(aliases, UNITS))
    if draw(st.booleans()):
        moved = draw(st.sampled_from([("HS", "HS"), ("ST", "HS"), ("HS", "ST"), (None, "ST")]))
        parts["edges"] = (Edge("HS", "R"), Edge("ST", "R"), Edge("0101", "HS"), Edge("0900", "ST"), *_moved(*moved))
    if draw(st.booleans()):
        parts["nodes"] = tuple(node for node in MAPPINGS.nodes or () if node.code != "0102" or "edges" not in parts)
    change = MappingSet(**parts)
    return MappingSet() if mapping_faults(merged(MAPPINGS, change)) else change


def _moved(before: str | None, after: str) -> list[Edge]:
    edges = [Edge("0102", after, MIDDLE)]
    return edges if before is None else [Edge("0102", before, valid_to=MIDDLE.plus(-1)), *edges]
