"""Every measure by plain loops over plain facts. Slow and obvious on purpose; shares no code with the product."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

Month = tuple[int, int]


@dataclass(frozen=True)
class Fact:
    """One amount: öre of a cost kind, or centihours of an employment."""

    month: Month
    unit: str
    profession: str
    kind: str
    amount: int


@dataclass(frozen=True)
class World:
    """Facts, who lies under whom (child → parent, one tree), and which months are loaded for which scope."""

    facts: tuple[Fact, ...]
    parent_of: dict[str, str]
    loaded: frozenset[tuple[str, Month]]
    scope_of: dict[str, str]

    def lies_under(self, unit: str, node: str) -> bool:
        while unit != node:
            if unit not in self.parent_of:
                return False
            unit = self.parent_of[unit]
        return True

    def units_under(self, node: str) -> list[str]:
        return [unit for unit in self.scope_of if self.lies_under(unit, node)]


def window(last: Month, length: int = 12) -> list[Month]:
    months = []
    year, number = last
    for _ in range(length):
        months.append((year, number))
        year, number = (year, number - 1) if number > 1 else (year - 1, 12)
    return months[::-1]


def missing(world: World, node: str, months: Iterable[Month]) -> list[Month]:
    scopes = {world.scope_of[unit] for unit in world.units_under(node)}
    return [month for month in months if any((scope, month) not in world.loaded for scope in scopes)]


def gaps(world: World, node: str, months: Iterable[Month]) -> dict[str, list[Month]]:
    """Scope → the months that it lacks and another of the node's scopes has."""
    scopes = sorted({world.scope_of[unit] for unit in world.units_under(node)})
    found: dict[str, list[Month]] = {}
    for month in months:
        lacking = [scope for scope in scopes if (scope, month) not in world.loaded]
        for scope in lacking if len(lacking) < len(scopes) else []:
            found.setdefault(scope, []).append(month)
    return found


def total(world: World, node: str, professions: set[str], kinds: set[str], months: list[Month]) -> int | None:
    if missing(world, node, months):
        return None
    return sum(
        fact.amount
        for fact in world.facts
        if fact.month in months
        and fact.kind in kinds
        and fact.profession in professions
        and world.lies_under(fact.unit, node)
    )


def share_pct(world: World, node: str, professions: set[str], last: Month, of: str) -> Fraction | None:
    months = window(last)
    agency = total(world, node, professions, {"agency"}, months)
    own = total(world, node, professions, {"own", "overtime"}, months)
    if agency is None or own is None:
        return None
    denominator = own + agency if of == "total" else own
    return Fraction(100 * agency, denominator) if denominator else None


def hours_share_pct(world: World, node: str, professions: set[str], last: Month) -> Fraction | None:
    months = window(last)
    external = total(world, node, professions, {"external"}, months)
    own = total(world, node, professions, {"own"}, months)
    if external is None or own is None or external + own == 0:
        return None
    return Fraction(100 * external, external + own)


def weeks(world: World, node: str, professions: set[str], months: list[Month]) -> Fraction | None:
    centihours = total(world, node, professions, {"external"}, months)
    return None if centihours is None else Fraction(centihours, 100) / 40


def measured(
    worlds: tuple[World, World], node: str, professions: set[str], key: str, months: list[Month]
) -> Fraction | None:
    """Any measure over any months, of a world of costs and one of hours. A deviation is against 2015's same months."""
    if key.endswith("_deviation"):
        base = {"cost_deviation": "agency_cost", "own_share_deviation": "share_of_own"}.get(key, "share_of_total")
        now = measured(worlds, node, professions, base, months)
        then = measured(worlds, node, professions, base, sorted((2015, number) for _, number in months))
        return None if now is None or then is None else now - then
    cost, hours = worlds
    agency = total(cost, node, professions, {"agency"}, months)
    own = total(cost, node, professions, {"own", "overtime"}, months)
    external = total(hours, node, professions, {"external"}, months)
    own_hours = total(hours, node, professions, {"own"}, months)
    if agency is None or own is None or external is None or own_hours is None:
        return None
    quotients: dict[str, tuple[int | Fraction, int | Fraction]] = {
        "share_of_total": (100 * agency, agency + own),
        "share_of_own": (100 * agency, own),
        "agency_cost": (agency, 1),
        "hours_share": (100 * external, external + own_hours),
        "external_hours": (external, 1),
        "worked_weeks": (external, 4000),
        "price_per_hour": (agency, Fraction(external, 100)),
    }
    above, below = quotients[key]
    return Fraction(above) / below if below else None
