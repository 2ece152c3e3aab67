"""Headings in several rows: "Januari" over "Utfall" and "Budget", "Ackumulerat" over both, a year over its months.

The row of headings is rewritten so that each of its cells says all that stands above it; after that it is a header like
any other. A heading reaches over the cells that it is merged with. Where nothing is merged it reaches to the next one,
and only where the same headings begin under each: what else it may reach over would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bemanning.domain.vocabulary import AmountMeasure, Source
from loaders.header import LEDGER_KEYS, MEASURES, read_header
from loaders.headings import Headings, Meaning, normalised
from loaders.look import Look
from loaders.period_parser import read_year
from loaders.periods import Period, read_period
from loaders.raw_sheet import Cell, RawSheet, Row

# Title rows and two rows of groups stand above; further down is no header.
_WITHIN_ROWS = 60
_MOST_GROUP_ROWS = 2
_SIGNS = ("-", "+", "(", "\u2212")
_CUMULATIVE = "Ackumulerat"
_WORD_OF = {AmountMeasure.ACTUAL: "Utfall", AmountMeasure.BUDGET: "Budget", AmountMeasure.FORECAST: "Prognos"}


@dataclass(frozen=True, slots=True)
class _Part:
    """What a cell contributes to a heading."""

    text: str
    column: str = ""
    period: Period | None = None
    year: int | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the cell alone could head any column."""
        return bool(self.column) or self.period is not None

    @property
    def is_amount(self) -> bool:
        """Whether the cell alone could head a column of amounts."""
        return self.column in MEASURES or self.period is not None


_NOTHING = _Part("")


def with_group_headings(sheet: RawSheet, headings: Headings) -> RawSheet:
    """Give the sheet with its row of headings made whole; the sheet as it is where no heading stands over others."""
    rows = list(islice(sheet.open_rows(), _WITHIN_ROWS))
    whole: tuple[int, Row] | None = None
    for number in range(1, len(rows)):
        combined = _whole(sheet, rows, number, headings)
        if combined is None and whole:
            break
        whole = (number, combined) if combined else None
    return _rewritten(sheet, rows, *whole, headings) if whole else sheet


def _whole(sheet: RawSheet, rows: list[Row], number: int, headings: Headings) -> Row | None:
    """Make a row of headings whole. None where nothing stands over it, or it is no header for all that."""
    table = headings.columns[Source.LEDGER]
    above = [_reach(rows, number - 1 - up, number, sheet, table) for up in range(min(_MOST_GROUP_ROWS, number))]
    if not all(_may_head(cell, table) for cell in rows[number]):
        return None
    higher = [] if _has_keys(number, rows[number], headings) else rows[max(number - _MOST_GROUP_ROWS, 0) : number]
    combined = _combined(rows[number], above, higher, table)
    return combined if combined != rows[number] and _has_keys(number, combined, headings) else None


def _may_head(cell: Cell, table: Mapping[str, Meaning]) -> bool:
    """Tell a heading, or a blank, from the codes and amounts of a row: those are never made headings."""
    text, part = _text(cell), _part(cell, table)
    return part.is_heading or part.year is not None or not (text[:1].isdigit() or text.startswith(_SIGNS))


def _has_keys(number: int, row: Row, headings: Headings) -> bool:
    header = read_header(Source.LEDGER, number, row, headings)
    return all(key in header.index_of for key in header.needed if key in LEDGER_KEYS)


def _rewritten(sheet: RawSheet, rows: list[Row], number: int, whole: Row, headings: Headings) -> RawSheet:
    """Put the whole headings where the row of headings stands, and leave its repetitions on later pages blank.

    A row above that has headings of its own loses them, for it is no header any more; what it says of units it keeps.
    """
    table = headings.columns[Source.LEDGER]
    first = max(number - _MOST_GROUP_ROWS, 0)
    repeated = [row for row in rows[first : number + 1] if any(cell != "" for cell in row)]
    taken = {place for place in range(first, number) if _has_keys(place, rows[place], headings)}

    def open_rows() -> Iterator[Row]:
        for place, row in enumerate(sheet.open_rows()):
            if place == number:
                yield list(whole)
            elif place in taken:
                yield ["" if _part(cell, table).is_heading else cell for cell in row]
            else:
                yield [""] * len(row) if place > number and row in repeated else row

    return replace(sheet, open_rows=open_rows, open_blocks=None)


def _reach(rows: list[Row], number: int, under: int, sheet: RawSheet, table: Mapping[str, Meaning]) -> dict[int, Cell]:
    """Map each place to the heading in this row that reaches over it."""
    row = rows[number]
    places = [place for place, cell in enumerate(row) if _text(cell)]
    reach: dict[int, Cell] = {}
    for place in places:
        last = _merged_to(sheet.look, number, place + sheet.first_column) - sheet.first_column
        reach |= dict.fromkeys(range(place, max(last, place) + 1), row[place])
    groups = [place for place in places if place not in _merged_places(sheet, number) and _is_group(row[place], table)]
    for place, end in _stretches(groups, places, rows[under]):
        reach |= dict.fromkeys(range(place, end), row[place])
    return reach


def _merged_to(look: Look, row: int, column: int) -> int:
    return next((area.last_column for area in look.merged if area[:2] == (row, column)), column)


def _merged_places(sheet: RawSheet, row: int) -> set[int]:
    return {
        area.first_column - sheet.first_column
        for area in sheet.look.merged
        if area.first_row == row and area.last_column > area.first_column
    }


def _is_group(cell: Cell, table: Mapping[str, Meaning]) -> bool:
    part = _part(cell, table)
    return (
        part.is_amount
        or part.year is not None
        or part.column == "cumulative"
        or f"utfall{normalised(part.text)}" in table
    )


def _stretches(groups: Sequence[int], places: Sequence[int], below: Row) -> Iterator[tuple[int, int]]:
    """Give where each heading that nothing is merged with begins and ends, where the headings below show it."""
    ends = dict(pairwise([*places, len(below)]))
    stretches = [(place, ends[place]) for place in groups]
    under = [[normalised(_text(cell)) for cell in below[start:end]] for start, end in stretches]
    first = {texts[0] for texts in under if texts}
    if len(stretches) > 1 and len(first) == 1 and all(len(set(texts)) == len(texts) for texts in map(_filled, under)):
        yield from stretches


def _filled(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text]


def _combined(
    row: Row, above: Sequence[Mapping[int, Cell]], rows_above: Sequence[Row], table: Mapping[str, Meaning]
) -> Row:
    """Make each heading say what stands above it too."""
    own = [_own(cell, place, rows_above, table) for place, cell in enumerate(row)]
    has_month = any(_part(cell, table).column == "month" for cell in own)
    return [
        _heading(cell, [reach[place] for reach in above if place in reach], table, has_month=has_month)
        for place, cell in enumerate(own)
    ]


def _own(cell: Cell, place: int, rows_above: Sequence[Row], table: Mapping[str, Meaning]) -> Cell:
    """Give a blank cell the heading that stands higher up in its column, as when the two are merged."""
    if _text(cell):
        return cell
    higher = [row[place] for row in reversed(rows_above) if place < len(row) and _text(row[place])]
    return higher[0] if higher and _part(higher[0], table).column else cell


def _heading(cell: Cell, labels: Sequence[Cell], table: Mapping[str, Meaning], *, has_month: bool) -> Cell:
    own, above = _part(cell, table), [_part(label, table) for label in labels if label != cell]
    if not own.is_amount or not above:
        return cell
    for label in above:
        known = [text for text in (f"{label.text} {own.text}", f"{own.text} {label.text}") if normalised(text) in table]
        if known:
            return known[0]
    if any(label.column == "cumulative" for label in above):
        return _CUMULATIVE
    return cell if has_month else _of_month(cell, [own, *above])


def _of_month(cell: Cell, parts: Sequence[_Part]) -> Cell:
    """Write a measure and a month, one of which stands over the other, and the year that may stand over both."""
    period = next((part.period for part in parts if part.period), None)
    measure = next((part.column for part in parts if part.column in MEASURES), None)
    year = next((part.year for part in parts if part.year), None)
    if period is None or (measure is None and (period.year or year is None)):
        return cell
    dated = Period(period.number, period.year or year)
    month = dated.month_text() if dated.year else next(part.text for part in parts if part.period)
    return f"{_WORD_OF[AmountMeasure(measure)]} {month}" if measure else month


def _part(cell: Cell, table: Mapping[str, Meaning]) -> _Part:
    if cell == "":  # of which a sheet may have thousands beside each other
        return _NOTHING
    text = _text(cell)
    meaning = table.get(normalised(text)) if isinstance(cell, str) else None
    year = read_year(cell)
    period = None if meaning or year else read_period(cell)
    if period and period.year is None and text[:1].isdigit():
        period = None  # a bare "1" may head a column of anything
    return _Part(text, meaning.column if meaning else "", period, year)


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split())
