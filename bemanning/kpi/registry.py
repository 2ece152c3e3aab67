"""Every measure with its unit, formula and source: what the README's table and the help are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MeasureKey(StrEnum):
    """The measures. Each exists per month and as R12, per profession × node."""

    SHARE_OF_TOTAL = "share_of_total"
    SHARE_OF_OWN = "share_of_own"
    AGENCY_COST = "agency_cost"
    HOURS_SHARE = "hours_share"
    EXTERNAL_HOURS = "external_hours"
    WORKED_WEEKS = "worked_weeks"
    PRICE_PER_HOUR = "price_per_hour"
    COST_DEVIATION = "cost_deviation"
    SHARE_DEVIATION = "share_deviation"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. unit: "pct", "pp", "ore", "centihours", "weeks" or "ore_per_hour"; formula in glossary words."""

    key: MeasureKey
    unit: str
    formula: str
    source: str


MEASURES: tuple[Measure, ...] = (
    Measure(
        MeasureKey.SHARE_OF_TOTAL,
        "pct",
        "100 · Σagency / Σ(own + overtime + agency)",
        "[RJH], the national indicator; the 2 % target is always judged by it",
    ),
    Measure(
        MeasureKey.SHARE_OF_OWN,
        "pct",
        "100 · Σagency / Σ(own + overtime)",
        "[SKR], half-year statistics; derived from SKR's printed shares",
    ),
    Measure(MeasureKey.AGENCY_COST, "ore", "Σagency", "the ledger, accounts mapped to agency"),
    Measure(
        MeasureKey.HOURS_SHARE,
        "pct",
        "100 · Σexternal hours / Σ(own + external hours), absence excluded",
        "Heroma; [RJH]: cost alone is a blunt measure",
    ),
    Measure(MeasureKey.EXTERNAL_HOURS, "centihours", "Σexternal hours, absence excluded", "Heroma, external staff"),
    Measure(
        MeasureKey.WORKED_WEEKS,
        "weeks",
        "Σexternal hours worked / hours per week (setting, 40)",
        "[RJH], hyrläkarveckor; absence never counts",
    ),
    Measure(
        MeasureKey.PRICE_PER_HOUR,
        "ore_per_hour",
        "Σagency / Σexternal hours worked",
        "the ledger and Heroma; derived, measured hours only",
    ),
    Measure(
        MeasureKey.COST_DEVIATION,
        "ore",
        "R12 agency cost − agency cost of calendar 2015",
        "[RJH] section 3.1, the same profession and units, current prices",
    ),
    Measure(
        MeasureKey.SHARE_DEVIATION,
        "pp",
        "R12 share − share of calendar 2015, same definition",
        "derived: the share of 2015, not its cost",
    ),
)
