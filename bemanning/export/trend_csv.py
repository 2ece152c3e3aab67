"""A trend as CSV for Excel and statistics programs: UTF-8 with BOM, semicolons, decimal comma, no live formulas."""

from __future__ import annotations

import csv
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from bemanning.domain.rounding import round_half_away
from bemanning.export.exported_file import ExportedFile
from bemanning.export.trend_facts import trend_facts, trend_file_name, trend_title
from bemanning.export.trend_numbers import in_print_unit
from bemanning.presentation.measures import UNIT_WORDS
from bemanning.presentation.trend_table import trend_headings, trend_values
from bemanning.presentation.trend_words import missing_notes
from bemanning.services.trend import Trend

CSV = "text/csv; charset=utf-8"
# More than any screen shows, and enough for any sum to be checked.
DECIMALS = 6
# A spreadsheet takes a cell that begins with one of these for a formula.
_LIVE = ("=", "+", "-", "@", "\t", "\r")


def trend_csv(trend: Trend, made_at: datetime) -> ExportedFile:
    """Write the table, oldest month first, and beneath it what it is about. A missing value is an empty cell."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    unit = UNIT_WORDS[trend.measure.unit]
    month, *headings = trend_headings(trend)
    writer.writerow([month, *(safe(f"{heading} ({unit})") for heading in headings)])
    for point, values in zip(trend.lines[0].points, trend_values(trend), strict=True):
        numbers = [_number(in_print_unit(trend.measure.unit, value.number)) for value in values]
        writer.writerow([str(point.month), *numbers])
    writer.writerow([])
    about = [
        ("", trend_title(trend)),
        *trend_facts(trend, made_at),
        *(("Saknas", note) for note in missing_notes(trend)),
    ]
    writer.writerows([[label, safe(text)] for label, text in about])
    content = written.getvalue().encode("utf-8-sig")
    return ExportedFile(trend_file_name(trend, made_at, "csv"), content, CSV)


def safe(text: str) -> str:
    """Keep text from being run as a formula: an apostrophe before what would begin one."""
    return f"'{text}" if text.startswith(_LIVE) else text


def _number(number: Fraction | None) -> str:
    """Write a number exactly where it has few decimals: "1234,5". Nothing between thousands, a plain minus."""
    if number is None:
        return ""
    rounded: Decimal = round_half_away(number, DECIMALS)
    digits = f"{rounded:f}"
    return digits.rstrip("0").rstrip(".").replace(".", ",")
