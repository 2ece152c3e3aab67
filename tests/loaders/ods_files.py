"""OpenDocument spreadsheets built by hand: only what a test is about, around it as little as possible."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
HIDDEN = (
    '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def cell(inside: str = "", attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


def text(words: str) -> str:
    return cell(f"<text:p>{words}</text:p>", 'office:value-type="string"')


def number(value: float, attributes: str = "") -> str:
    return cell(f"<text:p>{value}</text:p>", f'office:value-type="float" office:value="{value}" {attributes}')


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(*rows: str, name: str = "Blad1", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def content(*tables: str, styles: str = "") -> bytes:
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>{styled}{body}'
        "</office:document-content>"
    ).encode()


def ods(path: Path, *tables: str, styles: str = "", more: Mapping[str, bytes] | None = None) -> Path:
    parts = {"mimetype": MIMETYPE, "content.xml": content(*tables, styles=styles), **(more or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path
