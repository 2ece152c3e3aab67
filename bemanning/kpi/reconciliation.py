"""When one month's quotient between two sources is not what the quotient usually is."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

# The ledger's own personnel cost over Heroma's wages moves by a percent or so when the PO-pålägg is set anew at New
# Year. Five percent is more than that, and what a ward's wages booked in the wrong month come to.
RATIO_TOLERANCE_PCT = 5
# Invoices are booked up to a month after the work, which alone moves a month's price: by at most twenty percent in the
# demo region, where every hour is invoiced in the end. A quarter is more than that.
PRICE_TOLERANCE_PCT = 25
# What is usual can't be told from a few months, of which the odd one may be half.
LEAST_MONTHS = 6


def usual_ratio(ratios: Sequence[Fraction]) -> Fraction | None:
    """Give the median of the months' ratios, which one odd month can't move; None of fewer than LEAST_MONTHS."""
    return median(ratios) if len(ratios) >= LEAST_MONTHS else None


def usual_price(amounts: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Give what a unit of time costs over the months: Σcost / Σtime, of each month's cost and time.

    Never a mean of prices: a month of few hours would weigh as much as any. None of fewer than LEAST_MONTHS, and where
    the time adds up to none.
    """
    time = sum((worked for _, worked in amounts), Fraction(0))
    if len(amounts) < LEAST_MONTHS or time == 0:
        return None
    return sum((cost for cost, _ in amounts), Fraction(0)) / time


def departs(quotient: Fraction, usual: Fraction, tolerance_pct: int) -> bool:
    """Tell whether a quotient lies further from the usual one than the tolerance, in percent of the usual one."""
    return 100 * abs(quotient - usual) > tolerance_pct * abs(usual)
