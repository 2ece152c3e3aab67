"""How fresh the data is, and what no mapping knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """One source × scope: its loaded span, holes in it, and its latest load."""

    source: Source
    scope: str
    scope_name: str
    first_month: Month
    last_month: Month
    missing_months: tuple[Month, ...]
    last_status: MonthStatus
    loaded_at: datetime
    actor_name: str
    file_name: str


@dataclass(frozen=True, slots=True)
class UnmappedItem:
    """One account, code or unit that no mapping knows, with its sum over all loaded months.

    kind: "account" and "unit" carry amount_ore; "code" carries centihours. The other is 0.
    """

    kind: str
    code: str
    amount_ore: int
    centihours: int


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Everything unmapped, largest first."""

    items: tuple[UnmappedItem, ...]
