"""A child that outlives its parent would go on reading a file that no one asks for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from threading import Thread

LOOK_SECONDS = 0.5


def watch_parent(parent: int, end: Callable[[], None]) -> Thread:
    """Call `end` from a thread of its own once the process has another parent than this."""
    thread = Thread(target=_watch, args=(parent, end), name="parent watch", daemon=True)
    thread.start()
    return thread


def _watch(parent: int, end: Callable[[], None]) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    end()
