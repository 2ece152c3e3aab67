"""A file on its way in: what the web layer hands over, and how large it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

UPLOAD_LIMIT_BYTES = 300 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A sent file. read(n) gives its next n bytes at most, and b"" when there are no more.

    size_bytes: as the sender says, or None. file_name: as the sender says; kept as text, never used as a path.
    """

    file_name: str
    read: Callable[[int], bytes]
    size_bytes: int | None = None
