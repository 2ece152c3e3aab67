"""Signs that a file is written otherwise than what is loaded: with the sign turned, or in another unit.

Alone, such a file looks sound. Beside the months that are loaded it doesn't. It may be right all the same: never
refused, always said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.money import hours_text, kr_text
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from bemanning.services.file_report import MonthChange
from bemanning.services.restatement import AMOUNT_COLUMN, outcome_only
from bemanning.store import Session

# No month of a region is so many times another: tkr taken for kr are a thousand, minutes for hours sixty.
_TIMES = {Source.LEDGER: 200, Source.HEROMA: 20}
# A sum that turns is about as large as it was; a small month of corrections may be negative.
_ABOUT = 5


@dataclass(frozen=True, slots=True)
class _Pair:
    """A month's sum in the file, and the loaded month's that it is held against."""

    month: str
    amount: int
    loaded_month: str
    loaded: int


def doubtful_sums(session: Session, parsed: ParsedFile, scope: str, changes: Sequence[MonthChange]) -> Iterator[Fault]:
    """Doubt a file most of whose months differ so from themselves as loaded, or from the loaded month before them.

    changes: what the file makes of its months, as `month_changes` gives it.
    """
    source = parsed.source or Source.LEDGER
    pairs = [
        _Pair(each.month, each.after, each.month, each.before)
        for each in changes
        if each.key is None and each.before is not None
    ] or list(_beside(session, parsed, scope))
    for code, is_doubtful in (
        (FaultCode.SIGN_AGAINST_LOADED, _is_turned),
        (FaultCode.SCALE_AGAINST_LOADED, _is_scaled),
    ):
        found = [pair for pair in pairs if is_doubtful(pair, source)]
        if 2 * len(found) > len(pairs):
            yield _fault(code, found[0], source)


def _beside(session: Session, parsed: ParsedFile, scope: str) -> Iterator[_Pair]:
    """Hold the first month of a file of new months against the nearest loaded one before it, or else after it."""
    source, first = parsed.source or Source.LEDGER, min(parsed.per_month)
    rows = session.months.current()
    loaded = sorted(str(row.month) for row in rows if (row.source, row.scope) == (source, scope))
    if not loaded:
        return
    nearest = max((month for month in loaded if month < first), default=loaded[0])
    read = session.cells.current_cost if source is Source.LEDGER else session.cells.current_hours
    cells = outcome_only(read(scope=scope, months=[nearest]), source)
    total = cells.select(pl.col(AMOUNT_COLUMN[source]).sum()).item()
    yield _Pair(first, parsed.per_month[first], nearest, int(total))


def _is_turned(pair: _Pair, source: Source) -> bool:
    alike = abs(pair.amount) < _ABOUT * abs(pair.loaded) and abs(pair.loaded) < _ABOUT * abs(pair.amount)
    return source is Source.LEDGER and pair.amount * pair.loaded < 0 and alike


def _is_scaled(pair: _Pair, source: Source) -> bool:
    small, large = sorted((abs(pair.amount), abs(pair.loaded)))
    return 0 < small * _TIMES[source] <= large


_DOUBTS = ((FaultCode.SIGN_AGAINST_LOADED, _is_turned), (FaultCode.SCALE_AGAINST_LOADED, _is_scaled))


def _fault(code: FaultCode, pair: _Pair, source: Source) -> Fault:
    text: Callable[[int], str] = kr_text if source is Source.LEDGER else hours_text
    unit = "kr" if source is Source.LEDGER else "timmar"
    return Fault(
        code,
        {
            "month": pair.month,
            "amount": f"{text(pair.amount)} {unit}",
            "loaded_month": pair.loaded_month,
            "loaded": f"{text(pair.loaded)} {unit}",
        },
    )
