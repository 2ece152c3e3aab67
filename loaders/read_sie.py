"""A SIE 4 file (types 1 to 4) to cells."""

from __future__ import annotations

from pathlib import Path

from loaders.decoding import decode
from loaders.outcome import Outcome
from loaders.reading import Reading
from loaders.sie_checksum import check_checksum
from loaders.sie_file import finish_sie
from loaders.sie_reader import SieReader

# "PC8", the one that the format has. Many programs write another all the same, and say this one.
_CODE_PAGE = "cp437"


def read_sie(path: Path, reading: Reading) -> Outcome | None:
    """Read a file. None where there are faults: the reading has them. Raises UserError where nothing can be read."""
    books = SieReader(reading.latest, reading.faults, reading.warnings).read(_text(path))
    return None if reading.faults else finish_sie(books, reading)


def _text(path: Path) -> str:
    data = path.read_bytes()
    text = decode(data, usual=_CODE_PAGE)
    check_checksum(data, text)
    return text
