"""What is said of one file, checked or loaded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bemanning.domain.faults import Fault
from bemanning.domain.profile import Seen
from bemanning.domain.vocabulary import Source
from bemanning.services.unmapped import UnmappedItem


class Outcome(StrEnum):
    """How it went. Unmapped sums are no warning; they are listed."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNINGS = "accepted_with_warnings"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class MonthChange:
    """What a file makes of one month, or of one account (Heroma: code) in it. Öre (ledger) or centihours (Heroma).

    before: None where the month is not loaded. key: None for the whole month.
    """

    month: str
    key: str | None
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. total and per_month in öre (ledger) or centihours (Heroma); load_id: None where nothing was written.

    profile: the saved profile that it was read by; else the layout and the headings that it was recognised by:
    "ledger-long:Konto/Ansvar/Utfall". seen: what its headings were taken for, where it has any.
    changes: every month of the file in order and, after each that is loaded, the accounts (codes) whose sums differ.
    """

    file: str
    outcome: Outcome
    source: Source | None
    scope: str | None
    rows: int
    total: int
    per_month: dict[str, int]
    unmapped: tuple[UnmappedItem, ...]
    warnings: tuple[Fault, ...]
    faults: tuple[Fault, ...]
    dropped: dict[str, int]
    load_id: int | None = None
    changes: tuple[MonthChange, ...] = ()
    profile: str = ""
    profile_version: int = 1
    seen: Seen | None = None
