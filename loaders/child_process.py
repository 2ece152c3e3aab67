"""The parent's hold on a child process: ask, wait no longer than allowed, and never wait for the dead."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from loaders.limits import Limits
from loaders.wire import LENGTH_BYTES

_PIECE_BYTES = 1024 * 1024
_PACKAGE_ROOT = Path(__file__).resolve().parent.parent
Answer = tuple[dict[str, Any], list[bytes]]


# What ends a process that passed a limit; any other end is the file's doing.
_LIMIT_OF = {-signal.SIGXCPU: "processor", -signal.SIGKILL: "memory"}
_DYING_SECONDS, _MOMENT_SECONDS = 5, 0.01
_MAXRSS_BYTES = 1024


class ChildError(Exception):
    """The child gave no answer: it passed a limit ("time", "processor", "memory"), or broke at the file ("")."""

    def __init__(self, limit: str) -> None:
        """Keep what was passed."""
        super().__init__(limit)
        self.limit = limit

    @property
    def fault(self) -> Fault:
        """What to say of the file."""
        return Fault(FaultCode.READ_LIMIT, {"limit": self.limit}) if self.limit else Fault(FaultCode.READ_BROKEN)


class ChildProcess:
    """A child that is started at the first question, and again after it has died. Use as a context."""

    def __init__(self, headings_folder: Path | None, latest: Month, limits: Limits) -> None:
        """Nothing is started yet. Without headings the child reads mapping workbooks only."""
        folder = str(headings_folder.resolve()) if headings_folder else ""
        self._arguments = [folder, str(latest), json.dumps(asdict(limits))]
        self._seconds, self._memory_bytes = limits.seconds, limits.memory_bytes
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child, whatever it is doing."""
        self._end()

    def ask(self, question: bytes) -> Answer:
        """Send one line and give its answer. Raises ChildError, and ends the child, where none comes in time."""
        process = self._process or self._start()
        deadline = time.monotonic() + self._seconds
        try:
            _send(process, question)
            size = int.from_bytes(_receive(process, LENGTH_BYTES, deadline), "big")
            head: dict[str, Any] = json.loads(_receive(process, size, deadline))
            return head, [_receive(process, length, deadline) for length in head["lengths"]]
        except ChildError as error:
            limit = error.limit or limit_passed(process, self._memory_bytes)
            self._end()
            raise ChildError(limit) from error

    def _start(self) -> subprocess.Popen[bytes]:
        # The environment is left behind: it holds what a process that reads strangers' files must not know.
        environment = {
            "PYTHONPATH": str(_PACKAGE_ROOT),
            "PATH": os.environ.get("PATH", ""),
            "POLARS_MAX_THREADS": "2",
            "LC_ALL": "C.UTF-8",
        }
        self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            [sys.executable, "-m", "loaders.child", *self._arguments, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a library says when it dies may quote the file
            env=environment,
            bufsize=0,
        )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            with self._process as process:  # closes the pipes and waits
                process.kill()
            self._process = None


def _send(process: subprocess.Popen[bytes], question: bytes) -> None:
    assert process.stdin is not None  # noqa: S101 -- opened as a pipe above
    try:
        process.stdin.write(question)
    except BrokenPipeError as error:
        raise ChildError(limit="") from error


def _receive(process: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
    assert process.stdout is not None  # noqa: S101 -- opened as a pipe above
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while len(received) < size:
            if not selector.select(deadline - time.monotonic()):
                raise ChildError(limit="time")
            piece = os.read(process.stdout.fileno(), min(_PIECE_BYTES, size - len(received)))
            if not piece:
                raise ChildError(limit="")
            received += piece
    return bytes(received)


def limit_passed(process: subprocess.Popen[bytes], memory_bytes: int) -> str:
    """Tell which limit ended a child that has closed its pipes; "" where it was none.

    A library that gets no memory breaks off as it does at a file it can't read: the memory that was in use tells them
    apart. More than half is far more than any file that is read to its end needs without warning.
    """
    deadline = time.monotonic() + _DYING_SECONDS
    while process.returncode is None and time.monotonic() < deadline:
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if not pid:
            time.sleep(_MOMENT_SECONDS)
            continue
        process.returncode = os.waitstatus_to_exitcode(status)
        if 2 * used.ru_maxrss * _MAXRSS_BYTES > memory_bytes:
            return "memory"
    return _LIMIT_OF.get(process.returncode or 0, "")
