"""What the files that tests build are made of, and what the tests' tables say of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import polars as pl

from bemanning.domain.faults import Fault
from bemanning.domain.parsed_file import ParsedFile


@dataclass(frozen=True)
class Formula:
    """A formula with its saved value; None leaves the value out, as some writers do."""

    text: str
    value: object = None


Cell = str | float | bool | date | time | timedelta | Formula | None
Rows = Sequence[Sequence[Cell]]


def places(faults: Sequence[Fault]) -> list[tuple[str, str | None]]:
    """What a table of expected faults says: code and cell."""
    return [(fault.code, fault.cell) for fault in faults]


def cells_of(parsed: ParsedFile) -> list[dict[str, object]]:
    return pl.read_ipc_stream(parsed.cells).to_dicts()
