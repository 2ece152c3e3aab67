"""Where sent files are kept until they are loaded or thrown away: for this program alone, and for a day at most."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.services.upload import UPLOAD_LIMIT_BYTES, Upload

_MEBIBYTE = 1024 * 1024
# What is in memory of a file at a time.
PIECE_BYTES = 256 * 1024
# Left free for what else the disk is for: the database and its journal.
SPARE_BYTES = 64 * _MEBIBYTE
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that has been received whole. key: the name it is kept under; it says nothing of the file."""

    key: str
    size_bytes: int


def free_bytes(folder: Path) -> int:
    """Give how much there is room for."""
    return shutil.disk_usage(folder).free


class UploadFolder:
    """The folder; made when the first file comes, open to the program's own user alone."""

    def __init__(
        self,
        folder: Path,
        limit_bytes: int = UPLOAD_LIMIT_BYTES,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        """Nothing is made yet. Several servers on one database must share the folder."""
        self._folder, self._limit_bytes, self._free = folder, limit_bytes, free

    def keep(self, upload: Upload) -> KeptFile:
        """Write what is sent, piece by piece. Nothing is left of a file that doesn't come whole.

        Raises UserError: FILE_TOO_LARGE, FILE_EMPTY, UPLOAD_BROKEN, UPLOAD_NO_SPACE, UPLOAD_FOLDER.
        """
        self._refuse_too_large(upload.size_bytes or 0)
        with self._said():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
        self._refuse_without_space(upload.size_bytes or 0)
        key = secrets.token_hex(16)
        with ExitStack() as on_failure:
            on_failure.callback(self.remove, key)
            size_bytes = self._write(key, upload)
            on_failure.pop_all()
        return KeptFile(key, size_bytes)

    def path(self, key: str) -> Path:
        """Give where the file is, or was."""
        return self._folder / key

    def kept_since(self, key: str) -> datetime | None:
        """Give when the file came; None where it is gone."""
        try:
            return datetime.fromtimestamp(self.path(key).stat().st_mtime, UTC)
        except FileNotFoundError:
            return None

    def remove(self, key: str) -> None:
        """Throw the file away, if it is there."""
        self.path(key).unlink(missing_ok=True)

    def sweep(self, came_before: datetime) -> None:
        """Throw away every file that came before the moment, whatever it was: what broke off has no one else."""
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            came_at = self.kept_since(path.name)
            if came_at is not None and came_at < came_before:
                self.remove(path.name)

    def _write(self, key: str, upload: Upload) -> int:
        received = 0
        with self._said():
            opened = os.open(self.path(key), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(opened, "wb") as file:
                while piece := upload.read(PIECE_BYTES):
                    received += len(piece)
                    self._refuse_too_large(received)
                    file.write(piece)
        except OSError as error:
            if error.errno in _FULL:
                raise self._no_space() from error
            raise
        if upload.size_bytes is not None and received != upload.size_bytes:
            raise UserError([Fault(FaultCode.UPLOAD_BROKEN, {"received": received, "size": upload.size_bytes})])
        if received == 0:
            raise UserError([Fault(FaultCode.FILE_EMPTY)])
        return received

    def _refuse_too_large(self, size_bytes: int) -> None:
        if size_bytes > self._limit_bytes:
            params: dict[str, str | int] = {
                "size": -(-size_bytes // _MEBIBYTE),
                "limit": self._limit_bytes // _MEBIBYTE,
            }
            raise UserError([Fault(FaultCode.FILE_TOO_LARGE, params)])

    def _refuse_without_space(self, size_bytes: int) -> None:
        if self._free(self._folder) < size_bytes + SPARE_BYTES:
            raise self._no_space()

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Turn what the system says of a folder that can't be made or used into UserError(UPLOAD_FOLDER)."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UserError(
                [Fault(FaultCode.UPLOAD_FOLDER, {"folder": str(self._folder), "reason": reason})]
            ) from error

    def _no_space(self) -> UserError:
        free = self._free(self._folder) // _MEBIBYTE
        return UserError([Fault(FaultCode.UPLOAD_NO_SPACE, {"free": free})])
