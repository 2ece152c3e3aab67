"""Faults in Swedish: what is wrong and what to do, with the fault's own values filled in."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.masking import harmless
from bemanning.domain.month import Month
from bemanning.presentation.numbers import MISSING, NBSP, date_text, month_text, number_text
from bemanning.presentation.texts.fault_words import WORDS_OF_PARAM
from bemanning.presentation.texts.faults_elsewhere import OTHER_FAULTS
from bemanning.presentation.texts.faults_in_files import FILE_FAULTS
from bemanning.presentation.texts.faults_in_mappings import MAPPING_FAULTS
from bemanning.presentation.texts.faults_in_sie import SIE_FAULTS

FAULT_TEXTS: dict[FaultCode, str] = {**FILE_FAULTS, **SIE_FAULTS, **MAPPING_FAULTS, **OTHER_FAULTS}

_DECIMAL = re.compile(r"(-?\d+\.\d\d)(?: (kr|timmar))?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
# Params that are shown to the letter: what stands in the file, and codes that may look like something else.
_AS_WRITTEN = (
    "value",
    "text",
    "file",
    "node",
    "key",
    "row",
    "load",
    "scope",
    "line",
    "year",
    "revision",
    "heading",
    "profile",
    "profiles",
    "gone",
    "new",
    "sheets",
    "there",
    "unit",
    "units",
)


def fault_text(fault: Fault) -> str:
    """Write what is wrong and what to do, as whole sentences. A value that the fault lacks shows as a dash."""
    filled = {name: _filled(name, value) for name, value in fault.params.items()}
    text = FAULT_TEXTS[fault.code].format_map(_Filled(filled))
    return harmless(text[:1].upper() + text[1:])


def place_text(fault: Fault) -> str:
    """Write where: "blad Utfall, cell B7". Empty where the fault concerns the file as a whole."""
    parts = (("blad", fault.sheet), ("cell", fault.cell))
    return harmless(", ".join(f"{word} {value}" for word, value in parts if value))


def placed_text(fault: Fault) -> str:
    """Write where and what: "Blad Utfall, cell B7: …"; only what, where there is no where."""
    place, words = place_text(fault), fault_text(fault)
    return f"{place[:1].upper()}{place[1:]}: {words}" if place else words


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return MISSING


def _filled(name: str, value: str | int) -> str:
    if name in _AS_WRITTEN:
        return str(value) or MISSING
    if isinstance(value, int):
        return number_text(value, 0)
    words = WORDS_OF_PARAM.get(name, {})
    translated = ", ".join(words.get(part, part) for part in value.split(", "))
    return ", ".join(_readable(part) for part in translated.split(", ")) or MISSING


def _readable(text: str) -> str:
    """Write a month, a day or an exact decimal as they are written everywhere else."""
    if match := _DECIMAL.fullmatch(text):
        number = number_text(Decimal(match[1]), 2)
        return f"{number}{NBSP}{match[2]}" if match[2] else number
    if _DATE.fullmatch(text):
        with suppress(ValueError):
            return date_text(date.fromisoformat(text))
    return month_text(Month.parse(text), long=True) if _MONTH.fullmatch(text) else text
