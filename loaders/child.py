"""The child process that reads users' files: `python -m loaders.child HEADINGS LATEST LIMITS PARENT`.

It takes one request a line, holds no secrets, imports little, and is thrown away when a file makes it crash or pass
its limits.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile
from loaders.headings import Headings, load_headings
from loaders.limits import Limits
from loaders.parent_watch import watch_parent
from loaders.parse_file import FileParser
from loaders.wire import pack, pack_file, read_request
from loaders.workbook_text import workbook_text


def main(arguments: list[str]) -> None:
    """Read requests from standard input until it ends; answer on standard output."""
    folder, latest, limits_text = arguments
    limits = Limits(**json.loads(limits_text))
    _limit(resource.RLIMIT_AS, limits.memory_bytes)
    _limit(resource.RLIMIT_CORE, 0)
    headings = load_headings(Path(folder)) if folder else Headings({}, {}, {})
    parser = FileParser(headings, limits, Month.parse(latest))
    serve(parser, sys.stdin.buffer, sys.stdout.buffer)


def serve(parser: FileParser, orders: Iterable[bytes], answers: IO[bytes]) -> None:
    """Answer one order after the other."""
    for line in orders:
        order = json.loads(line)
        _limit(resource.RLIMIT_CPU, _used_seconds() + parser.limits.cpu_seconds)
        answers.write(_answer(parser, order))
        answers.flush()


def _answer(parser: FileParser, order: dict[str, Any]) -> bytes:
    request = read_request(order)
    try:
        if order["kind"] == "workbook":
            return pack({"sheets": workbook_text(request.path, parser.limits), "faults": []})
        return pack_file(parser.parse(request, order["sha256"]))
    except UserError as error:
        faults = error.faults
    except MemoryError:
        faults = (Fault(FaultCode.READ_LIMIT, {"limit": "memory"}),)
    except Exception as error:  # noqa: BLE001 -- a bug must not pass for a fault of the file, nor show what is in it
        faults = (_bug(error),)
    return pack_file(ParsedFile(request.file_name, order["sha256"], faults=faults))


def _bug(error: Exception) -> Fault:
    """Say where the program failed, without the error's text: that may hold what stands in the file."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return Fault(FaultCode.READ_FAILED, {"error": type(error).__name__, "place": place})


def _used_seconds() -> int:
    """The processor time so far: the limit counts from the process's start, but each file has its own share."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


def _limit(kind: int, value: int) -> None:
    """Set what stops this process; never above what it was started with."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":  # pragma: no cover -- the child's own start, run by tests/loaders/test_reader.py
    # Millions of cells, and next to nothing that refers to itself: looking for that took a fifth of the time.
    gc.disable()
    watch_parent(int(sys.argv[-1]), lambda: os._exit(1))
    main(sys.argv[1:-1])
