from dataclasses import replace

import polars as pl
import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.mapping import AccountRule, SupplierAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.parsed_file import VOUCHER_COLUMNS
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason
from bemanning.domain.vocabulary import CostKind, OrganisationView, Profession
from bemanning.services.drill_down import DrillCell, DrillDown
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import MAPPINGS, ledger_file
from tests.builders.loads import ACTOR

NOVEMBER, DECEMBER = Month(2018, 11), Month(2018, 12)
# month, account, ansvar, supplier, voucher, öre
VOUCHERS = (
    ("2018-11", "4610", "0101", "ALFA AB", "V1", 100),
    ("2018-12", "4610", "0101", "Alfa AB", "V2", 250),
    ("2018-12", "4610", "0102", "", "V3", -50),
    ("2018-12", "4620", "0102", "Beta", "V4", 70),
    ("2018-12", "5000", "0102", "Beta", "not agency now", 999),
    ("2018-12", "4610", "0900", "Beta", "V5", 7),
)


@pytest.fixture
def drilled(services: RegionServices, store: Store, load: Loader) -> RegionServices:
    """A year of one krona a month for 0101, with vouchers for part of November's and December's."""
    months = [str(month) for month in DECEMBER.window()]
    mappings = replace(
        MAPPINGS,
        accounts=(*(MAPPINGS.accounts or ()), AccountRule("4620", CostKind.AGENCY, Profession.NURSE)),
        supplier_aliases=(SupplierAlias("ALFA AB", "Alfa AB"),),
        edges=(
            *(edge for edge in MAPPINGS.edges or () if edge.child != "0102"),
            Edge("0102", "HS", valid_to=NOVEMBER),
            Edge("0102", "ST", valid_from=DECEMBER),
        ),
        scopes=(),
    )
    with store.writing(ACTOR) as session:
        session.mappings.replace(mappings)
        session.log.add("mappings", "mappings", {})
    rows = [(month, "4610", "0101", 300) for month in months]
    later = [("2018-12", "4610", "0102", 40), ("2018-12", "4620", "0102", 70), ("2018-12", "4610", "0900", 7)]
    load(ledger_file("fil.xlsx", *rows, *later))
    types = dict.fromkeys(VOUCHER_COLUMNS, pl.String()) | {"amount_ore": pl.Int64()}
    with store.writing(ACTOR) as session:
        session.cells.add_vouchers(1, pl.DataFrame(VOUCHERS, schema=types, orient="row"))
        session.log.add("vouchers", "load 1", {})
    return services


def facts(drill: DrillDown) -> tuple[object, ...]:
    suppliers = [(each.supplier, each.rows, each.amount_ore) for each in drill.suppliers]
    return drill.cell_ore.number, suppliers, drill.without_vouchers_ore.number, [row.voucher for row in drill.vouchers]


@pytest.mark.parametrize(
    ("cell", "selection", "expected"),
    [
        (DrillCell("R"), Selection(), (3717, [("Alfa AB", 2, 350), ("Beta", 2, 77), ("", 1, -50)], 3340,
                                       ["V1", "V2", "V3", "V4", "V5"])),
        (DrillCell("R", NOVEMBER), Selection(), (300, [("Alfa AB", 1, 100)], 200, ["V1"])),
        (DrillCell("R", supplier="Alfa AB"), Selection(),
         (3717, [("Alfa AB", 2, 350), ("Beta", 2, 77), ("", 1, -50)], 3340, ["V1", "V2"])),
        (DrillCell("R", DECEMBER, ""), Selection(), (417, [("Alfa AB", 1, 250), ("Beta", 2, 77), ("", 1, -50)], 140,
                                                     ["V3"])),
        (DrillCell("R"), Selection(profession=Profession.NURSE), (70, [("Beta", 1, 70)], 0, ["V4"])),
        (DrillCell("HS", DECEMBER), Selection(), (300, [("Alfa AB", 1, 250)], 50, ["V2"])),
        (DrillCell("ST", DECEMBER), Selection(view=OrganisationView.THEN),
         (117, [("Beta", 2, 77), ("", 1, -50)], 90, ["V3", "V4", "V5"])),
        (DrillCell("0102", NOVEMBER), Selection(), (0, [], 0, [])),
    ],
)  # fmt: skip
def test_the_sum_is_the_cells_to_the_ore(
    drilled: RegionServices, cell: DrillCell, selection: Selection, expected: tuple[object, ...]
) -> None:
    drill = drilled.drill_down(selection, cell)
    assert facts(drill) == expected
    parts = sum(each.amount_ore for each in drill.suppliers)
    assert drill.without_vouchers_ore.number is not None
    assert parts + drill.without_vouchers_ore.number == drill.cell_ore.number
    (row, *_) = drilled.unit_tree(replace(selection, node=cell.node)).rows
    if cell.month is None:
        assert row.agency_cost_ore == drill.cell_ore


def test_the_rest_is_one_line_with_its_sum(drilled: RegionServices) -> None:
    whole = drilled.drill_down(Selection(), DrillCell("R"), None)
    part = drilled.drill_down(Selection(), DrillCell("R"), 2)
    assert part.vouchers == whole.vouchers[:2]
    assert (part.vouchers_left.rows, part.vouchers_left.amount_ore) == (3, 27)
    assert (whole.vouchers_left.rows, whole.vouchers_left.amount_ore) == (0, 0)


def test_a_missing_month_leaves_the_cell_missing_with_its_reason(drilled: RegionServices) -> None:
    drill = drilled.drill_down(Selection(month=NOVEMBER), DrillCell("HS"))
    assert drill.cell_ore.reason is MissingReason.MONTHS_NOT_LOADED
    assert drill.cell_ore.missing_months == (Month(2017, 12),)
    assert (drill.suppliers, drill.vouchers, drill.without_vouchers_ore) == ((), (), drill.cell_ore)
    assert drill.by_month[0] == (Month(2017, 12), None)


def test_an_unknown_node_and_an_empty_store_are_refused(drilled: RegionServices, services: RegionServices) -> None:
    with pytest.raises(UserError, match="node_unknown"):
        drilled.drill_down(Selection(), DrillCell("X"))
    assert services.undo(1, ACTOR)
    with pytest.raises(UserError, match="nothing_loaded"):
        services.drill_down(Selection(), DrillCell("HS"))
    with pytest.raises(UserError, match="nothing_loaded"):
        services.unit_tree(Selection())
