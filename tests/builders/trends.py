"""Figures that trends are drawn of: four years of two units, with March 2018 not loaded for primary care."""

from __future__ import annotations

from functools import cache

from bemanning.domain.goal import Event
from bemanning.domain.mapping import MappingSet, Scope
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Edge
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Profession
from bemanning.services.figures import Figures
from bemanning.services.trend import Trend, trend
from tests.builders import answers
from tests.builders.figures import figures_from
from tests.oracles.naive import Fact

MONTHS = tuple(month_range(answers.FIRST, answers.DECEMBER))
# Long enough for the usual span to leave months out.
NINE_YEARS = tuple(month_range(Month(2010, 1), answers.DECEMBER))
GAP = Month(2018, 3)
UNITS = {"4101": "PV", "5211": "MED"}
KR, HOUR = 100, 100


def facts(months: tuple[Month, ...] = MONTHS) -> list[Fact]:
    """Doctors' agency cost rises by a thousand kronor a year, nurses' stays; own staff's cost is level."""
    return [
        Fact((month.year, month.number), unit, profession, kind, amount)
        for month in months
        for unit in UNITS
        for profession, kind, amount in (
            ("doctor", "agency", (10_000 + 1_000 * (month.year - 2015)) * KR),
            ("doctor", "own", 60_000 * KR),
            ("nurse", "agency", 1_000 * KR),
            ("nurse", "own", 99_000 * KR),
            ("doctor", "hours:external", 8 * HOUR),
            ("doctor", "hours:own", 72 * HOUR),
        )
    ]


@cache
def figures(months: tuple[Month, ...] = MONTHS) -> Figures:
    """The figures of the same places as in the answers' catalogue."""
    choices = answers.catalogue().nodes
    parents = {
        "HS": "R",
        "PV": "HS",
        "MED": "HS",
        **{row.node.code: row.parent.code for row in answers.units() if row.parent},
    }
    mappings = MappingSet(
        nodes=tuple(choice.node for choice in choices),
        edges=tuple(Edge(child, parent) for child, parent in parents.items()),
        scopes=(Scope("HS", "Hälso- och sjukvård", "HS", is_default=True), Scope("PV", "Primärvården", "PV")),
        events=(Event(Month(2016, 9), "Nationellt beslut om oberoende"), Event(Month(2018, 2), "Sex åtgärdspaket")),
    )
    loaded = [(scope, (month.year, month.number)) for month in months for scope in ("HS", "PV")]
    return figures_from(facts(months), loaded=[each for each in loaded if each != ("PV", (2018, 3))], mappings=mappings)


def trend_of(**selection: object) -> Trend:
    """Answer for the medical clinic's doctors unless told otherwise: a node where nothing is missing."""
    return _answer(figures(), selection)


def long_trend_of(**selection: object) -> Trend:
    """Answer as `trend_of` does, of nine years."""
    return _answer(figures(NINE_YEARS), selection)


def _answer(of: Figures, selection: dict[str, object]) -> Trend:
    return trend(of, Selection(**{"node": "MED", "profession": Profession.DOCTOR, **selection}))  # type: ignore[arg-type]
