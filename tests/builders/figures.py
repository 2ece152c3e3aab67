"""Figures built from plain facts, without a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import polars as pl

from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import MonthStatus, NodeKind, Source
from bemanning.services.figures import Figures
from bemanning.services.figures_read import figures_of
from bemanning.store import CurrentMonth
from tests.oracles.naive import Fact, World

LOADED_AT = datetime(2019, 1, 10, 9, 30, tzinfo=UTC)


def current_month(source: Source, scope: str, month: Month, status: MonthStatus = MonthStatus.OPEN) -> CurrentMonth:
    return CurrentMonth(source, scope, month, 1, status, LOADED_AT, "Kim", "fil.xlsx")


def figures_from(
    facts: Iterable[Fact],
    *,
    loaded: Iterable[tuple[str, tuple[int, int]]],
    mappings: MappingSet,
    absent: Iterable[tuple[Source, str, tuple[int, int]]] = (),
) -> Figures:
    """Build figures of facts: kinds "own" and "external" with profession are cost where `amount` is öre.

    A fact whose kind begins with "hours:" is hours without a cost, with "wage:" what Heroma says that time cost; the
    rest is cost. absent: which of the loaded months one source lacks.
    """
    all_facts, lacking = list(facts), set(absent)
    current = tuple(
        current_month(source, scope, Month(*month))
        for scope, month in sorted(loaded)
        for source in Source
        if (source, scope, month) not in lacking
    )
    months = tuple(month_range(min(row.month for row in current), max(row.month for row in current)))
    return figures_of(mappings, months, current, _cost(all_facts), _hours(all_facts))


def _cost(facts: list[Fact]) -> pl.DataFrame:
    rows = [
        (str(Month(*fact.month)), fact.unit, fact.profession, fact.kind, fact.amount)
        for fact in facts
        if ":" not in fact.kind
    ]
    columns = {"month": pl.String, "ansvar": pl.String, "profession": pl.String, "cost_kind": pl.String}
    return pl.DataFrame(rows, schema={**columns, "amount_ore": pl.Int64}, orient="row")


def _hours(facts: list[Fact]) -> pl.DataFrame:
    rows = [
        (
            *(str(Month(*fact.month)), fact.unit, fact.profession, fact.kind.partition(":")[2], True),
            *((fact.amount, None) if fact.kind.startswith("hours:") else (0, fact.amount)),
        )
        for fact in facts
        if ":" in fact.kind
    ]
    columns = {"month": pl.String, "ansvar": pl.String, "profession": pl.String, "employment": pl.String}
    amounts = {"centihours": pl.Int64, "cost_ore": pl.Int64}
    return pl.DataFrame(rows, schema={**columns, "worked": pl.Boolean, **amounts}, orient="row")


def mappings_for(world: World) -> MappingSet:
    """Give the organisation and scopes of a naive world: R is the region, HS its health care."""
    kinds = {"R": NodeKind.REGION, "HS": NodeKind.DIVISION, "ST": NodeKind.DIVISION}
    codes = dict.fromkeys([*world.parent_of, *world.parent_of.values()])
    return MappingSet(
        nodes=tuple(
            Node(code, f"Namn {code}", NodeKind.UNIT if code in world.scope_of else kinds.get(code, NodeKind.AREA))
            for code in codes
        ),
        edges=tuple(Edge(child, parent) for child, parent in world.parent_of.items()),
        scopes=(Scope("HSV", "Hälso- och sjukvård", "HS", is_default=True), Scope("STAB", "Stab", "ST")),
    )
