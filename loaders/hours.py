"""Hour cells to exact time: decimals, Swedish text, or durations on the form [h]:mm."""

from __future__ import annotations

import re
from datetime import time, timedelta
from decimal import Decimal

from bemanning.domain.faults import FaultCode
from loaders.number_parser import NumberOutcome, NumberParser
from loaders.problem import Problem
from loaders.raw_sheet import Cell

# Time is summed in hundredths of a second and only the sums are rounded to centihours: twenty minutes is no whole
# number of centihours, yet three times twenty minutes is an hour.
TICKS_PER_HOUR = 360_000
TICKS_PER_CENTIHOUR = TICKS_PER_HOUR // 100
# Above what any unit works in a month, a region's largest profession even; keeps every sum within 64 bits.
_LARGEST_HOURS = 10**6
_SECONDS_PER_HOUR, _SECONDS_PER_MINUTE = 3_600, 60
_TICK = timedelta(milliseconds=10)
_CLOCK = re.compile(r"(-?)(\d{1,3}(?: \d{3})|\d{1,6}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


class HoursParser(NumberParser):
    """Cell → ticks."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__("hours", FaultCode.HOURS_UNREADABLE)

    def to_whole(self, value: Decimal, cell: Cell) -> int | Problem:
        """Convert hours to ticks. An impossible number of hours is a problem."""
        if abs(value) >= _LARGEST_HOURS:
            return self.problem(FaultCode.HOURS_UNREADABLE, cell)
        return round(value * TICKS_PER_HOUR)

    def special_text(self, text: str) -> Decimal | None:
        """Read hours and minutes: "7:30" is seven and a half."""
        clock = _CLOCK.fullmatch(text)
        if clock is None:
            return super().special_text(text)
        hours = _hours(int(clock[2].replace(" ", "")), int(clock[3]), int(clock[4] or 0))
        return -hours if clock[1] else hours

    def _parse_other(self, cell: Cell) -> NumberOutcome:
        if isinstance(cell, timedelta):
            return self.to_whole(Decimal(round(cell / _TICK)) / TICKS_PER_HOUR, cell)
        if isinstance(cell, time):
            return self.to_whole(_hours(cell.hour, cell.minute, cell.second), cell)
        return super()._parse_other(cell)


def _hours(hours: int, minutes: int, seconds: int) -> Decimal:
    return Decimal(hours * _SECONDS_PER_HOUR + minutes * _SECONDS_PER_MINUTE + seconds) / _SECONDS_PER_HOUR
