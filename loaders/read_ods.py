"""An OpenDocument spreadsheet to raw sheets, in one pass that guards as it reads.

The reader of the other formats gives durations as text here, mixes comments into cells, and lays out every repeated
cell before anyone can count them; and its errors and missing values would have to be looked for in the same XML.
"""

from __future__ import annotations

from pathlib import Path

from bemanning.domain.faults import FaultCode
from loaders.fault_log import FaultLog
from loaders.guard import xml_pieces
from loaders.limits import Limits
from loaders.ods_reader import OdsReader
from loaders.raw_sheet import RawSheet
from loaders.refusal import refusal
from loaders.xml_events import listen
from loaders.zip_parts import open_zip

CONTENT = "content.xml"
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b":encryption-data"
_MACROS = ("basic/", "scripts/")


def read_ods(path: Path, limits: Limits, warnings: FaultLog) -> list[RawSheet]:
    """Give the sheets that hold anything, in order. Raises UserError for a hostile or damaged file."""
    with open_zip(path, limits) as parts:
        if _ENCRYPTED in b"".join(xml_pieces(parts, _MANIFEST) if _MANIFEST in parts.info_of else ()):
            raise refusal(FaultCode.FILE_ENCRYPTED)
        if any(name.casefold().startswith(_MACROS) for name in parts.info_of):
            warnings.add(FaultCode.MACROS_IGNORED)
        reader = OdsReader(limits)
        listen(xml_pieces(parts, CONTENT), reader)
    return [sheet.raw() for sheet in reader.sheets if sheet.rows]
