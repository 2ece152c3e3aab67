"""Workbooks written part by part, so that a test can write a cell in every way that there is."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# What the styles of the cells show, by the number of the style.
FORMATS = ("General", "#,##0.00", "yyyy-mm-dd", "00000", "[h]:mm", '#,##0\\ "kr"', "[$-41D]d mmmm yyyy")
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">%s<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
    ' Target="worksheets/sheet1.xml"/></Relationships>'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>'
)


def write_parts(path: Path, rows: str, texts: str | None = None, **around: str) -> Path:
    """Write a workbook of one sheet whose rows, and what stands above, below and in the workbook, are given as XML."""
    above, below = around.get("above", ""), around.get("below", "")
    sheet = f'<worksheet xmlns="{_MAIN}">{above}<sheetData>{rows}</sheetData>{below}</worksheet>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _WORKBOOK % around.get("properties", ""),
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if texts is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{texts}</sst>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text.encode(errors="surrogateescape"))
    return path


def rows_xml(rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells; each cell is a template with {} where its place goes, or blank."""
    return "".join(
        f'<row r="{number}">{"".join(cell.format(f"{chr(65 + at)}{number}") for at, cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )


def _styles() -> str:
    codes = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(FORMATS)
    )
    styles = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(FORMATS)))
    built_in = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/><xf numFmtId="99"/><xf numFmtId="x"/>'
    return f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><cellXfs>{styles}{built_in}</cellXfs></styleSheet>'
