"""A finished file, ready to be downloaded or written to disk."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file's name, its bytes and its media type."""

    file_name: str
    content: bytes
    media_type: str = XLSX


def file_slug(text: str) -> str:
    """Turn a code or a name into what every file system takes: "Hälso- och sjukvård" → "halso-och-sjukvard"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
