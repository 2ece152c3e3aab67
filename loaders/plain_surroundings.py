"""What stands around the rows of a plain sheet: the reader library would stop at what is broken there too."""

from __future__ import annotations

import re
from xml.parsers import expat

BEGINNING = b"<sheetData>"
_END = re.compile(rb"\s*(?:<row(?: [^>]*)?/>\s*)*</sheetData>")
_STRAY = re.compile(rb"<(?:row|c|sheetData)[\s/>]")
_PLACE = rb"[A-Z]{1,3}[1-9][0-9]{0,6}"
# Where cells are, as the reader library reads it: it stops at any place that is written otherwise.
_PLACED = re.compile(rb"<(?:dimension|mergeCell)[\s/>]")
_PLAINLY_PLACED = re.compile(rb'<(?:dimension|mergeCell) ref="' + _PLACE + rb"(?::" + _PLACE + rb')?" ?/>')


def are_plain(above: bytes, below: bytes) -> bool:
    """Tell of a sheet's XML to the beginning of its rows, and from the end of the last, that nothing in it is odd."""
    end = _END.match(below)
    if end is None or not above.endswith(BEGINNING) or b"<!" in above + below:
        return False
    around = above.removesuffix(BEGINNING) + below[end.end() :]
    if _STRAY.search(around) or len(_PLACED.findall(around)) != len(_PLAINLY_PLACED.findall(around)):
        return False
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(around, True)  # noqa: FBT003 -- expat takes nothing by name
    except expat.ExpatError:
        return False
    return True
