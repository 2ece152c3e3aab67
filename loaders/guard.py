"""Looks an xlsx through before it is read: what would bring the reader down, or what it would keep silent about."""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import Element, ParseError

# defusedxml ships no types
from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from bemanning.domain.faults import FaultCode
from loaders.limits import MEBIBYTE, Limits
from loaders.look import Look
from loaders.plain_sheet import PlainBook, PlainSheet
from loaders.raw_sheet import SHEET_COLUMNS, SHEET_ROWS
from loaders.refusal import refusal
from loaders.shared_texts import shared_texts
from loaders.sheet_scan import scan_sheet
from loaders.sheet_styles import Styles, read_styles
from loaders.zip_parts import ZipParts, open_zip

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
MACROS, STYLES, TEXTS = "xl/vbaproject.bin", "xl/styles.xml", "xl/sharedStrings.xml"
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([^\"']+)[\"']")
_OVERLAP_BYTES = len(b"<!DOCTYPE")
_LARGEST_CATALOGUE = 8 * MEBIBYTE
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class Scan(Protocol):
    """What a guard noted of a sheet; see `RawSheet` for flaws."""

    flaws: dict[tuple[int, int] | None, str]
    look: Look

    @property
    def span_cells(self) -> int:
        """The number of cells in the rectangle that the filled cells span."""
        ...

    @property
    def last_cell(self) -> tuple[int, int]:
        """The last row and the last column that anything stands in, counted from 0."""
        ...


@dataclass(frozen=True, slots=True)
class Guarded:
    """What a guard learned: sheet name → its scan, and whether macros lie in the file (they are never run).

    is_1904: days are counted from 1904. plain_of: sheet name → its cells, where they are read already.
    """

    scan_of: Mapping[str, Scan]
    has_macros: bool
    is_1904: bool = False
    plain_of: Mapping[str, PlainSheet] = field(default_factory=dict)


def guard_workbook(path: Path, limits: Limits) -> Guarded:
    """Let a sound workbook through. Raises UserError with the reason for any other."""
    with open_zip(path, limits) as parts:
        part_of = _sheet_parts(parts)
        sheets = set(part_of.values())
        styles = read_styles(xml_pieces(parts, STYLES)) if STYLES in parts.info_of else Styles()
        is_1904 = _counts_from_1904(parts)
        book = PlainBook(_texts(parts), {} if is_1904 else styles.is_day, limits.span_cells)
        names = [name for name in xml_names(parts) if name in sheets]
        by_part = {name: scan_sheet(xml_pieces(parts, name), styles.zeros, book) for name in names}
        check_xml(parts, {*sheets, STYLES, TEXTS})
        scan_of: dict[str, Scan] = {sheet: by_part[part] for sheet, part in part_of.items() if part in by_part}
        plain_of = {
            sheet: plain for sheet, part in part_of.items() if part in by_part and (plain := by_part[part].plain)
        }
        has_macros = any(name.casefold() == MACROS for name in parts.info_of)
    check_spans(scan_of.values(), limits)
    return Guarded(scan_of, has_macros, is_1904, plain_of)


def check_spans(scans: Collection[Scan], limits: Limits) -> None:
    """Refuse a sheet with cells where no sheet has any, or that span more than may be laid out in memory."""
    cells = [scan.last_cell for scan in scans]
    if any(row >= SHEET_ROWS or column >= SHEET_COLUMNS for row, column in cells):
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook")
    if any(scan.span_cells > limits.span_cells for scan in scans):
        raise refusal(FaultCode.FILE_HOSTILE, reason="cell_span")


def check_xml(parts: ZipParts, besides: Container[str]) -> None:
    """Read every XML part to its end, besides those named; that is the check."""
    for name in xml_names(parts):
        if name not in besides:
            for _ in xml_pieces(parts, name):
                pass


def xml_names(parts: ZipParts) -> list[str]:
    """Name the parts that are XML."""
    return [name for name in parts.info_of if name.casefold().endswith(_XML_SUFFIXES)]


def xml_pieces(parts: ZipParts, name: str) -> Iterator[bytes]:
    """Inflate an XML part. Raises UserError at what no export has and an attack needs."""
    return without_declarations(parts.pieces(name))


def without_declarations(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Hand the pieces on. Raises UserError at an entity or document type: no export has one, every XML bomb has."""
    tail = b""
    for number, piece in enumerate(pieces):
        if number == 0:
            _check_encoding(piece)
        start = tail + piece
        # A single byte is looked for twenty times as fast, and this one stands in next to no export.
        if b"!" in start and _DECLARATION.search(start):
            raise refusal(FaultCode.FILE_HOSTILE, reason="doctype")
        tail = piece[-_OVERLAP_BYTES:]
        yield piece


def _check_encoding(start: bytes) -> None:
    """Refuse other encodings than UTF-8, in which what is looked for could hide."""
    declared = _ENCODING.match(start.removeprefix(codecs.BOM_UTF8))
    is_other = declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii")
    if is_other or start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start[:4]:
        raise refusal(FaultCode.FILE_HOSTILE, reason="encoding")


def _texts(parts: ZipParts) -> list[str] | None:
    """Read the table of texts that cells refer to. None where it is not plain."""
    if TEXTS in parts.info_of:
        return shared_texts(b"".join(xml_pieces(parts, TEXTS)))
    return None if any(name.casefold() == TEXTS.casefold() for name in parts.info_of) else []


def _sheet_parts(parts: ZipParts) -> dict[str, str]:
    """Map sheet name to the part that holds it; a sheet that is all chart or dialogue has none."""
    target_of = sheet_targets(parts, _RELATIONS)
    return {
        sheet.get("name", ""): target_of.get(sheet.get(_RELATION_ID) or sheet.get(_STRICT_RELATION_ID) or "", "")
        for sheet in _catalogue(parts, _WORKBOOK).iter()
        if sheet.tag.endswith("}sheet")
    }


def _counts_from_1904(parts: ZipParts) -> bool:
    properties = (each for each in _catalogue(parts, _WORKBOOK) if each.tag.endswith("}workbookPr"))
    return any(each.get("date1904") in ("1", "true") for each in properties)


def sheet_targets(parts: ZipParts, relations: str) -> dict[str, str]:
    """Map the id of each relation to the part that it means; "" where that is no worksheet."""
    return {relation.get("Id", ""): _worksheet(relation) for relation in _catalogue(parts, relations)}


def _worksheet(relation: Element) -> str:
    if not relation.get("Type", "").endswith("/worksheet"):
        return ""
    return posixpath.normpath(posixpath.join("/xl", relation.get("Target", "")))[1:]


def _catalogue(parts: ZipParts, name: str) -> Element:
    info = parts.info_of.get(name)
    if info is None:
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook")
    if info.file_size > _LARGEST_CATALOGUE:
        raise refusal(FaultCode.FILE_HOSTILE, reason="inflated")
    try:
        root: Element = fromstring(parts.read(name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise refusal(FaultCode.FILE_HOSTILE, reason="doctype") from error
    except (ParseError, LookupError, ValueError) as error:  # the latter two: an encoding that no one knows
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook") from error
    return root
