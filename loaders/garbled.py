"""Text that has been through the wrong code page ("LÃ¶n"), or has lost its letters ("L?n"): said, and never guessed."""

from __future__ import annotations

import re

# UTF-8 read as Windows' code page; DOS' read as Windows'; Windows' read as DOS'.
_MISREAD = re.compile("Ã[¥¤¶…„–©\x84\x85\x96ƒ]|[^\\W\\d][†„”÷σΣ][^\\W\\d]")
_LOST = re.compile("\ufffd|[^\\W\\d]\\?[^\\W\\d]")


def is_garbled(text: str) -> bool:
    """Tell whether letters in a text are not those that were written."""
    if text.isascii() and "?" not in text:  # nearly every text
        return False
    return _MISREAD.search(text) is not None or _LOST.search(text) is not None


def is_garbled_code(text: str) -> bool:
    """Tell the same of a code, which has no use for a question mark anywhere."""
    return "?" in text or is_garbled(text)
