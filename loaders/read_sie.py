"""A SIE file, the text of SIE 4 (types 1 to 4) or the XML of SIE 5, to cells."""

from __future__ import annotations

from pathlib import Path

from loaders.decoding import decode
from loaders.outcome import Outcome
from loaders.reading import Reading
from loaders.sie5_reader import Sie5Reader
from loaders.sie_checksum import check_checksum
from loaders.sie_file import finish_sie
from loaders.sie_reader import SieReader
from loaders.xml_events import listen
from loaders.xml_file import xml_file

# "PC8", the one that the format has. Many programs write another all the same, and say this one.
_CODE_PAGE = "cp437"


def read_sie_5(path: Path, reading: Reading) -> Outcome | None:
    """Read a file of SIE 5, as `read_sie_4` does. The signature that it carries is not checked."""
    reader = Sie5Reader(reading.latest, reading.faults)
    listen(xml_file(path), reader, reason="sie_xml", at=reader.at)
    return None if reading.faults else finish_sie(reader.books, reading)


def read_sie_4(path: Path, reading: Reading) -> Outcome | None:
    """Read a file. None where there are faults: the reading has them. Raises UserError where nothing can be read."""
    books = SieReader(reading.latest, reading.faults, reading.warnings).read(_text(path))
    return None if reading.faults else finish_sie(books, reading)


def _text(path: Path) -> str:
    data = path.read_bytes()
    text = decode(data, usual=_CODE_PAGE)
    check_checksum(data, text)
    return text
