"""What the store's repositories take and give, apart from frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bemanning.domain.month import Month
from bemanning.domain.profile import Layout, Profile
from bemanning.domain.vocabulary import MonthStatus, Profession, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLoad:
    """One file, read and checked, about to be stored.

    months: every month that the file speaks for, "2018-12". total: öre (ledger) or centihours (Heroma).
    warnings and dropped are kept as they are given, and must be made of what JSON can hold.
    """

    source: Source
    scope: str
    file_name: str
    sha256: str
    content_hash: str
    profile: str
    profile_version: int
    months: tuple[str, ...]
    rows: int
    total: int
    warnings: list[dict[str, Any]] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRecord(NewLoad):
    """A stored load: who read it in and when, whether it was undone, and for which months it is current."""

    id: int
    actor_name: str
    actor_role: str
    loaded_at: datetime
    undone_at: datetime | None = None
    undone_by: str | None = None
    current_months: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CurrentMonth:
    """A loaded month of one source and scope, and the load that speaks for it."""

    source: Source
    scope: str
    month: Month
    load_id: int
    status: MonthStatus
    loaded_at: datetime
    actor_name: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRecord:
    """A comment in its latest wording. number: the comment's own, in every wording; id: this wording's.

    The author wrote it first, at written_at; the actor recorded this wording.
    """

    id: int
    number: int
    node: str
    month: Month
    profession: Profession | None
    text: str
    author_name: str
    author_role: str
    written_at: datetime
    actor_name: str
    actor_role: str
    recorded_at: datetime

    @property
    def is_reworded(self) -> bool:
        """Tell whether it has been reworded since it was first written."""
        return self.recorded_at > self.written_at


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRecord:
    """One version of a profile: who saved it and when, and when the next one or its withdrawal took its place."""

    id: int
    name: str
    version: int
    layout: Layout
    actor_name: str
    actor_role: str
    recorded_at: datetime
    superseded_at: datetime | None

    @property
    def profile(self) -> Profile:
        """What it says."""
        return Profile(self.name, self.version, self.layout)


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One change: who, in which role, did what, to what, when."""

    id: int
    at: datetime
    actor_name: str
    actor_role: str
    action: str
    subject: str
    detail: dict[str, Any]
