"""What no mapping knows, as rows to fill: the code is there, the rest is the user's to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.mapping import MappingSet
from bemanning.domain.money import CENTI, ORE_PER_KR
from bemanning.export.workbook_styles import HOURS_UNIT, KR_ORE
from bemanning.services.unmapped import Unmapped, UnmappedItem

# The column to the right of the format's own, which the reader passes over.
UNMAPPED_HEADING = "Omappat belopp"


@dataclass(frozen=True, slots=True)
class RowToFill:
    """A code that a sheet lacks, and how much hangs on it."""

    code: str
    amount: Fraction
    number_format: str


def rows_to_fill(mappings: MappingSet, unmapped: Unmapped) -> dict[str, list[RowToFill]]:
    """Give each sheet's codes to fill, in the order that they were given: the largest first."""
    rows: dict[str, list[RowToFill]] = {}
    for item in unmapped.items:
        for sheet in _sheets(item, mappings):
            rows.setdefault(sheet, []).append(_row(item))
    return rows


def _sheets(item: UnmappedItem, mappings: MappingSet) -> Iterator[str]:
    if item.kind == "account":
        yield "Konton"
    elif item.kind == "code":
        yield "Befattningar"
    else:
        # A unit may have its name and level and still lack its place in the organisation.
        if item.code not in {node.code for node in mappings.nodes or ()}:
            yield "Enheter"
        yield "Organisation"


def _row(item: UnmappedItem) -> RowToFill:
    if item.amount_ore or not item.centihours:
        return RowToFill(item.code, Fraction(item.amount_ore, ORE_PER_KR), KR_ORE)
    return RowToFill(item.code, Fraction(item.centihours, CENTI), HOURS_UNIT)
