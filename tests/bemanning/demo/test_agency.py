"""Invoices: exact per year before and after corrections."""

from collections import defaultdict

import pytest

from bemanning.demo.agency import Invoice, hirers, invoices_by_month, monthly_ore
from bemanning.demo.published import AGENCY_KR, YEARS, AgencyGroup
from bemanning.demo.units import units
from bemanning.domain.month import Month


def of_group(group: AgencyGroup) -> list[Invoice]:
    return [invoice for rows in invoices_by_month().values() for invoice in rows if invoice.group is group]


@pytest.mark.parametrize("group", AgencyGroup)
def test_months_and_invoices_add_up_to_the_years(group: AgencyGroup) -> None:
    planned: dict[int, int] = defaultdict(int)
    booked: dict[int, int] = defaultdict(int)
    for month, amount_ore in monthly_ore(group).items():
        planned[month.year] += amount_ore
    for invoice in of_group(group):
        booked[invoice.month.year] += invoice.amount_ore
    assert planned == booked == {year: 100 * AGENCY_KR[group][year] for year in YEARS}


@pytest.mark.parametrize("group", AgencyGroup)
def test_no_row_is_outside_the_period_and_no_work_after_its_booking(group: AgencyGroup) -> None:
    assert set(invoices_by_month()) == set(monthly_ore(group))
    worked = [(invoice.worked, invoice.month) for invoice in of_group(group) if invoice.worked is not None]
    assert all(Month(2015, 1) <= work <= booking for work, booking in worked)


def test_a_wrongly_booked_invoice_is_moved_to_the_unit_where_the_work_was_done() -> None:
    wrong = [
        invoice for group in AgencyGroup for invoice in of_group(group)
        if invoice.worked is not None and invoice.unit != invoice.worked_at
    ]  # fmt: skip
    assert len(wrong) > 50
    for invoice in wrong:
        after = invoices_by_month()[invoice.month.plus(1)]
        moved = {(row.unit, row.amount_ore) for row in after if row.worked is None}
        assert {(invoice.unit, -invoice.amount_ore), (invoice.worked_at, invoice.amount_ore)} <= moved


def test_doctors_are_hired_by_their_own_part_only() -> None:
    part_of = {unit.code: unit.part for unit in units()}
    assert {part_of[code] for code in hirers(AgencyGroup.PRIMARY_CARE_DOCTORS)} == {"PV"}
    assert {part_of[code] for code in hirers(AgencyGroup.HOSPITAL_DOCTORS)} == {"OS"}
    assert {part_of[code] for code in hirers(AgencyGroup.NURSES)} == {"PV", "OS"}


def test_some_units_hire_far_more_than_others() -> None:
    appetites = sorted(hirers(AgencyGroup.HOSPITAL_DOCTORS).values())
    assert appetites[-1] > 5 * appetites[len(appetites) // 2]
