"""Swedish alphabetical order, whatever the machine's locale: å ä ö come last, in that order."""

import unicodedata

# Placed after z; everything else sorts by its letter without accents (é as e, ü as y).
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


def swedish_key(text: str) -> tuple[str, str]:
    """Give what a text sorts by: letters without regard to case, then the text itself."""
    moved = text.casefold().translate(_LAST)
    plain = "".join(each for each in unicodedata.normalize("NFKD", moved) if not unicodedata.combining(each))
    return plain, text
