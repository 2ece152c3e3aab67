"""XML in pieces to what a reader wants to know of it: elements as they begin and end, and the text between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn, Protocol
from xml.parsers import expat

from bemanning.domain.faults import FaultCode
from loaders.refusal import refusal

Attributes = dict[str, str]


class Listener(Protocol):
    """Is told of elements; names are "namespace name", or the name alone where it has no namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        ...

    def end(self, name: str) -> None:
        """End an element."""
        ...

    def text(self, text: str) -> None:
        """Give text, perhaps not all of it at once."""
        ...


def listen(
    pieces: Iterable[bytes],
    listener: Listener,
    reason: str = "workbook",
    at: Callable[[Callable[[], int]], object] = id,
) -> None:
    """Read XML to its end. Raises UserError where it is broken (`reason` says of what), or declares anything.

    at: is given what tells the line that is read.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    at(lambda: parser.CurrentLineNumber)
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 -- expat takes nothing by name
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that no one knows
        raise refusal(FaultCode.FILE_DAMAGED, reason=reason) from error


def _refuse(*_declaration: object) -> NoReturn:
    raise refusal(FaultCode.FILE_HOSTILE, reason="doctype")
