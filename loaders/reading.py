"""What is at hand while one file is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from bemanning.domain.profile import Layout, Profile, Seen
from bemanning.domain.vocabulary import Source
from loaders.control_sums import Checked
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.headings import Headings, normalised
from loaders.periods import Period, read_period
from loaders.problem import Problem
from loaders.raw_sheet import RawSheet, Row
from loaders.table import Column, Table
from loaders.table_reader import TableReader
from loaders.titles import Titles, titles_of
from loaders.unit_words import scale_of, units_text, unread_units

_YEAR_DIGITS = 4
# "Utfall (öre)", but neither "kr och öre" nor "kr, öre".
_ORE = "öre"
_IN_ORE = re.compile(rf"(?<!och)(?<![,/&])[ _(\[]+{_ORE}[)\].]*$", re.IGNORECASE)
# What a column holds is told by its first rows.
LOOKED_AT_ROWS = 200


@dataclass(slots=True)
class Reading:
    """One file's reading: the tables to go by, and what has been found so far.

    latest: the last plausible month. source: whose export it is, once that is known. wanted: the only source that may
    be read. is_balance: it is read as a balance list. profiles: those that may fit, or (is_chosen) the one that must.
    profile: the one that it is read by. span: the first and the last month of a balance list whose amounts are of them
    all; they are read as the last one's.
    """

    headings: Headings
    latest: Month
    agency_accounts: frozenset[str]
    faults: FaultLog = field(default_factory=FaultLog)
    warnings: FaultLog = field(default_factory=FaultLog)
    personal: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    source: Source | None = None
    wanted: Source | None = None
    is_balance: bool = False
    profiles: tuple[Profile, ...] = ()
    is_chosen: bool = False
    profile: Profile | None = None
    span: tuple[str, str] | None = None
    seen: Seen | None = None

    @property
    def layout(self) -> Layout | None:
        """What the file is read by, beside the tables of headings."""
        return self.profile.layout if self.profile else None

    @property
    def is_corrected(self) -> bool:
        """Whether a person has this file in view and says how it is to be read; not a profile from another month."""
        return self.profile is not None and not self.profile.name


@dataclass(slots=True)
class SheetReading:
    """One sheet, with its header understood, within the reading of its file."""

    file: Reading
    sheet: RawSheet
    header: Header
    titles: Titles

    @classmethod
    def begin(cls, file: Reading, sheet: RawSheet, header: Header) -> SheetReading:
        """Take the title rows above the header in, and note headings that claim the same column."""
        titles = titles_of(list(islice(sheet.open_rows(), header.row)))
        reading = cls(file, sheet, header, titles)
        for column, positions in header.duplicates.items():
            headings = ", ".join(header.text(index) for index in positions)
            reading.fault(FaultCode.HEADING_DUPLICATE, positions[-1], column=column, headings=headings)
        return reading

    def fault(self, code: FaultCode, index: int | None = None, **params: str | int) -> None:
        """Note a fault of the sheet, at a heading where `index` is given."""
        at = None if index is None else (self.header.row, self.sheet_column(index))
        self.file.faults.add_problem(Problem(code, params), self.sheet.name, at)

    def warn(self, code: FaultCode, **params: str | int) -> None:
        """Note something about the sheet."""
        self.file.warnings.add_problem(Problem(code, params), self.sheet.name, None)

    def first_rows(self) -> list[Row]:
        """Give the first rows below the header, as many as tell what a column holds."""
        start = self.header.row + 1
        return list(islice(self.sheet.open_rows(), start, start + LOOKED_AT_ROWS))

    def sheet_column(self, index: int) -> int:
        """Turn a position in the row into the sheet's column."""
        return self.sheet.first_column + index

    @property
    def said_month(self) -> Period | None:
        """The file's one month, where a person has said it."""
        said = self.file.layout.period if self.file.layout else ""
        return read_period(said) if len(said) > _YEAR_DIGITS else None

    @property
    def said_year(self) -> int | None:
        """The year of months without one, where a person has said it."""
        said = self.file.layout.period if self.file.layout else ""
        return int(said[:_YEAR_DIGITS]) if said else None

    @property
    def year(self) -> int | None:
        """The year of months without one: as a person has said, or a title."""
        return self.said_year or self.titles.year

    def scale(self) -> int:
        """Find kronor per unit written, by titles and headings; said where not kronor, refused where unclear.

        A layout may set the unit, and turn the sign: then it is negative. What is refused as unread it may not set.
        """
        units, layout = self.titles.units | self.header.units, self.file.layout
        in_ore = [index for index in sorted(self.header.index_of.values()) if _IN_ORE.search(self.header.text(index))]
        elsewhere = units - {_ORE} if in_ore else units  # told once, where it stands
        if any([self._refuse_unread(elsewhere), *(self._refuse_unread({_ORE}, index) for index in in_ore)]):
            return 1
        if layout is None:
            return self._named_scale(units)
        scale = self._set_scale(units, layout) if layout.unit else self._named_scale(units)
        return -scale if layout.is_flipped else scale

    def meanings(self, column: str) -> dict[str, str]:
        """Map the words of a column to what they mean: as the tables say, and as a person has said of this file."""
        said = self.file.layout.words if self.file.layout else ()
        own = {normalised(word): meaning for of, word, meaning in said if of == column}
        return {**self.file.headings.words[column], **own}

    def _refuse_unread(self, units: set[str], index: int | None = None) -> bool:
        """Note units that nothing is read in: by any that a person could choose, the sums would be wrong."""
        if unread := unread_units(units):
            self.fault(FaultCode.UNIT_UNREAD, index, units=", ".join(sorted(unread)))
        return bool(unread)

    def _named_scale(self, units: set[str]) -> int:
        scale = scale_of(units)
        if scale is None:
            self.fault(FaultCode.UNIT_CONFLICT, units=units_text(units))
            return 1
        if scale != 1:
            sure = {unit for unit in units if not unit.endswith("?")}
            self.warn(FaultCode.UNIT_SCALED, unit=units_text(sure), factor=scale)
        return scale

    def _set_scale(self, units: set[str], layout: Layout) -> int:
        """Take the layout's unit. A file that has begun to name another one than it did then has moved.

        What was overruled may name currencies too, in capitals; see `currencies`.
        """
        scale, named = scale_of({layout.unit}) or 1, ", ".join(sorted(units))
        overruled = ", ".join(word for word in layout.overruled.split(", ") if not word.isupper())
        is_known = self.file.is_corrected or named == overruled
        if units and scale_of(units) != scale:
            if is_known:
                self.warn(FaultCode.UNIT_SET, unit=layout.unit, units=named)
            else:
                self.fault(FaultCode.UNIT_MOVED, unit=layout.unit, units=named)
        return scale

    def read_table(self, columns: list[Column]) -> Table:
        """Read the rows below the header, and count what was left out."""
        table = TableReader(self.sheet, self.header, columns, self.file.faults).read()
        if self.file.layout and self.file.layout.unit:
            self._refuse_unread(titles_of(table.captions).units)  # without a set unit, it is another than is read
        self.file.personal.update(table.personal)
        self.file.rows += len(table.rows)
        return table

    def to_check(
        self,
        table: Table,
        columns: list[Column],
        keys: Sequence[str],
        units: Mapping[str, int] | None = None,
        per_hundredth: Mapping[str, int] | None = None,
    ) -> Checked:
        """Prepare the check of these columns' sums; see `Checked`."""
        return Checked(
            table=table,
            names=[column.name for column in columns],
            keys=keys,
            units=units or {},
            sheet=self.sheet.name,
            column_of={column.name: self.sheet_column(column.index) for column in columns},
            faults=self.file.faults,
            warnings=self.file.warnings,
            per_hundredth=per_hundredth or {},
        )

    def warn_of_blanks(self, table: Table, names: list[str]) -> None:
        """Say how many detail rows have no amount at all: they count as zero."""
        if all(map(table.values.has_blanks, names)):  # in nearly no file: each row is looked at only then
            columns = [table.values[name] for name in names]
            blank = sum(all(value is None for value in row) for row in zip(*columns, strict=True))
            if blank:
                self.warn(FaultCode.AMOUNT_BLANK, count=blank)
