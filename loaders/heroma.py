"""A Heroma export to hours cells: hours, wage cost and heads per month, unit, code, employment and kind of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import HOURS_CELL_COLUMNS, VOUCHER_COLUMNS
from bemanning.domain.vocabulary import Source, TimeKind
from loaders.amounts import AmountParser
from loaders.codes import CodeParser, CountParser, TextParser, WordParser
from loaders.codes_with_names import split_names
from loaders.control_sums import check_sum_rows
from loaders.frames import Values, lay_out, may_overflow, summed
from loaders.garbled_texts import warn_of_garbled
from loaders.hidden_parts import warn_of_hidden
from loaders.hours import TICKS_PER_CENTIHOUR, HoursParser
from loaders.hours_doubts import warn_of_many_hours, warn_of_negative_hours
from loaders.ledger_months import period_column, took_year, warn_of_title_year
from loaders.outcome import Outcome
from loaders.period_parser import counted_month
from loaders.problem import Problem
from loaders.reading import Reading, SheetReading
from loaders.repeated_rows import SheetRows, refuse_copies
from loaders.table import Column, Parser, Role, Table

_KEYS = ("unit", "code")
_NUMBERS = ("centihours", "cost_ore", "head_count")
# Column in the heading table → column of the cells.
_NUMBER_OF = {"hours": "centihours", "cost": "cost_ore", "head_count": "head_count"}


@dataclass(frozen=True, slots=True)
class HeromaPart:
    """What one sheet gave: rows (HOURS_CELL_COLUMNS, but hours still in ticks), a name of its layout, and its own."""

    rows: pl.DataFrame
    profile: str
    sheet: str | None


def read_heroma(reading: SheetReading) -> HeromaPart | None:
    """Read one sheet. None where there are faults: the reading has them."""
    index_of = reading.header.index_of
    keys: list[Column] = [
        period_column(reading),
        *(Column(name, index_of[name], Role.KEY, CodeParser(name)) for name in _KEYS),
        *(
            Column(name, index_of[name], Role.KEY, WordParser(name, reading.meanings(name)))
            for name in ("employment", "time_kind")
            if name in index_of
        ),
    ]
    texts = [Column(name, index_of[name], Role.TEXT, TextParser()) for name in ("supplier",) if name in index_of]
    parsers: dict[str, Parser] = {
        "hours": HoursParser(),
        "cost": AmountParser("cost", reading.scale()),
        "head_count": CountParser(),
    }
    numbers = [
        Column(name, index_of[name], Role.AMOUNT, parser) for name, parser in parsers.items() if name in index_of
    ]
    if "time_kind" not in index_of:
        reading.warn(FaultCode.TIME_KIND_ASSUMED)
    table = reading.read_table([*keys, *texts, *numbers])
    _refuse_period_13(reading, table)
    reading.warn_of_blanks(table, [column.name for column in numbers])
    if reading.file.faults:
        return None
    warn_of_garbled(reading, texts)
    warn_of_title_year(reading, was_taken=any(took_year(column) for column in keys))
    split_names(reading, table, _KEYS)
    warn_of_many_hours(reading, table)
    warn_of_hidden(reading, table, [column for column in numbers if column.name == "hours"])
    summed_columns = [column for column in numbers if column.name != "head_count"]  # a person may work in two units
    check_sum_rows(reading.to_check(table, summed_columns, _KEYS, per_hundredth={"hours": TICKS_PER_CENTIHOUR}))
    profile = "/".join(reading.header.text(index_of[name]) for name in ("unit", "code", "employment", "hours"))
    return HeromaPart(_rows(table), f"heroma:{profile}", reading.sheet.name)


def _refuse_period_13(reading: SheetReading, table: Table) -> None:
    """Note each row in period 13: the books have one, the calendar that people work by has not."""
    column = reading.sheet_column(reading.header.index_of["month"])
    for row, month in zip(table.rows, table.values["month"], strict=True):
        if month != counted_month(month):
            problem = Problem(FaultCode.PERIOD_UNREADABLE, {"value": month})
            reading.file.faults.add_problem(problem, reading.sheet.name, (row, column))


def finish_heroma(parts: Sequence[HeromaPart], reading: Reading) -> Outcome | None:
    """Sum the sheets' rows, and only then round to centihours. None where a sum would pass all bounds."""
    rows = pl.concat([part.rows for part in parts])
    if may_overflow(rows, _NUMBERS):
        reading.faults.add(FaultCode.AMOUNT_TOO_LARGE, column="hours", value="")
        return None
    refuse_copies([SheetRows(part.sheet, part.rows, _NUMBERS) for part in parts], reading)
    if reading.faults:
        return None
    cells = summed([rows], HOURS_CELL_COLUMNS, _NUMBERS)
    ticks = pl.col("centihours")
    rounded = (ticks.abs() + TICKS_PER_CENTIHOUR // 2) // TICKS_PER_CENTIHOUR  # halves away from zero
    cells = cells.with_columns(rounded * ticks.sign())
    warn_of_negative_hours(cells, reading)
    return Outcome(
        source=Source.HEROMA,
        profile=parts[0].profile,
        cells=cells,
        counted=cells,
        number="centihours",
        vouchers=lay_out(dict.fromkeys(VOUCHER_COLUMNS, ()), VOUCHER_COLUMNS, ["amount_ore"]),
    )


def _rows(table: Table) -> pl.DataFrame:
    values: dict[str, Values] = {name: table.values[name] for name in table.values if name in HOURS_CELL_COLUMNS}
    values.setdefault("time_kind", TimeKind.ORDINARY.value)
    for name, number in _NUMBER_OF.items():
        values[number] = _numbers(name, table.values.get(name))
    return lay_out(values, HOURS_CELL_COLUMNS, _NUMBERS)


def _numbers(name: str, column: Sequence[int | None] | None) -> Values:
    """Give a column's numbers, a blank as zero. None where an optional column is missing, or blank as in a template."""
    if column is None or (name != "hours" and all(value is None for value in column)):
        return None
    return [value or 0 for value in column]
