"""Numbers and dates as they are written everywhere: 1 234,5 tkr · 3,7 % · -29,8 · dec 2018.

U+00A0 between thousands and before the unit, U+2212 as minus, decimal comma, halves rounded away from zero.
"""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.domain.month import Month
from bemanning.domain.rounding import rounded_units

NBSP = "\u00a0"
MINUS = "\u2212"
# Stands where a number would have stood; the reason is given beside it (see `missing`).
MISSING = "\u2013"

_THOUSAND = 1_000
# Far more than what a float may be off by.
_NEAR_HALF = 1e-6
# Some dozen nodes' fifteen years of three professions.
_DRAWN_KEPT = 8_192

_STOCKHOLM = ZoneInfo("Europe/Stockholm")

AmountUnit = Literal["kr", "tkr", "mkr"]
_ORE_PER = {"kr": ORE_PER_KR, "tkr": 1_000 * ORE_PER_KR, "mkr": 1_000_000 * ORE_PER_KR}

_MONTH_NAMES = (
    ("jan", "januari"),
    ("feb", "februari"),
    ("mars", "mars"),
    ("april", "april"),
    ("maj", "maj"),
    ("juni", "juni"),
    ("juli", "juli"),
    ("aug", "augusti"),
    ("sep", "september"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)


def number_text(value: Fraction | Decimal | float | None, decimals: int, *, sign: bool = False, per: int = 1) -> str:
    """Write a number, divided by `per`: 1 234,5. With `sign`, a positive one gets a plus. None gives a dash.

    A float, from a chart's series, counts for the exact number that it is.
    """
    if value is None:
        return MISSING
    units = rounded_units(value, decimals, per)
    whole, part = divmod(abs(units), 10**decimals)
    digits = f"{whole:,}".replace(",", NBSP) if whole >= _THOUSAND else str(whole)
    if decimals:
        digits = f"{digits},{part:0{decimals}d}"
    if units < 0:
        return MINUS + digits
    return f"+{digits}" if sign and units > 0 else digits


def _with_unit(value: Fraction | Decimal | float | None, decimals: int, unit: str, *, sign: bool) -> str:
    return MISSING if value is None else number_text(value, decimals, sign=sign) + NBSP + unit


def share_text(share_pct: Fraction | float | None, decimals: int = 1) -> str:
    """Write a share given in percent: 3,7 %."""
    if type(share_pct) is float:
        return _drawn_share_text(share_pct, decimals)
    return _with_unit(share_pct, decimals, "%", sign=False)


@lru_cache(_DRAWN_KEPT)
def _drawn_share_text(share_pct: float, decimals: int) -> str:
    """Write a share of a chart's series: the chart says it, its table does, and both do for every month chosen."""
    over = share_pct * 10**decimals % 1
    if 0 <= share_pct < _THOUSAND - 1 and abs(over - 0.5) > _NEAR_HALF:
        # Away from a half, every way of rounding gives the same, and the quickest does. Added to, -0.0 loses its sign.
        return f"{share_pct + 0.0:.{decimals}f}{NBSP}%".replace(".", ",")
    return _with_unit(share_pct, decimals, "%", sign=False)


def percent_int_text(change_pct: Fraction | None, *, sign: bool = False) -> str:
    """Write a change in whole percent: -21 %."""
    return _with_unit(change_pct, 0, "%", sign=sign)


def pp_text(difference_pp: Fraction | None, decimals: int = 1) -> str:
    """Write a difference between shares, always with its sign: +1,7 procentenheter."""
    return _with_unit(difference_pp, decimals, "procentenheter", sign=True)


def amount_text(
    amount_ore: Fraction | int | None, unit: AmountUnit = "tkr", decimals: int = 1, *, sign: bool = False
) -> str:
    """Write an amount given in öre, with its unit: 1 234,5 tkr."""
    return MISSING if amount_ore is None else amount_digits(amount_ore, unit, decimals, sign=sign) + NBSP + unit


def amount_digits(
    amount_ore: Fraction | int | None, unit: AmountUnit = "tkr", decimals: int = 1, *, sign: bool = False
) -> str:
    """Write an amount given in öre without its unit, for a column whose heading says it."""
    return number_text(amount_ore, decimals, sign=sign, per=_ORE_PER[unit])


def weeks_text(weeks: Fraction | None, decimals: int = 0, *, sign: bool = False) -> str:
    """Write a number of weeks: 610 veckor."""
    return _with_unit(weeks, decimals, "veckor", sign=sign)


def hours_text(centihours: Fraction | int | None, decimals: int = 0, *, sign: bool = False) -> str:
    """Write a number of hours given in centihours: 1 234 timmar."""
    value = None if centihours is None else Fraction(centihours) / CENTI
    return _with_unit(value, decimals, "timmar", sign=sign)


def hours_digits(centihours: Fraction | int, decimals: int = 0) -> str:
    """Write a number of hours given in centihours without its unit, for a column whose heading says it."""
    return number_text(centihours, decimals, per=CENTI)


def month_text(month: Month, *, long: bool = False) -> str:
    """Write a month: dec 2018, or december 2018."""
    return f"{_MONTH_NAMES[month.number - 1][long]}{NBSP}{month.year}"


def month_name(number: int) -> str:
    """Write a month of any year: december."""
    return _MONTH_NAMES[number - 1][1]


def months_text(first: Month, last: Month) -> str:
    """Write a span of months by its ends, the year once where it is the same; one month stands alone."""
    if first == last:
        return month_text(last)
    if first.year == last.year:
        return f"{_MONTH_NAMES[first.number - 1][0]}\u2013{month_text(last)}"
    return f"{month_text(first)}\u2013{month_text(last)}"


def moment_text(moment: datetime) -> str:
    """Write a moment by a Swedish clock: 3 jan 2019 09:15."""
    return f"{date_text(moment)}{NBSP}{moment.astimezone(_STOCKHOLM):%H:%M}"


def date_text(day: date | datetime) -> str:
    """Write a date: 3 jan 2019. A moment with a time zone is dated by Swedish time."""
    if isinstance(day, datetime) and day.tzinfo is not None:
        day = day.astimezone(_STOCKHOLM)
    return f"{day.day}{NBSP}{_MONTH_NAMES[day.month - 1][0]}{NBSP}{day.year}"
