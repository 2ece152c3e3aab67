"""Hours that fit the cost: externals' from invoices and prices, own staff's from wages.

Hours in 2015–2018 are a fiction of the demo region: the region it is modelled on had none then.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from bemanning.demo.agency import Invoice, invoices_by_month
from bemanning.demo.apportion import apportion_by_key
from bemanning.demo.published import LAST_MONTH, PRIMARY_CARE_CENTIHOURS_2018, AgencyGroup
from bemanning.demo.suppliers import BY_NAME, CENTI, price_ore
from bemanning.domain.month import Month


class ExternalKey(NamedTuple):
    """What external hours are registered by."""

    month: Month
    unit: str
    group: AgencyGroup
    supplier: str


@cache
def external_centihours() -> dict[ExternalKey, int]:
    """Map every cell to the hours worked. Primary care in the last year adds up to the published weeks exactly."""
    worked: dict[ExternalKey, int] = defaultdict(int)
    for rows in invoices_by_month().values():
        for invoice in rows:
            if invoice.worked is not None:
                key = ExternalKey(invoice.worked, invoice.worked_at, invoice.group, invoice.supplier)
                worked[key] += _centihours(invoice, invoice.worked)
    return dict(worked) | _published_weeks(worked)


def _centihours(invoice: Invoice, worked: Month) -> int:
    return invoice.amount_ore * CENTI // price_ore(BY_NAME[invoice.supplier], invoice.group, worked)


def _published_weeks(worked: dict[ExternalKey, int]) -> dict[ExternalKey, int]:
    cells = {
        key: float(centihours)
        for key, centihours in worked.items()
        if key.group is AgencyGroup.PRIMARY_CARE_DOCTORS and key.month.year == LAST_MONTH.year
    }
    return apportion_by_key(PRIMARY_CARE_CENTIHOURS_2018, cells)
