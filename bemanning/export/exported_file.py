"""A finished file, ready to be downloaded or written to disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bemanning.export.workbook_setup import swedish_time

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file's name, its bytes and its media type."""

    file_name: str
    content: bytes
    media_type: str = XLSX


def dated(stem: str, made_at: datetime, extension: str) -> str:
    """Give a file's whole name: trend_hyrandel_2018-12_hs_2019-01-15.xlsx; the day is Sweden's."""
    return f"{stem}_{swedish_time(made_at).date().isoformat()}.{extension}"
