"""A unit that is named beneath the table, or by the sheet: read without it, amounts would be a thousand times off."""

from __future__ import annotations

import re

from bemanning.domain.faults import FaultCode
from loaders.reading import SheetReading
from loaders.table import Table
from loaders.titles import scale_of, titles_of
from loaders.unit_words import LARGE, either

_IN_NAME = re.compile(rf"(?<![^\W_])({either(*LARGE)})(?![^\W_])", re.IGNORECASE)


def refuse_other_units(reading: SheetReading, table: Table) -> None:
    """Note a unit that is not the one that amounts were read by, where no person has said which it is."""
    if reading.file.layout and reading.file.layout.unit:
        return
    named = {match[1].lower() for match in _IN_NAME.finditer(reading.sheet.name or "")}
    elsewhere = titles_of(table.captions).units | named
    used = reading.titles.units | reading.header.units
    if elsewhere and scale_of(elsewhere) != scale_of(used):
        reading.fault(FaultCode.UNIT_CONFLICT, units=", ".join(sorted(elsewhere | (used or {"kr"}))))
