"""What a file is, by its first bytes and what lies in it; its name says nothing."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from bemanning.domain.faults import FaultCode
from bemanning.domain.file_format import FileFormat
from loaders.limits import Limits
from loaders.ole import SIGNATURE
from loaders.refusal import refusal
from loaders.zip_parts import open_zip

_START_BYTES = 4096
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
# First bytes → what the file looks like, for the fault's text. Longer starts first.
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"PAR1", "binary"),
    (b"SQLite format 3", "binary"),
)
# What a page begins with, in small letters, when it has no <html> or not yet.
_PAGE_STARTS = (b"<!doctype html", b"<meta", b"<head", b"<style")
_WEB_ARCHIVE, _XML = b"mime-version:", b"<?xml"
# The first element of XML that is read, or of a page.
_ROOT = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*+<(?:\w+:)?(\w+)[\s>/]", re.DOTALL)
_WORKBOOK_PARTS = (
    (FileFormat.XLSX, "xl/workbook.xml"),
    (FileFormat.XLSB, "xl/workbook.bin"),
    (FileFormat.ODS, "content.xml"),
)
# A part that lies in the zip → what the file looks like.
_ZIP_PARTS: tuple[tuple[str, str], ...] = (
    ("content.xml", "opendocument"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
)
# What a SIE file begins with: #FLAGGA, or where that is left out another of its labels.
_SIE = re.compile(rb"#(?:flagga|ksumma|program|format|gen|sietyp|fnamn|orgnr|rar)(?![^\s])")
_MARKUP = {
    b"sie": FileFormat.SIE_5, b"sieentry": FileFormat.SIE_5, b"workbook": FileFormat.XML_SHEET,
    b"html": FileFormat.HTML, b"table": FileFormat.HTML,
}  # fmt: skip
_MIMETYPE, _SPREADSHEET = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f]")
_SOME_CONTROL = 8


def sniff(path: Path, limits: Limits) -> FileFormat:
    """Tell what to read the file as. Raises UserError for what is not read, saying what it looks like."""
    with path.open("rb") as file:
        start = file.read(_START_BYTES)
    if start.startswith(SIGNATURE):
        if _is_encrypted(path):
            raise refusal(FaultCode.FILE_ENCRYPTED)
        return FileFormat.XLS
    for signature, looks_like in _STARTS:
        if start.startswith(signature):
            raise _unknown(looks_like)
    if start.startswith(b"PK"):
        return _sniff_zip(path, limits)
    return _sniff_text(start)


def _plain(start: bytes) -> bytes:
    """Take away a byte order mark, and from UTF-16 the zeros, which leaves its plain letters."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start[:2]:
        return start.lstrip(codecs.BOM_UTF16_LE).replace(b"\0", b"")
    return start.removeprefix(codecs.BOM_UTF8)


def _unknown(looks_like: str) -> Exception:
    return refusal(FaultCode.FORMAT_UNKNOWN, format=looks_like)


def _is_encrypted(path: Path) -> bool:
    """Tell a workbook with a password (wrapped in the old container) from an old workbook."""
    return _ENCRYPTED_STREAM in path.read_bytes()


def _sniff_zip(path: Path, limits: Limits) -> FileFormat:
    with open_zip(path, limits) as parts:
        names = set(parts.info_of)
        is_sheet = _MIMETYPE in names and parts.read(_MIMETYPE).startswith(_SPREADSHEET)
    found = [form for form, part in _WORKBOOK_PARTS if part in names and (form is not FileFormat.ODS or is_sheet)]
    if len(found) > 1:  # the reader might take another of them than the one that was guarded
        raise refusal(FaultCode.FILE_HOSTILE, reason="several_formats")
    if found:
        return found[0]
    raise _unknown(next((looks_like for part, looks_like in _ZIP_PARTS if part in names), "archive"))


def _sniff_text(start: bytes) -> FileFormat:
    text = _plain(start).lstrip().lower()
    if _SIE.match(text):
        return FileFormat.SIE
    if text.startswith(_WEB_ARCHIVE):
        raise _unknown(looks_like="mhtml")
    if text.startswith(_PAGE_STARTS):
        return FileFormat.HTML
    if markup := _sniff_markup(text):
        return markup
    if len(_CONTROL.findall(start)) > _SOME_CONTROL and not start.startswith(
        (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        raise _unknown(looks_like="binary")
    return FileFormat.TEXT


def _sniff_markup(text: bytes) -> FileFormat | None:
    """Tell by the first element. None where it is no markup."""
    root = _ROOT.match(text)
    form = _MARKUP.get(root[1]) if root else None
    if form is None and text.startswith(_XML):
        raise _unknown(looks_like="xml")
    return form
