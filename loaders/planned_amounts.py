"""Amounts that are said to be a budget, a forecast or a sum of months: read as the outcome, they would be cost."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.vocabulary import AmountMeasure
from loaders.reading import SheetReading
from loaders.table import Column, Table
from loaders.telling_columns import PLANNED, Telling, Tells

_PLANNED = re.compile(r"\W*(?:helårs)?(?:budget|prognos|forecast)\b", re.IGNORECASE)
_OUTCOME = re.compile(r"utf|uppfölj|actual|outcome|redovis|bokför|kostnad", re.IGNORECASE)


def refuse_planned(reading: SheetReading, table: Table, telling: Sequence[Telling], outcomes: Sequence[Column]) -> None:
    """Note each column by which rows with amounts are no outcome. The table must be without faults."""
    for each in telling:
        if each.tells is not Tells.MEASURE:
            continue
        is_planned = table.values.series(each.column.name, pl.String) == PLANNED
        planned = [table.values.series(column.name, pl.Int64).filter(is_planned) for column in outcomes]
        if any((ore != 0).any() for ore in planned):
            heading, amount = reading.header.text(each.column.index), kr_text(sum(int(ore.sum()) for ore in planned))
            count = int(is_planned.sum())
            reading.fault(FaultCode.ROWS_PLANNED, each.column.index, heading=heading, count=count, amount=amount)


def refuse_planned_title(reading: SheetReading) -> None:
    """Note a title or a sheet's name that begins with the word for a plan, where nothing says outcome."""
    header = reading.header
    if reading.file.layout or AmountMeasure.ACTUAL not in header.index_of:
        return
    texts = [text for row in reading.titles.rows for text in row] + [reading.sheet.name or ""]
    said = [text for text in texts if _PLANNED.match(text)]
    if said and not any(_OUTCOME.search(text) for text in (*texts, *map(header.text, range(len(header.cells))))):
        reading.fault(FaultCode.TITLE_PLANNED, header.index_of[AmountMeasure.ACTUAL], text=said[0])
