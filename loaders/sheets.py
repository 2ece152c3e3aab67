"""Which of a file's sheets to read, and as what: recognised by headings, never by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from bemanning.domain.faults import FaultCode
from bemanning.domain.vocabulary import AmountMeasure, Source
from loaders.garbled import is_garbled
from loaders.header import Header, find_headers, heading_text, read_header
from loaders.headings import Headings, normalised
from loaders.personal import shown
from loaders.profile_choice import choose_by_profile
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.reading import Reading
from loaders.seen import Chosen, see, see_row
from loaders.spans import is_span

# Further down than any title block; a header below this is one nobody sees either.
HEADER_WITHIN_ROWS = 60
_SHOWN_HEADINGS = 30
_NEAR = 0.7
# With this many of its needed headings, a sheet that is not read was probably meant to be.
_MEANT_FROM = 2


def choose_sheets(sheets: Sequence[RawSheet], reading: Reading) -> list[Chosen]:
    """Choose the sheets to read. Empty where none is recognised, or several that differ: the faults say why.

    A saved profile that fits, or the one asked for, goes before the tables of headings.
    """
    if not sheets:
        reading.faults.add(FaultCode.FILE_EMPTY)
        return []
    chosen = choose_by_profile(sheets, reading, HEADER_WITHIN_ROWS)
    if chosen is None:
        named = reading.layout.sheets if reading.layout else ()
        candidates = [sheet for sheet in sheets if sheet.name in named] or sheets
        row = reading.layout.row if reading.layout else 0
        chosen = _at_row(candidates[0], row, sheets, reading) if row else _by_headings(candidates, reading)
    source = chosen[0][1].source if chosen else None
    if source and reading.wanted not in {None, source}:
        reading.faults.add(FaultCode.SOURCE_OTHER, source=source)
        return []
    return chosen


def _at_row(sheet: RawSheet, row: int, sheets: Sequence[RawSheet], reading: Reading) -> list[Chosen]:
    """Read the sheet by the headings in a row that a person has named; where they are not known, show what they are."""
    cells = next(islice(sheet.open_rows(), row - 1, None), [])
    headers = [read_header(source, row - 1, cells, reading.headings) for source in Source]
    header = max(headers, key=lambda each: (each.is_telling, each.found))
    if not header.missing:
        see(reading, sheets, (sheet, header), [(sheet, header)])
        return [(sheet, header)]
    if header.found:
        see(reading, sheets, (sheet, header))
    else:
        see_row(reading, sheets, sheet, row - 1, cells)
    _report_missing(sheet, header, reading)
    return []


def _by_headings(sheets: Sequence[RawSheet], reading: Reading) -> list[Chosen]:
    candidates = [(sheet, find_headers(sheet, reading.headings, HEADER_WITHIN_ROWS)) for sheet in sheets]
    complete = [(sheet, header) for sheet, headers in candidates for header in headers if not header.missing]
    # Asked for one source, a sheet that could be either is that.
    chosen = [pair for pair in complete if pair[1].source is reading.wanted] or complete
    if not chosen:
        _report_nearest(candidates, reading)
        return []
    is_of_both = len({sheet.name for sheet, _ in chosen}) < len(chosen)
    differs = len({_layout(header) for _, header in chosen}) > 1
    see(reading, sheets, chosen[0], () if is_of_both or differs else chosen)
    if is_of_both:
        reading.seen = reading.seen and replace(reading.seen, is_either=True)
        sheet, _ = chosen[0]
        reading.faults.add(FaultCode.SOURCE_AMBIGUOUS, sheet=sheet.name)
    elif differs:
        reading.faults.add(FaultCode.SHEETS_DIFFER, sheets=_names(chosen))
    else:
        _warn(candidates, chosen, reading)
        return chosen
    return []


def _layout(header: Header) -> tuple[str, ...]:
    """Two sheets are alike when the same headings mean the same columns; months as columns may differ."""
    columns = sorted(header.index_of.items())
    return (header.source, *(f"{column}={normalised(header.text(index))}" for column, index in columns))


def _names(chosen: Sequence[Chosen]) -> str:
    return ", ".join(str(sheet.name) for sheet, _ in chosen)


def _warn(candidates: list[tuple[RawSheet, list[Header]]], chosen: list[Chosen], reading: Reading) -> None:
    if len(chosen) > 1:
        reading.warnings.add(FaultCode.SEVERAL_SHEETS_READ, sheets=_names(chosen))
    read = {sheet.name for sheet, _ in chosen}
    for sheet, headers in candidates:
        if sheet.name in read:
            if sheet.is_hidden:
                reading.warnings.add(FaultCode.HIDDEN_SHEET_READ, sheet=sheet.name)
        elif meant := [header for header in headers if header.found >= _MEANT_FROM and header.is_telling]:
            missing = ", ".join(meant[0].missing)
            reading.warnings.add(FaultCode.SHEET_IGNORED, sheet=sheet.name, missing=missing)


def _report_nearest(candidates: list[tuple[RawSheet, list[Header]]], reading: Reading) -> None:
    """Say what is missing in the row that comes nearest to a header of either source."""
    near = [(header, sheet) for sheet, headers in candidates for header in headers]
    sheets = [sheet for sheet, _ in candidates]
    if not near:
        row, cells = _likeliest_row(sheets[0])
        see_row(reading, sheets, sheets[0], row, cells)
        headings = _shortened([heading_text(cell) for cell in cells if heading_text(cell)])
        if reading.is_balance:
            reading.faults.add(FaultCode.BALANCE_HEADINGS, missing="account, actual", headings=headings)
        else:
            reading.faults.add(FaultCode.HEADINGS_UNKNOWN, headings=headings)
        return
    header, sheet = max(near, key=lambda pair: (pair[0].is_telling, pair[0].found))
    row, cells = _likeliest_row(sheet)
    if header.found < _MEANT_FROM and row != header.row:
        # One word that a heading could be may stand in a title, too.
        see_row(reading, sheets, sheet, row, cells)
    else:
        see(reading, sheets, (sheet, header))
    for index in (index for index in header.unknown if is_span(header.text(index))):
        at = (header.row, sheet.first_column + index)
        reading.faults.add(FaultCode.PERIOD_SPAN, sheet=sheet.name, at=at, value=header.text(index))
    for index in (index for index in header.unknown if is_garbled(header.text(index))):
        at = (header.row, sheet.first_column + index)
        reading.faults.add(FaultCode.HEADING_GARBLED, sheet=sheet.name, at=at, heading=shown(header.text(index)))
    if any(is_span(header.text(index)) for index in header.unknown) and header.missing == (AmountMeasure.ACTUAL,):
        return
    _report_missing(sheet, header, reading)


def _report_missing(sheet: RawSheet, header: Header, reading: Reading) -> None:
    missing = ", ".join(header.missing)
    if reading.is_balance:
        headings = _shortened([header.text(index) for index, cell in enumerate(header.cells) if cell != ""])
        code, params = FaultCode.BALANCE_HEADINGS, {"missing": missing, "headings": headings}
    else:
        found = _shortened([header.text(index) for index in header.index_of.values()])
        code, params = FaultCode.LEDGER_WITHOUT_ANSVAR, {"found": found, "nearest": _nearest(header, reading.headings)}
        if header.source is not Source.LEDGER or missing != "ansvar":
            code, params = FaultCode.HEADINGS_MISSING, {**params, "source": header.source, "missing": missing}
    reading.faults.add(code, sheet=sheet.name, at=(header.row, sheet.first_column), **params)


def _nearest(header: Header, headings: Headings) -> str:
    """Name the unknown headings that resemble one that is missing."""
    return _shortened([header.text(index) for index in header.unknown if _resembles(header, index, headings)])


def _resembles(header: Header, index: int, headings: Headings) -> bool:
    table = headings.columns[header.source]
    wanted = [heading for heading, meaning in table.items() if meaning.column in header.missing]
    return bool(get_close_matches(normalised(header.text(index)), wanted, n=1, cutoff=_NEAR))


def _likeliest_row(sheet: RawSheet) -> tuple[int, Row]:
    """Give the first of the rows with the most words: most likely what was meant as the header."""
    rows = list(islice(sheet.open_rows(), HEADER_WITHIN_ROWS)) or [[]]
    return max(enumerate(rows), key=lambda pair: sum(map(_is_word, pair[1])))


def _is_word(cell: Cell) -> bool:
    """Tell whether a cell could be a heading rather than an amount, a code or a day."""
    return isinstance(cell, str) and any(character.isalpha() for character in cell)


def _shortened(texts: list[str]) -> str:
    return ", ".join(shown(text) for text in texts[:_SHOWN_HEADINGS])
