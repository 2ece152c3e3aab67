"""A csv or text file to one raw sheet, with its separator found by its headings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from loaders.decoding import decode
from loaders.fault_log import FaultLog
from loaders.raw_sheet import RawSheet, Row
from loaders.refusal import refusal
from loaders.text_blocks import TextBlock, text_blocks

_SEPARATORS = ";\t|,"
_LOOKED_AT_ROWS = 60
# How much of a text is split at a time.
_BLOCK_LINES = 10_000
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SEPARATOR_LINE = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)


def read_text(path: Path, is_heading: Callable[[str], bool], warnings: FaultLog) -> RawSheet:
    """Read a text file. Row numbers are those that a spreadsheet shows: a line break in quotes makes no new row.

    is_heading: tells whether a text is a known heading, by which the separator is chosen.
    A last line without its end is noted: where the file was cut off, the line's last amount may have been too.
    Raises UserError where the encoding is unknown or a quotation mark is never closed.
    """
    text = decode(path.read_bytes())
    if not text.endswith(("\n", "\r")):
        warnings.add(FaultCode.TEXT_LAST_LINE)
    is_plain = _is_plain(text)
    rows = _split if is_plain else _parsed
    stated = _stated_separator(text)
    separator = stated or max(_SEPARATORS, key=lambda candidate: _score(rows(text, candidate), is_heading))

    # The line that names the separator is no row: a spreadsheet doesn't show it.
    skipped = 1 if stated else 0

    def open_rows() -> Iterator[Row]:
        return islice(rows(text, separator), skipped, None)

    def open_blocks(first_row: int, size: int) -> Iterator[TextBlock]:
        return text_blocks(text, separator, first_row + skipped, size)

    blocks = open_blocks if is_plain else None
    return RawSheet(None, open_rows, ragged=True, has_commas=separator == ",", open_blocks=blocks)


def _stated_separator(text: str) -> str:
    match = _SEPARATOR_LINE.match(text)
    return match[1] if match else ""


def _score(texts: Iterator[Row], is_heading: Callable[[str], bool]) -> tuple[int, int]:
    """Most headings known in one row; where none is, most cells in one row."""
    best = (0, 0)
    # A quotation mark may only make sense with another separator, or be what is wrong with the file.
    with suppress(UserError):
        for row in islice(texts, _LOOKED_AT_ROWS):
            best = max(best, (sum(is_heading(str(cell)) for cell in row), len(row)))
    return best


def _is_plain(text: str) -> bool:
    """Tell whether cells are just what stands between separators: no quotation marks, and lines end in one way."""
    return '"' not in text and not _LONE_RETURN.search(text)


def _split(text: str, separator: str) -> Iterator[Row]:
    """Give the rows of a plain text, without a copy of it all."""
    for block in text_blocks(text, separator, 0, _BLOCK_LINES):
        yield from block.split()


def _parsed(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            yield list(row)
    except csv.Error as error:
        raise refusal(FaultCode.TEXT_BROKEN, line=reader.line_num) from error
