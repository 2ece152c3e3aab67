"""The effect that is promised is what the screens say afterwards, and what plain loops make of the cells."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, Scope, UnitAlias
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Edge
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind, Definition, Profession
from bemanning.services.mapping_difference import row_changes
from bemanning.services.mapping_effect import Basis, Loaded, MappingEffect, mapping_effect
from bemanning.services.mapping_proposal import MappingEdit
from bemanning.services.mapping_update import update_mappings
from bemanning.services.node_figures import NodeFigures
from bemanning.services.region_services import RegionServices
from bemanning.services.tallies import read_tallies
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.bemanning.services.test_figures_after import ACTOR, known, store_of
from tests.builders.files import MAPPINGS, LedgerRow, hours_file, ledger_file
from tests.builders.worlds import MONTHS, ledger_rows, mapping_changes
from tests.oracles import naive, naive_mapping

YEAR = [
    row
    for month in range(1, 13)
    for row in (
        (f"2018-{month:02}", "4110", "0101", 900_00),
        (f"2018-{month:02}", "4610", "0101", 100_00),
        (f"2018-{month:02}", "7777", "0102", 50_00),
    )
]
NEW_RULE = AccountRule("7777", CostKind.AGENCY, Profession.NURSE)
EDIT = MappingEdit("accounts", "7777", NEW_RULE)


def test_an_account_that_becomes_agency_cost(services: RegionServices, load: Loader) -> None:
    (report,) = load(ledger_file("år.xlsx", *YEAR))
    effect = services.mapping_effect(EDIT, Selection(node="HS"))
    assert [(change.before, change.after) for change in effect.changes] == [(None, NEW_RULE)]
    figures = effect.figures
    assert figures is not None
    assert (figures.selection.node.code, figures.selection.month) == ("HS", Month(2018, 12))
    rows = {row.profession: row for row in figures.rows}
    nurse, doctor, every = rows[Profession.NURSE], rows[Profession.DOCTOR], rows[None]
    assert (nurse.cost_before_ore, nurse.cost_after_ore) == (Value.of(0), Value.of(600_00))
    assert (nurse.share_before.reason, nurse.share_after) == (MissingReason.ZERO_DENOMINATOR, Value.of(100))
    assert doctor.share_before == doctor.share_after == Value.of(10)
    assert every.share_before == Value.of(10)
    assert every.share_after.number == Fraction(100 * 1_800, 12_600)
    assert figures.months == tuple(month_range(Month(2018, 1), Month(2018, 12)))
    assert [each.id for each in figures.loads] == [report.load_id]
    assert [item.code for item in figures.unmapped_before.items] == ["7777"]
    assert figures.unmapped_after.items == ()


def test_nothing_is_written(services: RegionServices, load: Loader, store: Store) -> None:
    load(ledger_file("år.xlsx", *YEAR))
    version = services.data_version()
    services.mapping_effect(EDIT, Selection())
    with store.reading() as session:
        assert session.mappings.read() == MAPPINGS
        assert set(session.cube.cost()["cost_kind"]) == {"own", "agency", "unmapped"}
    assert services.data_version() == version


def test_only_loads_with_such_cells_are_computed_again(services: RegionServices, load: Loader) -> None:
    first, _, hours = load(
        ledger_file("a.xlsx", ("2018-01", "7777", "0101", 1)),
        ledger_file("b.xlsx", ("2018-02", "4610", "0101", 1)),
        hours_file("t.xlsx", ("2018-02", "H-0101", "D1", "own", "ordinary", 1)),
    )

    def loads(part: str, key: str, row: object) -> list[int]:
        effect = services.mapping_effect(MappingEdit(part, key, row), Selection())  # type: ignore[arg-type]
        assert effect.figures is not None
        return [each.id for each in effect.figures.loads]

    assert loads("accounts", "7777", NEW_RULE) == [first.load_id]
    assert loads("accounts", "9999", replace(NEW_RULE, account="9999")) == []
    assert loads("codes", "D1", CodeRule("D1", Profession.NURSE)) == [hours.load_id]
    assert loads("unit_aliases", "H-0101", UnitAlias("H-0101", "0102")) == [hours.load_id]
    # A name is no meaning.
    named = replace((MAPPINGS.accounts or ())[1], name="Inhyrda läkare")
    assert loads("accounts", "4610", named) == []


def test_before_anything_is_loaded_there_are_rows_and_no_figures(services: RegionServices) -> None:
    effect = services.mapping_effect(EDIT, Selection())
    assert (len(effect.changes), effect.figures) == (1, None)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (MappingSet(accounts=MAPPINGS.accounts), [FaultCode.MAPPING_NOTHING_CHANGED]),
        (
            MappingSet(scopes=(Scope("X", "X", "BORTA", is_default=True),), edges=(Edge("HS", "ST"), Edge("ST", "HS"))),
            [
                FaultCode.SCOPE_IN_USE,
                FaultCode.MAPPING_CYCLE,
                FaultCode.MAPPING_CYCLE,
                FaultCode.MAPPING_NODE_IN_USE,
            ],
        ),
        (
            MappingSet(accounts=(NEW_RULE, replace(NEW_RULE, valid_from=Month(2018, 3)))),
            [FaultCode.MAPPING_TWO_ROWS],
        ),
    ],
)
def test_what_would_do_harm_is_refused_whole_before_and_at_saving(
    load: Loader, store: Store, change: MappingSet, codes: list[FaultCode]
) -> None:
    load(ledger_file("år.xlsx", *YEAR))
    with store.reading() as session, pytest.raises(UserError) as caught:
        mapping_effect(session, Basis(None, 0), change, Selection())
    assert [fault.code for fault in caught.value.faults] == codes
    if codes != [FaultCode.MAPPING_NOTHING_CHANGED]:
        with pytest.raises(UserError) as caught:
            update_mappings(store, change, ACTOR)
        assert [fault.code for fault in caught.value.faults] == codes


def world_of(ledger: list[LedgerRow], mappings: MappingSet) -> naive.World:
    """What the naive oracle sees, where nothing moves over time and every unit is placed."""
    parent_of = {edge.child: edge.parent for edge in mappings.edges or ()}
    facts = naive_mapping.cost_facts(ledger, mappings.accounts or ())
    loaded = frozenset((scope, (month.year, month.number)) for month in MONTHS for scope in ("HSV", "STAB"))
    return naive.World(tuple(facts), parent_of, loaded, {"0101": "HSV", "0102": "HSV", "0900": "STAB"})


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ledger=ledger_rows().map(lambda rows: [row for row in rows if row[2] in {"0101", "0102"}]),
    change=mapping_changes(),
    node=st.sampled_from(["R", "HS"]),
    definition=st.sampled_from(Definition),
)
def test_after_is_what_the_screens_show_once_saved(
    database_url: str, ledger: list[LedgerRow], change: MappingSet, node: str, definition: Definition
) -> None:
    store = store_of(database_url, ledger, [])
    selection = Selection(node=node, definition=definition)
    effect = effect_of(store, change, selection)
    update_mappings(store, change, ACTOR)
    saved = known(store)
    month = saved.latest
    for row in effect.figures.rows if effect and effect.figures else ():
        figures = NodeFigures(saved, node, row.profession, selection.view)
        assert row.share_after == figures.share(definition, month)
        assert row.cost_after_ore == figures.agency_cost(month.window())
        if change.edges is None and node == "HS":
            assert row.share_after.number == naive_share(ledger, merged_accounts(change), row.profession, definition)
            assert row.share_before.number == naive_share(ledger, MAPPINGS, row.profession, definition)
    store.close()


def effect_of(store: Store, change: MappingSet, selection: Selection) -> MappingEffect | None:
    with store.reading() as session:
        if not row_changes(session.mappings.read(), change):
            return None
        return mapping_effect(session, Basis(Loaded(known(store), read_tallies(session)), 0), change, selection)


def merged_accounts(change: MappingSet) -> MappingSet:
    return MAPPINGS if change.accounts is None else replace(MAPPINGS, accounts=change.accounts)


def naive_share(
    ledger: list[LedgerRow], mappings: MappingSet, profession: Profession | None, definition: Definition
) -> Fraction | None:
    words = {profession.value} if profession else {*(word.value for word in Profession), "unmapped"}
    return naive.share_pct(world_of(ledger, mappings), "HS", words, (2018, 12), definition.value)
