"""What is promised of Heroma's costs is what Avstämning says once the change is saved."""

from __future__ import annotations

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import CodeRule, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import CostKind, Employment, Profession
from bemanning.services.compared import ComparedLine
from bemanning.services.heroma_effect import HeromaEffect
from bemanning.services.mapping_proposal import MappingEdit
from bemanning.services.region_services import RegionServices
from tests.bemanning.services.conftest import Loader
from tests.bemanning.services.test_mapping_effect import EDIT, YEAR
from tests.builders.files import ledger_file, priced_hours_file

MONTHS = tuple(Month(2018, 12).window())
KIM = Actor("Kim Kontrollant", "controller")
MAPPED = MappingEdit("codes", "X9", CodeRule("X9", Profession.NURSE))
MOVED = MappingEdit("unit_aliases", "H-0101", UnitAlias("H-0101", "0102"))
# Own doctors, own staff of an unknown code, and externals of it: a month's öre.
WAGES, UNKNOWN, BOUGHT = 700_00, 40_00, 90_00


def load_year(load: Loader, *, with_external_cost: bool = True) -> None:
    rows = [
        (str(month), unit, code, employment, "ordinary", "", 100_00, cost)
        for month in MONTHS
        for unit, code, employment, cost in (
            ("H-0101", "D1", "own", WAGES),
            ("H-0101", "X9", "own", UNKNOWN),
            ("H-0101", "X9", "external", BOUGHT if with_external_cost else None),
        )
    ]
    load(ledger_file("år.xlsx", *YEAR), priced_hours_file("tid.xlsx", *rows))


def effect_of(services: RegionServices, edit: MappingEdit, node: str = "HS") -> tuple[HeromaEffect, ...]:
    figures = services.mapping_effect(edit, Selection(node=node)).figures
    assert figures is not None
    return figures.heroma


def reconciled(services: RegionServices, node: str) -> dict[tuple[Profession | None, Employment], Value]:
    answer = services.reconciliation(Selection(node=node))
    return {
        (line.profession, employment): cost(line, employment)
        for employment, lines in ((Employment.OWN, answer.own), (Employment.EXTERNAL, answer.bought))
        for line in lines
    }


def cost(line: ComparedLine, employment: Employment) -> Value:
    said = line.total.heroma if employment is Employment.OWN else line.total.heroma_ore
    assert said is not None
    return said


def test_a_code_that_is_mapped_brings_its_cost_to_its_profession(services: RegionServices, load: Loader) -> None:
    load_year(load)
    effects = effect_of(services, MAPPED)
    assert [(each.profession, each.employment, each.before_ore, each.change_ore) for each in effects] == [
        (Profession.NURSE, Employment.OWN, Value.of(0), Value.of(12 * UNKNOWN)),
        (None, Employment.OWN, Value.of(12 * WAGES), Value.of(12 * UNKNOWN)),
        (Profession.NURSE, Employment.EXTERNAL, Value.of(0), Value.of(12 * BOUGHT)),
        (None, Employment.EXTERNAL, Value.of(0), Value.of(12 * BOUGHT)),
    ]


def test_what_is_promised_is_what_the_screen_says_afterwards(services: RegionServices, load: Loader) -> None:
    load_year(load)
    for edit, node in ((MAPPED, "HS"), (MOVED, "0102")):
        before, promised = reconciled(services, node), effect_of(services, edit, node)
        latest = services.mapping_effect(edit, Selection()).latest_change
        services.save_mappings(edit, latest, KIM)
        after = reconciled(services, node)
        changed = {key for key, value in after.items() if value != before[key]}
        assert changed == {(each.profession, each.employment) for each in promised} != set()
        for each in promised:
            key = each.profession, each.employment
            assert (each.before_ore, each.after_ore) == (before[key], after[key])


def test_an_export_that_is_silent_about_externals_stays_silent(services: RegionServices, load: Loader) -> None:
    load_year(load, with_external_cost=False)
    for edit, node in ((MAPPED, "HS"), (MOVED, "0102")):
        assert {each.employment for each in effect_of(services, edit, node)} == {Employment.OWN}


def test_an_account_changes_nothing_in_heroma(services: RegionServices, load: Loader) -> None:
    load_year(load)
    assert EDIT.row is not None
    assert getattr(EDIT.row, "cost_kind", None) is CostKind.AGENCY
    assert effect_of(services, EDIT) == ()
