"""Prices: by year, summer and supplier."""

import pytest

from bemanning.demo.published import AgencyGroup
from bemanning.demo.suppliers import BY_NAME, SUPPLIERS, choose_supplier, price_ore
from bemanning.domain.month import Month

NORRSKEN = BY_NAME["Norrsken Vård AB (påhittad)"]
NEWCOMER = "Älvdansen Bemanning AB (påhittad)"


@pytest.mark.parametrize(
    ("month", "ore"),
    [(Month(2015, 1), 57_000), (Month(2015, 7), 60_420), (Month(2016, 1), 61_800), (Month(2016, 9), 61_800)],
)
def test_price_of_an_hour(month: Month, ore: int) -> None:
    assert price_ore(NORRSKEN, AgencyGroup.NURSES, month) == ore


def test_every_supplier_changes_its_price() -> None:
    assert all(len(set(supplier.price_percent.values())) > 2 for supplier in SUPPLIERS)


def test_the_newcomer_is_cheapest_and_comes_in_2017() -> None:
    def chosen(year: int) -> set[str]:
        return {choose_supplier(AgencyGroup.NURSES, Month(year, 3), number).name for number in range(200)}

    assert NEWCOMER not in chosen(2016)
    assert NEWCOMER in chosen(2017)
    assert min(SUPPLIERS, key=lambda supplier: supplier.price_percent[2018]).name == NEWCOMER


def test_names_as_each_system_writes_them() -> None:
    assert NORRSKEN.ledger_b_name == "NORRSKEN VÅRD AB (PÅHITTAD)"
    assert NORRSKEN.heroma_name == "Norrsken Vård (påhittad)"
