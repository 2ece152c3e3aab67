"""What cells mean under rules, by plain loops: which rule speaks for a key in a month, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.oracles.naive import Fact

# month "2018-03", account, ansvar, öre.
CostCell = tuple[str, str, str, int]
# month, unit, code, employment, kind of time, centihours.
HoursCell = tuple[str, str, str, str, str, int]


def rule_for(rules: Sequence[Any], key: str, value: str, month: str) -> Any | None:
    for rule in rules:
        if getattr(rule, key) == value and str(rule.valid_from) <= month <= str(rule.valid_to):
            return rule
    return None


def cost_facts(cells: Sequence[CostCell], rules: Sequence[Any]) -> list[Fact]:
    facts = []
    for month, account, ansvar, amount in cells:
        rule = rule_for(rules, "account", account, month)
        profession = "unmapped" if rule is None else str(rule.profession or "")
        kind = "unmapped" if rule is None else str(rule.cost_kind)
        facts.append(Fact((int(month[:4]), int(month[5:])), ansvar, profession, kind, amount))
    return facts


def unmapped_accounts(cells: Sequence[CostCell], rules: Sequence[Any]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for month, account, _, amount in cells:
        if rule_for(rules, "account", account, month) is None:
            sums[account] = sums.get(account, 0) + amount
    return sums


def unmapped_codes(cells: Sequence[HoursCell], rules: Sequence[Any]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for month, _, code, _, _, centihours in cells:
        if rule_for(rules, "code", code, month) is None:
            sums[code] = sums.get(code, 0) + centihours
    return sums


def unplaced_units(
    cost: Sequence[CostCell], hours: Sequence[HoursCell], aliases: Sequence[Any], placed: set[str]
) -> dict[str, tuple[int, int]]:
    """ansvar → öre, centihours, of those that no edge names."""
    sums: dict[str, tuple[int, int]] = {}
    for _, _, ansvar, amount in cost:
        if ansvar not in placed:
            ore, centihours = sums.get(ansvar, (0, 0))
            sums[ansvar] = ore + amount, centihours
    for month, unit, _, _, _, amount in hours:
        alias = rule_for(aliases, "unit", unit, month)
        ansvar = unit if alias is None else alias.ansvar
        if ansvar not in placed:
            ore, centihours = sums.get(ansvar, (0, 0))
            sums[ansvar] = ore, centihours + amount
    return sums
