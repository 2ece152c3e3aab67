"""So many of the things that were used most recently."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Thing = TypeVar("_Thing")


class Recent(Generic[_Key, _Thing]):
    """Keeps things by their keys, and lets the one go that was longest unused where there is no room. Thread-safe."""

    def __init__(self, most: int) -> None:
        """Start empty."""
        self._kept: OrderedDict[_Key, _Thing] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def get(self, key: _Key) -> _Thing | None:
        """Give what is kept under the key, None where nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def set(self, key: _Key, thing: _Thing) -> None:
        """Keep a thing."""
        with self._lock:
            self._kept[key] = thing
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
