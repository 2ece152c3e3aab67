"""A file on its way in: what the web layer hands over, and how large it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.masking import masked

MEBIBYTE = 1024 * 1024
UPLOAD_LIMIT_BYTES = 300 * MEBIBYTE
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A sent file. read(n) gives its next n bytes at most, and b"" when there are no more.

    size_bytes: as the sender says, or None. file_name: as the sender says; kept as text, never used as a path.
    """

    file_name: str
    read: Callable[[int], bytes]
    size_bytes: int | None = None

    @property
    def shown_name(self) -> str:
        """The name without folders, and without what can't be shown or must not be stored; "fil" where none is left."""
        name = self.file_name.replace("\\", "/").rpartition("/")[2]
        readable = "".join(character if character.isprintable() else " " for character in name)
        return masked(" ".join(readable.split()))[:_LONGEST_NAME] or "fil"


def received(upload: Upload, limit_bytes: int, too_large: FaultCode) -> bytes:
    """Read what is sent, which comes in pieces of the sender's choice.

    Raises UserError: the fault that is named, with its limit in MB, or UPLOAD_BROKEN.
    """
    content = bytearray()
    while piece := upload.read(limit_bytes + 1 - len(content)):
        content += piece
    if len(content) > limit_bytes:
        raise UserError([Fault(too_large, {"limit": limit_bytes // MEBIBYTE})])
    if upload.size_bytes not in {None, len(content)}:
        sizes: dict[str, str | int] = {"received": len(content), "size": upload.size_bytes or 0}
        raise UserError([Fault(FaultCode.UPLOAD_BROKEN, sizes)])
    return bytes(content)
