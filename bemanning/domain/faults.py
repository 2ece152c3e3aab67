"""What is wrong, or noticed, in a file or a request: a code, parameters and a place. The wording is presentation's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """Every fault and warning that can be shown. Each has a Swedish text in presentation."""

    # Files and reading
    FILE_MISSING = "file_missing"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FORMAT_UNKNOWN = "format_unknown"
    FILE_DAMAGED = "file_damaged"
    FILE_ENCRYPTED = "file_encrypted"
    FILE_HOSTILE = "file_hostile"
    READ_LIMIT = "read_limit"

    # Loading
    SAME_CONTENT = "same_content"
    MONTH_RESTATED = "month_restated"
    MONTH_CLOSED = "month_closed"
    WOULD_ERASE = "would_erase"
    SCOPE_UNKNOWN = "scope_unknown"
    SCOPE_MIXED = "scope_mixed"
    LOAD_UNKNOWN = "load_unknown"
    LOAD_ALREADY_UNDONE = "load_already_undone"

    # Questions
    NODE_UNKNOWN = "node_unknown"
    MONTH_TEXT = "month_text"
    NOTHING_LOADED = "nothing_loaded"

    # The store
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_NEWER = "database_newer"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong (or, as a warning, noticed). `sheet` and `cell` ("B7") say where, when there is a where.

    `params` are the values that the Swedish text is filled with: text and whole numbers, never personal data.
    """

    code: FaultCode
    params: dict[str, str | int] = field(default_factory=dict)
    sheet: str | None = None
    cell: str | None = None
