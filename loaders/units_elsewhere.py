"""A unit that is named beneath the table, or by the sheet: read without it, amounts would be a thousand times off."""

from __future__ import annotations

from bemanning.domain.faults import FaultCode
from loaders.named_units import named_units
from loaders.reading import SheetReading
from loaders.table import Table
from loaders.titles import titles_of
from loaders.unit_words import KRONOR, scale_of, units_text


def refuse_other_units(reading: SheetReading, table: Table) -> None:
    """Note a unit that is not the one that amounts were read by, where no person has said which it is."""
    if reading.file.layout and reading.file.layout.unit:
        return
    named = named_units([reading.sheet.name or ""]) - {*KRONOR}
    elsewhere = titles_of(table.captions).units | named
    used = reading.titles.units | reading.header.units
    if scale_of(elsewhere | used) != scale_of(used):
        reading.fault(FaultCode.UNIT_CONFLICT, units=units_text(elsewhere | (used or {"kr"})))
