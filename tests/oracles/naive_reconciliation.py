"""The ledger against Heroma by plain loops over plain facts. Slow and obvious on purpose."""

from __future__ import annotations

from fractions import Fraction

from tests.oracles import naive
from tests.oracles.naive import Month, World

Pair = tuple[int | None, int | None]


def heroma_cost(world: World, node: str, professions: set[str], employment: str, month: Month) -> int | None:
    """What time cost: missing where any scope of the node's has hours that month and not one cost among them."""
    if naive.missing(world, node, [month]):
        return None
    for scope in {world.scope_of[unit] for unit in world.units_under(node)}:
        there = [fact for fact in world.facts if fact.month == month and world.scope_of[fact.unit] == scope]
        has_hours = any(fact.kind == f"hours:{employment}" for fact in there)
        if has_hours and not any(fact.kind == f"wage:{employment}" for fact in there):
            return None
    return naive.total(world, node, professions, {f"wage:{employment}"}, [month])


def own(ledger: World, heroma: World, node: str, professions: set[str], month: Month) -> Pair:
    kinds = {"unmapped"} if professions == {"unmapped"} else {"own", "overtime"}
    return (
        naive.total(ledger, node, professions, kinds, [month]),
        heroma_cost(heroma, node, professions, "own", month),
    )


def bought(ledger: World, heroma: World, node: str, professions: set[str], month: Month) -> Pair:
    kinds = {"unmapped"} if professions == {"unmapped"} else {"agency"}
    return (
        naive.total(ledger, node, professions, kinds, [month]),
        naive.total(heroma, node, professions, {"hours:external"}, [month]),
    )


def quotient(pair: Pair, per: int = 1) -> Fraction | None:
    above, below = pair
    return None if above is None or not below else Fraction(per * above, below)


def usual_ratio(pairs: list[Pair]) -> Fraction | None:
    ratios = sorted(each for each in map(quotient, pairs) if each is not None)
    if len(ratios) < 6:
        return None
    middle = len(ratios) // 2
    return ratios[middle] if len(ratios) % 2 else (ratios[middle - 1] + ratios[middle]) / 2


def usual_price(pairs: list[Pair]) -> Fraction | None:
    known = [(above, below) for above, below in pairs if above is not None and below is not None]
    if len(known) < 6 or sum(below for _, below in known) == 0:
        return None
    return Fraction(100 * sum(above for above, _ in known), sum(below for _, below in known))


def deviation(pair: Pair, usual: Fraction | None, per: int, tolerance_pct: int) -> str | None:
    above, below = pair
    if above is None or below is None or (above == 0 and below == 0):
        return None
    if below == 0:
        return "only_ledger"
    if above == 0:
        return "only_heroma"
    if usual is None:
        return None
    low, high = sorted([usual * (100 - tolerance_pct) / 100, usual * (100 + tolerance_pct) / 100])
    return None if low <= Fraction(per * above, below) <= high else "unusual"
