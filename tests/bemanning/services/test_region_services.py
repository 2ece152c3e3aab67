"""Questions to the services as the screens put them, and mappings that change under loaded months."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, MappingSet, Scope, SupplierAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind, OrganisationView, Profession
from bemanning.services.goal_attainment import GoalStatus
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.services.unmapped import UnmappedItem
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import MAPPINGS, hours_file, ledger_file, priced_hours_file, supplied_ledger_file

YEARS = ledger_file(
    "år.xlsx",
    *(
        row
        for year in (2017, 2018)
        for month in range(1, 13)
        for row in (
            (f"{year}-{month:02}", "4110", "0101", 1_000_00),
            (f"{year}-{month:02}", "4610", "0101", 10_00 * month if year == 2018 else 5_00),
            (f"{year}-{month:02}", "4610", "0102", 1_00),
            (f"{year}-{month:02}", "7777", "0102", 2_00),
        )
    ),
)
DECEMBER = Month(2018, 12)


def test_an_empty_store_says_that_nothing_is_loaded(services: RegionServices) -> None:
    for ask in (services.overview, services.goal_table, services.trend, services.reconciliation):
        with pytest.raises(UserError) as caught:
            ask(Selection())
        assert caught.value.faults[0].code is FaultCode.NOTHING_LOADED
    assert services.unmapped().items == ()


def test_the_pickers_follow_the_tree(services: RegionServices, load: Loader) -> None:
    load(YEARS)
    found = services.catalogue()
    assert (found.months[0], found.months[-1], len(found.months)) == (Month(2017, 1), DECEMBER, 24)
    assert [(choice.node.code, choice.depth) for choice in found.nodes] == [
        ("R", 0),
        ("HS", 1),
        ("0101", 2),
        ("0102", 2),
        ("ST", 1),
        ("0900", 2),
    ]


def test_a_listed_unit_says_what_it_can_not_be_compared_with(services: RegionServices, load: Loader) -> None:
    load(YEARS)
    found = services.overview(Selection(Month(2017, 12), "HS"))
    assert [(row.node.code, row.change_on_year_ore) for row in found.worst] == [
        ("0101", Value(None, MissingReason.MONTHS_NOT_LOADED)),
        ("0102", Value(None, MissingReason.MONTHS_NOT_LOADED)),
    ]
    # November 2017 has no R12 sum, so nothing is known to have moved.
    assert found.movers == ()


def test_the_overview_ranks_units_and_what_moved(services: RegionServices, load: Loader) -> None:
    load(YEARS)
    found = services.overview(Selection(DECEMBER, "HS"))
    assert [(row.node.code, row.agency_cost_ore) for row in found.worst] == [
        ("0101", Value.of(780_00)),
        ("0102", Value.of(12_00)),
    ]
    first = found.worst[0]
    assert first.parent is not None
    assert (first.parent.code, first.change_on_year_ore) == ("HS", Value.of(780_00 - 60_00))
    # December 2018 came in, December 2017 fell out.
    assert [(row.node.code, row.change_on_month_ore) for row in found.movers] == [("0101", Value.of(120_00 - 5_00))]
    doctor = found.cards[0]
    assert doctor.share.number == Fraction(100 * 792, 12_792)
    assert doctor.change_on_year_pp.number == Fraction(100 * 792, 12_792) - Fraction(100 * 72, 12_072)
    assert doctor.over_target_pp == Value(Fraction(100 * 792, 12_792) - 2)
    assert doctor.baseline_share.reason is MissingReason.MONTHS_NOT_LOADED
    assert found.cards[2].target_pct is None
    assert found.unmapped.items == (UnmappedItem("account", "7777", 48_00, 0),)
    assert [(entry.source.value, entry.scope, entry.missing_months) for entry in found.freshness] == [
        ("ledger", "HSV", ())
    ]


def test_months_before_the_first_have_no_rows_and_a_hole_is_named(services: RegionServices, load: Loader) -> None:
    load(YEARS)
    load(ledger_file("senare.xlsx", ("2019-02", "4610", "0101", 1)))
    assert services.overview(Selection(Month(2016, 5), "HS")).worst == ()
    found = services.overview(Selection(Month(2019, 2), "HS"))
    assert (found.worst, found.movers) == ((), ())
    assert found.freshness[0].missing_months == (Month(2019, 1),)


def test_a_unit_without_personnel_cost_has_no_share(services: RegionServices, load: Loader) -> None:
    load(ledger_file("0.xlsx", *((f"2018-{month:02}", "5000", "0101", 1) for month in range(1, 13))))
    load(ledger_file("1.xlsx", *((f"2017-{month:02}", "4610", "0101", 1) for month in range(1, 13))))
    rows = services.overview(Selection(DECEMBER, "HS")).movers
    assert [(row.node.code, row.share) for row in rows] == [("0101", Value(None, MissingReason.ZERO_DENOMINATOR))]


def test_an_unknown_node_is_refused(services: RegionServices, load: Loader) -> None:
    load(YEARS)
    with pytest.raises(UserError) as caught:
        services.share(Selection(DECEMBER, "FINNS-EJ"))
    assert caught.value.faults == (Fault(FaultCode.NODE_UNKNOWN, {"node": "FINNS-EJ"}),)


def test_without_a_ledger_the_latest_month_is_the_hours(services: RegionServices, load: Loader) -> None:
    load(hours_file("t.xlsx", ("2018-03", "0101", "D1", "own", "ordinary", 1)))
    assert services.overview(Selection()).selection.month == Month(2018, 3)
    load(ledger_file("l.xlsx", ("2018-02", "4110", "0101", 1)))
    assert services.overview(Selection()).selection.month == Month(2018, 2)


def test_a_new_rule_recomputes_what_it_touches(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    load(YEARS, hours_file("t.xlsx", ("2018-03", "0101", "X9", "own", "ordinary", 1_00)))
    before = services.share(Selection(DECEMBER, "HS", Profession.DOCTOR)).agency_ore.number
    rules = (*(MAPPINGS.accounts or ()), AccountRule("7777", CostKind.AGENCY, Profession.DOCTOR))
    change = update_mappings(store, MappingSet(accounts=rules), actor)
    assert (change.parts["accounts"], change.recomputed_loads) == ((1, 0), 1)
    assert services.share(Selection(DECEMBER, "HS", Profession.DOCTOR)).agency_ore.number == (before or 0) + 24_00
    assert [item.code for item in services.unmapped().items] == ["X9"]
    assert update_mappings(store, MappingSet(accounts=rules), actor).recomputed_loads == 0


def test_a_set_with_faults_changes_nothing(services: RegionServices, store: Store, actor: Actor) -> None:
    version = services.data_version()
    with pytest.raises(UserError):
        update_mappings(store, MappingSet(accounts=(), faults=(Fault(FaultCode.FILE_EMPTY),)), actor)
    assert services.data_version() == version


@pytest.mark.parametrize(
    ("scopes", "lost"),
    [
        ((), ["HSV"]),
        ((Scope("ALLT", "Allt", "R", is_default=True),), ["HSV"]),
        ((Scope("HSV", "Vården", "HS", is_default=True),), []),
    ],
)
def test_a_scope_with_loaded_months_stays(
    load: Loader, store: Store, actor: Actor, scopes: tuple[Scope, ...], lost: list[str]
) -> None:
    load(YEARS)
    found: list[object] = []
    try:
        update_mappings(store, MappingSet(scopes=scopes), actor)
    except UserError as error:
        found = [fault.params["scope"] for fault in error.faults]
    assert found == lost


def test_a_workbook_goes_through_its_reader(services: RegionServices, actor: Actor) -> None:
    def read(path: Path, file_name: str) -> MappingSet:
        assert (path, file_name) == (Path("m.xlsx"), "m.xlsx")
        return replace(MAPPINGS, codes=())

    services.mapping_reader = read
    assert services.load_mappings(Path("m.xlsx"), actor).parts["codes"] == (0, 1)


def test_loads_and_months_are_listed(services: RegionServices, load: Loader) -> None:
    (report,) = load(YEARS)
    assert [entry.id for entry in services.loads()] == [report.load_id]
    assert len(services.months()) == 24
    assert services.share(Selection(DECEMBER, view=OrganisationView.THEN)).selection.node.code == "R"


def test_goals_that_stand_in_are_written_out_to_be_edited(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    assert services.mappings_to_edit().goals == ()
    load(YEARS)
    goals = services.mappings_to_edit().goals or ()
    assert [(goal.name, goal.node, goal.deadline) for goal in goals][:2] == [
        ("Inhyrda läkare", "R", DECEMBER),
        ("Inhyrda sjuksköterskor", "R", DECEMBER),
    ]
    update_mappings(store, MappingSet(goals=goals[:1]), actor)
    assert services.mappings_to_edit().goals == goals[:1]


def test_goals_that_stand_in_are_judged_at_the_month_looked_at(services: RegionServices, load: Loader) -> None:
    load(YEARS, ledger_file("senare.xlsx", ("2019-01", "4610", "0101", 1)))
    for month in (Month(2018, 11), DECEMBER):
        outcomes = services.goal_table(Selection(month)).outcomes
        assert {outcome.goal.deadline for outcome in outcomes} == {month}
        assert GoalStatus.ONGOING not in {outcome.status for outcome in outcomes}


def test_goals_without_a_node_of_the_regions_own_wait(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    update_mappings(store, MappingSet(nodes=(), edges=(), scopes=()), actor)
    load(YEARS)
    assert services.mappings_to_edit().goals == ()


def test_a_part_that_does_not_fit_the_stored_ones_changes_nothing(
    services: RegionServices, store: Store, actor: Actor
) -> None:
    version = services.data_version()
    with pytest.raises(UserError) as caught:
        update_mappings(store, MappingSet(edges=(Edge("HS", "BORTA"),)), actor)
    assert caught.value.faults == (Fault(FaultCode.MAPPING_NODE_IN_USE, {"node": "BORTA", "sheet": "Organisation"}),)
    assert services.data_version() == version


def test_the_reconciliation_reads_both_sources_and_its_suppliers_add_up(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    with store.writing(actor) as session:
        session.mappings.replace(MappingSet(supplier_aliases=(SupplierAlias("ALFA", "Alfa AB"),)))
        session.log.add("mappings", "mappings", {})
    load(
        supplied_ledger_file(
            "ekonomi.xlsx",
            ("2018-12", "4110", "0101", "", 144_00),
            ("2018-12", "4610", "0101", "ALFA", 30_00),
            ("2018-12", "4610", "0102", "", 5_00),
            ("2018-12", "5000", "0102", "Grossist", 900_00),
            ("2018-12", "7777", "0102", "", 2_00),
        ),
        priced_hours_file(
            "heroma.xlsx",
            ("2018-12", "H-0101", "D1", "own", "ordinary", "", 1_000, 90_00),
            ("2018-12", "H-0101", "D1", "own", "absence", "", 100, 10_00),
            ("2018-12", "H-0101", "D1", "external", "ordinary", "Alfa AB", 200, None),
            ("2018-12", "H-0101", "D1", "external", "absence", "Alfa AB", 50, None),
            ("2018-12", "0102", "X9", "own", "ordinary", "", 10, 7_00),
        ),
    )
    found = services.reconciliation(Selection(node="HS", profession=Profession.DOCTOR))
    (own,), (bought,) = found.own, found.bought
    december, worked = own.months[-1].figures, bought.months[-1].figures
    assert (december.ledger_ore, december.heroma) == (Value.of(144_00), Value.of(100_00))
    assert december.quotient == Value(Fraction(144, 100))
    assert (worked.ledger_ore, worked.heroma, worked.weeks) == (Value.of(35_00), Value.of(200), Value(Fraction(1, 20)))
    assert worked.heroma_ore == Value(None, MissingReason.NOT_IN_EXPORT, (DECEMBER,))
    unmapped = found.own_unmapped.months[-1].figures
    assert (unmapped.ledger_ore, unmapped.heroma) == (Value.of(2_00), Value.of(7_00))
    assert [(line.supplier, line.figures.ledger_ore, line.figures.heroma) for line in found.suppliers] == [
        ("Alfa AB", Value.of(30_00), Value.of(200)),
        ("", Value.of(5_00), Value.of(0)),
    ]


def test_the_suppliers_follow_what_is_loaded_and_how_they_are_named(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    def lines() -> list[tuple[str, Value]]:
        found = services.reconciliation(Selection(node="HS", month=DECEMBER)).suppliers
        return [(line.supplier, line.figures.ledger_ore) for line in found]

    hours = priced_hours_file("heroma.xlsx", ("2018-12", "H-0101", "D1", "own", "ordinary", "", 1_000, 90_00))
    load(hours, supplied_ledger_file("a.xlsx", ("2018-12", "4610", "0101", "ALFA", 30_00)))
    assert lines() == [("ALFA", Value.of(30_00))]
    load(supplied_ledger_file("b.xlsx", ("2018-12", "4610", "0101", "ALFA", 31_00)))
    assert lines() == [("ALFA", Value.of(31_00))]
    update_mappings(store, MappingSet(supplier_aliases=(SupplierAlias("ALFA", "Alfa AB"),)), actor)
    assert lines() == [("Alfa AB", Value.of(31_00))]
