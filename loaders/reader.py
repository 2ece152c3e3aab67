"""The file reader that ingestion is given: users' files to checked, summed columns, one file at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.masking import masked
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.child_process import ChildError, ChildProcess
from loaders.limits import MEBIBYTE, Limits
from loaders.wire import read_file, request_line

_DEFAULT_LIMITS = Limits()


class FileReader:
    """Reads files in one child process with limits; a file that kills it is refused, and the next gets a new child."""

    def __init__(self, headings_folder: Path, limits: Limits = _DEFAULT_LIMITS, today: date | None = None) -> None:
        """`headings_folder` is data/headings. A month more than a year after `today` is taken for a misread cell."""
        self._headings_folder, self._limits, self._today = headings_folder, limits, today

    def read(self, requests: Sequence[ReadRequest]) -> Iterator[ParsedFile]:
        """Give one answer per request, in order, each as soon as it is there. Never raises for what is in a file."""
        with ChildProcess(self._headings_folder, self._latest_month(), self._limits) as child:
            for request in requests:
                yield self._read_one(replace(request, file_name=masked(request.file_name)), child)

    def _latest_month(self) -> Month:
        today = self._today or datetime.now(UTC).date()
        return Month(today.year, today.month).plus(MONTHS_IN_YEAR)

    def _read_one(self, request: ReadRequest, child: ChildProcess) -> ParsedFile:
        fault = check_file(request.path, request.file_name, self._limits)
        if fault is not None:
            return ParsedFile(request.file_name, "", faults=(fault,))
        sha256 = _sha256(request.path)
        try:
            return read_file(*child.ask(request_line("file", request, sha256)))
        except ChildError as error:
            return ParsedFile(request.file_name, sha256, faults=(error.fault,))


def check_file(path: Path, file_name: str, limits: Limits) -> Fault | None:
    """Find what is wrong with a file without looking into it."""
    if not path.is_file():
        return Fault(FaultCode.FILE_MISSING, {"file": file_name})
    size = path.stat().st_size
    if size == 0:
        return Fault(FaultCode.FILE_EMPTY)
    if size > limits.file_bytes:
        return Fault(FaultCode.FILE_TOO_LARGE, {"size": -(-size // MEBIBYTE), "limit": limits.file_bytes // MEBIBYTE})
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
