import polars as pl

from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.cube import cost_cube, hours_cube
from bemanning.services.unmapped import UnmappedItem, find_unmapped
from tests.builders.files import COST, HOURS

JUNE, JULY = Month(2018, 6), Month(2018, 7)
RULES = (
    AccountRule("4610", CostKind.AGENCY, Profession.NURSE, valid_to=JUNE),
    AccountRule("4610", CostKind.AGENCY, Profession.DOCTOR, valid_from=JULY),
    AccountRule("04", CostKind.OWN, Profession.NURSE, valid_from=JULY),
    AccountRule("5000", CostKind.OTHER, None),
)


def cost(*rows: tuple[str, str, str, str, int]) -> pl.DataFrame:
    full = [(month, account, unit, "", "", "", "", measure, amount) for month, account, unit, measure, amount in rows]
    return pl.DataFrame(full, schema=COST, orient="row")


CELLS = cost(
    ("2018-06", "4610", "1", "actual", 100),
    ("2018-06", "4610", "1", "budget", 999),
    ("2018-07", "4610", "1", "actual", 10),
    ("2018-07", "4610", "1", "actual", -4),
    ("2018-06", "04", "2", "actual", 7),
    ("2018-07", "04", "2", "actual", 8),
    ("2018-07", "5000", "2", "actual", 50),
    ("2018-07", "4", "2", "actual", 3),
)


def test_an_account_means_what_it_meant_that_month() -> None:
    assert cost_cube(CELLS, RULES).rows() == [
        ("2018-06", "1", "nurse", "agency", 100),
        ("2018-06", "2", "unmapped", "unmapped", 7),
        ("2018-07", "1", "doctor", "agency", 6),
        ("2018-07", "2", "", "other", 50),
        ("2018-07", "2", "nurse", "own", 8),
        ("2018-07", "2", "unmapped", "unmapped", 3),
    ]


def test_hours_follow_code_and_alias_that_month() -> None:
    rows = [
        ("2018-06", "H1", "D1", "external", "ordinary", "", 100, 1, None),
        ("2018-07", "H1", "D1", "external", "on_call", "", 50, 2, None),
        ("2018-07", "1", "D1", "external", "absence", "", 8, 0, None),
        ("2018-07", "1", "N1", "own", "overtime", "", 9, 0, 3),
    ]
    cells = pl.DataFrame(rows, schema=HOURS, orient="row")
    codes, aliases = (CodeRule("D1", Profession.DOCTOR),), (UnitAlias("H1", "1", valid_from=JULY),)
    assert hours_cube(cells, codes, aliases).rows() == [
        ("2018-06", "H1", "doctor", "external", True, 100, 1),
        ("2018-07", "1", "doctor", "external", False, 8, 0),
        ("2018-07", "1", "doctor", "external", True, 50, 2),
        ("2018-07", "1", "unmapped", "own", True, 9, 0),
    ]
    mappings = MappingSet(codes=codes, unit_aliases=aliases, edges=(Edge("1", "R"),))
    assert find_unmapped(None, cells, mappings).items == (
        UnmappedItem("code", "N1", 0, 9),
        UnmappedItem("unit", "H1", 0, 100),
    )


def test_what_is_unmapped_is_listed_largest_first_with_its_sum() -> None:
    mappings = MappingSet(accounts=RULES, edges=(Edge("1", "R"),))
    assert find_unmapped(CELLS, None, mappings).items == (
        UnmappedItem("account", "04", 7, 0),
        UnmappedItem("account", "4", 3, 0),
        UnmappedItem("unit", "2", 68, 0),
    )


def test_without_mappings_everything_is_unmapped_and_nothing_is_lost() -> None:
    cube = cost_cube(CELLS, ())
    assert set(cube["cost_kind"]) == {"unmapped"}
    assert cube["amount_ore"].sum() == CELLS.filter(pl.col("measure") == "actual")["amount_ore"].sum()
