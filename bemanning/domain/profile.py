"""Profiles: how one system's files are read, as a person confirmed or corrected it; named, and versioned.

A layout names a file's headings as the file writes them. Next month's file is read by it without a question, and one
that lacks a heading that the layout reads is refused: it has moved, and where to is for a person to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from bemanning.domain.vocabulary import Employment, Source, TimeKind

# What a heading can be taken for, beside the fields: left unread; a month's amounts, the month being the heading;
# personal data, that no layout can ask for.
UNREAD, MONTH_COLUMN, PERSONAL = "", "month_column", "personal"
FIELDS: Mapping[Source, tuple[str, ...]] = {
    Source.LEDGER: (
        "month", "year", "account", "ansvar", "actual", "debit", "credit", "budget", "forecast", MONTH_COLUMN,
        "activity", "project", "counterparty", "supplier", "voucher", "total", "cumulative", "name",
    ),
    Source.HEROMA: (
        "month", "year", "unit", "code", "employment", "time_kind", "hours", "cost", "head_count", "supplier", "name",
    ),
}  # fmt: skip
# Nothing is read from these, or only to check with, and months come and go: no file is refused for want of them.
_OPTIONAL = frozenset({UNREAD, MONTH_COLUMN, "total", "cumulative", "name"})
UNITS = ("kr", "tkr", "mkr")
# In place of a profile's name: read by the tables of headings alone, whatever profile fits.
NO_PROFILE = "-"
LONGEST_NAME = 60

# What a word can mean, in each column that holds words.
WORD_MEANINGS: Mapping[str, tuple[str, ...]] = {"employment": tuple(Employment), "time_kind": tuple(TimeKind)}
# Column, word as the file writes it, and what it means.
Words = tuple[tuple[str, str, str], ...]
# A heading as the file writes it, and the field that it is taken for. Of headings that are alike, the order tells.
Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is read.

    sheets: by name; empty: every sheet that has the headings. unit: of UNITS, or "": as the file says. overruled: what
    the file itself said, where a person set the unit against it. scope: a scope's code, or "": told by the units.
    period: the file's year ("2018") or month ("2018-12") where it says none; of one file, never of a profile, as is
    row: where the headings stand, counted from 1, when nothing is said of them; 0: wherever they are found.
    words: what the file's own words mean in a column of words (WORD_MEANINGS), beside those that are known.
    """

    source: Source
    columns: Columns
    sheets: tuple[str, ...] = ()
    unit: str = ""
    overruled: str = ""
    is_flipped: bool = False
    scope: str = ""
    period: str = ""
    row: int = 0
    words: Words = ()

    @property
    def needed(self) -> Columns:
        """The headings that a file must have to be read by the layout."""
        return tuple((heading, field) for heading, field in self.columns if field not in _OPTIONAL)

    def lasting(self) -> Layout:
        """Leave out what is true of one file alone."""
        return replace(self, period="", row=0)


@dataclass(frozen=True, slots=True)
class Profile:
    """A version of a named layout. Version 0 without a name: a correction of one file."""

    name: str
    version: int
    layout: Layout


@dataclass(frozen=True, slots=True)
class ReadBy:
    """What a file is to be read by. All of it left out: by the saved profile that fits, else by the tables of headings.

    source: refuse a file of another. profile: a saved one's name, or NO_PROFILE. layout: a correction of this file.
    """

    source: Source | None = None
    profile: str | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file's headings were taken for; of a file that was not understood, those of its likeliest header row.

    source: None where neither fits. row: of the headings, counted from 1. sheets: every sheet's name; read: those that
    were read. units: as the file names them. unit: of UNITS, what was read. layout: what it was read by, if by any, and
    profile: its name, if it has one; of a file that was not understood, those that came nearest.
    is_whole: every column that is needed was there, so that the rows were read. is_either: they fit both sources.
    sheet: where the headings stand.
    """

    source: Source | None
    columns: Columns
    row: int
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unit: str = "kr"
    layout: Layout | None = None
    profile: str = ""
    is_whole: bool = False
    is_either: bool = False

    def as_layout(self) -> Layout | None:
        """Give the layout that reads such files as this one was read; None where it was not understood."""
        if self.source is None or not self.is_whole:
            return None
        columns = tuple((heading, field) for heading, field in self.columns if field != PERSONAL)
        if self.layout is None:
            return Layout(self.source, columns)
        overruled = ", ".join(self.units) if self.layout.unit else ""
        return replace(self.layout.lasting(), columns=columns, overruled=overruled)


def corrected(seen: Seen, source: Source, fields: Mapping[int, str]) -> Layout:
    """Give the layout that reads the file as it was seen, but these headings (by position) as these fields."""
    columns = tuple(
        (heading, fields.get(position, field))
        for position, (heading, field) in enumerate(seen.columns)
        if field != PERSONAL
    )
    known = {UNREAD, *FIELDS[source]}
    columns = tuple((heading, field if field in known else UNREAD) for heading, field in columns)
    return replace(seen.layout, source=source, columns=columns) if seen.layout else Layout(source, columns)


def is_profile_name(name: str) -> bool:
    """Tell whether a profile can be called so. No colon: what a file is recognised by without a profile has one."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable() and name[0].isalnum() and ":" not in name


def record_of(value: Layout | ReadBy | Seen | Profile) -> dict[str, Any]:
    """Turn into what JSON can hold."""
    return asdict(value)


def read_layout(record: Mapping[str, Any]) -> Layout:
    """Turn back what `record_of` gave, once it has been through JSON."""
    # A layout that was saved before it could say something says nothing of it.
    known = {name: record[name] for name in Layout.__dataclass_fields__ if name in record}
    known |= {"source": Source(record["source"]), "columns": _columns(record), "sheets": tuple(record["sheets"])}
    known |= {"words": tuple((column, word, meaning) for column, word, meaning in record.get("words", ()))}
    return Layout(**known)


def read_profile(record: Mapping[str, Any]) -> Profile:
    """Turn back what `record_of` gave."""
    return Profile(record["name"], record["version"], read_layout(record["layout"]))


def read_choice(record: Mapping[str, Any]) -> ReadBy:
    """Turn back what `record_of` gave."""
    return ReadBy(_source(record), record["profile"], _layout(record))


def read_seen(record: Mapping[str, Any]) -> Seen:
    """Turn back what `record_of` gave."""
    known = {name: record[name] for name in Seen.__dataclass_fields__}
    known |= {"source": _source(record), "columns": _columns(record), "layout": _layout(record)}
    known |= {name: tuple(record[name]) for name in ("sheets", "read", "units")}
    return Seen(**known)


def _columns(record: Mapping[str, Any]) -> Columns:
    return tuple((heading, field) for heading, field in record["columns"])


def _source(record: Mapping[str, Any]) -> Source | None:
    return None if record["source"] is None else Source(record["source"])


def _layout(record: Mapping[str, Any]) -> Layout | None:
    return None if record["layout"] is None else read_layout(record["layout"])
