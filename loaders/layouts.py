"""A header row read by a layout: each heading is what a person has said that it is, and nothing else is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bemanning.domain.profile import MONTH_COLUMN, UNREAD, Layout
from bemanning.domain.vocabulary import Source
from loaders.header import (
    HALVES,
    MEASURES,
    Header,
    heading_text,
    leave_needless_halves,
    month_column,
    settle,
    unit_in,
)
from loaders.headings import Headings, normalised
from loaders.named_units import named_units
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.unit_words import LARGE

# A heading, and how many like it stand before it: headings that are alike are told apart by their order.
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet's likeliest header row by a layout. missing: the headings that the layout needs and that are not there.

    found: how many of the layout's headings are there, of how many (`known`); months, which come and go, apart.
    """

    sheet: RawSheet
    header: Header
    missing: tuple[str, ...]
    found: int
    known: int

    @property
    def fits(self) -> bool:
        """Whether the sheet can be read by the layout."""
        return not self.missing and not self.header.missing


def lay_out_sheet(sheet: RawSheet, layout: Layout, headings: Headings, rows: int) -> LaidOut:
    """Find the first row where most of the layout's headings stand."""
    fields = {key: field for key, (_, field) in _by_key(layout).items()}
    looked_at = list(islice(sheet.open_rows(), rows)) or [[]]
    row = max(range(len(looked_at)), key=lambda number: len(fields.keys() & set(_cell_keys(looked_at[number]))))
    header = _header(layout, fields, (row, looked_at[row]), headings)
    there = set(_cell_keys(looked_at[row]))
    missing = [column for key, column in _by_key(layout).items() if key not in there]
    needed = tuple(heading for heading, field in missing if (heading, field) in layout.needed)
    lasting = {key for key, field in fields.items() if field != MONTH_COLUMN}
    return LaidOut(sheet, header, needed, len(lasting & there), len(lasting))


def is_wide(layout: Layout) -> bool:
    """Tell whether months stand as columns: then those that the layout doesn't name are read too."""
    fields = {field for _, field in layout.columns}
    return layout.source is Source.LEDGER and not fields & {"month", *MEASURES, *HALVES}


def _header(layout: Layout, fields: Mapping[Key, str], row: tuple[int, Row], headings: Headings) -> Header:
    header = Header(layout.source, *row, is_balance=headings.is_balance)
    claims: dict[str, list[tuple[int, int]]] = {}
    for index, key in enumerate(_cell_keys(header.cells)):
        field = fields.get(key)
        if kind := _personal_kind(key, layout.source, headings):
            header.personal[index] = kind
        elif field is None:
            _take_new(header, index, is_wide=is_wide(layout))
        elif field == MONTH_COLUMN:
            _take_month(header, index)
        elif field != UNREAD:
            claims.setdefault(field, []).append((1, index))
            header.units |= _units(header.text(index), field)
    settle(claims, header)
    leave_needless_halves(header)
    return header


def _units(heading: str, field: str) -> set[str]:
    """Find the unit at a heading's end, or in its words: the kr of "Belopp (1000 kr)" is not all that it says."""
    unit = unit_in(heading)
    last = {unit[1].lower()} if unit else set()
    named = named_units([heading]) if field in {*MEASURES, *HALVES} else set()
    return last if last & {*LARGE} else named or last


def _take_new(header: Header, index: int, *, is_wide: bool) -> None:
    """Read a heading that the layout doesn't know as a month where months are columns; else leave it."""
    month = month_column(index, header.cells[index]) if is_wide else None
    if month:
        header.months.append(month)
    elif header.text(index):
        header.unknown.append(index)


def _take_month(header: Header, index: int) -> None:
    month = month_column(index, header.cells[index], is_said=True)
    if month:
        header.months.append(month)
    else:
        header.not_months.append(index)


def _personal_kind(key: Key, source: Source, headings: Headings) -> str | None:
    """Tell what kind of personal data stands under a heading; a layout can't ask for it."""
    return None if key[0] in headings.columns[source] else headings.personal.get(key[0])


def _by_key(layout: Layout) -> dict[Key, tuple[str, str]]:
    keys = _counted(normalised(heading) for heading, _ in layout.columns)
    return {key: column for key, column in zip(keys, layout.columns, strict=True) if key[0]}


def _cell_keys(cells: Iterable[Cell]) -> Iterator[Key]:
    return _counted(normalised(heading_text(cell)) for cell in cells)


def _counted(texts: Iterable[str]) -> Iterator[Key]:
    before: Counter[str] = Counter()
    for text in texts:
        yield text, before[text]
        before[text] += 1
