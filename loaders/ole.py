"""The container of Excel's old format (a compound file): its directory and the streams that lie in it."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from loaders.refusal import refusal

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Sector shifts; then first sector of the directory, cutoff, first of the mini table, its number, first of the table's
# own list, its number; then the list's beginning.
_HEADER = struct.Struct("<30xHH14xI4xIIIII109I")
_ENTRY = struct.Struct("<64sHBxIII36xIQ")
_SHIFTS = (9, 12)
_LAST_SECTOR = 0xFFFFFFFA  # from here on, numbers are marks
_NO_ENTRY = 0xFFFFFFFF
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A storage or a stream. left, right and child are places in the directory."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class OleFile:
    """A compound file in memory. Raises UserError where its structure does not hold together."""

    def __init__(self, data: bytes) -> None:
        """Read the directory."""
        self._data = data
        if len(data) < _HEADER.size:
            raise _damaged()
        shift, mini_shift, directory, self._cutoff, mini, _, more, _, *listed = _HEADER.unpack_from(data)
        if shift not in _SHIFTS or mini_shift >= shift:
            raise _damaged()
        self._bytes, self._mini_bytes = 1 << shift, 1 << mini_shift
        self._next = self._table(listed, more)
        self._next_mini = _numbers(b"".join(self._chain(mini)))
        self.entries = [_entry(part) for part in _parts(b"".join(self._chain(directory)), _ENTRY.size)]
        if not self.entries or self.entries[0].kind != _ROOT:
            raise _damaged()

    def root_names(self) -> dict[str, int]:
        """Give the names that lie at the top, in small letters, with their places in the directory."""
        waiting, seen = [self.entries[0].child], set[int]()
        while waiting:
            place = waiting.pop()
            if place == _NO_ENTRY or place in seen:
                continue
            if place >= len(self.entries):
                raise _damaged()
            seen.add(place)
            waiting += [self.entries[place].left, self.entries[place].right]
        return {self.entries[place].name.casefold(): place for place in seen}

    def stream(self, place: int) -> bytes:
        """Give the content of a stream."""
        entry = self.entries[place]
        if entry.kind != _STREAM:
            raise _damaged()
        if entry.size >= self._cutoff:
            data = b"".join(self._chain(entry.start))
        else:
            inside = b"".join(self._chain(self.entries[0].start))
            places = (sector * self._mini_bytes for sector in _followed(entry.start, self._next_mini))
            data = b"".join(inside[place : place + self._mini_bytes] for place in places)
        if len(data) < entry.size:
            raise _damaged()
        return data[: entry.size]

    def _table(self, listed: Sequence[int], more: int) -> Sequence[int]:
        """Read which sector follows which. Where the list of the table's sectors goes on is last in each of its own."""
        sectors = list(listed)
        seen = set[int]()
        while more < _LAST_SECTOR and more not in seen:
            seen.add(more)
            *rest, more = _numbers(self._sector(more))
            sectors += rest
        return _numbers(b"".join(self._sector(sector) for sector in sectors if sector < _LAST_SECTOR))

    def _chain(self, start: int) -> Iterator[bytes]:
        return (self._sector(sector) for sector in _followed(start, self._next))

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self._bytes
        data = self._data[place : place + self._bytes]
        if not data:
            raise _damaged()
        return data


def _followed(start: int, following: Sequence[int]) -> Iterator[int]:
    """Give the sectors of a chain. One that leaves the table, or never ends, is damage."""
    sector = start
    for _ in range(len(following) + 1):
        if sector >= _LAST_SECTOR:
            return
        if sector >= len(following):
            break
        yield sector
        sector = following[sector]
    raise _damaged()


def _entry(data: bytes) -> Entry:
    name, name_bytes, kind, left, right, child, start, size = _ENTRY.unpack(data)
    text = name[: max(min(name_bytes, len(name)) - 2, 0)].decode("utf-16-le", "replace")
    return Entry(text, kind, left, right, child, start, size)


def _parts(data: bytes, size: int) -> list[bytes]:
    """Cut into equal parts; what is left over is none."""
    return [data[place : place + size] for place in range(0, len(data) - size + 1, size)]


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _damaged() -> UserError:
    return refusal(FaultCode.FILE_DAMAGED, reason="workbook")
