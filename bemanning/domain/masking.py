"""What looks like a personnummer, what no screen shows as written, and names of files without either."""

import re

# Wider than a valid number: what must never be shown need not be valid, a mistyped one is as personal.
LOOKS_PERSONAL = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")


# Letters that steer a terminal or turn a line around, and bytes of a file's name that are no text.
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_REPLACED = "\ufffd"


def harmless(text: str) -> str:
    """Write a text that came with a file so that it can be shown anywhere."""
    return _UNSHOWN.sub(_REPLACED, text)


def escaped(json_text: str) -> str:
    """Write JSON so that it can be shown anywhere, and says the same: such letters only stand within its strings."""
    return _UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def masked(file_name: str) -> str:
    """Take whatever looks like a personnummer out of a file's name, which is stored, logged and shown harmlessly."""
    return LOOKS_PERSONAL.sub("(dolt)", harmless(file_name))
