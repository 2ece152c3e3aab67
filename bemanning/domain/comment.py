"""A comment on a node and month: a controller's words beside the figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.personal_number import may_hold_personal_number
from bemanning.domain.vocabulary import Profession

# A printed page holds a handful of them; what is longer belongs in a document.
MOST_CHARACTERS = 1000


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said, about which node and month. profession None: about all of them."""

    node: str
    month: Month
    profession: Profession | None
    text: str


def tidy(text: str) -> str:
    """Give typed text with one kind of line break, and without control characters that no database or file takes."""
    lines = (_printable(line).strip() for line in text.splitlines())
    return "\n".join(lines).strip()


def text_faults(text: str) -> Iterator[Fault]:
    """Find everything that keeps a tidy text from being a comment."""
    if not text:
        yield Fault(FaultCode.COMMENT_EMPTY)
    if len(text) > MOST_CHARACTERS:
        yield Fault(FaultCode.COMMENT_TOO_LONG, {"count": len(text), "most": MOST_CHARACTERS})
    if may_hold_personal_number(text):
        yield Fault(FaultCode.COMMENT_PERSONAL)


def _printable(line: str) -> str:
    return "".join(" " if unicodedata.category(character) in {"Cc", "Cs"} else character for character in line)
