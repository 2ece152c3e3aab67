"""What the screen lists: the unmapped with its share of all cost, suppliers without a name, names and history."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.ingest import LoadOptions, load_files
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.services.unnamed_suppliers import UnnamedSupplier, unnamed_suppliers
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.bemanning.services.test_figures_after import ACTOR, _companies
from tests.builders.files import (
    MAPPINGS,
    BuiltReader,
    hours_file,
    ledger_file,
    paths,
    supplied_hours,
    supplied_ledger_file,
)
from tests.oracles import naive_mapping


def test_an_empty_store_has_mappings_and_nothing_to_map(services: RegionServices) -> None:
    board = services.mapping_board()
    assert (board.is_loaded, board.unmapped.items, board.suppliers) == (False, (), ())
    assert board.accounts_share_pct.reason is MissingReason.MONTHS_NOT_LOADED
    assert board.mappings == MAPPINGS
    assert [event.subject for event in board.history] == ["mappings"]


def test_the_unmapped_share_is_of_all_loaded_cost(services: RegionServices, load: Loader) -> None:
    load(
        ledger_file(
            "l.xlsx",
            ("2018-01", "7777", "0101", 30_00),
            ("2018-01", "5000", "0101", 20_00),
            ("2018-02", "4110", "0102", 50_00),
        )
    )
    assert services.mapping_board().accounts_share_pct == Value(Fraction(30))


def test_cost_that_sums_to_nothing_has_no_share(services: RegionServices, load: Loader) -> None:
    load(ledger_file("l.xlsx", ("2018-01", "7777", "0101", 1), ("2018-01", "4110", "0101", -1)))
    assert services.mapping_board().accounts_share_pct.reason is MissingReason.ZERO_DENOMINATOR


def test_names_are_those_that_the_tables_know(services: RegionServices, store: Store, actor: Actor) -> None:
    rules = (
        AccountRule("7777", CostKind.OTHER, None, "Lokaler", valid_to=Month(2017, 12)),
        AccountRule("8888", CostKind.OTHER, None),
    )
    update_mappings(store, MappingSet(accounts=rules, codes=(CodeRule("D1", Profession.DOCTOR, "Läkare"),)), actor)
    names = services.mapping_board().names
    assert names["account", "7777"] == "Lokaler"
    assert ("account", "8888") not in names
    assert (names["code", "D1"], names["unit", "0101"]) == ("Läkare", "Avdelning 1")


MONTHS = st.sampled_from(["2018-01", "2018-02"])
TEXTS = st.sampled_from(["", "Norr AB", "NORR AB", "Söder AB"])
COST = st.lists(
    st.tuples(MONTHS, st.sampled_from(["4610", "4110", "7777"]), TEXTS, st.integers(-5, 50)),
    unique_by=lambda row: row[:3],
)
HOURS = st.lists(
    st.tuples(MONTHS, st.sampled_from(["own", "external"]), TEXTS, st.integers(0, 50)), unique_by=lambda row: row[:3]
)
ALIASES = st.sampled_from(
    [
        (),
        (SupplierAlias("NORR AB", "Norr AB"),),
        (SupplierAlias("Norr AB", "Norr", valid_from=Month(2018, 2)), SupplierAlias("Söder AB", "Söder")),
    ]
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cost=COST, hours=HOURS, aliases=ALIASES)
def test_suppliers_without_a_name_are_those_that_plain_loops_find(
    database_url: str,
    cost: list[tuple[str, str, str, int]],
    hours: list[tuple[str, str, str, int]],
    aliases: tuple[SupplierAlias, ...],
) -> None:
    store = Store.open(database_url, company=f"region {next(_companies)}")
    mappings = replace(MAPPINGS, supplier_aliases=aliases)
    update_mappings(store, mappings, ACTOR)
    files: list[ParsedFile] = [
        supplied_ledger_file("l.xlsx", *((month, account, "0101", text, ore) for month, account, text, ore in cost)),
        supplied_hours("t.xlsx", *hours),
    ]
    files = [file for file in files if file.per_month]
    assert all(
        not report.faults for report in load_files(store, BuiltReader(*files), paths(*files), LoadOptions(), ACTOR)
    )
    with store.reading() as session:
        found = unnamed_suppliers(session, mappings)
    assert set(found) == naive_suppliers(cost, hours, mappings)
    assert [abs(each.amount_ore) for each in found] == sorted((abs(each.amount_ore) for each in found), reverse=True)
    store.close()


def naive_suppliers(
    cost: list[tuple[str, str, str, int]], hours: list[tuple[str, str, str, int]], mappings: MappingSet
) -> set[UnnamedSupplier]:
    aliases = mappings.supplier_aliases or ()
    sums: dict[str, list[int]] = {}

    def add(month: str, text: str, at: int, amount: int) -> None:
        is_collecting = text in {alias.supplier for alias in aliases}
        if text and not is_collecting and naive_mapping.rule_for(aliases, "alias", text, month) is None:
            sums.setdefault(text, [0, 0])[at] += amount

    for month, account, text, amount in cost:
        rule = naive_mapping.rule_for(mappings.accounts or (), "account", account, month)
        if rule is not None and rule.cost_kind == "agency":
            add(month, text, 0, amount)
    for month, employment, text, centihours in hours:
        if employment == "external":
            add(month, text, 1, centihours)
    return {UnnamedSupplier(text, *amounts) for text, amounts in sums.items()}


def test_suppliers_are_told_on_the_board(services: RegionServices, load: Loader) -> None:
    load(
        supplied_ledger_file("l.xlsx", ("2018-01", "4610", "0101", "Norr AB", 7)),
        hours_file("t.xlsx", ("2018-01", "0101", "D1", "external", "ordinary", 3)),
    )
    assert services.mapping_board().suppliers == (UnnamedSupplier("Norr AB", 7, 0),)
