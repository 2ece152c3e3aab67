"""Hours that can be read and still can't be right: more than a month holds, or fewer than none."""

from __future__ import annotations

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import hours_text
from bemanning.domain.vocabulary import TimeKind
from loaders.hours import TICKS_PER_CENTIHOUR, TICKS_PER_HOUR
from loaders.problem import Problem
from loaders.reading import Reading, SheetReading
from loaders.table import Table

# The hours of a month of 31 days: nobody works more, whatever the contract.
_HOURS_IN_MONTH = 31 * 24
# Where heads are not known: what six hundred people work in a month, all in one unit and one kind of time.
_MANY_HOURS = 100_000


def warn_of_many_hours(reading: SheetReading, table: Table) -> None:
    """Warn of each row with more hours than its people have, or than any unit's people would."""
    heads = table.values.get("head_count") or [None] * len(table.rows)
    column = reading.sheet_column(reading.header.index_of["hours"])
    for row, ticks, count in zip(table.rows, table.values["hours"], heads, strict=True):
        most = count * _HOURS_IN_MONTH if count else _MANY_HOURS
        if ticks and ticks > most * TICKS_PER_HOUR:
            hours = hours_text(ticks // TICKS_PER_CENTIHOUR)
            problem = Problem(FaultCode.HOURS_IMPLAUSIBLE, {"hours": hours, "most": most})
            reading.file.warnings.add_problem(problem, reading.sheet.name, (row, column))


def warn_of_negative_hours(cells: pl.DataFrame, reading: Reading) -> None:
    """Warn where corrections leave less than nothing worked, key by key; absence apart."""
    is_worked = pl.col("time_kind") != TimeKind.ABSENCE.value
    negative = cells.filter(is_worked & (pl.col("centihours") < 0))["centihours"].to_list()
    if negative:
        hours = f"{hours_text(sum(negative))} timmar"
        reading.warnings.add(FaultCode.HOURS_NEGATIVE, count=len(negative), amount=hours)
