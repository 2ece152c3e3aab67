"""What is wrong, or noticed, in a user's file or request: a code with parameters and a place; the wording is presentation's."""

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


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong (or, as a warning, noticed). `sheet` and `cell` ("B7") say where, when there is a where.

    `params` are the values that the Swedish text is filled with: text and whole numbers, never personal data.
    """

    code: FaultCode
    params: dict[str, str | int] = field(default_factory=dict)
    sheet: str | None = None
    cell: str | None = None
