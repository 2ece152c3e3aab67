"""One month of Heroma's hours for a scope: employees' from the ledger's wages, externals' from the invoices."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bemanning.demo.accounts import OWN_ACCOUNTS, SOCIAL_FEES_SHARE_OF_WAGE
from bemanning.demo.apportion import apportion
from bemanning.demo.befattningar import Befattning, codes_at
from bemanning.demo.chance import chance, wobble
from bemanning.demo.hours import ExternalKey, external_centihours
from bemanning.demo.own_cost import own_ore, scope_units
from bemanning.demo.published import GROUP_PROFESSION, AgencyGroup
from bemanning.demo.suppliers import BY_NAME, CENTI
from bemanning.demo.units import HEALTH_CARE, Unit
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Employment, Profession, TimeKind

# Wage per hour in öre in 2015, and what it rises a year.
_HOURLY_ORE = {Profession.DOCTOR: 42_000, Profession.NURSE: 20_800, Profession.OTHER: 17_900}
_YEARLY_RISE = 0.025
_OVERTIME_FACTOR = 1.8
# Part of the paid hours that is absence: holidays in the summer, illness otherwise.
_ABSENCE, _HOLIDAYS = 0.08, {6: 0.15, 7: 0.42, 8: 0.25, 12: 0.14}
_HOURS_PER_PERSON, _HOURS_PER_EXTERNAL = 140, 110
_ON_CALL_PERCENT, _EXTERNAL_OVERTIME_PERCENT = 12, 3
# Externals work overtime where they are at hand all month.
_FULL_TIME_CENTIHOURS = 160 * CENTI
# Part of the external rows that have absence beside them. Absence is never worked time.
_EXTERNAL_ABSENT = 0.05


class HoursRow(NamedTuple):
    """A row of hours, before it is written."""

    unit: str
    code: str
    employment: Employment
    time_kind: TimeKind
    supplier: str
    centihours: int
    cost_ore: int
    head_count: int


def hours_rows(scope: str, month: Month) -> list[HoursRow]:
    """Give the month's rows in the order they are written."""
    units = {unit.code: unit for unit in scope_units(scope)}
    own = [row for unit in units.values() for row in _unit_rows(scope, unit, month)]
    external = _external_rows(units, month) if scope == HEALTH_CARE else ()
    return [*own, *external]


def hourly_ore(profession: Profession, year: int) -> int:
    """Give the ordinary wage of an hour, in öre."""
    return round(_HOURLY_ORE[profession] * (1 + _YEARLY_RISE) ** (year - 2015))


def _unit_rows(scope: str, unit: Unit, month: Month) -> Iterator[HoursRow]:
    for profession in unit.size:
        yield from _profession_rows(unit, profession, month, _own(scope, profession, month)[unit.code])


@cache
def _own(scope: str, profession: Profession, month: Month) -> dict[str, dict[str, int]]:
    return own_ore(scope, profession, month)


def _profession_rows(
    unit: Unit, profession: Profession, month: Month, by_account: dict[str, int]
) -> Iterator[HoursRow]:
    wage, on_call, _, overtime = (by_account[account.code] for account in OWN_ACCOUNTS[profession])
    codes = codes_at(unit.part, profession)
    main, hourly = codes[0].code, hourly_ore(profession, month.year)
    # Only doctors' on-call is time of its own; the others' account holds supplements to ordinary hours.
    supplement = 0 if profession is Profession.DOCTOR else on_call
    yield from _paid_time(unit.code, codes, month, hourly, (wage, supplement))
    if profession is Profession.DOCTOR:
        yield _own_row(unit.code, main, TimeKind.ON_CALL, on_call, hourly)
    yield from _extra_time(unit.code, main, profession, round(overtime / (1 + SOCIAL_FEES_SHARE_OF_WAGE)), hourly)


def _paid_time(
    unit: str, codes: list[Befattning], month: Month, hourly: int, wage_and_supplement: tuple[int, int]
) -> Iterator[HoursRow]:
    weights = [wobble(0.3, "code", unit, row.code) / place for place, row in enumerate(codes, start=1)]
    absence = _HOLIDAYS.get(month.number, _ABSENCE) * wobble(0.15, "absence", unit, month)
    wages, supplements = (apportion(amount_ore, weights) for amount_ore in wage_and_supplement)
    for row, wage, supplement in zip(codes, wages, supplements, strict=True):
        worked, absent = apportion(wage, [1 - absence, absence])
        ordinary = _own_row(unit, row.code, TimeKind.ORDINARY, worked, hourly)
        yield ordinary._replace(cost_ore=worked + supplement)
        yield _own_row(unit, row.code, TimeKind.ABSENCE, absent, hourly)


def _extra_time(unit: str, code: str, profession: Profession, cost_ore: int, hourly: int) -> Iterator[HoursRow]:
    overtime_part = 0.4 if profession is Profession.OTHER else 0.8
    overtime, additional = apportion(cost_ore, [overtime_part, 1 - overtime_part])
    yield _own_row(unit, code, TimeKind.OVERTIME, overtime, round(hourly * _OVERTIME_FACTOR))
    yield _own_row(unit, code, TimeKind.ADDITIONAL, additional, hourly)


def _own_row(unit: str, code: str, kind: TimeKind, cost_ore: int, hourly: int) -> HoursRow:
    centihours = cost_ore * CENTI // hourly
    persons = _persons(centihours, _HOURS_PER_PERSON)
    return HoursRow(unit, code, Employment.OWN, kind, "", centihours, cost_ore, persons)


def _persons(centihours: int, hours_each: int) -> int:
    return max(1, -(-centihours // (hours_each * CENTI)))


@cache
def _external_by_month() -> dict[Month, list[tuple[ExternalKey, int]]]:
    by_month: dict[Month, list[tuple[ExternalKey, int]]] = {}
    for key, centihours in external_centihours().items():
        by_month.setdefault(key.month, []).append((key, centihours))
    return by_month


def _external_rows(units: dict[str, Unit], month: Month) -> Iterator[HoursRow]:
    for key, centihours in sorted(_external_by_month()[month]):
        code = codes_at(units[key.unit].part, GROUP_PROFESSION[key.group])[0].code
        yield from _external_time(key, code, centihours)


def _external_time(key: ExternalKey, code: str, centihours: int) -> Iterator[HoursRow]:
    on_call = _ON_CALL_PERCENT if key.group is AgencyGroup.HOSPITAL_DOCTORS else 0
    overtime = _EXTERNAL_OVERTIME_PERCENT if centihours > _FULL_TIME_CENTIHOURS else 0
    kinds = {TimeKind.ORDINARY: 100 - on_call - overtime, TimeKind.ON_CALL: on_call, TimeKind.OVERTIME: overtime}
    for kind, part in zip(kinds, apportion(centihours, list(kinds.values())), strict=True):
        if part:
            yield _external_row(key, code, kind, part)
    if chance("absent", *key) < _EXTERNAL_ABSENT:
        yield _external_row(key, code, TimeKind.ABSENCE, CENTI * (8 + int(32 * chance("absent hours", *key))))


def _external_row(key: ExternalKey, code: str, kind: TimeKind, centihours: int) -> HoursRow:
    supplier, persons = BY_NAME[key.supplier].heroma_name, _persons(centihours, _HOURS_PER_EXTERNAL)
    return HoursRow(key.unit, code, Employment.EXTERNAL, kind, supplier, centihours, 0, persons)
