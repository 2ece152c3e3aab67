"""What was known on a day: everything that was recorded before the day ended, by Swedish clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_INSTANT = timedelta(microseconds=1)


def end_of_day(day: date) -> datetime:
    """Give the last moment of a Swedish day, in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time.min, _STOCKHOLM)
    return midnight.astimezone(UTC) - _INSTANT


def read_day(text: str) -> date:
    """Read 2019-01-31. Raises ValueError for anything else, and for a day that no calendar reaches the end of."""
    day = date.fromisoformat(text)
    if day.isoformat() != text or day.year == date.max.year:
        raise ValueError(text)
    return day


def day_of(moment: datetime) -> date:
    """Give the Swedish day of a moment."""
    return moment.astimezone(_STOCKHOLM).date()
