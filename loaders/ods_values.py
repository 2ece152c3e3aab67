"""The value of an OpenDocument cell, from its attributes and what it shows."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from bemanning.domain.faults import FaultCode
from loaders.raw_sheet import Cell
from loaders.refusal import refusal
from loaders.shown_zeros import ShownNumber
from loaders.xml_events import Attributes

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_EXTENDED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_KIND, _EXTENDED_KIND = f"{OFFICE} value-type", f"{_EXTENDED} value-type"
_FORMULA = f"{TABLE} formula"
_DURATION = re.compile(r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?", re.ASCII)
# What programs show for an error where they don't say that it is one: "#DIV/0!", "#N/A", "#NAME?", "Err:502".
_ERROR = re.compile(r"#\S*[!?]|#N/A|Err:\d+|Fel:\d+")
_NUMBERS = ("float", "currency", "percentage")
# What shows as a code is one: 00123 is not 123.
_ZEROS_FIRST = re.compile(r"0\d{1,14}", re.ASCII)
_PARTED, _THOUSANDS = re.compile(r"\d+(?:[- ]\d+)+", re.ASCII), re.compile(r"\d{1,3}(?: \d{3})+", re.ASCII)
_DAY = timedelta(days=1)
_MIDNIGHT = datetime(1, 1, 1)  # noqa: DTZ001 -- a spreadsheet's time has no zone
# LibreOffice keeps a truth value that came from Excel as the number of a formula; what it shows is what it is.
_TRUTHS = {"TRUE": True, "SANT": True, "FALSE": False, "FALSKT": False}


def flaw_of(attributes: Attributes, shown: str | None) -> str | None:
    """Give an error's text, "" for a formula without its value, None for a sound cell. shown: None for no text."""
    if attributes.get(_EXTENDED_KIND) == "error":
        return (shown or "#")[:20]
    if _FORMULA not in attributes:
        return None
    if shown is not None and _ERROR.fullmatch(shown):
        return shown[:20]
    return "" if shown is None and _KIND not in attributes else None


def value_of(attributes: Attributes, shown: str | None) -> Cell:
    """Give the cell as a workbook of the other kinds would have it. Raises UserError for a value of no such kind."""
    kind = attributes.get(_KIND, "string")
    try:
        if kind in _NUMBERS:
            if shown in _TRUTHS:
                return _TRUTHS[shown]
            number = float(attributes[f"{OFFICE} value"])
            return _as_shown(number, shown or "")
        if kind == "date":
            return _date(attributes[f"{OFFICE} date-value"])
        if kind == "time":
            return _time(attributes[f"{OFFICE} time-value"])
        if kind == "boolean":
            return attributes[f"{OFFICE} boolean-value"] == "true"
    except (KeyError, ValueError, OverflowError) as error:
        raise refusal(FaultCode.FILE_DAMAGED, reason="workbook") from error
    return attributes.get(f"{OFFICE} string-value", shown or "")


def _as_shown(number: float, shown: str) -> Cell:
    """Give a number whose digits show with zeros first, or signs between them, as a code would have it."""
    if _ZEROS_FIRST.fullmatch(shown) and int(shown) == number:
        return shown
    is_parted = _PARTED.fullmatch(shown) and not _THOUSANDS.fullmatch(shown)
    return ShownNumber(number, shown) if is_parted and int(re.sub(r"\D", "", shown)) == number else number


def _date(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _time(text: str) -> time | timedelta:
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    sign, days, hours, minutes, seconds = match.groups()
    length = timedelta(int(days or 0), float(seconds or 0), minutes=int(minutes or 0), hours=int(hours or 0))
    if sign or length >= _DAY:
        return -length if sign else length
    return (_MIDNIGHT + length).time()
