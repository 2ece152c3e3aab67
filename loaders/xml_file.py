"""An XML file of its own, outside any workbook, in the encoding that it states."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from bemanning.domain.faults import FaultCode
from loaders.limits import MEBIBYTE
from loaders.refusal import refusal

_DECLARATION = re.compile(r"\s*<\?xml(?:[^>]*?encoding\s*=\s*[\"']([^\"'>]*)[\"'])?[^>]*\?>")
_START_BYTES = 400
# What exports state. In others, what is looked for could hide.
_ENCODINGS = ("utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252")


def xml_file(path: Path) -> Iterator[bytes]:
    """Give a file's XML as UTF-8, in pieces. Raises UserError where its encoding is unknown, or not what it states."""
    data = path.read_bytes()
    stated = _DECLARATION.match(
        data[:_START_BYTES].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xfe\xff")
    )
    encoding = (stated[1] or "utf-8").lower() if stated else "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif encoding not in _ENCODINGS:
        raise refusal(FaultCode.FILE_HOSTILE, reason="encoding")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(FaultCode.ENCODING_UNKNOWN) from error
    # Looked for where it may stand alone: anywhere else, it would be looked for anew at each blank of the file.
    declaration = _DECLARATION.match(text)
    begins = declaration.end() if declaration else 0
    return (text[start : start + MEBIBYTE].encode() for start in range(begins, len(text), MEBIBYTE))
