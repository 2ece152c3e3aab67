"""The tree's shape, and the clinic that moves."""

from collections import Counter

import pytest

from bemanning.demo.units import edges, health_care_units, heroma_aliases, nodes, staff_units, units
from bemanning.domain.month import Month
from bemanning.domain.organisation import Organisation, Tree, edge_problems
from bemanning.domain.vocabulary import NodeKind, Profession

BEFORE, AFTER = Month(2017, 4), Month(2017, 5)


def tree_at(month: Month) -> Tree:
    return Organisation(tuple(nodes()), tuple(edges())).tree_at(month)


def units_under(node: str, month: Month = AFTER) -> set[str]:
    codes = {unit.code for unit in units()}
    return {code for code in tree_at(month).under(node) if code in codes}


def test_the_edges_are_a_tree_in_every_month() -> None:
    assert edge_problems(nodes(), edges()) == []


@pytest.mark.parametrize(
    ("node", "count"), [("REGION", 120), ("HS", 108), ("PV", 25), ("OS", 83), ("STAB", 12), ("OS1", 19), ("OS3", 16)]
)
def test_units_under_each_node(node: str, count: int) -> None:
    assert len(units_under(node)) == count


def test_levels() -> None:
    kinds = Counter(node.kind for node in nodes())
    assert kinds == {
        NodeKind.REGION: 1, NodeKind.DIVISION: 2, NodeKind.AREA: 8, NodeKind.CLINIC: 22, NodeKind.UNIT: 120,
    }  # fmt: skip


def test_health_centres_lie_directly_under_primary_care() -> None:
    names = {node.code: node.name for node in nodes()}
    centres = tree_at(AFTER).children_of["PV"]
    assert len(centres) == 25
    assert all(names[code].startswith("Hälsocentralen ") and code.startswith("04") for code in centres)


def test_one_clinic_moves_between_areas_inside_the_hospital() -> None:
    before, after = tree_at(BEFORE).parent_of, tree_at(AFTER).parent_of
    moved = {code: (before[code], after[code]) for code in after if before[code] != after[code]}
    assert moved == {"35": ("OS3", "OS1")}
    assert units_under("OS", BEFORE) == units_under("OS", AFTER)


def test_codes_and_names_are_unique() -> None:
    assert {node.code for node in nodes()} == {edge.child for edge in edges()} | {"REGION"}
    assert len({node.name for node in nodes()}) == len(nodes())


def test_staff_has_no_doctors_or_nurses() -> None:
    assert {profession for unit in staff_units() for profession in unit.size} == {Profession.OTHER}
    assert {profession for unit in health_care_units() for profession in unit.size} == set(Profession)


def test_a_few_units_are_called_something_else_in_heroma() -> None:
    aliases = heroma_aliases()
    assert aliases["0412"] == "H-0412"
    assert 5 <= len(aliases) <= 12
    assert not set(aliases.values()) & {unit.code for unit in units()}
