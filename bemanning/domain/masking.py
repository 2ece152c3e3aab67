"""What looks like a personnummer, and names of files without it."""

import re

# Wider than a valid number: what must never be shown need not be valid, a mistyped one is as personal.
LOOKS_PERSONAL = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")


def masked(file_name: str) -> str:
    """Take whatever looks like a personnummer out of a file's name, which is stored, logged and shown."""
    return LOOKS_PERSONAL.sub("(dolt)", file_name)
