"""Rows of hours: whose they are, what they cost, what is absence."""

from collections import Counter

import pytest

from bemanning.demo.heroma_rows import HoursRow, hourly_ore, hours_rows
from bemanning.demo.hours import external_centihours
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Employment, Profession, TimeKind

JULY = Month(2018, 7)


def health_care() -> list[HoursRow]:
    return hours_rows("HS", JULY)


def test_externals_worked_hours_are_split_without_loss() -> None:
    worked = sum(
        row.centihours
        for row in health_care()
        if row.employment is Employment.EXTERNAL and row.time_kind is not TimeKind.ABSENCE
    )
    assert worked == sum(centihours for key, centihours in external_centihours().items() if key.month == JULY)


def test_externals_have_a_supplier_and_no_wage_and_employees_the_other_way_round() -> None:
    for row in health_care():
        assert bool(row.supplier) == (row.employment is Employment.EXTERNAL)
        assert (row.cost_ore == 0) == (row.employment is Employment.EXTERNAL)
        assert row.head_count >= 1


def test_only_doctors_have_time_on_call() -> None:
    on_call = Counter((row.code[0], row.employment) for row in health_care() if row.time_kind is TimeKind.ON_CALL)
    assert set(on_call) == {("D", Employment.OWN), ("D", Employment.EXTERNAL)}


def test_holidays_make_july_the_month_of_absence() -> None:
    def absence(month: Month) -> float:
        hours: Counter[TimeKind] = Counter()
        for row in hours_rows("STAB", month):
            hours[row.time_kind] += row.centihours
        return hours[TimeKind.ABSENCE] / (hours[TimeKind.ABSENCE] + hours[TimeKind.ORDINARY])

    assert absence(JULY) == pytest.approx(0.42, abs=0.07)
    assert absence(Month(2018, 3)) == pytest.approx(0.08, abs=0.02)


@pytest.mark.parametrize(
    ("profession", "year", "ore"),
    [(Profession.DOCTOR, 2015, 42_000), (Profession.DOCTOR, 2016, 43_050), (Profession.NURSE, 2018, 22_399)],
)
def test_wages_rise_every_year(profession: Profession, year: int, ore: int) -> None:
    assert hourly_ore(profession, year) == ore


def test_no_cell_is_written_twice() -> None:
    keys = Counter((row.unit, row.code, row.employment, row.time_kind, row.supplier) for row in health_care())
    assert max(keys.values()) == 1
