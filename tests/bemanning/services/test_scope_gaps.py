"""Which scopes lack a month, in the sources that a figure is made of, alike for a node and for its row in the tree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bemanning.domain.month import Month
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import OrganisationView, Source
from bemanning.services.scope_gaps import scope_gaps
from tests.builders.figures import figures_from, mappings_for
from tests.oracles.naive import Fact, World

PARENT_OF = {"HS": "R", "ST": "R", "A1": "HS", "S1": "ST"}
SCOPE_OF = {"A1": "HSV", "S1": "STAB"}
OCTOBER, NOVEMBER, DECEMBER = (Month(2018, number) for number in (10, 11, 12))
WORLD = World(
    (Fact((2018, 10), "A1", "doctor", "agency", 1), Fact((2018, 10), "S1", "doctor", "agency", 1)),
    PARENT_OF,
    frozenset({("HSV", (2018, 10)), ("STAB", (2018, 10)), ("HSV", (2018, 11)), ("STAB", (2018, 12))}),
    SCOPE_OF,
)
FIGURES = figures_from(WORLD.facts, loaded=WORLD.loaded, mappings=mappings_for(WORLD))


@pytest.mark.parametrize(
    ("node", "months", "expected"),
    [
        ("R", (OCTOBER,), ()),
        ("R", (NOVEMBER,), (ScopeGap("Stab", (NOVEMBER,)),)),
        ("R", (NOVEMBER, DECEMBER), (ScopeGap("Stab", (NOVEMBER,)), ScopeGap("Hälso- och sjukvård", (DECEMBER,)))),
        # The only scope of a node, a unit alone, and a month outside what is loaded.
        ("ST", (NOVEMBER,), ()),
        ("S1", (NOVEMBER,), ()),
        ("R", (Month(2017, 12),), ()),
    ],
)
def test_a_scope_is_named_where_another_has_the_month(
    node: str, months: tuple[Month, ...], expected: tuple[ScopeGap, ...]
) -> None:
    assert scope_gaps(FIGURES, node, (Source.LEDGER,), OrganisationView.TODAY, months) == expected


def test_what_is_made_of_two_sources_lacks_what_either_lacks() -> None:
    absent = [(Source.HEROMA, "STAB", (2018, 10))]
    found = figures_from(WORLD.facts, loaded=WORLD.loaded, mappings=mappings_for(WORLD), absent=absent)
    hours, ledger = (Source.HEROMA,), (Source.LEDGER,)
    gap = (ScopeGap("Stab", (OCTOBER,)),)
    answers = [
        scope_gaps(found, "R", sources, OrganisationView.TODAY, (OCTOBER,))
        for sources in (hours, ledger, (*ledger, *hours))
    ]
    assert answers == [gap, (), gap]


def test_a_region_of_one_scope_names_none() -> None:
    mappings = replace(mappings_for(WORLD), scopes=(mappings_for(WORLD).scopes or ())[:1])
    alone = figures_from(WORLD.facts, loaded=[("HSV", (2018, 10)), ("HSV", (2018, 12))], mappings=mappings)
    assert scope_gaps(alone, "R", (Source.LEDGER,), OrganisationView.TODAY, (NOVEMBER,)) == ()
