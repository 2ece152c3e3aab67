"""What the services need from outside, as Protocols; wiring gives them the loaders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from bemanning.domain.mapping import MappingSet
from bemanning.domain.parsed_file import ParsedFile, ReadRequest


class FileReader(Protocol):
    """Reads export files, each understood or refused; never raises for what a file holds."""

    def read(self, requests: Sequence[ReadRequest]) -> Iterator[ParsedFile]:
        """Give one ParsedFile per request, in order."""
        ...


class JobLauncher(Protocol):
    """Starts jobs in processes of their own."""

    def launch(self, job_id: int) -> None:
        """Start one, and return at once. What can't be started is left waiting, and launched again later."""
        ...


class MappingReader(Protocol):
    """Reads a mapping workbook; faults are in the answer."""

    def __call__(self, path: Path, file_name: str) -> MappingSet:
        """Read the workbook."""
        ...
