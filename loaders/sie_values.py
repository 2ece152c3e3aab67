"""The single values of a SIE file: amounts to öre, dates and periods to months, codes to text."""

from __future__ import annotations

import re

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import Month
from bemanning.domain.personal_number import has_personal_number
from loaders.amounts import LARGEST_ORE
from loaders.codes import LONGEST_CODE
from loaders.period_parser import PeriodParser
from loaders.problem import Problem
from loaders.sie_line import LineError

# A point, says the specification; a comma is seen, and can't be thousands, which it has not.
_AMOUNT = re.compile(r"([-+]?)0*+(\d*+)(?:(?<=\d)[.,](\d++))?", re.ASCII)
_LONGEST_KRONOR = len(str(LARGEST_ORE // ORE_PER_KR)) - 1
_DATE = re.compile(r"\d{4}-?\d{2}-?\d{2}", re.ASCII)
_PERIOD = re.compile(r"\d{6}", re.ASCII)


class Amounts(dict[str, int]):
    """Amount as written → öre. Raises LineError for what is none, or has a part of an öre."""

    def __missing__(self, text: str) -> int:
        """Parse an amount that was not seen before."""
        match = _AMOUNT.fullmatch(text)
        if match is None or not text[-1:].isdigit():
            raise LineError(reason="sie_amount")
        sign, kronor, decimals = match[1], match[2], match[3] or ""
        if len(kronor) > _LONGEST_KRONOR:
            raise LineError(reason="sie_large")
        if decimals[2:].strip("0"):
            raise LineError(reason="sie_decimals")
        ore = int(f"{kronor}{decimals[:2]:0<2}")
        amount = self[text] = -ore if sign == "-" else ore
        return amount


class Months:
    """Dates and periods to months, "2018-12"; period 13 becomes "2018-13". Raises LineError for what is neither."""

    def __init__(self, latest: Month) -> None:
        """`latest` is the last month that a file may speak of."""
        self._periods = PeriodParser(latest)

    def of_date(self, text: str) -> str:
        """Give the month of a date."""
        return self._month(text if _DATE.fullmatch(text) else "", reason="sie_date")

    def of_period(self, text: str) -> str:
        """Give the month of a period: year and month."""
        return self._month(text if _PERIOD.fullmatch(text) else "", reason="sie_period")

    def _month(self, text: str, reason: str) -> str:
        outcome = self._periods["", text]
        if isinstance(outcome, str):
            return outcome
        is_future = isinstance(outcome, Problem) and outcome.code is FaultCode.PERIOD_FUTURE
        raise LineError(reason="sie_future" if is_future else reason)


def month_in(date: str) -> str:
    """Give the month that a date stands in, whenever it is. Raises LineError for what is no date."""
    if not _DATE.fullmatch(date):
        raise LineError(reason="sie_date")
    digits = date.replace("-", "")
    return f"{digits[:4]}-{digits[4:6]}"


class Codes(dict[str, str]):
    """Code of an account or a unit as written → code. Raises LineError for what is none, or looks like a person."""

    def __missing__(self, text: str) -> str:
        """Look at a code that was not seen before."""
        code = " ".join(text.split())
        if not code or len(code) > LONGEST_CODE:
            raise LineError(reason="sie_code")
        if has_personal_number(code):
            raise LineError(reason="sie_personal")
        self[text] = code
        return code
