"""A line of SIE 4 to its fields: quotes, escapes and object lists, after section 5.7 of the specification (4B)."""

from __future__ import annotations

import re

# Possessive throughout, so that no line takes more than linear time. A backslash escapes nothing but a quotation mark.
_QUOTED = r'"((?:[^"\\]|\\"?+)*+)"'
_BARE = r'([^\s"{}][^\s{}]*+)'
_OBJECTS = r'\{((?:"(?:[^"\\]|\\"?+)*+"|[^{}"])*+)\}'
_FIELD = re.compile(rf"[ \t]*+(?:{_QUOTED}|{_BARE})(?=[ \t]|$)")
_CODE = re.compile(rf'\s*+(?:{_QUOTED}|([^\s"{{}}]++))(?=\s|$)')
_NO_MORE = re.compile(r"\s*+\Z")
# The records that make up nearly all of a file, in one go: account, object list, amount.
_ROW = re.compile(rf'[ \t]*+"?([^\s"{{}}]++)"?[ \t]*+{_OBJECTS}[ \t]*+"?([^\s"{{}}]++)"?(?=[ \t]|$)')
# What stands before such a row in a balance: year and period.
_YEAR_AND_PERIOD = re.compile(r'[ \t]*+"?([^\s"{}]++)"?[ \t]++"?([^\s"{}]++)"?[ \t]++')

# Dimension number and object code, in the order written.
Objects = tuple[tuple[str, str], ...]
# Account, object list as written between its braces, amount.
Row = tuple[str, str, str]


class LineError(Exception):
    """What is wrong with a line: a code word for the fault's text."""

    def __init__(self, reason: str) -> None:
        """Keep the word."""
        super().__init__(reason)
        self.reason = reason


def read_fields(text: str, count: int) -> list[str]:
    """Split what follows a label into its first fields; one that is left out is blank.

    What comes after them is not looked at: later editions may add fields, and free text is not read.
    Raises LineError where a quotation mark has no partner, or a brace stands where a field should.
    """
    fields: list[str] = []
    position = 0
    while len(fields) < count and not _NO_MORE.match(text, position):
        match = _FIELD.match(text, position)
        if match is None:
            raise LineError(reason="sie_quote" if '"' in text[position:] else "sie_braces")
        fields.append(match[2] if match[1] is None else _plain(match[1]))
        position = match.end()
    return fields + [""] * (count - len(fields))


def read_row(text: str) -> Row:
    """Read account, object list and amount. Raises LineError where they are not there."""
    match = _ROW.match(text)
    if match is None:
        raise LineError(reason="sie_row")
    return match[1], match[2], match[3]


def read_balance(text: str) -> tuple[str, str, Row]:
    """Read year, period and the row that follows them. Raises LineError where they are not there."""
    match = _YEAR_AND_PERIOD.match(text)
    if match is None:
        raise LineError(reason="sie_row")
    return match[1], match[2], read_row(text[match.end() :])


def read_objects(text: str) -> Objects:
    """Read what stands between the braces of an object list. Raises LineError where it is not made of pairs."""
    codes: list[str] = []
    position = 0
    while not _NO_MORE.match(text, position):
        match = _CODE.match(text, position)
        if match is None:
            raise LineError(reason="sie_objects")
        codes.append(match[2] if match[1] is None else _plain(match[1]))
        position = match.end()
    if len(codes) % 2:
        raise LineError(reason="sie_objects")
    return tuple(zip(codes[::2], codes[1::2], strict=True))


def _plain(quoted: str) -> str:
    return quoted.replace('\\"', '"')
