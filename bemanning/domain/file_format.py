"""The formats of files that are read, told by content: what the loaders take, and what the screens say they take."""

from __future__ import annotations

from enum import StrEnum


class FileFormat(StrEnum):
    """One format that is read. XLSX: with macros (xlsm), too. HTML: a page, whatever its name says."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    SIE = "sie"
    SIE_5 = "sie5"
    XML_SHEET = "xml"
    HTML = "html"
