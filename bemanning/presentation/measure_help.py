"""What each measure means: its Swedish definition, formula and source, and an example that is computed, not typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.kpi.deviation import cost_deviation, share_deviation_pp
from bemanning.kpi.hours_and_weeks import hours_share, worked_weeks
from bemanning.kpi.hyr_share import share_of_own, share_of_total
from bemanning.kpi.panel import Panel, RatioPanel
from bemanning.kpi.price import price_per_hour
from bemanning.kpi.registry import Measure, MeasureKey
from bemanning.presentation.measure_scale import scale_of
from bemanning.presentation.numbers import amount_text, hours_text

FORMULAS = {
    MeasureKey.SHARE_OF_TOTAL: "100 × Σ hyrkostnad / Σ (egen personalkostnad med övertid + hyrkostnad)",
    MeasureKey.SHARE_OF_OWN: "100 × Σ hyrkostnad / Σ egen personalkostnad med övertid",
    MeasureKey.AGENCY_COST: "Σ hyrkostnad",
    MeasureKey.HOURS_SHARE: "100 × Σ hyrtimmar / Σ (egna timmar + hyrtimmar), frånvaro oräknad",
    MeasureKey.EXTERNAL_HOURS: "Σ hyrtimmar, frånvaro oräknad",
    MeasureKey.WORKED_WEEKS: "Σ hyrtimmar / timmar per vecka (en inställning, 40 om inget annat sagts)",
    MeasureKey.PRICE_PER_HOUR: "Σ hyrkostnad / Σ hyrtimmar",
    MeasureKey.COST_DEVIATION: "Hyrkostnad i tolv månader − hyrkostnad år 2015; en månad mot samma månad 2015",
    MeasureKey.SHARE_DEVIATION: "Hyrandel i tolv månader − hyrandel år 2015; en månad mot samma månad 2015",
}
SOURCES = {
    MeasureKey.SHARE_OF_TOTAL: (
        "Ekonomisystemet. Det nationella måttet i Slutrapport Bemanningsprojektet 2016–2018, Region Jämtland "
        "Härjedalen; målet högst 2 % prövas alltid mot det"
    ),
    MeasureKey.SHARE_OF_OWN: "Ekonomisystemet. Som i SKR:s halvårsstatistik; härlett ur SKR:s tryckta andelar",
    MeasureKey.AGENCY_COST: "Ekonomisystemet, konton som är mappade till hyrpersonal",
    MeasureKey.HOURS_SHARE: "Heroma. Slutrapporten 2016–2018: kostnad är ett trubbigt mått, därför följs också tid",
    MeasureKey.EXTERNAL_HOURS: "Heroma, extern personal",
    MeasureKey.WORKED_WEEKS: "Heroma. Hyrläkarveckor i Slutrapporten 2016–2018",
    MeasureKey.PRICE_PER_HOUR: "Ekonomisystemet och Heroma. Eget mått, på uppmätta timmar",
    MeasureKey.COST_DEVIATION: "Ekonomisystemet. Slutrapporten 2016–2018, avsnitt 3.1: samma yrkesgrupp och enheter",
    MeasureKey.SHARE_DEVIATION: "Ekonomisystemet. Eget mått: mot 2015 års andel, inte dess kostnad",
}

# The example's year: a small clinic, in kronor and hours.
_KR = {"agency": 200_000, "own": 800_000, "agency_2015": 150_000, "own_2015": 850_000}
_HOURS = {"external": 160, "own": 1_840}
_HOURS_PER_WEEK = Fraction(40)
# Small enough for amounts to be written in kronor, as they are given.
_WRITTEN_IN_KR = Fraction(0)


@dataclass(frozen=True, slots=True)
class Example:
    """An example: what is given, and what the measure makes of it, as printed."""

    given: str
    outcome: str


def example(measure: Measure) -> Example:
    """Compute a measure's example with the functions that compute the measure itself."""
    number = _OUTCOMES[measure.key]()
    scale = scale_of(measure.unit, _WRITTEN_IN_KR, is_deviation=measure.key is MeasureKey.COST_DEVIATION)
    return Example(_GIVEN[measure.key], scale.text(number))


def _panel(*amounts: int) -> Panel:
    values = np.array([amounts], dtype=np.int64)
    return Panel(values, np.ones_like(values, dtype=np.bool_))


def _kr(*names: str) -> Panel:
    return _panel(*(_KR[name] * ORE_PER_KR for name in names))


def _hours(name: str) -> Panel:
    return _panel(_HOURS[name] * CENTI)


def _quotient(ratio: RatioPanel, scale: int = 1) -> Fraction:
    return Fraction(scale * int(ratio.numerator[0, 0]), int(ratio.denominator[0, 0]))


def _share_deviation() -> Fraction:
    """Put 2015 in the first column and the year beside it in the second."""
    share = share_of_total(_kr("agency_2015", "agency"), _kr("own_2015", "own"))
    return Fraction(float(share_deviation_pp(share, 0)[0, 1]))


_OUTCOMES: dict[MeasureKey, Callable[[], Fraction]] = {
    MeasureKey.SHARE_OF_TOTAL: lambda: _quotient(share_of_total(_kr("agency"), _kr("own")), 100),
    MeasureKey.SHARE_OF_OWN: lambda: _quotient(share_of_own(_kr("agency"), _kr("own")), 100),
    MeasureKey.AGENCY_COST: lambda: Fraction(int(_kr("agency").values[0, 0])),
    MeasureKey.HOURS_SHARE: lambda: _quotient(hours_share(_hours("external"), _hours("own")), 100),
    MeasureKey.EXTERNAL_HOURS: lambda: Fraction(int(_hours("external").values[0, 0])),
    MeasureKey.WORKED_WEEKS: lambda: _quotient(worked_weeks(_hours("external"), _HOURS_PER_WEEK)),
    MeasureKey.PRICE_PER_HOUR: lambda: _quotient(price_per_hour(_kr("agency"), _hours("external"))),
    MeasureKey.COST_DEVIATION: lambda: Fraction(int(cost_deviation(_kr("agency_2015", "agency"), 0).values[0, 1])),
    MeasureKey.SHARE_DEVIATION: _share_deviation,
}


def _amount(name: str) -> str:
    return amount_text(_KR[name] * ORE_PER_KR, "kr", 0)


_COST, _OWN = f"Hyrkostnad {_amount('agency')}", f"egen personalkostnad {_amount('own')}"
_EXTERNAL = f"{hours_text(_HOURS['external'] * CENTI)} av hyrpersonal"
_COST_2015, _OWN_2015 = (f"{_amount(f'{name}_2015')}" for name in ("agency", "own"))
_GIVEN = {
    MeasureKey.SHARE_OF_TOTAL: f"{_COST}, {_OWN}",
    MeasureKey.SHARE_OF_OWN: f"{_COST}, {_OWN}",
    MeasureKey.AGENCY_COST: _COST,
    MeasureKey.HOURS_SHARE: f"{_EXTERNAL}, {hours_text(_HOURS['own'] * CENTI)} av egen personal",
    MeasureKey.EXTERNAL_HOURS: _EXTERNAL,
    MeasureKey.WORKED_WEEKS: f"{_EXTERNAL}, {_HOURS_PER_WEEK} timmar per vecka",
    MeasureKey.PRICE_PER_HOUR: f"{_COST}, {_EXTERNAL}",
    MeasureKey.COST_DEVIATION: f"{_COST}, år 2015: {_COST_2015}",
    MeasureKey.SHARE_DEVIATION: f"{_COST} och {_OWN}, år 2015: {_COST_2015} och {_OWN_2015}",
}
