"""The parts of a zip, inflated piece by piece under a limit.

The standard library trusts the sizes that the zip states; here the bytes themselves are counted, so that a zip can't
show the guard something else than it shows the reader.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bemanning.domain.faults import FaultCode
from loaders.limits import MEBIBYTE, Limits
from loaders.refusal import refusal

PIECE_BYTES = 4 * MEBIBYTE
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_SIGNATURE = b"PK\x03\x04"
_ENCRYPTED_FLAG = 0x1
# Small parts may be as repetitive as they like.
_RATIO_MATTERS_BYTES = 10 * MEBIBYTE


@dataclass
class ZipParts:
    """An open zip. All reading counts towards the limit on inflated bytes."""

    file: IO[bytes]
    info_of: dict[str, ZipInfo]
    limits: Limits
    inflated_bytes: int = field(default=0)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Inflate a part, a few megabytes at a time. Raises UserError where it is hostile or damaged."""
        info = self.info_of[name]
        checksum, size = 0, 0
        for piece in self._inflate(info):
            checksum = zlib.crc32(piece, checksum)
            size += len(piece)
            self._count(len(piece), size, info)
            yield piece
        if size != info.file_size or checksum != info.CRC:
            raise refusal(FaultCode.FILE_DAMAGED, reason="zip")

    def read(self, name: str) -> bytes:
        """Inflate a whole part, for those that are small."""
        return b"".join(self.pieces(name))

    def _count(self, piece_bytes: int, part_bytes: int, info: ZipInfo) -> None:
        self.inflated_bytes += piece_bytes
        if self.inflated_bytes > self.limits.inflated_bytes:
            raise refusal(FaultCode.FILE_HOSTILE, reason="inflated")
        if part_bytes > max(_RATIO_MATTERS_BYTES, info.compress_size * self.limits.inflate_ratio):
            raise refusal(FaultCode.FILE_HOSTILE, reason="zip_ratio")

    def _inflate(self, info: ZipInfo) -> Iterator[bytes]:
        self._seek_data(info)
        left = info.compress_size
        inflater = zlib.decompressobj(-zlib.MAX_WBITS) if info.compress_type == ZIP_DEFLATED else None
        while left > 0 and (packed := self.file.read(min(left, MEBIBYTE))):
            left -= len(packed)
            if inflater is None:
                yield packed
                continue
            while packed and not inflater.eof:
                yield _decompress(inflater, packed)
                packed = inflater.unconsumed_tail
        while inflater is not None and (rest := inflater.decompress(inflater.unconsumed_tail, PIECE_BYTES)):
            yield rest

    def _seek_data(self, info: ZipInfo) -> None:
        # A directory that lies may give a place before the file begins.
        self.file.seek(max(info.header_offset, 0))
        header = self.file.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size or not header.startswith(_LOCAL_SIGNATURE):
            raise refusal(FaultCode.FILE_DAMAGED, reason="zip")
        _, name_bytes, extra_bytes = _LOCAL_HEADER.unpack(header)
        self.file.seek(name_bytes + extra_bytes, 1)


def _decompress(inflater: zlib._Decompress, packed: bytes) -> bytes:
    try:
        return inflater.decompress(packed, PIECE_BYTES)
    except zlib.error as error:
        raise refusal(FaultCode.FILE_DAMAGED, reason="zip") from error


@contextmanager
def open_zip(path: Path, limits: Limits) -> Iterator[ZipParts]:
    """Open a zip whose directory is sound: no part twice, not too many, none encrypted or oddly packed."""
    try:
        with ZipFile(path) as archive:
            infos = archive.infolist()
    except (BadZipFile, NotImplementedError, OSError, ValueError, struct.error) as error:
        raise refusal(FaultCode.FILE_DAMAGED, reason="zip") from error
    if len(infos) > limits.parts:
        raise refusal(FaultCode.FILE_HOSTILE, reason="parts")
    # The reader finds parts without regard to case: two that differ only so are as good as the same.
    if len({info.filename.casefold() for info in infos}) < len(infos):
        raise refusal(FaultCode.FILE_HOSTILE, reason="duplicate_part")
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise refusal(FaultCode.FILE_ENCRYPTED)
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise refusal(FaultCode.FILE_DAMAGED, reason="zip")
    with path.open("rb") as file:
        yield ZipParts(file, {info.filename: info for info in infos}, limits)
