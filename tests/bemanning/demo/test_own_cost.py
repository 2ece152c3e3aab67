"""Own cost: exact per profession and year, in the units that have the profession."""

import pytest

from bemanning.demo.own_cost import other_ore, own_ore, scope_units
from bemanning.demo.published import OWN_KR, STAFF_OWN_KR, YEARS
from bemanning.demo.units import units
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession


def year_ore(scope: str, profession: Profession, year: int) -> int:
    return sum(
        sum(by_account.values())
        for month in Month(year, 12).year_to_date()
        for by_account in own_ore(scope, profession, month).values()
    )


@pytest.mark.parametrize("profession", Profession)
def test_a_professions_years_are_exact(profession: Profession) -> None:
    sums = {year: year_ore("HS", profession, year) for year in YEARS}
    assert sums == {year: 100 * amount_kr for year, amount_kr in OWN_KR[profession].items()}


def test_the_staffs_years_are_exact() -> None:
    sums = {year: year_ore("STAB", Profession.OTHER, year) for year in YEARS}
    assert sums == {year: 100 * amount_kr for year, amount_kr in STAFF_OWN_KR.items()}


@pytest.mark.parametrize("scope", ["HS", "STAB"])
@pytest.mark.parametrize("profession", Profession)
def test_only_units_with_the_profession_carry_its_cost(scope: str, profession: Profession) -> None:
    with_profession = {unit.code for unit in scope_units(scope) if profession in unit.size}
    if with_profession:
        by_unit = own_ore(scope, profession, Month(2015, 1))
        assert set(by_unit) == with_profession
        assert all(amount_ore > 0 for by_account in by_unit.values() for amount_ore in by_account.values())
    else:
        assert scope == "STAB"


def test_overtime_follows_the_summer() -> None:
    def overtime(month: Month) -> int:
        return sum(by_account["4025"] for by_account in own_ore("HS", Profession.NURSE, month).values())

    assert overtime(Month(2016, 7)) > 1.3 * overtime(Month(2016, 3))


def test_other_costs_are_negative_now_and_then() -> None:
    cells = [other_ore(unit, Month(2016, 5)) for unit in units()]
    reversed_cells = [cell for cell in cells if cell["0640"] < 0]
    assert 0 < len(reversed_cells) < len(cells) / 8
    assert all(amount > 0 for cell in cells for account, amount in cell.items() if account != "0640")
