"""Words for more than one month: a quarter, a third, a half or a range of months is no month, and is never made one."""

from __future__ import annotations

import re

_NUMBERED = r"(?:kvartal(?:et)?|kv\.?|tertial|halvår(?:et)?|[qkth])"
_MONTH = r"(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)[a-zåäö]*\.?"
_YEAR = r"(?:\d{4}|\d{2})"
_SPAN = re.compile(
    rf"(?:{_YEAR}[-/. ]?)?(?:{_NUMBERED}[- ]?[1-4]|[1-4](?::[ea])?[- ]?{_NUMBERED})(?:[-/. ,]{{0,2}}{_YEAR})?"
    rf"|{_MONTH}\s*[-–]\s*{_MONTH}(?:[- ]{{0,2}}{_YEAR})?"
    r"|\d{4}-?\d{2}\s*[-–]\s*\d{4}-?\d{2}",
    re.IGNORECASE | re.ASCII,
)
_HEADING = re.compile(r"kvartal|kv|quarter|tertial|halvår", re.IGNORECASE)


def is_span(text: str) -> bool:
    """Tell whether a text says several months: "Kv 1 2018", "2018Q1", "jan-mar 2018", "201801-201803"."""
    return _SPAN.fullmatch(text.strip()) is not None


def heads_spans(text: str) -> bool:
    """Tell whether a heading says that quarters, thirds or halves stand beneath it."""
    return _HEADING.fullmatch(text.strip()) is not None
