"""The demo region's staffing companies: invented names, and prices that change from year to year."""

from dataclasses import dataclass

from bemanning.demo.chance import pick
from bemanning.demo.published import AgencyGroup
from bemanning.domain.month import Month

# Kronor per hour at an ordinary supplier, summer apart. Primary care in 2018 follows from 39.9 mkr in 610 weeks.
PRICE_KR: dict[AgencyGroup, dict[int, int]] = {
    AgencyGroup.PRIMARY_CARE_DOCTORS: {2015: 1320, 2016: 1400, 2017: 1500, 2018: 1600},
    AgencyGroup.HOSPITAL_DOCTORS: {2015: 1180, 2016: 1250, 2017: 1320, 2018: 1370},
    AgencyGroup.NURSES: {2015: 570, 2016: 600, 2017: 650, 2018: 670},
    AgencyGroup.OTHERS: {2015: 395, 2016: 410, 2017: 430, 2018: 440},
}
SUMMER_MONTHS, SUMMER_PRICE_PERCENT = range(6, 9), 106
CENTI = 100


@dataclass(frozen=True, slots=True)
class Supplier:
    """A staffing company: what it hires out, and per year its price level in percent and its part of the market."""

    name: str
    groups: frozenset[AgencyGroup]
    price_percent: dict[int, int]
    market: dict[int, float]

    @property
    def ledger_b_name(self) -> str:
        """The name as the ledger from 2017 writes it."""
        return self.name.upper()

    @property
    def heroma_name(self) -> str:
        """The name as Heroma writes it."""
        return self.name.replace(" AB", "")


def _years(*values: float) -> dict[int, float]:
    return dict(zip(range(2015, 2019), values, strict=True))


def _percents(*values: int) -> dict[int, int]:
    return dict(zip(range(2015, 2019), values, strict=True))


_DOCTORS = frozenset({AgencyGroup.PRIMARY_CARE_DOCTORS, AgencyGroup.HOSPITAL_DOCTORS})
_NURSES = frozenset({AgencyGroup.NURSES})
_CARE = frozenset({AgencyGroup.NURSES, AgencyGroup.OTHERS})

SUPPLIERS = (
    Supplier("Norrsken Vård AB (påhittad)", _DOCTORS | _CARE, _percents(100, 103, 104, 101), _years(5, 5, 4, 3)),
    Supplier("Myrtuvan Läkare AB (påhittad)", _DOCTORS, _percents(97, 98, 102, 104), _years(3, 3, 3, 3)),
    Supplier("Tallheden Läkarpool AB (påhittad)", _DOCTORS, _percents(104, 101, 98, 96), _years(2, 2, 3, 4)),
    Supplier("Blåklockan Resurs AB (påhittad)", _CARE, _percents(98, 100, 103, 105), _years(3, 4, 4, 2)),
    Supplier("Vintergatan Omvårdnad AB (påhittad)", _NURSES, _percents(102, 104, 99, 98), _years(2, 3, 3, 2)),
    # New and cheaper from 2017: the change in price is then partly a change of supplier.
    Supplier("Älvdansen Bemanning AB (påhittad)", _DOCTORS | _CARE, _percents(95, 95, 92, 91), _years(0, 0, 2, 4)),
)
BY_NAME = {supplier.name: supplier for supplier in SUPPLIERS}


def choose_supplier(group: AgencyGroup, month: Month, *key: object) -> Supplier:
    """Choose a supplier of the group by that year's market."""
    market = {supplier.name: supplier.market[month.year] for supplier in SUPPLIERS if group in supplier.groups}
    return BY_NAME[pick(market, "supplier", group, month, *key)]


def price_ore(supplier: Supplier, group: AgencyGroup, month: Month) -> int:
    """Give the price of an hour, in öre."""
    season = SUMMER_PRICE_PERCENT if month.number in SUMMER_MONTHS else CENTI
    return PRICE_KR[group][month.year] * supplier.price_percent[month.year] * season // CENTI
