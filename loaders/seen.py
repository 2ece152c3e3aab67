"""What a file's headings were taken for, told so that a person can see it and say otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from bemanning.domain.masking import LOOKS_PERSONAL
from bemanning.domain.profile import MONTH_COLUMN, PERSONAL, UNREAD, Columns, Seen
from loaders.header import Header, heading_text
from loaders.headings import normalised
from loaders.personal import HIDDEN
from loaders.raw_sheet import RawSheet, Row
from loaders.reading import Reading
from loaders.titles import titles_of
from loaders.unit_words import unit_name

# More headings than any export has; a sheet of XFD columns is not carried about.
_MOST_HEADINGS = 300
_LONGEST_HEADING = 200


Chosen = tuple[RawSheet, Header]


def see(reading: Reading, sheets: Sequence[RawSheet], nearest: Chosen, chosen: Sequence[Chosen] = ()) -> None:
    """Note what was seen in the header that stands for the file; `chosen` are those that will be read."""
    sheet, header = nearest
    units = titles_of(list(islice(sheet.open_rows(), header.row))).units | header.units
    layout = reading.layout
    reading.seen = Seen(
        source=header.source,
        columns=_columns(header, {} if chosen else _guesses(header, reading)),
        row=header.row + 1,
        sheet=sheet.name,
        sheets=_names(sheets),
        read=_names([each for each, _ in chosen]),
        units=tuple(sorted(units)),
        unit=layout.unit if layout and layout.unit else unit_name(units),
        layout=layout,
        profile=reading.profile.name if reading.profile else "",
        is_whole=bool(chosen),
    )


def see_row(reading: Reading, sheets: Sequence[RawSheet], sheet: RawSheet, row: int, cells: Row) -> None:
    """Note the likeliest header row of a file where nothing is known."""
    columns = tuple(_column(heading_text(cell), UNREAD) for cell in cells[:_MOST_HEADINGS] if heading_text(cell))
    units = titles_of(list(islice(sheet.open_rows(), row))).units
    reading.seen = Seen(
        source=None,
        columns=columns,
        row=row + 1,
        sheet=sheet.name,
        sheets=_names(sheets),
        units=tuple(sorted(units)),
        unit=unit_name(units),
        layout=reading.layout,
    )


def _columns(header: Header, guesses: Mapping[int, str]) -> Columns:
    fields = {index: column for column, index in header.index_of.items()} | dict(guesses)
    fields |= {index: column for column, positions in header.duplicates.items() for index in positions}
    fields |= {month.index: MONTH_COLUMN for month in header.months}
    fields |= dict.fromkeys(header.not_months, MONTH_COLUMN) | dict.fromkeys(header.personal, PERSONAL)
    texts = ((index, header.text(index)) for index in range(min(len(header.cells), _MOST_HEADINGS)))
    return tuple(_column(text, fields.get(index, UNREAD)) for index, text in texts if text)


def _guesses(header: Header, reading: Reading) -> dict[int, str]:
    """Propose what the tables know of headings that the layout doesn't: that may be where what is missing went."""
    table, needed = reading.headings.columns[header.source], reading.layout.needed if reading.layout else ()
    missing = {*header.missing, *(field for _, field in needed)} - header.index_of.keys()
    known = {index: table.get(normalised(header.text(index))) for index in header.unknown}
    return {index: meaning.column for index, meaning in known.items() if meaning and meaning.column in missing}


def _names(sheets: Sequence[RawSheet]) -> tuple[str, ...]:
    return tuple(sheet.name for sheet in sheets if sheet.name is not None)


def _column(heading: str, field: str) -> tuple[str, str]:
    """Write a heading in full, for it is to be found again; but a row of data may be what was taken for the header."""
    return (HIDDEN, PERSONAL) if LOOKS_PERSONAL.search(heading) else (heading[:_LONGEST_HEADING], field)
