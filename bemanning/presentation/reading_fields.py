"""The fields of the forms under Så lästes filen, and of a saved profile's, as the forms name them.

| path | fields |
|---|---|
| READ_AGAIN_PATH | JOB, and PROFILE; or ROW, SOURCE, UNIT, FLIP, SHEETS, SCOPE, PERIOD, NAME, each heading and word |
| SAVE_PROFILE_PATH | JOB, NAME |
| REMOVE_PROFILE_PATH | NAME |
"""

# A saved profile's name; domain.profile's NO_PROFILE for none, AUTOMATIC for the one that fits.
PROFILE, AUTOMATIC = "profil", "="
NAME = "profilnamn"
UNIT = "enhet"
FLIP = "vand_tecken"
# Names of sheets, one a line; "": every sheet that has the headings.
SHEETS, SHEETS_DIVIDER = "blad", "\n"
PERIOD = "period"
# The row that the headings stand in; another than was shown: what was said of those that were shown is left.
ROW = "rad"
# A word that nobody knows: what it means.
WORD_PREFIX = "ord_"
# What a heading is taken for; a select's empty value would be no choice at all.
UNREAD_WORD = "-"


def heading_field(position: int) -> str:
    """Name the field of the heading at the position."""
    return f"rubrik_{position}"


def word_of(field: str) -> str:
    """Write a field as a select's value."""
    return field or UNREAD_WORD


def word_field(position: int) -> str:
    """Name the field of the unknown word at the position."""
    return f"{WORD_PREFIX}{position}"


def meaning_word(column: str, meaning: str, word: str) -> str:
    """Write what a word means in a column as a select's value; the word last, for anything may stand in it."""
    return f"{column} {meaning} {word}"
