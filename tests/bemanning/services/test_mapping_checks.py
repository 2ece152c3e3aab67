from dataclasses import replace

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.goal import Goal, GoalMeasure
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, Setting, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.mapping_checks import mapping_faults, merged
from tests.builders.files import MAPPINGS

GOAL = Goal("g", "g", GoalMeasure.UNDEFINED, "BORTA", Month(2018, 12))
NODES = MAPPINGS.nodes or ()


def setting(key: str, value: str) -> MappingSet:
    return MappingSet(settings=(Setting(key, value),))


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (MappingSet(), []),
        (MappingSet(edges=(Edge("HS", "ST"), Edge("ST", "HS"))), [Code.MAPPING_CYCLE, Code.MAPPING_CYCLE]),
        (MappingSet(edges=(Edge("HS", "R"), Edge("HS", "ST"))), [Code.MAPPING_TWO_PARENTS]),
        (MappingSet(edges=(Edge("R", "HS"),)), [Code.MAPPING_REGION_BELOW]),
        (MappingSet(edges=(Edge("HS", "BORTA"),)), [Code.MAPPING_NODE_IN_USE]),
        (MappingSet(nodes=tuple(node for node in NODES if node.code != "0101")), [Code.MAPPING_NODE_IN_USE]),
        (MappingSet(goals=(GOAL, replace(GOAL, key="h"))), [Code.MAPPING_NODE_IN_USE]),
        (MappingSet(scopes=(Scope("A", "A", "BORTA", is_default=True),)), [Code.MAPPING_NODE_IN_USE]),
        (setting("health_care_node", "BORTA"), [Code.MAPPING_NODE_IN_USE]),
        (setting("health_care_node", "HS"), []),
        (setting("definition", "own"), []),
        (setting("definition", "foo"), [Code.SETTING_VALUE]),
        (setting("hours_per_week", "38,25"), []),
        (setting("hours_per_week", "abc"), [Code.SETTING_VALUE]),
        (setting("hours_per_week", "0"), [Code.SETTING_VALUE]),
        (setting("hours_per_week", "1/0"), [Code.SETTING_VALUE]),
        (setting("hours_per_week", "-40"), [Code.SETTING_VALUE]),
        (setting("okänd", "1"), [Code.SETTING_UNKNOWN]),
        (
            MappingSet(settings=(Setting("hours_per_week", "40", valid_to=Month(2018, 11)),)),
            [Code.SETTING_DATED],
        ),
        (
            MappingSet(accounts=(AccountRule("1", CostKind.OTHER, None), AccountRule("2", CostKind.OTHER, None))),
            [],
        ),
        (
            MappingSet(
                accounts=(
                    AccountRule("1", CostKind.OTHER, None, valid_from=Month(2018, 3)),
                    AccountRule("1", CostKind.OTHER, None, valid_to=Month(2018, 3)),
                ),
                unit_aliases=(UnitAlias("A", "1"), UnitAlias("A", "1")),
            ),
            [Code.MAPPING_TWO_ROWS, Code.MAPPING_TWO_ROWS],
        ),
        (
            MappingSet(
                codes=(
                    CodeRule("1", Profession.NURSE, valid_from=Month(2018, 4)),
                    CodeRule("1", Profession.NURSE, valid_to=Month(2018, 3)),
                )
            ),
            [],
        ),
    ],
)
def test_a_part_is_held_against_the_parts_that_stay(change: MappingSet, faults: list[Code]) -> None:
    assert [fault.code for fault in mapping_faults(merged(MAPPINGS, change))] == faults


def test_a_region_without_an_organisation_has_one_node() -> None:
    alone = MappingSet(goals=(replace(GOAL, node="REGION"),))
    assert mapping_faults(merged(MappingSet(), alone)) == []
