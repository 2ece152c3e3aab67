"""Says what has lost its letters where nothing depends on them: texts that are kept, and headings that are not read."""

from __future__ import annotations

from collections.abc import Iterable

from bemanning.domain.faults import FaultCode
from loaders.codes import TextParser
from loaders.garbled import is_garbled
from loaders.personal import shown
from loaders.reading import SheetReading
from loaders.table import Column


def warn_of_garbled(reading: SheetReading, columns: Iterable[Column]) -> None:
    """Warn of each column, once it is read, with how many different texts of it are garbled and the first of them."""
    for column in columns:
        if isinstance(column.parser, TextParser) and column.parser.garbled:
            texts = sorted(column.parser.garbled)
            reading.warn(FaultCode.TEXT_GARBLED, column=column.name, count=len(texts), value=shown(texts[0]))
    for index in reading.header.unknown:
        if is_garbled(reading.header.text(index)):
            reading.warn(FaultCode.HEADING_GARBLED, heading=reading.header.text(index))
