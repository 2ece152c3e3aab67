"""A folder that files are dropped in to be loaded: which have come whole, and where they go afterwards."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode

DONE, FAILED, TAKEN = "klart", "fel", "pågår"
REPORT_SUFFIX = ".rapport.txt"
_LOCK = ".bemanning.lock"
# Names that programs give to what they have not finished, or only keep for themselves.
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart", ".download")
_OWN_PREFIXES = (".", "~")

Look = tuple[int, int]


class DropFolder:
    """One watched folder. A file is taken once it looks the same twice in a row: whoever wrote it is done."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made or moved yet."""
        self._folder = folder
        self._looks: dict[Path, Look] = {}

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the folder to this process, and take back into it what one that was killed had taken out.

        Raises UserError: FOLDER_MISSING; FOLDER_WATCHED where another process has it.
        """
        if not self._folder.is_dir():
            raise UserError([Fault(FaultCode.FOLDER_MISSING, {"folder": str(self._folder)})])
        with (self._folder / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise UserError([Fault(FaultCode.FOLDER_WATCHED, {"folder": str(self._folder)})]) from error
            for name in (DONE, FAILED, TAKEN):
                (self._folder / name).mkdir(exist_ok=True)
            for path in sorted((self._folder / TAKEN).iterdir()):
                self.put_back(path)
            yield

    def arrived(self) -> list[Path]:
        """Give the files that look as they did at the last call, the oldest first: a later one may correct it."""
        now = {path: look for path in self._folder.iterdir() if (look := _look(path)) is not None}
        same = [path for path, look in now.items() if self._looks.get(path) == look]
        self._looks = now
        return sorted(same, key=lambda path: (now[path][1], path.name))

    def take(self, path: Path) -> Path | None:
        """Move a file out of the way of those who write to the folder; give where it is now, None if it has gone."""
        try:
            return path.rename(_free_name(self._folder / TAKEN / path.name))
        except FileNotFoundError:
            return None

    def put_back(self, taken: Path) -> Path:
        """Let a taken file wait again."""
        return taken.rename(_free_name(self._folder / taken.name))

    def finish(self, taken: Path, report: str, *, is_loaded: bool) -> Path:
        """Move a taken file to those that are done, or to those that failed, with the report beside it."""
        path = _free_name(self._folder / (DONE if is_loaded else FAILED) / taken.name)
        # The report first: a file that has been moved has always got one.
        _report_of(path).write_text(report, "utf-8")
        return taken.rename(path)


def _look(path: Path) -> Look | None:
    """Give a file's size and time of change. None for what is no file, is not finished, or has just gone."""
    if path.name.startswith(_OWN_PREFIXES) or path.name.casefold().endswith(_UNFINISHED) or path.is_symlink():
        return None
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_size, found.st_mtime_ns) if path.is_file() else None


def _free_name(path: Path) -> Path:
    """Give the path, numbered where the name is taken: nothing is written over."""
    free, number = path, 1
    while free.exists() or _report_of(free).exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _report_of(path: Path) -> Path:
    return path.with_name(path.name + REPORT_SUFFIX)
