"""#KSUMMA: a CRC-32 over labels and fields, without what separates them (section 10 of the specification, 4B)."""

from __future__ import annotations

import re
import zlib

from bemanning.domain.faults import FaultCode
from loaders.limits import MEBIBYTE
from loaders.refusal import refusal

_RECORD = re.compile(rb"^[ \t]*#KSUMMA(?![^\s])[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_NUMBER = re.compile(rb'"?(-?\d{1,10})"?\s*', re.ASCII)
_SEPARATORS = b" \t\r\n{}"
# Stands for a quotation mark inside a field while the others are taken away; a text has no such byte.
_INNER_QUOTE = b"\0"
_BITS = 0xFFFFFFFF
_BLOCK_BYTES = MEBIBYTE


def check_checksum(data: bytes, text: str) -> None:
    """Hold a file's bytes, which say `text`, against its checksum, if it has one.

    Raises UserError where they differ, and where a checksum is begun but never given: then the file is cut off.
    """
    if "#KSUMMA" not in text.upper():
        return
    # The specification sums code page 437; a file saved in another may have been summed before or after.
    specified = text.encode("cp437", "replace")
    records = [match[1].strip() for match in _RECORD.finditer(specified)]
    if records == [b""]:
        raise refusal(FaultCode.SIE_CHECKSUM, reason="sie_sum_open")
    stated = _NUMBER.fullmatch(records[-1]) if records else None
    if stated is None or len(records) > 2 or records[0]:  # noqa: PLR2004 -- one begins it, one gives it
        raise refusal(FaultCode.SIE_CHECKSUM, reason="sie_sum_form")
    if int(stated[1]) & _BITS not in (_sum_between(specified), _sum_between(data)):
        raise refusal(FaultCode.SIE_CHECKSUM, reason="sie_sum_differs")


def checksum(records: bytes) -> int:
    """Sum the labels and fields of records."""
    records = records.replace(b'\\"', _INNER_QUOTE)
    total, outside = 0, 0
    for start in range(0, len(records), _BLOCK_BYTES):  # all at once, the pieces take ten times the file's size
        pieces = records[start : start + _BLOCK_BYTES].split(b'"')
        pieces[outside::2] = [piece.translate(None, _SEPARATORS) for piece in pieces[outside::2]]
        total = zlib.crc32(b"".join(pieces).replace(_INNER_QUOTE, b'"'), total)
        outside = (outside + len(pieces) - 1) % 2  # the next block goes on where this one is, perhaps inside a field
    return total


def _sum_between(data: bytes) -> int | None:
    """Sum what stands between the first and the last record. None where the bytes show no such records (UTF-16)."""
    records = list(_RECORD.finditer(data))
    return checksum(data[records[0].end() : records[-1].start()]) if records else None
