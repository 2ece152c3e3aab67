"""Agency invoices as the ledger books them: exact per calendar year, with summer peaks, late rows and corrections."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from bemanning.demo.apportion import apportion, apportion_by_key
from bemanning.demo.chance import chance, wobble
from bemanning.demo.published import AGENCY_KR, FIRST_MONTH, GROUP_PROFESSION, LAST_MONTH, YEARS, AgencyGroup
from bemanning.demo.suppliers import choose_supplier
from bemanning.demo.units import HOSPITAL, PRIMARY_CARE, Unit, health_care_units
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import MONTHS_IN_YEAR, Month, month_range

# How much dearer a month is than an ordinary one. What is left out is 1.
_DOCTOR_SEASON = {6: 1.15, 7: 1.6, 8: 1.3, 12: 1.05}
_CARE_SEASON = {6: 1.3, 7: 1.9, 8: 1.5, 9: 1.05}
SEASON: dict[AgencyGroup, dict[int, float]] = {
    AgencyGroup.PRIMARY_CARE_DOCTORS: _DOCTOR_SEASON,
    AgencyGroup.HOSPITAL_DOCTORS: _DOCTOR_SEASON,
    AgencyGroup.NURSES: _CARE_SEASON,
    AgencyGroup.OTHERS: _CARE_SEASON,
}
# Chance that an invoice is booked one month, or two months, after the work.
LATE_ONE_MONTH, LATE_TWO_MONTHS = 0.12, 0.03
# Of a hundred invoices, how many are booked on the wrong unit, or booked twice, and put right the month after.
WRONG_UNIT, BOOKED_TWICE = 0.012, 0.008
# Units whose draw is below this never hire; among the rest, a few hire far more than others.
_NEVER_HIRES: dict[AgencyGroup, float] = {
    AgencyGroup.PRIMARY_CARE_DOCTORS: 0.10,
    AgencyGroup.HOSPITAL_DOCTORS: 0.15,
    AgencyGroup.NURSES: 0.35,
    AgencyGroup.OTHERS: 0.45,
}


@dataclass(frozen=True, slots=True)
class Invoice:
    """One booked row. `worked` is the month of the work; None where no hours belong to the row (a correction).

    `unit` is where it is booked, `worked_at` where the work was done.
    """

    group: AgencyGroup
    month: Month
    unit: str
    supplier: str
    amount_ore: int
    text: str
    worked: Month | None
    worked_at: str


@cache
def invoices_by_month() -> dict[Month, tuple[Invoice, ...]]:
    """Give every invoice row, by the month it is booked in."""
    booked: dict[Month, list[Invoice]] = {month: [] for month in month_range(FIRST_MONTH, LAST_MONTH)}
    for group in AgencyGroup:
        for month, amount_ore in monthly_ore(group).items():
            for place, invoice in enumerate(_invoices(group, month, amount_ore)):
                for row in _with_corrections(invoice, place):
                    booked[row.month].append(row)
    return {month: tuple(rows) for month, rows in booked.items()}


def monthly_ore(group: AgencyGroup) -> dict[Month, int]:
    """Split each year's published amount over its months."""
    split: dict[Month, int] = {}
    for year in YEARS:
        months = [Month(year, number) for number in range(1, MONTHS_IN_YEAR + 1)]
        weights = {month: _month_weight(group, month) for month in months}
        split |= apportion_by_key(AGENCY_KR[group][year] * ORE_PER_KR, weights)
    return split


@cache
def hirers(group: AgencyGroup) -> dict[str, float]:
    """Map the units that hire from the group to how much they hire."""
    appetites = {unit.code: _appetite(unit, group) for unit in health_care_units()}
    return {code: appetite for code, appetite in appetites.items() if appetite > 0}


def _month_weight(group: AgencyGroup, month: Month) -> float:
    season = SEASON[group].get(month.number, 1.0)
    return _level(group, month) * season * wobble(0.05, "month", group, month)


def _level(group: AgencyGroup, month: Month) -> float:
    """Draw a line through the middles of the years, so that no step shows at New Year."""
    years_from_middle = month.year + (month.number - 6.5) / MONTHS_IN_YEAR
    before = min(max(int(years_from_middle), YEARS.start), YEARS.stop - 2)
    first, second = AGENCY_KR[group][before], AGENCY_KR[group][before + 1]
    # Beyond the first and last middle the line goes on, at a third of its slope.
    part = years_from_middle - before
    part = part / 3 if part < 0 else part if part <= 1 else 1 + (part - 1) / 3
    return (first + (second - first) * part) / 1_000_000


def _appetite(unit: Unit, group: AgencyGroup) -> float:
    profession = GROUP_PROFESSION[group]
    elsewhere = {AgencyGroup.PRIMARY_CARE_DOCTORS: HOSPITAL, AgencyGroup.HOSPITAL_DOCTORS: PRIMARY_CARE}.get(group)
    draw = chance("appetite", unit.code, profession)
    if unit.part == elsewhere or draw < _NEVER_HIRES[group]:
        return 0.0
    return unit.size.get(profession, 0.0) * (0.2 + 3 * draw**3)


def _invoices(group: AgencyGroup, month: Month, amount_ore: int) -> Iterator[Invoice]:
    weights = {unit: size * wobble(0.4, "hire", unit, group, month) for unit, size in hirers(group).items()}
    for unit, unit_ore in apportion_by_key(amount_ore, weights).items():
        count = 1 + int(2 * chance("count", unit, group, month))
        parts = [0.3 + chance("part", unit, group, month, number) for number in range(count)]
        for number, part_ore in enumerate(apportion(unit_ore, parts)):
            supplier = choose_supplier(group, month, unit, number).name
            worked = _worked(month, unit, group, number)
            text = "Inhyrd personal" if worked == month else f"Inhyrd personal, avser {worked}"
            yield Invoice(group, month, unit, supplier, part_ore, text, worked, unit)


def _worked(month: Month, *key: object) -> Month:
    draw = chance("late", month, *key)
    late = 2 if draw < LATE_TWO_MONTHS else 1 if draw < LATE_TWO_MONTHS + LATE_ONE_MONTH else 0
    return max(month.plus(-late), FIRST_MONTH)


def _with_corrections(invoice: Invoice, place: int) -> Iterator[Invoice]:
    """Give the invoice as first booked and what puts it right the month after. No year's sum is changed."""
    draw = chance("correction", invoice.group, invoice.month, place)
    if invoice.month.number == MONTHS_IN_YEAR or draw >= WRONG_UNIT + BOOKED_TWICE:
        yield invoice
    elif draw < WRONG_UNIT:
        yield from _wrong_unit(invoice)
    else:
        yield from _booked_twice(invoice)


def _wrong_unit(invoice: Invoice) -> Iterator[Invoice]:
    others = [unit for unit in hirers(invoice.group) if unit != invoice.unit]
    wrong = others[int(chance("wrong", invoice.unit, invoice.month) * len(others))]
    booked = replace(invoice, unit=wrong)
    yield booked
    yield _put_right(booked, -invoice.amount_ore, "Rättelse, felkonterad")
    yield _put_right(invoice, invoice.amount_ore, "Rättelse, rätt ansvar")


def _booked_twice(invoice: Invoice) -> Iterator[Invoice]:
    yield invoice
    yield replace(invoice, text="Inhyrd personal", worked=None)
    yield _put_right(invoice, -invoice.amount_ore, "Rättelse, dubbelbokad")


def _put_right(invoice: Invoice, amount_ore: int, what: str) -> Invoice:
    text = f"{what} {invoice.month}"
    return replace(invoice, month=invoice.month.plus(1), amount_ore=amount_ore, text=text, worked=None)
